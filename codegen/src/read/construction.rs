//! A model with many required properties is built from its default, by a method for each of them.

use super::Slice;
use super::reader::Reader;
use super::shape::Shape;
use crate::document::join;

/// Methods that generated code calls on every model.
const TAKEN: &[&str] = &["clone", "default", "eq", "fmt", "into", "ne", "serialize", "to_owned"];

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    for schema in slice.schemas.values().filter(|schema| schema.kind.is_built_by_name()) {
        reader.about(format!("schema `{}`", schema.name));
        let section = join(&join("/components/schemas", &schema.name), "properties");
        for property in schema.kind.required() {
            let pointer = join(&section, &property.name);
            if !property.nullable
                && matches!(property.shape, Shape::Named(_) | Shape::Number(_) | Shape::Secret)
            {
                let help = "make it optional, or add support for it to codegen/src/rewrite/construction.rs";
                reader.problem(&pointer, "it has no default, and its model is built from one", help);
            }
            if TAKEN.contains(&property.name.as_str()) {
                let what = format!("`{}` would be a method that every model has already", property.name);
                reader.problem(&pointer, what, "add support for renaming it to codegen/src/naming.rs");
            }
        }
    }
}
