//! Every `$ref` leads to a component of this document, and no schema leads back to itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::reader::Reader;
use crate::document::{Document, join};

const SCHEMAS: &str = "#/components/schemas/";

pub(super) fn check(reader: &mut Reader) {
    let (document, root) = (reader.document, &reader.document.root);
    each(root, "", &mut |pointer, reference| {
        reader.about(subject(document, pointer));
        let known = reference
            .as_str()
            .filter(|text| is_component(text))
            .and_then(|text| reader.document.resolve(text));
        match known {
            None => reader.problem(
                pointer,
                format!("the `$ref` {reference} does not resolve"),
                "point it to a component of one of these files, as `#/components/…/Name`",
            ),
            Some(target) if target.get("$ref").is_some() => reader.problem(
                pointer,
                format!("the `$ref` {reference} leads to another `$ref`"),
                "point it to the component itself",
            ),
            Some(_) => {}
        }
        let user = pointer.strip_suffix("/$ref").unwrap_or_default();
        if root.pointer(user).and_then(Value::as_object).is_some_and(|members| members.len() > 1) {
            reader.problem(
                user,
                "OpenAPI ignores keys beside a `$ref`",
                "leave the `$ref` alone, or wrap it in `allOf`",
            );
        }
    });
    circles(reader);
}

/// Whether `text` is `#/components/…/Name`, and not a pointer into a component.
fn is_component(text: &str) -> bool {
    text.strip_prefix("#/components/").is_some_and(|place| place.split('/').count() == 2)
}

/// A component that nothing refers to is left over from a change, and was never read.
pub(super) fn unused(reader: &mut Reader) {
    let document = reader.document;
    let mut used = BTreeSet::new();
    each(&document.root, "", &mut |_, reference| used.extend(reference.as_str().map(str::to_owned)));
    for section in ["headers", "parameters", "responses", "schemas"] {
        let pointer = join("/components", section);
        for (name, _) in document.members(&pointer) {
            let pointer = join(&pointer, name);
            if !used.contains(&format!("#{pointer}")) {
                reader.about(subject(document, &pointer));
                reader.problem(&pointer, "nothing refers to it", "remove it, or use it");
            }
        }
    }
}

/// The name of the component or operation at `pointer` or around it.
fn subject(document: &Document, pointer: &str) -> String {
    let plain = |step: &str| step.replace("~1", "/").replace("~0", "~");
    match pointer.split('/').collect::<Vec<_>>().as_slice() {
        ["", "components", section, name, ..] => {
            format!("{} `{}`", section.trim_end_matches('s'), plain(name))
        }
        ["", "paths", path, method, ..] => {
            let id =
                document.root.pointer(&format!("/paths/{path}/{method}/operationId")).and_then(Value::as_str);
            let place = || format!("{method} {}", plain(path));
            format!("operation `{}`", id.map_or_else(place, str::to_owned))
        }
        _ => String::new(),
    }
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
                reader.problem(&pointer, "its references are circular", "break the cycle");
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
