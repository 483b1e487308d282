//! Takes out what the request types check, and what typify would build a fallible type from.

use serde_json::Value;

use crate::document::each_object;

const CHECKED_BY_THE_FACADE: &[&str] = &["default", "maximum", "maxLength", "minLength"];

pub(super) fn apply(document: &mut Value) {
    // Only beside a type: a property may be called `default`.
    each_object(document, &mut |members| {
        if members.contains_key("allOf") || members.get("type").is_some_and(Value::is_string) {
            members.retain(|key, _| !CHECKED_BY_THE_FACADE.contains(&key.as_str()));
            // progenitor would make exclusive variants of it, which drop properties.
            members.retain(|key, _| key != "anyOf");
        }
        members.retain(|key, _| key == "x-rust-type" || !key.starts_with("x-"));
    });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn limits_and_our_own_extensions_go() {
        let mut document = json!({
            "type": "string", "minLength": 1, "maxLength": 2, "default": "a", "description": "d", "x-when": [],
        });
        apply(&mut document);
        assert_eq!(document, json!({"type": "string", "description": "d"}));
    }

    #[test]
    fn a_property_that_is_called_default_stays() {
        let document = json!({"properties": {"default": {"type": "string"}}});
        let mut normalized = document.clone();
        apply(&mut normalized);
        assert_eq!(normalized, document);
    }
}
