//! Asking the person at the terminal.

use std::io::{self, IsTerminal, Write};

use crate::ending::Failure;
use crate::text::printable;

/// Whether somebody is there to see a table and to answer.
pub(crate) fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// What was answered; `None` for an empty line, and for the end of the input.
pub(crate) fn ask(question: &str) -> io::Result<Option<String>> {
    let mut stderr = io::stderr();
    write!(stderr, "{} ", printable(question))?;
    stderr.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    let answer = answer.trim();
    Ok((!answer.is_empty()).then(|| answer.to_owned()))
}

/// Whether it shall be done: `yes` says so beforehand.
pub(crate) fn is_agreed(what: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Err("nobody is there to be asked; --yes does it without asking".into());
    }
    Ok(ask(&format!("{what}? Type yes to do it:"))?.as_deref() == Some("yes"))
}
