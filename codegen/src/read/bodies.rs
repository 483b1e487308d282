//! What a request body is made of is used by request bodies alone.

use super::conditions;
use super::reach::{body_schemas, response_schemas};
use super::reader::Reader;
use super::shape::{Bounds, Shape};
use super::{Kind, Slice};
use crate::document::join;

/// The lower limit of unsigned numbers, which needs no check.
const NOT_NEGATIVE: Bounds = Bounds { minimum: Some(0), maximum: None, min_length: None, max_length: None };

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    let bodies = body_schemas(slice);
    let responses = response_schemas(slice);
    for schema in slice.schemas.values() {
        reader.about(format!("schema `{}`", schema.name));
        let pointer = join("/components/schemas", &schema.name);
        let Kind::Object { properties, at_least_one, conditions, .. } = &schema.kind else {
            // An enum or a number is the same in a request and a response; a union has no use in a body.
            if bodies.contains(&schema.name) && !matches!(schema.kind, Kind::Enum(_) | Kind::Number(_)) {
                reader.problem(
                    &pointer,
                    "a request body reaches this union",
                    "a body takes objects, enums and plain values",
                );
            }
            continue;
        };
        let sent = slice.operations.iter().any(|operation| operation.body.as_ref() == Some(&schema.name));
        if !sent && (!at_least_one.is_empty() || !conditions.is_empty()) {
            reader.problem(
                &pointer,
                "`anyOf` and `x-when` are checked on what is sent, and nothing sends this",
                "remove them",
            );
        }
        if !bodies.contains(&schema.name) {
            continue;
        }
        conditions::check(reader, slice, &pointer, &schema.kind);
        if responses.contains(&schema.name) {
            reader.problem(
                &pointer,
                "a request body and a response share it",
                "write two schemas: null means «clear it» in the one, and «there is none» in the other",
            );
        }
        for property in properties {
            let pointer = join(&join(&pointer, "properties"), &property.name);
            if property.required && property.nullable {
                reader.problem(
                    &pointer,
                    "it is required and may be null",
                    "in a body, require it or make it nullable",
                );
            }
            if property.nullable && matches!(property.shape, Shape::List(_)) {
                let help = "let it be a plain list, or add support for clearing one to codegen/src/requests/setters.rs";
                reader.problem(&pointer, "it is a list that may be null", help);
            }
            if property.shape == Shape::Secret {
                let help =
                    "secrets are supported in responses only; add support to codegen/src/requests first";
                reader.problem(&pointer, "it would be sent redacted", help);
            }
            // The request types check the texts of the body itself, and take what is unsigned as it is.
            let limited = property.bounds != Bounds::default() && property.bounds != NOT_NEGATIVE;
            if limited && !(sent && property.shape == Shape::Text) {
                let help = "remove them, or add support for them to codegen/src/requests/checks.rs";
                reader.problem(&pointer, "its limits are not checked before sending", help);
            }
        }
    }
    for operation in &slice.operations {
        let schema = operation.body.as_ref().and_then(|name| slice.schemas.get(name));
        if schema.is_some_and(|schema| !matches!(schema.kind, Kind::Object { .. })) {
            reader.about(format!("operation `{}`", operation.id));
            reader.problem(&operation.pointer, "its body is no object", "send an object with `properties`");
        }
    }
}
