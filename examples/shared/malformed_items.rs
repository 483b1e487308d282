//! Warnings about the malformed items of a list.

use github_secret_scanning::MalformedItem;

use crate::exit::log;

/// The number of items that are logged one by one.
const MAX_LINES: usize = 10;

/// Logs each of the first items, and the number of the others.
pub(crate) fn warn(malformed: &[MalformedItem]) {
    for item in malformed.iter().take(MAX_LINES) {
        log(format_args!("warning: skipped malformed {item}"));
    }
    if malformed.len() > MAX_LINES {
        log(format_args!("warning: skipped {} more malformed items", malformed.len() - MAX_LINES));
    }
}
