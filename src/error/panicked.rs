//! The errors of a call in which code of the caller panicked.

use std::sync::Arc;

use super::{Error, ErrorKind};
use crate::panics::{Panicked, RETRY_POLICY};

impl Error {
    /// Code of the caller panicked inside of the call.
    pub(crate) fn panicked(panicked: Panicked) -> Self {
        Self::with_reason(ErrorKind::Panicked, format!("{} panicked", panicked.code))
    }

    /// The retry policy panicked when it was called for the attempt that failed with `failed`.
    pub(crate) fn undecided(failed: Self) -> Self {
        let mut error = Self::panicked(Panicked { code: RETRY_POLICY });
        error.0.head = failed.0.head;
        error.0.target.clone_from(&failed.0.target);
        error.0.attempts = failed.0.attempts;
        error.0.outcome_unknown = failed.0.outcome_unknown;
        error.0.source = Some(Arc::new(failed));
        error
    }
}
