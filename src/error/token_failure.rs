//! The errors of a request that has no token to send with.

use std::sync::Arc;

use super::{Error, ErrorKind};

/// Anything that can be the source of an error. Shared, because many calls can fail for one failed refresh of a token.
pub(crate) type Source = Arc<dyn std::error::Error + Send + Sync>;

/// What a call waits for while a GitHub App fetches its token.
#[cfg(feature = "app")]
const INSTALLATION_TOKEN: &str = "an installation access token";

/// A part of GitHub's message of a 404 for an app JWT whose issuer is unknown. The one for an unknown installation is
/// «Not Found».
#[cfg(feature = "app")]
const UNKNOWN_APP: &str = "integration not found";

impl Error {
    /// There is no token to send with, because of `source`.
    pub(crate) fn token_unavailable(reason: &'static str, source: Source) -> Self {
        Self::unusable_token(reason).caused_by(source)
    }

    /// There is a token, and it cannot be sent.
    pub(crate) fn unusable_token(reason: &'static str) -> Self {
        Self::with_reason(ErrorKind::TokenUnavailable, reason)
    }

    /// The request for an installation access token failed. Keeps what is known of its response.
    #[cfg(feature = "app")]
    pub(crate) fn no_installation_token(source: Arc<Self>) -> Self {
        let (kind, reason) = match source.kind() {
            ErrorKind::Deadline => return Self::installation_token_pending(source),
            ErrorKind::Unauthenticated => {
                (ErrorKind::AppUnauthenticated, "GitHub does not accept the app JWT")
            }
            ErrorKind::NotFound if source.names_unknown_app() => {
                (ErrorKind::AppUnauthenticated, "GitHub does not know the app")
            }
            ErrorKind::NotFound => {
                (ErrorKind::InstallationUnavailable, "GitHub has no such installation of the app")
            }
            ErrorKind::Forbidden => {
                (ErrorKind::InstallationUnavailable, "the installation of the app may not be used")
            }
            _ => (ErrorKind::TokenUnavailable, "the installation access token could not be fetched"),
        };
        let mut error = Self::with_reason(kind, reason);
        error.0.status = source.0.status;
        error.0.message.clone_from(&source.0.message);
        error.0.documentation_url.clone_from(&source.0.documentation_url);
        error.0.request_id.clone_from(&source.0.request_id);
        error.caused_by(source)
    }

    /// The deadline of the call passed while an installation access token was fetched; `source` is about that request.
    #[cfg(feature = "app")]
    pub(crate) fn installation_token_pending(source: Arc<Self>) -> Self {
        Self::deadline_exceeded(INSTALLATION_TOKEN).caused_by(source)
    }

    /// The deadline of the call passed while its token request waited for `awaited`, after the last attempt of that
    /// failed with `failed`.
    #[cfg(feature = "app")]
    pub(crate) fn token_request_pending(awaited: &'static str, failed: Option<Arc<Self>>) -> Self {
        let reason = format!("deadline of the call exceeded (waiting for {awaited})");
        let mut error = Self::with_reason(ErrorKind::Deadline, reason);
        error.0.retry_after = failed.as_deref().and_then(Self::retry_after);
        match failed {
            Some(failed) => error.caused_by(failed),
            None => error,
        }
    }

    #[cfg(feature = "app")]
    fn names_unknown_app(&self) -> bool {
        self.message().is_some_and(|message| message.to_ascii_lowercase().contains(UNKNOWN_APP))
    }

    fn caused_by(mut self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    /// Returns the error of this crate for which there is no token.
    pub(super) fn token_failure(&self) -> Option<&Self> {
        let waits_for_token = self.0.kind.lacks_token() || self.0.kind == ErrorKind::Deadline;
        self.0.source.as_deref().filter(|_| waits_for_token)?.downcast_ref()
    }
}
