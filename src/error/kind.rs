//! The kinds of failure.

/// The kind of an [`Error`](super::Error), by what a caller can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was refused before it was sent: see [`Error::argument`](super::Error::argument).
    InvalidArgument,
    /// 401: the token is missing, expired, revoked, or meant for another host.
    Unauthenticated,
    /// There is no token: an installation access token could not be fetched, or the token provider
    /// failed. The [`source`](std::error::Error::source) is the reason; the request was not sent.
    TokenUnavailable,
    /// 403 that is no rate limit: the token lacks a permission.
    Forbidden,
    /// 404: the resource does not exist, or the token may not read it.
    NotFound,
    /// 409: the resource was changed meanwhile.
    Conflict,
    /// 422: GitHub refused the content of the request.
    Validation,
    /// 400: GitHub could not read the request.
    BadRequest,
    /// 429, or 403 for a rate limit: see [`Error::retry_after`](super::Error::retry_after).
    RateLimited,
    /// Any status from 500 on, and 408.
    Server,
    /// Any other status that the operation does not declare.
    UnexpectedStatus,
    /// A redirect that is not followed: to another scheme, host or port, the sixth in a row, one that
    /// would turn a write into a read, or one with a malformed target.
    ///
    /// The message contains the target, without its query.
    Redirect,
    /// A wait would exceed the deadline of the call, or exceeded it, mostly for a rate limit.
    ///
    /// No request is in flight, and the server has not acted on any. [`Error::retry_after`] is the
    /// rest of the wait, where it is known.
    ///
    /// [`Error::retry_after`]: super::Error::retry_after
    Deadline,
    /// Connected, but no complete response arrived within the timeout of the attempt.
    Timeout,
    /// No connection could be made, or not in time; nothing was sent.
    Connect,
    /// The connection closed before the response was complete.
    Transport,
    /// The response is larger than the configured limit.
    TooLarge,
    /// The body of the response does not have the declared form. A list is not a list, or not JSON; its malformed items
    /// are of kind [`MalformedItems`](Self::MalformedItems).
    Decode,
    /// All pages of a list were read, and some of its items do not decode: the error after the last item of a
    /// [stream](crate::Items). All other items were returned; see
    /// [`Error::malformed_items`](super::Error::malformed_items).
    MalformedItems,
    /// The next page of a list cannot be requested, because the response names it in a form that the
    /// list does not have.
    Pagination,
}

impl ErrorKind {
    /// Returns the kind of a status that is neither a success nor a rate limit.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            400 => Self::BadRequest,
            401 => Self::Unauthenticated,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            409 => Self::Conflict,
            422 => Self::Validation,
            429 => Self::RateLimited,
            408 | 500.. => Self::Server,
            _ => Self::UnexpectedStatus,
        }
    }

    /// Returns whether the same request may succeed later.
    pub(super) fn is_transient(self) -> bool {
        matches!(
            self,
            Self::RateLimited
                | Self::Server
                | Self::Timeout
                | Self::Connect
                | Self::Transport
                | Self::Deadline
        )
    }
}
