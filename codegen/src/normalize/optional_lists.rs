//! Makes a list that a response may omit nullable, so that it differs from an empty one.
//!
//! typify makes a `Vec` of an optional list that is not nullable; it fails on a null, and writes
//! nothing for an empty list.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{properties, schemas};

pub(super) fn apply(document: &mut Value, bodies: &BTreeSet<String>) {
    for (_, schema) in schemas(document).filter(|(name, _)| !bodies.contains(*name)) {
        let required = schema.get("required").cloned().unwrap_or_else(|| json!([]));
        for (name, property) in properties(schema) {
            let is_required = required.as_array().is_some_and(|names| names.contains(&json!(name)));
            if property.get("type") == Some(&json!("array")) && !is_required {
                property["nullable"] = json!(true);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optional_list_of_an_answer_becomes_nullable_and_no_other() {
        let schema = json!({"required": ["b"], "properties": {
            "a": {"type": "array"}, "b": {"type": "array"}, "c": {"type": "string"},
        }});
        let mut document = json!({"components": {"schemas": {"Body": schema, "Response": schema}}});
        apply(&mut document, &["Body".to_owned()].into());
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Body"], schema);
        assert_eq!(
            schemas["Response"]["properties"],
            json!({
                "a": {"type": "array", "nullable": true}, "b": {"type": "array"}, "c": {"type": "string"},
            })
        );
    }
}
