//! Setters of the request types: each stands beside the methods of its type, and beside the others.

use super::names::{PAGING, snake};
use super::reader::Reader;
use super::{Kind, Operation, Property, Slice, Success};

/// Methods that every request type has, or may get, and names that progenitor says in its own.
const TAKEN_METHODS: &[&str] = &[
    "body",
    "by_cursor",
    "call",
    "check",
    "clone",
    "fetch",
    "header_map",
    "into",
    "into_future",
    "into_inner",
    "new",
    "operation",
    "page",
    "pages",
    "resume",
    "scope",
    "send",
    "send_if_changed",
    "send_on",
    "start",
    "stream",
];

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    for operation in &slice.operations {
        reader.about(format!("operation `{}`", operation.id));
        methods(reader, operation, slice);
    }
}

fn methods(reader: &mut Reader, operation: &Operation, slice: &Slice) {
    let pointer = &operation.pointer;
    for parameter in operation.path_parameters.iter().chain(&operation.query) {
        snake(reader, pointer, "parameter", &parameter.name);
        let pages = operation.pagination.is_some() || matches!(operation.success, Success::List(_));
        let paging = pages && PAGING.contains(&parameter.name.as_str());
        if TAKEN_METHODS.contains(&parameter.name.as_str()) && !paging {
            let what = format!(
                "the parameter `{}` would be a setter of the same name as a method of every request",
                parameter.name
            );
            reader.problem(
                pointer,
                what,
                "let codegen/src/read/setters.rs and the request types name one of the two otherwise",
            );
        }
    }
    if let Some(Kind::Object { properties, .. }) =
        operation.body.as_ref().and_then(|body| slice.schemas.get(body)).map(|schema| &schema.kind)
    {
        for property in properties {
            let clears =
                |other: &Property| other.nullable && property.name == format!("clear_{}", other.name);
            let taken = TAKEN_METHODS.contains(&property.name.as_str())
                || operation.path_parameters.iter().any(|parameter| parameter.name == property.name)
                || properties.iter().any(clears);
            if taken {
                let what = format!(
                    "the property `{}` of its body would be a setter of a name that is taken",
                    property.name
                );
                reader.problem(
                    pointer,
                    what,
                    "let codegen/src/read/setters.rs and the request types name one of the two otherwise",
                );
            }
        }
        if !operation.query.is_empty() {
            reader.problem(
                pointer,
                "it has query parameters and a body",
                "the request types know one or the other; teach codegen/src/requests both",
            );
        }
    }
}
