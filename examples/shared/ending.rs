//! How a program ends: what it says on standard error, and its exit code.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::text::printable;

/// Whatever keeps a program from doing what it was asked; its text is one line.
pub(crate) type Failure = Box<dyn Error + Send + Sync>;

/// Says one line to the person; that nobody reads it is no failure.
pub(crate) fn say(line: impl Display) {
    let line = printable(line.to_string().trim_end());
    let _ = writeln!(io::stderr(), "{line}");
}

/// 1 with a line of what went wrong, unless it is only that nobody reads on (as with `| head`).
pub(crate) fn ending(result: Result<ExitCode, Failure>) -> ExitCode {
    let Err(failure) = result else {
        return result.unwrap_or(ExitCode::FAILURE);
    };
    let io = failure.downcast_ref::<io::Error>().map(io::Error::kind);
    if io == Some(ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    say(format_args!("error: {failure}"));
    ExitCode::FAILURE
}
