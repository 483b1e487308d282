//! Who asks.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;

use super::answer::Answer;
use super::app;
use super::grant::{Grant, Rights};
use super::state::State;

/// Somebody whose token is known.
pub(super) struct Caller {
    pub(super) who: Who,
    /// What the hourly limit is counted by.
    pub(super) counted_by: String,
}

pub(super) enum Who {
    /// An account, or an App at one place.
    Account {
        grant: Arc<Grant>,
        /// The only owner whose things it sees, in lower case; `None` where it sees everything.
        owner: Option<Arc<str>>,
    },
    /// The App for itself.
    App,
}

impl Caller {
    pub(super) fn login(&self) -> &str {
        match &self.who {
            Who::Account { grant, .. } => &grant.login,
            Who::App => app::LOGIN,
        }
    }

    pub(super) fn rights(&self) -> Option<&Rights> {
        match &self.who {
            Who::Account { grant, .. } => Some(&grant.rights),
            Who::App => None,
        }
    }

    /// Whether it sees what belongs to this owner.
    pub(super) fn sees(&self, owner: &str) -> bool {
        match &self.who {
            Who::Account { owner: Some(only), .. } => only.eq_ignore_ascii_case(owner),
            _ => true,
        }
    }
}

impl State {
    /// Who asks for an operation with this `Authorization`, or why nobody is known by it.
    pub(super) fn caller(
        &self,
        operation: Option<&Operation>,
        authorization: Option<&HeaderValue>,
        now: DateTime<Utc>,
    ) -> Result<Caller, Answer> {
        let header = authorization.ok_or_else(|| unauthorized("Requires authentication"))?;
        let token = token(header).ok_or_else(|| unauthorized("Bad credentials"))?;
        let (who, counted_by) = if operation.is_some_and(|operation| app::of(operation).is_some()) {
            app::check_jwt(token, now).map_err(unauthorized)?;
            (Who::App, app::ID)
        } else if let Some(grant) = self.tokens.get(token) {
            (Who::Account { grant: Arc::clone(grant), owner: None }, token)
        } else if let Some(installed) = self.app.installed(token, now) {
            (Who::Account { grant: installed.grant, owner: Some(installed.owner) }, token)
        } else {
            return Err(unauthorized("Bad credentials"));
        };
        Ok(Caller { who, counted_by: counted_by.to_owned() })
    }
}

/// The token of an `Authorization` header, by either of the schemes that GitHub takes.
fn token(header: &HeaderValue) -> Option<&str> {
    let (scheme, token) = header.to_str().ok()?.split_once(' ')?;
    let known = ["bearer", "token"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    known.then_some(token.trim())
}

fn unauthorized(message: &str) -> Answer {
    Answer::refused(StatusCode::UNAUTHORIZED, message)
}
