//! The errors of a success that does not have the declared form.

use super::{Error, ErrorKind, JsonPath};
use crate::exchange::ResponseSummary;

impl Error {
    /// A success that is larger than a limit; nothing of it was decoded.
    pub(crate) fn too_large(reason: String, received: ResponseSummary) -> Self {
        let mut error = Self::with_reason(ErrorKind::TooLarge, reason).received(received);
        error.0.outcome_unknown = true;
        error
    }

    /// A success with a status that the operation does not declare.
    pub(crate) fn undeclared_status(received: ResponseSummary) -> Self {
        let mut error = Self::new(ErrorKind::UnexpectedStatus).received(received);
        error.0.outcome_unknown = true;
        error
    }

    /// A success whose body does not have the declared form.
    pub(crate) fn undecodable(at: JsonPath, received: ResponseSummary) -> Self {
        let mut error = Self::new(ErrorKind::Decode).received(received);
        error.0.json_path = Some(at);
        error.0.outcome_unknown = true;
        error
    }

    /// A success without a body, where one is needed.
    pub(crate) fn empty_body(received: ResponseSummary) -> Self {
        let mut error = Self::with_reason(ErrorKind::Decode, "the response has no body").received(received);
        error.0.outcome_unknown = true;
        error
    }

    /// A list whose next page cannot be requested.
    pub(crate) fn pagination(reason: &'static str) -> Self {
        Self::with_reason(ErrorKind::Pagination, reason)
    }
}
