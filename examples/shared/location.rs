//! Where a secret was found, in one line.

use github_secret_scanning::models::FirstDetectedLocation;

use crate::text::printable;

/// `path:line` for files, otherwise an address; empty where it is not known.
pub(crate) fn shown(location: Option<&FirstDetectedLocation>) -> String {
    location.map(|location| printable(&location.to_string())).unwrap_or_default()
}
