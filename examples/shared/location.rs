//! The location of a secret as text.

use github_secret_scanning::models::FirstDetectedLocation;
use github_secret_scanning::printable;

/// Formats a location as `path:line` for files and as a URL otherwise; empty if it is unknown.
pub(crate) fn location_text(location: Option<&FirstDetectedLocation>) -> String {
    location.map(|location| printable(&location.to_string())).unwrap_or_default()
}
