//! The credentials that the fake accepts, and authentication by the `Authorization` header.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;

#[cfg(feature = "app")]
use crate::app::{self, FakeApp};
use crate::grant::{Grant, GrantKind};
use crate::response::Response;

/// A token that every [`FakeGitHub`](crate::FakeGitHub) accepts: of the account `octocat`, for every operation.
pub const TOKEN: &str = "fake-token";

/// Tokens and, with feature `app`, the App and its installation access tokens.
pub(crate) struct Credentials {
    tokens: HashMap<String, Arc<Grant>>,
    #[cfg(feature = "app")]
    pub(crate) app: FakeApp,
}

/// The credential of an authenticated request.
pub(crate) struct Credential {
    kind: CredentialKind,
    /// The credential key: the hourly limit counts by it.
    pub(crate) key: String,
}

enum CredentialKind {
    Token {
        grant: Arc<Grant>,
        /// The only owner whose resources are visible, in lower case; `None` for all.
        owner: Option<Arc<str>>,
    },
    /// An app JWT.
    #[cfg(feature = "app")]
    AppJwt,
}

impl Credential {
    fn token(grant: Arc<Grant>, owner: Option<Arc<str>>, token: &str) -> Self {
        Self { kind: CredentialKind::Token { grant, owner }, key: token.to_owned() }
    }

    /// Returns the login of the account that it belongs to.
    pub(crate) fn login(&self) -> &str {
        match &self.kind {
            CredentialKind::Token { grant, .. } => &grant.login,
            #[cfg(feature = "app")]
            CredentialKind::AppJwt => app::LOGIN,
        }
    }

    /// Returns what it is authorized to do; `None` for an app JWT, which has no permissions.
    pub(crate) fn grant(&self) -> Option<&GrantKind> {
        match &self.kind {
            CredentialKind::Token { grant, .. } => Some(&grant.kind),
            #[cfg(feature = "app")]
            CredentialKind::AppJwt => None,
        }
    }

    /// Whether resources of this owner are visible to it.
    pub(crate) fn can_see(&self, owner: &str) -> bool {
        match &self.kind {
            CredentialKind::Token { owner: Some(only), .. } => only.eq_ignore_ascii_case(owner),
            _ => true,
        }
    }
}

impl Credentials {
    pub(crate) fn new() -> Self {
        Self {
            tokens: HashMap::from([(TOKEN.to_owned(), Arc::new(Grant::everything("octocat")))]),
            #[cfg(feature = "app")]
            app: FakeApp::new(None),
        }
    }

    pub(crate) fn add_token(&mut self, token: &str, grant: Grant) {
        self.tokens.insert(token.to_owned(), Arc::new(grant));
    }

    /// Returns the number of tokens, [`TOKEN`] among them.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Authenticates a request to an operation by its `Authorization` header.
    ///
    /// # Errors
    ///
    /// A 401 if there is no valid credential in it.
    #[cfg_attr(
        not(feature = "app"),
        expect(unused_variables, reason = "only an App has operations of its own, and tokens that expire")
    )]
    pub(crate) fn authenticate(
        &self,
        operation: Option<&Operation>,
        authorization: Option<&HeaderValue>,
        now: DateTime<Utc>,
    ) -> Result<Credential, Response> {
        let header = authorization.ok_or_else(|| unauthorized("Requires authentication"))?;
        let token = token(header).ok_or_else(|| unauthorized("Bad credentials"))?;
        #[cfg(feature = "app")]
        if operation.is_some_and(|operation| app::handler(operation).is_some()) {
            app::check_jwt(token, now).map_err(unauthorized)?;
            return Ok(Credential { kind: CredentialKind::AppJwt, key: app::ID.to_owned() });
        }
        if let Some(grant) = self.tokens.get(token) {
            return Ok(Credential::token(Arc::clone(grant), None, token));
        }
        #[cfg(feature = "app")]
        if let Some(issued) = self.app.find_token(token, now) {
            return Ok(Credential::token(issued.grant, Some(issued.owner), token));
        }
        Err(unauthorized("Bad credentials"))
    }
}

/// Returns the token of an `Authorization` header, by either of the schemes that GitHub accepts.
fn token(header: &HeaderValue) -> Option<&str> {
    let (scheme, token) = header.to_str().ok()?.split_once(' ')?;
    let known = ["bearer", "token"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    known.then_some(token.trim())
}

fn unauthorized(message: &str) -> Response {
    Response::error(StatusCode::UNAUTHORIZED, message)
}
