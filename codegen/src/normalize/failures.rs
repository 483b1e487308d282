//! Removes the failures from each operation.
//!
//! The facade handles them, and the pass `requests` removes what progenitor would write for them.
//! progenitor panics on an operation with two types of failure.

use serde_json::Value;

use super::operations;

pub(super) fn apply(document: &mut Value) {
    for operation in operations(document) {
        if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) {
            responses.retain(|status, _| status.starts_with('2'));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_status_but_the_success_goes() {
        let mut document =
            json!({"paths": {"/a": {"get": {"responses": {"200": {}, "304": {}, "404": {}}}}}});
        apply(&mut document);
        assert_eq!(document["paths"]["/a"]["get"]["responses"], json!({"200": {}}));
    }
}
