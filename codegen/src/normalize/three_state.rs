//! Properties of a body that may be null have three states: absent, null, and a value.
//!
//! typify folds absent and null into one `Option` that cannot send a null. An inner `Option`
//! spelled out as the property's own type keeps them apart.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{properties, schemas};

pub(super) fn apply(document: &mut Value, bodies: &BTreeSet<String>) {
    for (_, schema) in schemas(document).filter(|(name, _)| bodies.contains(*name)) {
        for (_, property) in properties(schema) {
            if let Some(inner) = inner(property) {
                let description = property.get("description").cloned();
                *property = json!({"x-rust-type": {
                    "crate": "std",
                    "version": "*",
                    "path": "std::option::Option",
                    "parameters": [inner],
                }});
                if let Some(description) = description {
                    property["description"] = description;
                }
            }
        }
    }
}

/// What the property is when it is not null; `None` where it cannot be null.
fn inner(property: &Value) -> Option<Value> {
    if let Some(reference) = property.pointer("/oneOf/0") {
        return Some(reference.clone());
    }
    if property.get("nullable") != Some(&Value::Bool(true)) {
        return None;
    }
    let mut inner = property.clone();
    let members = inner.as_object_mut()?;
    members.remove("nullable");
    members.remove("description");
    Some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_null_in_a_body_gets_an_inner_option() {
        let schema = json!({"properties": {
            "text": {"type": "string", "nullable": true, "description": "d"},
            "plain": {"type": "string"},
        }});
        let mut document = json!({"components": {"schemas": {"Body": schema, "Response": schema}}});
        apply(&mut document, &["Body".to_owned()].into());
        let schemas = &document["components"]["schemas"];
        assert_eq!(
            schemas["Body"]["properties"]["text"]["x-rust-type"]["parameters"],
            json!([{"type": "string"}])
        );
        assert_eq!(schemas["Body"]["properties"]["plain"], json!({"type": "string"}));
        assert_eq!(schemas["Response"], schema);
    }
}
