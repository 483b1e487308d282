//! Names that become Rust names: they are in Rust's case, and no two are the same.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};

use super::reader::Reader;
use super::{Kind, Slice};
use crate::document::join;
use crate::naming;

/// Names that generated code uses without a path.
const TAKEN_TYPES: &[&str] = &[
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "Vec",
];

/// Parameters of paging, which the pager sets; no setter is written for them.
pub(crate) const PAGING: &[&str] = &["after", "before", "page"];

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    types(reader, slice);
    for schema in slice.schemas.values() {
        reader.about(format!("schema `{}`", schema.name));
        let pointer = join("/components/schemas", &schema.name);
        match &schema.kind {
            Kind::Object { properties, .. } => {
                for property in properties {
                    let pointer = join(&join(&pointer, "properties"), &property.name);
                    snake(reader, &pointer, "property", &property.name);
                }
            }
            Kind::Number(_) => {}
            Kind::Enum(values) => {
                variants(reader, &pointer, values.iter().map(|text| (text.as_str(), naming::variant(text))))
            }
            Kind::Tagged(parts) => variants(
                reader,
                &pointer,
                parts.iter().map(|part| (part.text.as_str(), naming::variant(&part.text))),
            ),
            Kind::Untagged(parts) => variants(
                reader,
                &pointer,
                parts.iter().map(|part| (part.schema.as_str(), part.schema.clone())),
            ),
        }
    }
    operations(reader, slice);
}

fn types(reader: &mut Reader, slice: &Slice) {
    let mut by_type = BTreeMap::<String, &str>::new();
    for name in slice.schemas.keys() {
        reader.about(format!("schema `{name}`"));
        let pointer = join("/components/schemas", name);
        let rust = name.to_pascal_case();
        if let Some(other) = by_type.insert(rust.clone(), name) {
            reader.problem(
                &pointer,
                format!("its Rust name `{rust}` is also that of `{other}`"),
                "rename one of the two",
            );
        } else if &rust != name {
            reader.problem(
                &pointer,
                format!("its name is not the Rust name `{rust}`"),
                format!("call it `{rust}`"),
            );
        } else if TAKEN_TYPES.contains(&rust.as_str()) {
            reader.problem(
                &pointer,
                format!("`{rust}` is a name of Rust's own"),
                "choose a more specific name",
            );
        }
    }
}

fn variants<'a>(reader: &mut Reader, pointer: &str, variants: impl Iterator<Item = (&'a str, String)>) {
    let mut by_variant = BTreeMap::<String, &str>::new();
    for (text, variant) in variants {
        if variant == naming::CATCH_ALL {
            reader.problem(
                pointer,
                format!("`{text}` collides with the variant `{variant}` that keeps unknown values"),
                "let codegen/src/naming.rs name one of the two otherwise",
            );
        } else if !naming::is_type_name(&variant) {
            reader.problem(
                pointer,
                format!("`{text}` gives no Rust name for a variant"),
                "a value begins with a letter and is not `self`",
            );
        }
        if let Some(other) = by_variant.insert(variant, text) {
            let what = match other == text {
                true => format!("`{text}` occurs twice"),
                false => format!("`{text}` and `{other}` give the same Rust variant"),
            };
            reader.problem(pointer, what, "keep one of the two");
        }
    }
}

fn operations(reader: &mut Reader, slice: &Slice) {
    let mut by_request = BTreeMap::<&str, &str>::new();
    let mut by_method = BTreeMap::<String, &str>::new();
    for operation in &slice.operations {
        reader.about(format!("operation `{}`", operation.id));
        let request = operation.request.as_str();
        let pointer = join(&operation.pointer, "x-request");
        request_type(reader, slice, &pointer, request);
        if let Some(shared) = &operation.shared_type {
            request_type(reader, slice, &join(&operation.pointer, "x-type"), shared);
        }
        if let Some(other) = by_request.insert(request, &operation.id) {
            reader.problem(
                &pointer,
                format!("its request type has the name of that of `{other}`"),
                "let `x-request` differ",
            );
        }
        let pointer = join(&operation.pointer, "operationId");
        let method = naming::method(&operation.id);
        // progenitor turns a capital letter or a sign into something else than we do.
        if !naming::is_field_name(&method) || operation.id.replace(['/', '-'], "_") != method {
            let help = "write it as GitHub does, in small letters, such as `repos/get-thing`";
            reader.problem(&pointer, "its operationId gives no Rust name for a method", help);
        }
        if let Some(other) = by_method.insert(method, &operation.id)
            && other != operation.id
        {
            reader.problem(
                &pointer,
                format!("its operationId gives the same Rust method as `{other}`"),
                "rename one of the two",
            );
        }
        for parameter in operation.path_parameters.iter().chain(&operation.query) {
            snake(reader, &operation.pointer, "parameter", &parameter.name);
        }
    }
}

fn request_type(reader: &mut Reader, slice: &Slice, pointer: &str, name: &str) {
    let taken = TAKEN_TYPES.contains(&name) || slice.schemas.contains_key(name);
    // Its file is named after it, so the name of its module cannot be a keyword either.
    let names_both = naming::is_type_name(name) && naming::is_module_name(&name.to_snake_case());
    if name.to_pascal_case() != name || !names_both || taken {
        reader.problem(
            pointer,
            format!("`{name}` cannot name its request type"),
            "choose a Rust type name that neither a schema nor the facade has",
        );
    }
}

/// `name` comes out as the name of a field, and of a setter.
fn snake(reader: &mut Reader, pointer: &str, what: &str, name: &str) {
    if name.to_snake_case() != name
        || !name.starts_with(|first: char| first.is_ascii_lowercase())
        || !name.is_ascii()
    {
        reader.problem(
            pointer,
            format!("the {what} `{name}` is not in snake case"),
            "add support for renaming it to codegen/src/naming.rs",
        );
    }
}
