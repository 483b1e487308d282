//! Names that come out as Rust: they are in Rust's own case, and no two are the same.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};

use super::reader::Reader;
use super::{Kind, Operation, Slice};
use crate::document::join;
use crate::naming;

/// Names that the written code says without a path.
const TAKEN_TYPES: &[&str] = &[
    "Box", "Clone", "Debug", "Default", "Err", "From", "Into", "None", "Ok", "Option", "Result", "Self", "Send",
    "Some", "String", "Sync", "Vec",
];

/// Methods that every request type has, or may get.
const TAKEN_METHODS: &[&str] = &[
    "body", "by_cursor", "check", "clone", "fetch", "into", "into_future", "new", "operation", "page", "pages",
    "resume", "scope", "send", "start", "stream",
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
                    snake(reader, &pointer, "property", &property.name);
                }
            }
            Kind::Enum(values) => variants(reader, &pointer, values.iter().map(|text| (text.as_str(), naming::variant(text)))),
            Kind::Tagged(parts) => variants(reader, &pointer, parts.iter().map(|part| (part.text.as_str(), naming::variant(&part.text)))),
            Kind::Untagged(parts) => variants(reader, &pointer, parts.iter().map(|part| (part.schema.as_str(), part.schema.clone()))),
        }
    }
    for operation in &slice.operations {
        reader.about(format!("operation `{}`", operation.id));
        methods(reader, operation, slice);
    }
    requests(reader, slice);
}

fn types(reader: &mut Reader, slice: &Slice) {
    let mut by_type = BTreeMap::<String, &str>::new();
    for name in slice.schemas.keys() {
        reader.about(format!("schema `{name}`"));
        let pointer = join("/components/schemas", name);
        let rust = name.to_pascal_case();
        if let Some(other) = by_type.insert(rust.clone(), name) {
            reader.problem(&pointer, format!("its Rust name `{rust}` is also that of `{other}`"), "rename one of the two");
        } else if &rust != name {
            reader.problem(&pointer, format!("its name is not the Rust name `{rust}`"), format!("call it `{rust}`"));
        } else if TAKEN_TYPES.contains(&rust.as_str()) {
            reader.problem(&pointer, format!("`{rust}` is a name of Rust's own"), "choose a name that says whose it is");
        }
    }
}

fn variants<'a>(reader: &mut Reader, pointer: &str, variants: impl Iterator<Item = (&'a str, String)>) {
    let mut by_variant = BTreeMap::<String, &str>::new();
    for (text, variant) in variants {
        if variant == naming::CATCH_ALL {
            reader.problem(pointer, format!("`{text}` collides with the variant `{variant}` that keeps unknown values"), "let codegen/src/naming.rs name one of the two otherwise");
        } else if !naming::is_type_name(&variant) {
            reader.problem(pointer, format!("`{text}` gives no Rust name for a variant"), "a value begins with a letter and is not `self`");
        }
        if let Some(other) = by_variant.insert(variant, text) {
            reader.problem(pointer, format!("`{text}` and `{other}` give the same Rust variant"), "keep one of the two");
        }
    }
}

fn methods(reader: &mut Reader, operation: &Operation, slice: &Slice) {
    let pointer = &operation.pointer;
    for parameter in operation.path_parameters.iter().chain(&operation.query) {
        snake(reader, pointer, "parameter", &parameter.name);
        let paging = operation.pagination.is_some() && PAGING.contains(&parameter.name.as_str());
        if TAKEN_METHODS.contains(&parameter.name.as_str()) && !paging {
            let what = format!("the parameter `{}` would be a setter of the same name as a method of every request", parameter.name);
            reader.problem(pointer, what, "let codegen/src/read/names.rs and the request types name one of the two otherwise");
        }
    }
    if let Some(Kind::Object { properties, .. }) =
        operation.body.as_ref().and_then(|body| slice.schemas.get(body)).map(|schema| &schema.kind)
    {
        for property in properties {
            let taken = TAKEN_METHODS.contains(&property.name.as_str())
                || operation.path_parameters.iter().any(|parameter| parameter.name == property.name);
            if taken {
                let what = format!("the property `{}` of its body would be a setter of a name that is taken", property.name);
                reader.problem(pointer, what, "let codegen/src/read/names.rs and the request types name one of the two otherwise");
            }
        }
        if !operation.query.is_empty() {
            reader.problem(pointer, "it has query parameters and a body", "the request types know one or the other; teach codegen/src/requests both");
        }
    }
}

fn requests(reader: &mut Reader, slice: &Slice) {
    let mut by_request = BTreeMap::<&str, &str>::new();
    let mut by_method = BTreeMap::<String, &str>::new();
    for operation in &slice.operations {
        reader.about(format!("operation `{}`", operation.id));
        let request = operation.request.as_str();
        if request.to_pascal_case() != request || !naming::is_type_name(request) || slice.schemas.contains_key(request) {
            reader.problem(&operation.pointer, format!("`{request}` cannot name its request type"), "choose a Rust type name that no schema has");
        }
        if let Some(other) = by_request.insert(request, &operation.id) {
            reader.problem(&operation.pointer, format!("its request type has the name of that of `{other}`"), "let `x-request` differ");
        }
        if let Some(other) = by_method.insert(naming::method(&operation.id), &operation.id) {
            reader.problem(&operation.pointer, format!("its operationId gives the same Rust method as `{other}`"), "rename one of the two");
        }
        if !naming::is_field_name(&naming::method(&operation.id)) {
            reader.problem(&operation.pointer, "its operationId gives no Rust name for a method", "begin it with a letter");
        }
        if !naming::is_field_name(&operation.family) {
            reader.problem(&operation.pointer, format!("`{}` cannot name a module", operation.family), "use small letters and underscores");
        }
    }
}

fn snake(reader: &mut Reader, pointer: &str, what: &str, name: &str) {
    if name.to_snake_case() != name || !name.starts_with(|first: char| first.is_ascii_lowercase()) || !name.is_ascii() {
        reader.problem(pointer, format!("the {what} `{name}` is not in snake case"), "teach codegen/src/naming.rs to rename it");
    }
}
