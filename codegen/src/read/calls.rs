//! The calls of all operations: each names its arguments once, and no two are the same.

use std::collections::BTreeMap;

use super::call::{Call, Segment};
use super::reader::Reader;
use super::{Operation, Slice};
use crate::document::join;
use crate::naming;

/// Methods that the scopes of the facade have, and those that each value may have.
const TAKEN: &[&str] = &[
    "borrow",
    "client",
    "clone",
    "clone_into",
    "enterprise",
    "fmt",
    "into",
    "login",
    "name",
    "new",
    "org",
    "owner",
    "repo",
    "scope",
    "slug",
    "to_owned",
    "to_string",
    "try_into",
    "type_id",
];

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    let mut methods = BTreeMap::new();
    let mut sub_scopes = BTreeMap::new();
    for operation in &slice.operations {
        let Some(call) = &operation.call else { continue };
        reader.about(format!("operation `{}`", operation.id));
        let pointer = join(&operation.pointer, "x-call");
        arguments(reader, slice, operation, call, &pointer);
        names(reader, call, &pointer);
        if let Some(segment) = &call.sub_scope {
            sub_scope(reader, operation, segment, &pointer, &mut sub_scopes);
        }
        let path = (call.root, call.sub_scope.as_ref().map(|segment| &segment.name), &call.method.name);
        if let Some(other) = methods.insert(path, operation.id.as_str()) {
            reader.problem(
                &pointer,
                format!("its call is also that of `{other}`"),
                "rename one of the two methods",
            );
        }
    }
    // A method of a scope and the one that returns a sub-scope would be in one impl.
    for operation in &slice.operations {
        let Some(call) = &operation.call else { continue };
        let Some(segment) = &call.sub_scope else { continue };
        if let Some(other) = methods.get(&(call.root, None, &segment.name)) {
            reader.about(format!("operation `{}`", operation.id));
            let what = format!("its sub-scope `{}` has the name of the method of `{other}`", segment.name);
            reader.problem(&join(&operation.pointer, "x-call"), what, "rename one of the two");
        }
    }
}

/// Every path parameter and every required property of the body is an argument, once.
fn arguments(reader: &mut Reader, slice: &Slice, operation: &Operation, call: &Call, pointer: &str) {
    let path: Vec<&str> =
        operation.own_parameters(call.root).map(|parameter| parameter.name.as_str()).collect();
    let body = operation.body.as_ref().and_then(|body| slice.schemas.get(body));
    let required = body.map(|schema| schema.kind.required()).unwrap_or_default();
    let required: Vec<&str> = required.into_iter().map(|property| property.name.as_str()).collect();
    let mut missing: Vec<&str> = path.iter().chain(&required).copied().collect();
    for name in call.arguments() {
        if let Some(at) = missing.iter().position(|other| other == name) {
            missing.remove(at);
        } else if path.contains(&name.as_str()) || required.contains(&name.as_str()) {
            reader.problem(pointer, format!("the argument `{name}` occurs twice"), "keep one of the two");
        } else {
            reader.problem(
                pointer,
                format!("the argument `{name}` is neither a parameter of its path nor required in its body"),
                "name the parameter or the property that it sets",
            );
        }
    }
    for name in missing {
        let what = format!("`{name}` is not an argument of its call");
        reader.problem(pointer, what, "add it to the segment that needs it");
    }
    let sub_scope = call.sub_scope.iter().flat_map(|segment| &segment.arguments);
    for name in sub_scope.filter(|name| required.contains(&name.as_str())) {
        let what = format!("`{name}` is a property of the body, and an argument of the sub-scope");
        reader.problem(pointer, what, "make it an argument of the method");
    }
}

fn names(reader: &mut Reader, call: &Call, pointer: &str) {
    for segment in call.segments() {
        let argument = call.sub_scope.iter().any(|sub_scope| sub_scope.arguments.contains(&segment.name));
        if TAKEN.contains(&segment.name.as_str()) || argument {
            let what = format!("`{}` is a method that the scope already has", segment.name);
            reader.problem(pointer, what, "choose another name for the segment");
        }
    }
}

/// A sub-scope has the same arguments, of the same types, in every operation.
fn sub_scope<'s>(
    reader: &mut Reader,
    operation: &'s Operation,
    segment: &'s Segment,
    pointer: &str,
    seen: &mut BTreeMap<String, (&'s Operation, &'s Segment)>,
) {
    let Some((other, first)) = seen.get(&naming::sub_scope(&segment.name)) else {
        seen.insert(naming::sub_scope(&segment.name), (operation, segment));
        return;
    };
    let same_shapes = || {
        segment.arguments.iter().all(|name| {
            let shape = |operation: &Operation| {
                let parameters = operation.path_parameters.iter();
                parameters
                    .filter(|parameter| parameter.name == *name)
                    .map(|parameter| parameter.shape.clone())
                    .next()
            };
            shape(operation) == shape(other)
        })
    };
    if *first != segment || !same_shapes() {
        let what = format!("its sub-scope `{}` differs from that of `{}`", segment.name, other.id);
        reader.problem(pointer, what, "give the segment the same arguments in both, or another name");
    }
}
