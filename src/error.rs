//! The one error of this crate, and what it can be asked.

mod body;
pub(crate) mod clean;
mod display;
mod kind;
mod origin;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use github_secret_scanning_generated::Operation;

use crate::rate_limit::Limit;

pub use body::ErrorDetail;
pub use kind::ErrorKind;
pub(crate) use origin::{Received, request_id};

/// A failed call.
///
/// It is one pointer wide. `Display` is one line that says what happened, to which operation,
/// whether it is safe to try again, and what to do. Neither that nor `Debug` ever holds a token, a
/// detected secret, or the body of a request or an answer. GitHub's own message is in it, cut to a
/// bounded line with credentials masked.
///
/// [`source`](std::error::Error::source) is the transport's error, where there is one, and for
/// [`TokenUnavailable`](ErrorKind::TokenUnavailable) what kept the token from being had.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    status: Option<u16>,
    argument: Option<&'static str>,
    /// What is wrong, in this crate's words; never made from a value.
    reason: Option<Cow<'static, str>>,
    message: Option<String>,
    documentation_url: Option<String>,
    details: Vec<ErrorDetail>,
    request_id: Option<String>,
    attempts: u32,
    retry_after: Option<Duration>,
    /// When the server answered by its own clock, in seconds since 1970.
    date: Option<i64>,
    needed_permissions: Option<String>,
    granted_permissions: Option<String>,
    place: Option<Place>,
    limit: Option<Limit>,
    /// Whether the request went out and nobody said what became of it.
    outcome_unknown: bool,
    /// Shared, because many calls can fail for one failed renewal.
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// Where in an answer decoding failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
}

impl Error {
    /// What went wrong, to branch on.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The published id of the operation, for example `secret-scanning/get-alert`.
    ///
    /// `None` for what fails outside of a call: building a client, naming a repository.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.id)
    }

    /// The HTTP status, if an answer arrived, even one that then could not be read.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The argument that was refused, where [`kind`](Self::kind) is
    /// [`InvalidArgument`](ErrorKind::InvalidArgument).
    pub fn argument(&self) -> Option<&'static str> {
        self.0.argument
    }

    /// GitHub's message, at most 500 characters on one line.
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// The page of GitHub's documentation that its answer points to.
    pub fn documentation_url(&self) -> Option<&str> {
        self.0.documentation_url.as_deref()
    }

    /// What GitHub found wrong with the request, one by one; often empty.
    pub fn details(&self) -> &[ErrorDetail] {
        &self.0.details
    }

    /// The id by which GitHub's support finds the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How many times the request was sent, or tried to be, with retries and redirects; 0 if it was
    /// refused before.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long to wait before trying again, counted from the answer; at most a day.
    ///
    /// For a rate limit it is always there: what `Retry-After` says, else the time until the
    /// window ends by the answer's own clock, else a minute, and twice as much each time that it is
    /// hit again. For [`Deadline`](ErrorKind::Deadline) it is there if the call waited for a limit;
    /// for other kinds if the answer has a `Retry-After`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after.or_else(|| self.token_failure()?.retry_after())
    }

    /// Whether this was a write that was sent and may have taken effect all the same.
    ///
    /// So it is when the connection was lost after sending, when no answer came in time, when the
    /// server failed, and when a success could not be read. Read the current state before sending
    /// such a request again. Always false for reads.
    pub fn may_have_been_applied(&self) -> bool {
        let reads = |operation: &Operation| matches!(operation.method, "GET" | "HEAD");
        self.0.outcome_unknown && !self.0.operation.is_some_and(reads)
    }

    /// Whether the same request may succeed later, and cannot take effect twice by being sent
    /// again.
    ///
    /// True for rate limits, deadlines, failed connections, and a token that was not given out for
    /// such a reason, and on reads also for server errors, timeouts and broken connections. Wait for
    /// [`retry_after`](Self::retry_after) first.
    pub fn is_retryable(&self) -> bool {
        // Outside of a call there is nothing that could be sent again.
        let sent = self.0.operation.is_some();
        let deciding = self.token_failure().unwrap_or(self);
        sent && deciding.0.kind.is_transient() && !self.may_have_been_applied()
    }

    /// The failure for which there was no token, where it is one of ours.
    fn token_failure(&self) -> Option<&Self> {
        let source = self.0.source.as_deref().filter(|_| self.0.kind == ErrorKind::TokenUnavailable);
        source.and_then(|source| source.downcast_ref())
    }

    /// When the server answered by its own clock, in seconds since 1970.
    pub(crate) fn date(&self) -> Option<i64> {
        self.0.date
    }

    /// The permissions that the operation needs.
    ///
    /// On 401, 403 and 404: as the answer names them (`X-Accepted-GitHub-Permissions`), else as
    /// they are documented.
    pub fn needed_permissions(&self) -> Option<&str> {
        self.0.needed_permissions.as_deref()
    }

    /// The scopes that the token has, as the answer names them (`X-OAuth-Scopes`).
    ///
    /// GitHub names them for classic tokens alone.
    pub fn granted_permissions(&self) -> Option<&str> {
        self.0.granted_permissions.as_deref()
    }

    /// Where in the answer decoding failed, for example `[3].created_at`.
    pub fn decode_path(&self) -> Option<&str> {
        self.0.place.as_ref().map(|place| place.path.as_str())
    }

    /// The line on which decoding failed, from 1.
    ///
    /// For one item of a list, it counts within that item.
    pub fn decode_line(&self) -> Option<usize> {
        self.0.place.as_ref()?.line
    }

    /// The column in which decoding failed, from 1.
    pub fn decode_column(&self) -> Option<usize> {
        self.0.place.as_ref()?.column
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
