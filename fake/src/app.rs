//! The GitHub App of the fake: its key, the operations that it calls by its JWT, and the installation access tokens
//! that it was issued.

mod handlers;
mod jwt;
mod key;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::grant::{Grant, GrantKind};

pub(crate) use handlers::handler;
pub(crate) use key::private_key;

/// The client id of the App.
pub(crate) const ID: &str = "Iv1.fake0000000000";

/// The login of the account that its installations write as.
pub(crate) const LOGIN: &str = "fake-app[bot]";

/// The lifetime of an installation access token, in seconds.
const LIFETIME: i64 = 60 * 60;

/// The permissions of the App, and the tokens that its installations were issued.
pub(crate) struct FakeApp {
    grant: Arc<Grant>,
    issued: HashMap<String, IssuedToken>,
}

/// An installation access token.
#[derive(Clone)]
pub(crate) struct IssuedToken {
    pub(crate) grant: Arc<Grant>,
    /// The login of the account where the App is installed, in lower case; only its resources are visible.
    pub(crate) owner: Arc<str>,
    expires_at: DateTime<Utc>,
}

impl FakeApp {
    /// Creates an App whose installations have these permissions; `None` for all.
    pub(crate) fn new(permissions: Option<Vec<String>>) -> Self {
        let grant = Grant { login: LOGIN.to_owned(), kind: GrantKind::Installation(permissions) };
        Self { grant: Arc::new(grant), issued: HashMap::new() }
    }

    /// Issues a token for the installation of `owner`. Returns it and its expiry.
    fn issue_token(&mut self, owner: &str, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
        self.issued.retain(|_, issued| issued.expires_at > now);
        let token = format!("ghs_fake{:032x}", fastrand::u128(..));
        let expires_at = DateTime::from_timestamp(now.timestamp().saturating_add(LIFETIME), 0).unwrap_or(now);
        let issued = IssuedToken { grant: Arc::clone(&self.grant), owner: owner.into(), expires_at };
        self.issued.insert(token.clone(), issued);
        (token, expires_at)
    }

    /// Returns a token that was issued and has not expired.
    pub(crate) fn find_token(&self, token: &str, now: DateTime<Utc>) -> Option<IssuedToken> {
        self.issued.get(token).filter(|issued| issued.expires_at > now).cloned()
    }
}

/// Checks an app JWT.
///
/// # Errors
///
/// GitHub's message if it is not valid at `now`.
pub(crate) fn check_jwt(jwt: &str, now: DateTime<Utc>) -> Result<(), &'static str> {
    let key = key::public_key().ok_or(jwt::UNDECODABLE)?;
    jwt::check(jwt, key, now.timestamp())
}
