//! What is refused before anything is sent, and under which name.

mod arguments;
mod names;

use github_secret_scanning::{Error, ErrorKind};

use crate::support::Server;

/// It was refused for this argument, and the server saw nothing of it.
fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error>, argument: &str, server: &Server) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
    assert_eq!(error.argument(), Some(argument), "{error}");
    assert!(error.to_string().contains(&format!("`{argument}`")), "{error}");
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(!error.outcome_unknown() && !error.is_retryable());
    assert!(server.received().is_empty(), "{:?}", server.received());
}
