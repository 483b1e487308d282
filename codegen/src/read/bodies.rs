//! What a request body is made of is used by request bodies alone.

use std::collections::BTreeSet;

use super::reader::Reader;
use super::references::{each, schema_name};
use super::shape::Shape;
use super::{Kind, Slice, Success};
use crate::document::join;

/// Every schema that a request body reaches.
pub(crate) fn body_schemas(slice: &Slice) -> BTreeSet<String> {
    reachable(slice, slice.operations.iter().filter_map(|operation| operation.body.as_deref()))
}

/// Every schema that `names` reach, themselves included.
fn reachable<'a>(slice: &Slice, names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<String> = names.map(str::to_owned).collect();
    while let Some(name) = next.pop() {
        let Some(schema) = slice.schemas.get(&name) else { continue };
        if !seen.insert(name) {
            continue;
        }
        match &schema.kind {
            Kind::Object { properties, .. } => next.extend(properties.iter().filter_map(|property| named(&property.shape))),
            Kind::Tagged(parts) => next.extend(parts.iter().map(|part| part.schema.clone())),
            Kind::Untagged(parts) => next.extend(parts.iter().map(|part| part.schema.clone())),
            Kind::Enum(_) => {}
        }
    }
    seen
}

fn named(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Named(name) => Some(name.clone()),
        Shape::List(items) => named(items),
        _ => None,
    }
}

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    let bodies = body_schemas(slice);
    let answers = reachable(
        slice,
        slice.operations.iter().filter_map(|operation| match &operation.success {
            Success::One(name) | Success::List(name) => Some(name.as_str()),
            Success::Nothing => None,
        }),
    );
    for schema in slice.schemas.values() {
        reader.about(format!("schema `{}`", schema.name));
        let pointer = join("/components/schemas", &schema.name);
        let Kind::Object { properties, at_least_one, conditions } = &schema.kind else {
            // A value of an enum is the same whichever way it goes; a union has no use in a body.
            if bodies.contains(&schema.name) && !matches!(schema.kind, Kind::Enum(_)) {
                reader.problem(&pointer, "a request body reaches this union", "a body takes objects, enums and plain values");
            }
            continue;
        };
        if !bodies.contains(&schema.name) {
            if !at_least_one.is_empty() || !conditions.is_empty() {
                reader.problem(&pointer, "`anyOf` and `x-when` are checked on what is sent, and nothing sends this", "take them out");
            }
            continue;
        }
        if answers.contains(&schema.name) {
            reader.problem(
                &pointer,
                "a request body and a response share it",
                "write two schemas: null means «clear it» in the one, and «there is none» in the other",
            );
        }
        for property in properties.iter().filter(|property| property.required && property.nullable) {
            let what = format!("the property `{}` is required and may be null", property.name);
            reader.problem(&pointer, what, "in a body, require it or let it be null");
        }
        for property in properties.iter().filter(|property| property.shape == Shape::Secret) {
            let what = format!("the property `{}` would be sent redacted", property.name);
            reader.problem(&pointer, what, "a secret stands in responses alone; teach the request types to send one first");
        }
    }
    unused(reader, slice);
}

/// A schema that nothing refers to is left over from a change.
fn unused(reader: &mut Reader, slice: &Slice) {
    let mut used = BTreeSet::new();
    each(&reader.document.root, "", &mut |_, reference| {
        used.extend(schema_name(reference).map(str::to_owned));
    });
    for name in slice.schemas.keys().filter(|name| !used.contains(*name)) {
        reader.about(format!("schema `{name}`"));
        reader.problem(&join("/components/schemas", name), "nothing refers to it", "take it out, or use it");
    }
}
