//! What is said of the entries of a list that cannot be read.

use github_secret_scanning::MalformedItem;

use crate::ending::say;

/// So many lines do not bury the table.
const LINES: usize = 10;

/// Says where each of the first ones cannot be read, and how many more there are.
pub(crate) fn warn(malformed: &[MalformedItem]) {
    for entry in malformed.iter().take(LINES) {
        say(format_args!("warning: an entry cannot be read at `{}`, and is left out", entry.path()));
    }
    if malformed.len() > LINES {
        say(format_args!("warning: and {} more that cannot be read", malformed.len() - LINES));
    }
}
