//! The merged OpenAPI document as JSON, with the memory of which file each part came from.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::problem::Problem;

/// An OpenAPI document, with the file of each part.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) root: Value,
    /// Pointer of a path or a component → the file that it came from.
    pub(crate) origins: BTreeMap<String, String>,
}

impl Document {
    /// The file that the part at `pointer` came from.
    pub(crate) fn file(&self, pointer: &str) -> Option<&str> {
        let mut prefix = pointer;
        loop {
            if let Some(file) = self.origins.get(prefix) {
                return Some(file);
            }
            prefix = &prefix[..prefix.rfind('/')?];
        }
    }

    /// A problem with the part at `pointer`.
    pub(crate) fn problem(
        &self,
        pointer: &str,
        subject: impl Into<String>,
        what: impl Into<String>,
        help: impl Into<String>,
    ) -> Problem {
        Problem {
            file: self.file(pointer).map(str::to_owned),
            subject: Some(subject.into()).filter(|subject| !subject.is_empty()),
            pointer: pointer.to_owned(),
            what: what.into(),
            help: help.into(),
        }
    }

    /// The part that a local reference such as `#/components/schemas/Alert` points to.
    pub(crate) fn resolve(&self, reference: &str) -> Option<&Value> {
        self.root.pointer(reference.strip_prefix('#')?)
    }

    /// The members of the object at `pointer`, or nothing.
    pub(crate) fn members(&self, pointer: &str) -> impl Iterator<Item = (&String, &Value)> {
        self.root.pointer(pointer).and_then(Value::as_object).into_iter().flatten()
    }
}

/// `parent` with one more step, escaped as RFC 6901 has it.
pub(crate) fn join(parent: &str, step: &str) -> String {
    format!("{parent}/{}", step.replace('~', "~0").replace('/', "~1"))
}

/// The same value with the members of every object sorted by name.
///
/// Without this the order would depend on whether any crate of the build turns on
/// `serde_json/preserve_order`, and with it the bytes that we write.
pub(crate) fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<String, Value> =
                members.into_iter().map(|(name, member)| (name, sorted(member))).collect();
            Value::Object(sorted.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        scalar => scalar,
    }
}

/// Calls `visit` on every object of `value`, the outer before the inner.
pub(crate) fn each_object(value: &mut Value, visit: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            visit(members);
            members.values_mut().for_each(|member| each_object(member, visit));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, visit)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_part_belongs_to_the_file_of_the_nearest_part_above_it() {
        let document = Document {
            root: json!({}),
            origins: [("/paths/~1a".to_owned(), "alerts.yaml".to_owned())].into(),
        };
        assert_eq!(document.file("/paths/~1a/get/responses"), Some("alerts.yaml"));
        assert_eq!(document.file("/paths/~1b"), None);
    }

    #[test]
    fn a_step_with_a_slash_is_escaped() {
        assert_eq!(join("/paths", "/a~b"), "/paths/~1a~0b");
    }

    #[test]
    fn members_come_sorted_at_every_depth() {
        let text = sorted(json!({"b": {"d": 1, "c": 2}, "a": [{"f": 1, "e": 2}]})).to_string();
        assert_eq!(text, r#"{"a":[{"e":2,"f":1}],"b":{"c":2,"d":1}}"#);
    }
}
