//! Every `$ref` leads to a component of this document, and no schema leads back to itself.

use std::collections::BTreeMap;

use serde_json::Value;

use super::reader::Reader;
use crate::document::join;

const SCHEMAS: &str = "#/components/schemas/";

pub(super) fn check(reader: &mut Reader) {
    let root = &reader.document.root;
    each(root, "", &mut |pointer, reference| {
        let known = reference
            .as_str()
            .filter(|text| text.starts_with("#/components/"))
            .and_then(|text| reader.document.resolve(text));
        match known {
            None => reader.problem(
                pointer,
                format!("the `$ref` {reference} leads nowhere"),
                "point it to a component of one of these files, as `#/components/…/Name`",
            ),
            Some(target) if target.get("$ref").is_some() => reader.problem(
                pointer,
                format!("the `$ref` {reference} leads to another `$ref`"),
                "point it to the component itself",
            ),
            Some(_) => {}
        }
    });
    circles(reader);
}

/// A schema that contains itself would be a type of infinite size.
fn circles(reader: &mut Reader) {
    let mut uses = BTreeMap::<String, Vec<String>>::new();
    for (name, schema) in reader.document.members("/components/schemas") {
        let targets = uses.entry(name.clone()).or_default();
        each(schema, "", &mut |_, reference| {
            targets.extend(reference.as_str().and_then(|text| text.strip_prefix(SCHEMAS)).map(str::to_owned));
        });
    }
    for start in uses.keys() {
        let mut seen = Vec::<&str>::new();
        let mut next: Vec<&str> = uses[start].iter().map(String::as_str).collect();
        while let Some(name) = next.pop() {
            if name == start {
                reader.about(format!("schema `{start}`"));
                let pointer = join("/components/schemas", start);
                reader.problem(&pointer, "its references lead back to it", "break the circle");
                break;
            }
            if !seen.contains(&name) {
                seen.push(name);
                next.extend(uses.get(name).into_iter().flatten().map(String::as_str));
            }
        }
    }
}

/// Calls `visit` with the pointer and the value of every `$ref` in `value`.
pub(super) fn each(value: &Value, pointer: &str, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let pointer = join(pointer, key);
                if key == "$ref" {
                    visit(&pointer, member);
                } else {
                    each(member, &pointer, visit);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each(item, &join(pointer, &index.to_string()), visit);
            }
        }
        _ => {}
    }
}

/// The name in a reference to a schema.
pub(super) fn schema_name(reference: &Value) -> Option<&str> {
    reference.as_str()?.strip_prefix(SCHEMAS)
}
