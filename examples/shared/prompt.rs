//! Prompts at a terminal.

use std::io::{self, IsTerminal, Write};

use github_secret_scanning::printable;

use crate::exit::Failure;

/// Returns whether standard input and standard output are a terminal.
pub(crate) fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Prompts for a line; `None` for an empty line and at the end of the input.
pub(crate) fn prompt(question: &str) -> io::Result<Option<String>> {
    let mut stderr = io::stderr();
    write!(stderr, "{} ", printable(question))?;
    stderr.flush()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    let line = line.trim();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

/// Prompts for a confirmation of `action`; `yes` confirms it without a prompt.
///
/// # Errors
///
/// Fails without `yes` if standard input is no terminal.
pub(crate) fn confirm(action: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Err("standard input is no terminal; confirm with --yes".into());
    }
    Ok(prompt(&format!("{action}? Type yes to confirm:"))?.as_deref() == Some("yes"))
}
