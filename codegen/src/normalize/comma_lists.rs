//! A comma list is one string on the wire; progenitor ignores `explode` and would repeat the key.

use serde_json::{Value, json};

use crate::document::each_object;

pub(super) fn apply(document: &mut Value) {
    each_object(document, &mut |members| {
        if members.get("explode") == Some(&Value::Bool(false)) {
            members.remove("explode");
            members.remove("style");
            members.insert("schema".to_owned(), json!({"type": "string"}));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_does_not_explode_becomes_a_string() {
        let mut document =
            json!({"name": "a", "style": "form", "explode": false, "schema": {"type": "array"}});
        apply(&mut document);
        assert_eq!(document, json!({"name": "a", "schema": {"type": "string"}}));
    }
}
