//! Validation of arguments before sending.

mod arguments;
mod names;

use github_secret_scanning::{Error, ErrorKind};

use crate::support::Server;

/// Asserts that a call failed because of this argument, and sent nothing.
fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error>, argument: &str, server: &Server) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
    assert_eq!(error.argument(), Some(argument), "{error}");
    assert!(error.to_string().contains(&format!("`{argument}`")), "{error}");
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(!error.outcome_unknown() && !error.is_retryable());
    assert!(server.received().is_empty(), "{:?}", server.received());
}
