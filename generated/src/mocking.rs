//! What the typed httpmock helpers lean on.

use serde::Serialize;
use serde_json::Value;

/// `value` as it stands in a path, for use within a regular expression that takes it literally.
pub(crate) fn path_segment(value: &str) -> String {
    regex::escape(&progenitor_client::encode_path(value))
}

/// `value` with its secrets in plain text, because a server of tests stands in for one that
/// sends them. A value that does not serialise would be a fault of ours, and shows as a null.
pub(crate) fn json_with_secrets(value: &impl Serialize) -> Value {
    crate::expose_secrets(|| serde_json::to_value(value)).unwrap_or_default()
}
