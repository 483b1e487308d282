//! The number of JSON values of a body, which bounds the memory that decoding takes.
//!
//! A value of a few bytes can become hundreds: an element of a list of objects, or an object of a kind that is not known,
//! `{"":{"":{}}}`. The limit of the body does not bound that, and neither does the number of items of a list.

use super::structure::Structure;

/// The most values of a body. A page of a hundred full alerts has 23,301; the largest tree of this number takes 81 MiB.
pub(crate) const MOST_VALUES: usize = 131_072;

/// A chunk in which the number of bytes fits into a byte: counts of bytes are added without widening them.
const CHUNK: usize = 255;

/// Returns whether `json` has at most `most` values. Of a text that is no JSON, those up to the first fault count.
pub(crate) fn are_at_most(most: usize, json: &[u8]) -> bool {
    // With those in strings, which takes a fraction of the time: enough for nearly every body.
    let in_chunk =
        |chunk: &[u8]| usize::from(chunk.iter().map(|byte| u8::from(precedes_value(*byte))).sum::<u8>());
    let bound: usize = json.chunks(CHUNK).map(in_chunk).sum();
    bound < most || outside_of_strings(json) < most
}

/// Returns whether a value follows `byte` outside of a string: each but the outermost follows one, and no two the same.
fn precedes_value(byte: u8) -> bool {
    matches!(byte, b',' | b'[' | b'{')
}

fn outside_of_strings(json: &[u8]) -> usize {
    Structure::of(json).filter(|(_, byte)| precedes_value(*byte)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    /// Returns the number of values of a tree.
    fn values(tree: &Value) -> usize {
        1 + match tree {
            Value::Array(items) => items.iter().map(values).sum(),
            Value::Object(fields) => fields.values().map(values).sum(),
            _ => 0,
        }
    }

    fn trees() -> impl Strategy<Value = Value> {
        let leaf =
            prop_oneof![Just(Value::Null), any::<u8>().prop_map(Value::from), texts().prop_map(Value::from)];
        leaf.prop_recursive(4, 32, 5, |tree| {
            prop_oneof![
                proptest::collection::vec(tree.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(texts(), tree, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    fn texts() -> impl Strategy<Value = String> {
        "[\\[\\]{},:\"\\\\ a]{0,6}"
    }

    #[test]
    fn commas_and_brackets_in_strings_do_not_count() {
        let text = "[{,\"\\".repeat(1_000);
        let json = json!({ "a": text, "b": [text, { &text: 1 }] }).to_string();
        assert!(are_at_most(6, json.as_bytes()));
        assert!(!are_at_most(4, json.as_bytes()));
    }

    #[test]
    fn values_of_a_text_that_is_no_json_count() {
        for text in ["[0,0,0", "[0,0,0,\"", "[[[[", "[0,0,0]]]\u{1}", "{\"a\":{\"a\":{\"a\":{\"a\":"] {
            assert!(!are_at_most(3, text.as_bytes()), "{text}");
        }
        assert!(!are_at_most(3, b"[\"\xff\",\"\xff\",\"\xff\"]"));
    }

    proptest! {
        #[test]
        fn a_tree_of_more_values_is_found_and_any_other_is_not(tree in trees(), most in 1usize..40) {
            let empty = |tree: &Value| tree.to_string().matches("[]").count() + tree.to_string().matches("{}").count();
            let json = tree.to_string();
            prop_assert!(values(&tree) <= most || !are_at_most(most, json.as_bytes()));
            prop_assert!(values(&tree) + empty(&tree) > most || are_at_most(most, json.as_bytes()));
        }
    }
}
