//! Building blocks of the typed httpmock helpers.

use serde::Serialize;
use serde_json::Value;

/// Returns `value` as a path segment, escaped for a regular expression.
pub(crate) fn path_segment(value: &str) -> String {
    regex::escape(&progenitor_client::encode_path(value))
}

/// Returns `value` with its secrets in plain text, as a real server sends them. A value that does not
/// serialise, which no model is, becomes null.
pub(crate) fn json_with_secrets(value: &impl Serialize) -> Value {
    serde_json::to_value(crate::Exposed(value)).unwrap_or_default()
}
