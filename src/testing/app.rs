//! The App of the fake: its key, and the tokens that its installations were given.

mod answers;
mod jwt;
mod key;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::grant::{Grant, Rights};

pub(super) use answers::of;
#[cfg(test)]
pub(crate) use key::pem;
pub(super) use key::private_key;

/// The client id of the App.
pub(super) const ID: &str = "Iv1.fake0000000000";

/// Whom its installations write as.
pub(super) const LOGIN: &str = "fake-app[bot]";

/// How long the token of an installation lives, in seconds.
const LIFETIME: i64 = 60 * 60;

/// What the server knows of its App.
pub(super) struct FakeApp {
    grant: Arc<Grant>,
    given_out: HashMap<String, Installed>,
}

/// Whom the token of an installation speaks for.
#[derive(Clone)]
pub(super) struct Installed {
    pub(super) grant: Arc<Grant>,
    /// The login of the account where it is installed, in lower case; nobody else's things are seen.
    pub(super) owner: Arc<str>,
    ends: DateTime<Utc>,
}

impl FakeApp {
    /// An App whose installations have these permissions; `None` for all.
    pub(super) fn new(permissions: Option<Vec<String>>) -> Self {
        let grant = Arc::new(Grant { login: LOGIN.to_owned(), rights: Rights::Installation(permissions) });
        Self { grant, given_out: HashMap::new() }
    }

    /// A new token of the installation at `owner`, and when it ends.
    fn give_out(&mut self, owner: &str, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
        self.given_out.retain(|_, installed| installed.ends > now);
        // Nothing that is given out is ever the same again, not even after it ended.
        let token = format!("ghs_fake{:032x}", fastrand::u128(..));
        let ends = DateTime::from_timestamp(now.timestamp().saturating_add(LIFETIME), 0).unwrap_or(now);
        let installed = Installed { grant: Arc::clone(&self.grant), owner: owner.into(), ends };
        self.given_out.insert(token.clone(), installed);
        (token, ends)
    }

    /// Whom a token speaks for; `None` where it was never given out, or has ended.
    pub(super) fn installed(&self, token: &str, now: DateTime<Utc>) -> Option<Installed> {
        self.given_out.get(token).filter(|installed| installed.ends > now).cloned()
    }
}

/// Refuses a token (JWT) by which the App does not speak for itself now, with GitHub's reason.
pub(super) fn check_jwt(jwt: &str, now: DateTime<Utc>) -> Result<(), &'static str> {
    let key = key::public_key().ok_or(jwt::UNDECODABLE)?;
    jwt::check(jwt, key, now.timestamp())
}
