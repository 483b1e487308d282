//! Names that the request types already have: a type, parameter or property of the spec may not
//! take one of them.

use super::ScopeSet;
use crate::document::join;
use crate::imports::IMPORTS;
use crate::naming;
use crate::problem::{Problem, Problems};
use crate::read::{Kind, Operation, PAGING, Property, Slice};

/// Methods and fields that a request type or a typed mock has or may get.
const TAKEN_METHODS: &[&str] = &[
    "body",
    "build",
    "build_unchecked",
    "by_cursor",
    "check",
    "clone",
    "collect_all",
    "entries",
    "fetch",
    "first_page",
    "head",
    "inner",
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
    "start",
    "stream",
    "target",
];

/// Types and modules of the written code beside its imports.
const TAKEN_TYPES: &[&str] = &["Inner", "ScopeSets"];

const RENAME: &str = "rename one of the two in codegen/src/requests";

/// Refuses the spec if one of its names is taken.
pub(crate) fn check(slice: &Slice) -> Result<(), Problems> {
    let mut found = Vec::new();
    for operation in &slice.operations {
        let key = if operation.shared_type.is_some() { "x-type" } else { "x-request" };
        let name = operation.type_name();
        if is_taken(name, slice) {
            let what = format!("`{name}` cannot name its request type");
            let help = "choose a Rust type name that neither a schema nor the facade has";
            found.push(problem(operation, &join(&operation.pointer, key), what, help));
        }
        parameters(operation, &mut found);
        properties(operation, slice, &mut found);
    }
    Problems::none_in(found)
}

/// Whether the written code uses the name for something else.
fn is_taken(name: &str, slice: &Slice) -> bool {
    let sub_scope = |operation: &Operation| {
        let segment = operation.call.as_ref().and_then(|call| call.sub_scope.as_ref());
        segment.is_some_and(|segment| naming::sub_scope(&segment.name) == name)
    };
    IMPORTS.iter().any(|(import, _)| *import == name)
        || TAKEN_TYPES.contains(&name)
        || ScopeSet::all().any(|set| set.name() == name)
        || slice.operations.iter().any(sub_scope)
}

fn parameters(operation: &Operation, found: &mut Vec<Problem>) {
    for parameter in operation.path_parameters.iter().chain(&operation.query) {
        let name = parameter.name.as_str();
        let paging = operation.pagination.is_some() && PAGING.contains(&name);
        if TAKEN_METHODS.contains(&name) && !paging {
            let what = format!(
                "the parameter `{name}` would be a setter of the same name as a method of every request"
            );
            found.push(problem(operation, &operation.pointer, what, RENAME));
        }
    }
}

fn properties(operation: &Operation, slice: &Slice, found: &mut Vec<Problem>) {
    let schema = operation.body.as_ref().and_then(|body| slice.schemas.get(body));
    let Some(Kind::Object { properties, .. }) = schema.map(|schema| &schema.kind) else { return };
    for property in properties {
        let name = &property.name;
        let clears = |other: &Property| other.nullable && *name == format!("clear_{}", other.name);
        let taken = TAKEN_METHODS.contains(&name.as_str())
            || operation.path_parameters.iter().any(|parameter| parameter.name == *name)
            || properties.iter().any(clears);
        if taken {
            let what = format!(
                "the property `{name}` of its body would be a setter that conflicts with an existing method"
            );
            found.push(problem(operation, &operation.pointer, what, RENAME));
        }
    }
    if !operation.query.is_empty() {
        let help = "the request types have one or the other; add support for both to codegen/src/requests";
        found.push(problem(operation, &operation.pointer, "it has query parameters and a body".into(), help));
    }
}

fn problem(operation: &Operation, pointer: &str, what: String, help: &str) -> Problem {
    Problem {
        file: Some(format!("{}.yaml", operation.family)),
        subject: Some(format!("operation `{}`", operation.id)),
        pointer: pointer.to_owned(),
        what,
        help: help.to_owned(),
    }
}
