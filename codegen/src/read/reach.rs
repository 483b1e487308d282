//! Which schemas the requests and the responses of operations reach.

use std::collections::BTreeSet;

use super::shape::Shape;
use super::{Kind, Operation, Slice, Success};

/// Every schema that a request body reaches.
pub(crate) fn body_schemas(slice: &Slice) -> BTreeSet<String> {
    reachable(slice, slice.operations.iter().filter_map(body))
}

/// Every schema that a success response reaches.
pub(crate) fn response_schemas(slice: &Slice) -> BTreeSet<String> {
    reachable(slice, slice.operations.iter().filter_map(response))
}

/// Every schema that internal operations reach, and no other operation.
pub(crate) fn internal_schemas(slice: &Slice) -> BTreeSet<String> {
    let reached_by = |internal: bool| {
        let operations = slice.operations.iter().filter(move |operation| operation.internal == internal);
        reachable(slice, operations.flat_map(used))
    };
    reached_by(true).difference(&reached_by(false)).cloned().collect()
}

fn body(operation: &Operation) -> Option<String> {
    operation.body.clone()
}

fn response(operation: &Operation) -> Option<String> {
    match &operation.success {
        Success::One(name) | Success::List(name) => Some(name.clone()),
        Success::Nothing => None,
    }
}

/// The schemas that an operation names.
fn used(operation: &Operation) -> impl Iterator<Item = String> {
    let parameters = operation.path_parameters.iter().chain(&operation.query);
    let parameters = parameters.filter_map(|parameter| named(&parameter.shape));
    body(operation).into_iter().chain(response(operation)).chain(parameters)
}

/// Every schema that `names` reach, themselves included.
fn reachable(slice: &Slice, names: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<String> = names.collect();
    while let Some(name) = next.pop() {
        let Some(schema) = slice.schemas.get(&name) else { continue };
        if !seen.insert(name) {
            continue;
        }
        match &schema.kind {
            Kind::Object { properties, .. } => {
                next.extend(properties.iter().filter_map(|property| named(&property.shape)))
            }
            Kind::Tagged(parts) => next.extend(parts.iter().map(|part| part.schema.clone())),
            Kind::Untagged(parts) => next.extend(parts.iter().map(|part| part.schema.clone())),
            Kind::Enum(_) | Kind::Number(_) => {}
        }
    }
    seen
}

fn named(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Named(name) | Shape::Number(name) => Some(name.clone()),
        Shape::List(items) => named(items),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_slice;

    /// `Token`, of an internal operation, holds `Owner` and `State`; `Thing`, of another one, holds `State`.
    fn slice() -> Slice {
        let holds = |names: &[&str]| {
            let shape = |name: &&str| Shape::Named((*name).to_owned());
            names.iter().map(|name| test_slice::property("held", shape(name))).collect()
        };
        let mut slice = test_slice::operation("things/get", Success::One("Thing".to_owned()));
        let internal = test_slice::operation("apps/create-token", Success::One("Token".to_owned()));
        slice.operations.extend(internal.operations.into_iter().map(|mut operation| {
            operation.internal = true;
            operation
        }));
        let objects = [
            test_slice::object("Thing", holds(&["State"])),
            test_slice::object("Token", holds(&["Owner", "State"])),
            test_slice::object("Owner", holds(&[])),
            test_slice::object("ErrorBody", holds(&[])),
            test_slice::enum_of("State", &["open"]),
        ];
        slice.schemas.extend(objects.into_iter().flat_map(|object| object.schemas));
        slice
    }

    #[test]
    fn a_schema_is_internal_if_internal_operations_alone_reach_it() {
        assert_eq!(internal_schemas(&slice()), ["Owner".to_owned(), "Token".to_owned()].into());
    }

    #[test]
    fn a_schema_of_a_public_parameter_is_not_internal() {
        let mut slice = slice();
        let parameter = crate::read::Parameter {
            name: "owner".to_owned(),
            description: String::new(),
            shape: Shape::Named("Owner".to_owned()),
            bounds: Default::default(),
        };
        slice.operations[0].query.push(parameter);
        assert_eq!(internal_schemas(&slice), ["Token".to_owned()].into());
    }
}
