//! The one part of serde's messages that comes from the model, and not from the response.

use std::fmt::{self, Write};

/// The longest message that is read, in bytes: others quote values, which can be as long as the body.
const LIMIT: usize = 300;

/// Returns the name of a required property that is missing.
pub(super) fn missing_field(error: &serde_json::Error) -> Option<String> {
    let mut message = Message(String::new());
    write!(message, "{error}").ok()?;
    let (field, _) = message.0.strip_prefix("missing field `")?.split_once('`')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    field.bytes().all(is_name).then(|| field.to_owned())
}

/// A text that takes no more than [`LIMIT`] bytes.
struct Message(String);

impl Write for Message {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > LIMIT {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Item {
        #[allow(dead_code, reason = "only decoded")]
        number: u64,
    }

    #[test]
    fn a_missing_property_is_named_and_no_value_is_copied() {
        let field = |json: &str| missing_field(&serde_json::from_str::<Item>(json).err()?);
        assert_eq!(field("{}").as_deref(), Some("number"));
        assert_eq!(field("{\"number\": \"missing field `a`\"}"), None);
        assert_eq!(field(&format!("{{\"number\": \"{}\"}}", "a".repeat(LIMIT))), None);
        let mut message = Message(String::new());
        assert!(write!(message, "{}", "a".repeat(LIMIT + 1)).is_err() && message.0.is_empty());
    }
}
