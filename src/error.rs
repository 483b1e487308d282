//! The error of this crate.

mod body;
mod constructors;
mod display;
mod kind;
mod malformed_item;
mod malformed_items;
mod panicked;
#[cfg(test)]
mod tests;
mod token_failure;
mod unexpected_body;

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

pub use body::ErrorDetail;
pub use kind::ErrorKind;
pub(crate) use malformed_item::Identity;
pub use malformed_item::MalformedItem;
pub(crate) use malformed_items::{MalformedItems, NAMED};

use crate::exchange::{RequestHead, Target};
use crate::rate_limit::LimitHit;
use token_failure::Source;

/// A failed call.
///
/// It is one pointer wide. `Display` is one line: what happened, to which operation and target, whether
/// it is safe to retry, and what to do.
///
/// `Display` and `Debug` may contain names of owners, repositories, organizations and enterprises, and
/// numbers, of the request and of malformed items (also their URLs). They contain GitHub's own message,
/// cut to one bounded line. They never contain the token of the request or the one before it, nor eight characters of it in
/// a row, also percent-encoded, in base64 or hexadecimal, or interrupted by whitespace or invisible characters; nor a
/// secret property of a model, another part of the body of a request or a response, the value of a query, or a value of
/// a [custom request](crate::Client::request). A text of fewer than six characters counts as no token.
///
/// In GitHub's message, and in the other texts of a server, credentials of known shapes are masked: those of GitHub and
/// other large services, private keys, passwords in URLs. A secret of another shape that GitHub quotes in a message, or
/// another encoding of the token, cannot be recognised.
///
/// [`source`](std::error::Error::source) is the error of the transport, where there is one without a text of the server;
/// the error of the last attempt, if the retry policy panicked. Without a
/// token it is the reason for that, which `Display` repeats: the error of the token provider, or the
/// [`Error`] of the request for an installation access token.
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    head: Option<RequestHead>,
    target: Option<Target>,
    status: Option<u16>,
    argument: Option<&'static str>,
    /// The cause in this crate's words; never made from a value.
    reason: Option<Cow<'static, str>>,
    message: Option<String>,
    documentation_url: Option<String>,
    details: Vec<ErrorDetail>,
    request_id: Option<String>,
    attempts: u32,
    retry_after: Option<Duration>,
    /// The time of the response by the server's clock.
    date: Option<SystemTime>,
    needed_permissions: Option<String>,
    token_scopes: Option<String>,
    json_path: Option<JsonPath>,
    /// Those of a list, up to the error.
    malformed: MalformedItems,
    limit_hit: Option<LimitHit>,
    /// Whether the request was sent and may have had an effect; also set for reads.
    outcome_unknown: bool,
    source: Option<Source>,
}

/// The position in a JSON document at which decoding failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct JsonPath {
    pub(crate) path: String,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
}

impl Error {
    /// Returns the kind of failure, to branch on.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the published id of the operation, for example `secret-scanning/get-alert`; the path
    /// template for a [custom request](crate::Client::request).
    ///
    /// `None` for a failure outside of a call: building a client, creating a scope.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.head.map(|head| head.operation)
    }

    /// Returns the target of the request, for a person: `acme/widgets, alert 42`, `organization acme`,
    /// `enterprise acme-inc`, or `installation 7` for the request for an installation access token.
    ///
    /// `None` for a custom request, whose values may be anything, and for a failure before there is a
    /// request.
    pub fn target(&self) -> Option<&str> {
        self.0.target.as_deref()
    }

    /// Returns the HTTP status, if a response arrived, even one that could not be decoded.
    ///
    /// For [`AppUnauthenticated`](ErrorKind::AppUnauthenticated),
    /// [`InstallationUnavailable`](ErrorKind::InstallationUnavailable) and
    /// [`TokenUnavailable`](ErrorKind::TokenUnavailable), the status, message and request id are those of
    /// the request for the installation access token.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// Returns the refused argument, or variable of the environment, where [`kind`](Self::kind) is
    /// [`InvalidArgument`](ErrorKind::InvalidArgument).
    pub fn argument(&self) -> Option<&'static str> {
        self.0.argument
    }

    /// Returns GitHub's message, at most 500 characters on one line.
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// Returns the URL of GitHub's documentation that the response contains.
    pub fn documentation_url(&self) -> Option<&str> {
        self.0.documentation_url.as_deref()
    }

    /// Returns the faults that GitHub found in the request; often empty.
    pub fn details(&self) -> &[ErrorDetail] {
        &self.0.details
    }

    /// Returns the id by which GitHub's support finds the request: groups of hexadecimal digits, separated by `:` or `-`.
    /// Another form counts as absent, because a header can repeat a token.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Returns the number of attempts, retries and redirects included; 0 if the request was refused
    /// before it was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns how long to wait before a retry, counted from the response; at most a day.
    ///
    /// Always present for a rate limit: the value of `Retry-After`, else the time until the window
    /// ends by the server's clock, else a minute, doubled each time the limit is hit again. Present
    /// for [`Deadline`](ErrorKind::Deadline) if the call waited for a limit, and for other kinds if
    /// the response has a `Retry-After`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after.or_else(|| self.token_failure()?.retry_after())
    }

    /// Returns whether this was a write that was sent and may have had an effect.
    ///
    /// True when the connection closed after sending, no response arrived in time, the server failed,
    /// a success could not be decoded, or code of the caller panicked before the response was classified.
    /// Read the current state before sending such a request again. False if the server certainly did not act
    /// on it, and always false for reads.
    pub fn outcome_unknown(&self) -> bool {
        // One installation access token more is no effect that a caller has to look for.
        self.0.outcome_unknown && !self.0.head.is_some_and(|head| head.is_read() || head.fetches_token)
    }

    /// Returns whether the same request may succeed later, and has no second effect if it is sent
    /// again.
    ///
    /// True for rate limits, deadlines and failed connections, also while a token was fetched, and on
    /// reads for server errors, timeouts and closed connections. Wait for
    /// [`retry_after`](Self::retry_after) first.
    pub fn is_retryable(&self) -> bool {
        // Outside of a call there is no request to send again.
        let in_call = self.0.head.is_some();
        let failure = self.token_failure().filter(|_| self.0.kind == ErrorKind::TokenUnavailable);
        let deciding = failure.unwrap_or(self);
        in_call && deciding.0.kind.is_transient() && !self.outcome_unknown()
    }

    /// Returns the same error, for another call that depends on the request.
    #[cfg(feature = "app")]
    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// Returns the time of the response by the server's clock.
    #[cfg(feature = "app")]
    pub(crate) fn date(&self) -> Option<SystemTime> {
        self.0.date
    }

    /// Returns the rate limit that the request was refused for.
    pub(crate) fn limit_hit(&self) -> Option<LimitHit> {
        self.0.limit_hit
    }

    /// Returns the permissions that the operation needs.
    ///
    /// On 401, 403 and 404, unless a rate limit is the reason: those of the header
    /// `X-Accepted-GitHub-Permissions`, else the documented ones.
    pub fn needed_permissions(&self) -> Option<&str> {
        self.0.needed_permissions.as_deref()
    }

    /// Returns the scopes of the token, from the header `X-OAuth-Scopes`.
    ///
    /// GitHub sends it for classic tokens alone.
    pub fn token_scopes(&self) -> Option<&str> {
        self.0.token_scopes.as_deref()
    }

    /// Returns the JSON path at which decoding failed, for example `[3].created_at`, with `?` for a key that is not
    /// plain words.
    pub fn decode_path(&self) -> Option<&str> {
        self.0.json_path.as_ref().map(|at| at.path.as_str())
    }

    /// Returns the line on which decoding failed, from 1.
    ///
    /// For one item of a list, it counts within that item.
    pub fn decode_line(&self) -> Option<usize> {
        self.0.json_path.as_ref()?.line
    }

    /// Returns the column in which decoding failed, from 1.
    pub fn decode_column(&self) -> Option<usize> {
        self.0.json_path.as_ref()?.column
    }

    /// Returns the malformed items of the list, up to the error: at most the first hundred.
    ///
    /// For kind [`MalformedItems`](ErrorKind::MalformedItems), and for every error that ends a stream of
    /// [items](crate::Items) early. Otherwise empty.
    pub fn malformed_items(&self) -> &[MalformedItem] {
        self.0.malformed.first()
    }

    /// Returns the number of malformed items of the list, up to the error.
    pub fn malformed_count(&self) -> usize {
        self.0.malformed.count()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
