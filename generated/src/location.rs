//! The `Display` form of locations.

use std::fmt::{self, Write};

use serde_json::Value;

use crate::text::is_deceptive;
use crate::types::{FirstDetectedLocation, Location};

/// The form of a location of unknown kind.
const UNKNOWN: &str = "unknown location";

/// `path:line` for files, a form that editors and terminals follow; for others the URL on the
/// website, or that of the API if there is no other; for an unknown kind its name. Deceptive characters
/// are escaped, because the author of a push chooses the paths.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match self {
            Self::Other(_) => None,
            known => serde_json::to_value(known).ok().and_then(|known| shown(known.get("details")?)),
        };
        let kind = Some(self.kind()).filter(|kind| !kind.is_empty());
        f.pad(&escaped(&shown.unwrap_or_else(|| kind.unwrap_or(UNKNOWN).to_owned())))
    }
}

/// The same form as for [`Location`]. An unknown kind has no name here, and is an `unknown location`.
impl fmt::Display for FirstDetectedLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match self {
            Self::Other(_) => None,
            known => serde_json::to_value(known).ok().and_then(|known| shown(&known)),
        };
        f.pad(&escaped(shown.as_deref().unwrap_or(UNKNOWN)))
    }
}

/// Uses the names of properties that all kinds share, so that it covers future ones.
fn shown(details: &Value) -> Option<String> {
    let text = |name: &str| details.get(name)?.as_str().filter(|text| !text.is_empty());
    if let (Some(path), Some(line)) = (text("path"), details.get("start_line").and_then(Value::as_u64)) {
        return Some(format!("{path}:{line}"));
    }
    let mut names = details.as_object()?.keys().filter(|name| name.ends_with("_url"));
    text("html_url").or_else(|| names.find_map(|name| text(name))).map(str::to_owned)
}

fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if is_deceptive(character) {
            // Writing to a string does not fail.
            let _ = write!(line, "{}", character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn file(path: &str) -> Value {
        json!({
            "path": path, "start_line": 7, "end_line": 8, "start_column": 1, "end_column": 2,
            "blob_sha": "b", "blob_url": "https://api/blob", "page_url": "https://site/page",
            "commit_sha": "c", "commit_url": "https://api/commit", "html_url": "https://site/blob#L7",
        })
    }

    /// Shown as a location of this kind, and as the first one, which does not name its kind.
    fn shown(kind: &str, details: Value) -> [String; 2] {
        let first: FirstDetectedLocation = serde_json::from_value(details.clone()).unwrap();
        let location: Location = serde_json::from_value(json!({ "type": kind, "details": details })).unwrap();
        [location.to_string(), first.to_string()]
    }

    #[test]
    fn a_file_location_displays_as_path_and_line() {
        for kind in ["commit", "wiki_commit"] {
            assert_eq!(shown(kind, file("src/a b.env")), ["src/a b.env:7", "src/a b.env:7"]);
        }
    }

    #[test]
    fn a_website_location_displays_its_html_url_or_else_its_api_url() {
        let with_both = [
            "issue_title",
            "issue_body",
            "issue_comment",
            "pull_request_title",
            "pull_request_body",
            "pull_request_comment",
            "pull_request_review",
            "pull_request_review_comment",
        ];
        for kind in with_both {
            let of_api = json!({ format!("{kind}_url"): "https://api/1" });
            assert_eq!(shown(kind, of_api.clone()), ["https://api/1", "https://api/1"], "{kind}");
            let mut with_site = of_api;
            with_site["html_url"] = json!("https://site/1");
            assert_eq!(shown(kind, with_site), ["https://site/1", "https://site/1"], "{kind}");
        }
        for kind in ["discussion_title", "discussion_body", "discussion_comment"] {
            let details = json!({ format!("{kind}_url"): "https://site/2" });
            assert_eq!(shown(kind, details), ["https://site/2", "https://site/2"], "{kind}");
        }
    }

    #[test]
    fn an_unknown_kind_displays_its_name_without_its_details() {
        let details = json!({ "path": "ghp_leak", "start_line": 1, "html_url": "ghp_leak" });
        assert_eq!(shown("gist", details), ["gist", "unknown location"]);
        for nameless in [json!({ "type": 5, "details": {} }), json!({ "type": "" })] {
            let location: Location = serde_json::from_value(nameless).unwrap();
            assert_eq!(location.to_string(), "unknown location");
        }
        let hostile: Location = serde_json::from_value(json!({ "type": "a\u{1b}[2J\nb" })).unwrap();
        assert_eq!(hostile.to_string(), "a\\u{1b}[2J\\nb");
    }

    #[test]
    fn control_and_bidi_characters_are_escaped() {
        let path = "a\r\nERROR b\t\u{1b}]8;;x\u{7}\u{9b}\u{202e}gpj.exe\u{2028}ä/\u{1f980}";
        let expected = "a\\r\\nERROR b\\t\\u{1b}]8;;x\\u{7}\\u{9b}\\u{202e}gpj.exe\\u{2028}ä/\u{1f980}:7";
        assert_eq!(shown("commit", file(path)), [expected, expected]);
        let url = json!({ "issue_body_url": "https://api/\u{1b}[31m" });
        assert_eq!(shown("issue_body", url)[0], "https://api/\\u{1b}[31m");
    }

    #[test]
    fn a_first_location_converts_into_a_location_of_its_kind() {
        let first: FirstDetectedLocation = serde_json::from_value(file("a.env")).unwrap();
        let location = Location::from(first);
        assert_eq!((location.kind(), location.to_string().as_str()), ("commit", "a.env:7"));
        for kind in ["issue_title", "pull_request_review_comment", "discussion_body"] {
            let details = json!({ format!("{kind}_url"): "https://api/1" });
            let first: FirstDetectedLocation = serde_json::from_value(details).unwrap();
            assert_eq!(Location::from(first).kind(), kind);
        }
    }

    #[test]
    fn a_first_location_of_unknown_shape_converts_without_a_kind_and_keeps_its_json() {
        let first: FirstDetectedLocation =
            serde_json::from_value(json!({ "gist_url": "https://api/1" })).unwrap();
        let location = Location::from(first);
        assert_eq!((location.kind(), location.to_string().as_str()), ("", "unknown location"));
        let stored = serde_json::to_value(&location).unwrap();
        assert_eq!(stored, json!({ "type": null, "details": { "gist_url": "https://api/1" } }));
        assert_eq!(serde_json::from_value::<Location>(stored).unwrap(), location);
    }

    #[test]
    fn a_location_can_be_padded() {
        let location: Location =
            serde_json::from_value(json!({ "type": "commit", "details": file("a") })).unwrap();
        assert_eq!(format!("{location:5}|"), "a:7  |");
    }
}
