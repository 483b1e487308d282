//! Exit codes, and messages on standard error.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use github_secret_scanning::printable;

/// An error that ends the program; its text is one line.
pub(crate) type Failure = Box<dyn Error + Send + Sync>;

/// Writes a line to standard error. Ignores a closed pipe.
pub(crate) fn log(line: impl Display) {
    let line = printable(line.to_string().trim_end());
    let _ = writeln!(io::stderr(), "{line}");
}

/// Returns the exit code of a result, and logs its error. A closed pipe, as with `| head`, is a success.
pub(crate) fn exit_code(result: Result<ExitCode, Failure>) -> ExitCode {
    let Err(failure) = result else {
        return result.unwrap_or(ExitCode::FAILURE);
    };
    let io = failure.downcast_ref::<io::Error>().map(io::Error::kind);
    if io == Some(ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    log(format_args!("error: {failure}"));
    ExitCode::FAILURE
}
