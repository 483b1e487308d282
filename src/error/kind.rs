//! The kinds of failure.

use std::fmt;

/// The kind of an [`Error`](super::Error), by what a caller can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was refused before it was sent: see [`Error::argument`](super::Error::argument).
    InvalidArgument,
    /// The call was not made in a tokio runtime; the request was not sent.
    NoRuntime,
    /// 401: the token is missing, expired, revoked, or meant for another host.
    Unauthenticated,
    /// There is no token: the token provider failed, or an installation access token could not be
    /// fetched for a reason that may pass. The [`source`](std::error::Error::source) is the reason; the
    /// request was not sent.
    TokenUnavailable,
    /// No installation access token, because GitHub does not accept the app JWT (401) or does not know
    /// the App (404): its id, its key or the host is wrong. The request was not sent.
    AppUnauthenticated,
    /// No installation access token, because there is no such installation of the App (404), or it may
    /// not be used, for example because it is suspended (403). The request was not sent.
    InstallationUnavailable,
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
    /// A redirect that is not followed: to another scheme, host or port, to a path outside of the base URL,
    /// the sixth in a row, one that would turn a write into a read, or one with a target that is malformed
    /// or longer than 8 KiB.
    ///
    /// The message contains the target, without its query.
    Redirect,
    /// A wait would exceed the deadline of the call, or exceeded it, mostly for a rate limit.
    ///
    /// No request is in flight, and the server has not acted on any, unless
    /// [`Error::outcome_unknown`](super::Error::outcome_unknown). [`Error::retry_after`] is the
    /// rest of the wait, where it is known.
    ///
    /// [`Error::retry_after`]: super::Error::retry_after
    Deadline,
    /// Connected, but no complete response arrived within the timeout of the attempt.
    Timeout,
    /// No connection could be made, or not in time; nothing was sent.
    Connect,
    /// The connection closed before the response was complete, or the server refused the request over HTTP/2 before it
    /// processed it (`REFUSED_STREAM`, `GOAWAY`): then a write is sent again as well, and its outcome is known.
    Transport,
    /// The response is larger than [`max_body_bytes`](crate::ClientBuilder::max_body_bytes), has more than 131,072 JSON
    /// values, or is a page of more than 1,000 items. Nothing of it was decoded.
    TooLarge,
    /// The body of the response does not have the declared form. A list is not a list, or not JSON; its malformed items
    /// are of kind [`MalformedItems`](Self::MalformedItems).
    Decode,
    /// All pages of a list were read, and some of its items do not decode: the error after the last item of a
    /// [stream](crate::Items). All other items were returned; see
    /// [`Error::malformed_items`](super::Error::malformed_items).
    MalformedItems,
    /// The next page of a list cannot be requested, because the response names it in a form that the
    /// list does not have, or by the token of the request.
    Pagination,
    /// Code of the caller panicked inside of the call: its retry policy, clock or token provider, or its HTTP client. So
    /// does a call in a tokio runtime without its timer or its I/O driver.
    ///
    /// The panic is contained: other calls continue, and permits are released. The panic hook has its message, which the
    /// error does not contain. With `panic = "abort"` the process ends instead.
    Panicked,
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
            408 | 500.. => Self::Server,
            _ => Self::UnexpectedStatus,
        }
    }

    /// Returns the kind in snake case, for example `not_found`: a label for metrics, stable within a major version.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidArgument => "invalid_argument",
            Self::NoRuntime => "no_runtime",
            Self::Unauthenticated => "unauthenticated",
            Self::TokenUnavailable => "token_unavailable",
            Self::AppUnauthenticated => "app_unauthenticated",
            Self::InstallationUnavailable => "installation_unavailable",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::Validation => "validation",
            Self::BadRequest => "bad_request",
            Self::RateLimited => "rate_limited",
            Self::Server => "server",
            Self::UnexpectedStatus => "unexpected_status",
            Self::Redirect => "redirect",
            Self::Deadline => "deadline",
            Self::Timeout => "timeout",
            Self::Connect => "connect",
            Self::Transport => "transport",
            Self::TooLarge => "too_large",
            Self::Decode => "decode",
            Self::MalformedItems => "malformed_items",
            Self::Pagination => "pagination",
            Self::Panicked => "panicked",
        }
    }

    /// Returns whether the request was not sent for lack of a token.
    pub(crate) fn lacks_token(self) -> bool {
        matches!(self, Self::TokenUnavailable | Self::AppUnauthenticated | Self::InstallationUnavailable)
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

impl fmt::Display for ErrorKind {
    /// Writes [`as_str`](Self::as_str).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_kind_has_a_text_of_its_own_in_snake_case() {
        // The match above is exhaustive, so its arms are all kinds.
        let arms = include_str!("kind.rs").lines().filter_map(|line| {
            let (name, text) = line.trim().strip_prefix("Self::")?.split_once(" => \"")?;
            Some((name, text.strip_suffix("\",")?))
        });
        let mut texts = HashSet::new();
        for (name, text) in arms {
            let mut snake = String::new();
            for character in name.chars() {
                if character.is_ascii_uppercase() && !snake.is_empty() {
                    snake.push('_');
                }
                snake.push(character.to_ascii_lowercase());
            }
            assert_eq!(text, snake);
            assert!(texts.insert(text), "{text} occurs twice");
        }
        assert!(texts.len() > 20, "{texts:?}");
    }

    #[test]
    fn display_is_the_text_and_can_be_padded() {
        assert_eq!(format!("{}|{:>10}", ErrorKind::NotFound, ErrorKind::Server), "not_found|    server");
        assert_eq!(ErrorKind::RateLimited.as_str(), "rate_limited");
    }
}
