//! The body of a response that is no success.

use serde_json::Value;

use crate::text::{Redaction, clean};

/// The longest message that is kept, in characters.
const MESSAGE_LIMIT: usize = 500;
/// The longest documentation URL that is kept, in characters.
const URL_LIMIT: usize = 300;
/// The longest part of a detail that is kept, in characters.
const DETAIL_LIMIT: usize = 200;
/// The largest number of details that are kept.
const DETAILS: usize = 20;

/// One fault that GitHub found in a request.
///
/// GitHub also repeats the faulty value, which is left out because it may be a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The type of the faulty resource.
    pub resource: Option<String>,
    /// The faulty field of it.
    pub field: Option<String>,
    /// The reason as a code: `missing`, `invalid`, `already_exists`, and so on.
    pub code: Option<String>,
    /// The reason as a sentence.
    pub message: Option<String>,
}

/// The readable parts; empty if the body is empty, HTML, or not JSON.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Explanation {
    pub(super) message: Option<String>,
    pub(super) documentation_url: Option<String>,
    pub(super) details: Vec<ErrorDetail>,
}

impl Explanation {
    pub(super) fn read(body: &[u8], redaction: &Redaction) -> Self {
        let Ok(Value::Object(fields)) = serde_json::from_slice::<Value>(body) else {
            return Self::default();
        };
        let text = |name: &str, limit| take_text(fields.get(name), limit, redaction);
        // `errors` is a list of strings or objects, and on some endpoints a single one.
        let errors = match fields.get("errors") {
            Some(Value::Array(errors)) => errors.as_slice(),
            Some(error) => std::slice::from_ref(error),
            None => &[],
        };
        Self {
            message: text("message", MESSAGE_LIMIT),
            documentation_url: text("documentation_url", URL_LIMIT),
            details: errors.iter().filter_map(|e| read_detail(e, redaction)).take(DETAILS).collect(),
        }
    }

    /// Returns whether the message is about a rate limit, since secondary limits often come without a
    /// header; `None` without a message.
    pub(super) fn names_limit(&self) -> Option<bool> {
        let message = self.message.as_ref().map(|message| message.to_ascii_lowercase());
        let link = self.documentation_url.as_deref().unwrap_or_default();
        if link.contains("rate-limit") {
            return Some(true);
        }
        message.map(|message| message.contains("rate limit") || message.contains("abuse detection"))
    }
}

fn read_detail(error: &Value, redaction: &Redaction) -> Option<ErrorDetail> {
    let detail = match error {
        Value::String(_) => {
            ErrorDetail { message: take_text(Some(error), DETAIL_LIMIT, redaction), ..ErrorDetail::default() }
        }
        Value::Object(fields) => {
            let text = |name: &str| take_text(fields.get(name), DETAIL_LIMIT, redaction);
            ErrorDetail {
                resource: text("resource"),
                field: text("field"),
                code: text("code"),
                message: text("message"),
            }
        }
        _ => return None,
    };
    (detail != ErrorDetail::default()).then_some(detail)
}

fn take_text(value: Option<&Value>, limit: usize, redaction: &Redaction) -> Option<String> {
    let text = clean(value?.as_str()?, limit, redaction);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn details_are_strings_or_objects_without_the_repeated_value() {
        let body = br#"{"message":"Validation Failed","documentation_url":"https://docs/x",
            "errors":["too long",{"resource":"Alert","field":"state","code":"invalid","value":"hunter2"}, 7, {}]}"#;
        let read = Explanation::read(body, &Redaction::none());
        assert_eq!(read.message.as_deref(), Some("Validation Failed"));
        assert_eq!(read.documentation_url.as_deref(), Some("https://docs/x"));
        assert_eq!(read.details.len(), 2);
        assert_eq!(read.details[0].message.as_deref(), Some("too long"));
        assert_eq!(read.details[1].field.as_deref(), Some("state"));
        assert!(!format!("{read:?}").contains("hunter2"));
    }

    #[test]
    fn empty_html_and_malformed_bodies_have_no_explanation() {
        for body in ["", "<html>502</html>", "{\"message\":", "[]", "\"text\"", "{\"message\":5}"] {
            assert_eq!(
                Explanation::read(body.as_bytes(), &Redaction::none()),
                Explanation::default(),
                "{body}"
            );
        }
    }

    #[test]
    fn a_long_explanation_is_truncated() {
        let body = serde_json::json!({ "message": "x".repeat(9_000), "errors": vec!["e"; 900] });
        let read = Explanation::read(body.to_string().as_bytes(), &Redaction::none());
        assert_eq!(read.message.map(|m| m.chars().count()), Some(MESSAGE_LIMIT + 1));
        assert_eq!(read.details.len(), DETAILS);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Explanation::read(&body, &Redaction::of(&"plantedToken".into()));
        }
    }
}
