//! What a caller branches on when a call fails.

/// The kinds of failure, told apart by what a caller would do about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was refused here, before anything was sent: see [`Error::argument`].
    ///
    /// [`Error::argument`]: super::Error::argument
    InvalidArgument,
    /// 401: the token is missing, expired, revoked, or meant for another host.
    Unauthenticated,
    /// No token could be had: the App's was not given out, or the token provider failed. The
    /// [`source`](std::error::Error::source) says why; the request itself was not sent.
    TokenUnavailable,
    /// 403 without a sign of a rate limit: the token may not do this.
    Forbidden,
    /// 404: there is no such thing, or the token may not see it.
    NotFound,
    /// 409: somebody else changed the thing meanwhile.
    Conflict,
    /// 422: GitHub read the request and refused what it says.
    Validation,
    /// 400: GitHub could not make sense of the request.
    BadRequest,
    /// 429, or 403 with a sign of a rate limit: see [`Error::retry_after`].
    ///
    /// [`Error::retry_after`]: super::Error::retry_after
    RateLimited,
    /// Any status from 500 on, and 408.
    Server,
    /// Any other status that the operation does not declare.
    UnexpectedStatus,
    /// The answer points elsewhere, and is not followed: another scheme, host or port, more than
    /// five in a row, a write that would have to become a read, or a target that cannot be read.
    ///
    /// The message names the target, without its query.
    Redirect,
    /// A wait would go beyond the deadline of the call, or went: for a rate limit, mostly.
    ///
    /// Nothing is on its way any more, and the server has not acted on the request.
    /// [`Error::retry_after`] is what is left to wait, where that is known.
    ///
    /// [`Error::retry_after`]: super::Error::retry_after
    Deadline,
    /// Connected, but no complete answer came within the time of an attempt.
    Timeout,
    /// No connection could be made, or not in time; nothing was sent.
    Connect,
    /// The connection broke after the request was on its way.
    Transport,
    /// The answer is larger than the client is ready to read.
    TooLarge,
    /// The answer arrived, and is not what the operation declares.
    Decode,
    /// The list does not say properly where it goes on.
    Pagination,
}

impl ErrorKind {
    /// The kind of a status that is no success and no sign of a rate limit.
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

    /// Whether the same request may fare better later.
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
