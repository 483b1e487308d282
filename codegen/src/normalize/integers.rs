//! Whole numbers that are never negative become `u64`.
//!
//! typify takes `minimum: 1` for a `NonZeroU64`, on which one zero would lose the whole object,
//! and recognises `uint64` by its format.

use serde_json::{Value, json};

use crate::document::each_object;

pub(super) fn apply(document: &mut Value) {
    each_object(document, &mut |members| {
        if members.get("type") == Some(&json!("integer")) && members.remove("minimum").is_some() {
            members.insert("format".to_owned(), json!("uint64"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimum_gives_way_to_an_unsigned_format() {
        let mut document = json!([{"type": "integer", "minimum": 1}, {"type": "integer", "format": "int64"}]);
        apply(&mut document);
        let expected =
            json!([{"type": "integer", "format": "uint64"}, {"type": "integer", "format": "int64"}]);
        assert_eq!(document, expected);
    }
}
