//! The extension `x-boxed`: a component that is boxed wherever a property of it is optional.

use serde_json::Value;

use super::reader::Reader;
use super::shape::Shape;
use super::{Slice, body_schemas};
use crate::document::join;

/// `true` is the only value: nearly all schemas would have to declare `false`.
pub(super) fn read(reader: &mut Reader, pointer: &str) -> bool {
    let value = reader.get(pointer, "x-boxed");
    if value.is_some_and(|value| value != &Value::Bool(true)) {
        reader.problem(
            &join(pointer, "x-boxed"),
            "`x-boxed` is not `true`",
            "write `x-boxed: true`, or remove it",
        );
    }
    value.is_some()
}

/// A marked component is the type of an optional property, and of no request body.
pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    let bodies = body_schemas(slice);
    for schema in slice.schemas.values().filter(|schema| schema.boxed) {
        reader.about(format!("schema `{}`", schema.name));
        let pointer = join(&join("/components/schemas", &schema.name), "x-boxed");
        if bodies.contains(&schema.name) {
            let help = "remove `x-boxed`, or add support for boxed values to codegen/src/requests/setters.rs";
            reader.problem(&pointer, "a request body reaches it", help);
        } else if !slice.is_optional_somewhere(&schema.name) {
            let help = "remove `x-boxed`: a required property and an item of a list are never boxed";
            reader.problem(&pointer, "no optional property has this type", help);
        }
    }
}

impl Slice {
    /// Whether an optional property has the type `name`.
    pub(crate) fn is_optional_somewhere(&self, name: &str) -> bool {
        let mut properties = self.schemas.values().flat_map(|schema| schema.kind.properties());
        properties.any(|property| {
            property.is_optional() && matches!(&property.shape, Shape::Named(named) if named == name)
        })
    }
}
