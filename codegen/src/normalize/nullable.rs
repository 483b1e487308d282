//! A reference that may be null: from the form that linters and validators take to the one that
//! typify makes an `Option` of.

use serde_json::{Value, json};

use crate::document::each_object;

pub(super) fn apply(document: &mut Value) {
    each_object(document, &mut |members| {
        // A union of components has no null form among its parts, and stays as it is.
        let null = members.get("oneOf").and_then(|parts| parts.get(1)).and_then(|part| part.get("nullable"));
        if null.is_some()
            && let Some(Value::Array(mut parts)) = members.remove("oneOf")
        {
            members.insert("allOf".to_owned(), json!([parts.swap_remove(0)]));
            members.insert("nullable".to_owned(), Value::Bool(true));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_null_form_becomes_nullable_beside_all_of() {
        let mut document = json!({"oneOf": [
            {"$ref": "#/components/schemas/User"},
            {"type": "object", "nullable": true, "enum": [null]},
        ], "description": "d"});
        apply(&mut document);
        let expected =
            json!({"allOf": [{"$ref": "#/components/schemas/User"}], "nullable": true, "description": "d"});
        assert_eq!(document, expected);
    }

    #[test]
    fn a_union_is_left_alone() {
        let union =
            json!({"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]});
        let mut document = union.clone();
        apply(&mut document);
        assert_eq!(document, union);
    }
}
