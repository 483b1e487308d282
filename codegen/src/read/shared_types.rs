//! `x-type`: operations that share a request type agree on what they share.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::Reader;
use super::{Operation, Parameter, Slice};
use crate::document::join;

pub(super) fn check(reader: &mut Reader, slice: &Slice) {
    let mut types = BTreeMap::<&str, Vec<&Operation>>::new();
    for operation in slice.operations.iter().filter(|operation| !operation.internal) {
        types.entry(operation.type_name()).or_default().push(operation);
    }
    for (name, operations) in types {
        for (index, operation) in operations.iter().enumerate().skip(1) {
            reader.about(format!("operation `{}`", operation.id));
            let before = reader.found.len();
            for other in &operations[..index] {
                agree(reader, name, operation, other);
                // What disagrees with one operation mostly disagrees with all of them.
                if reader.found.len() > before {
                    break;
                }
            }
        }
    }
}

fn agree(reader: &mut Reader, name: &str, operation: &Operation, other: &Operation) {
    let pointer = join(&operation.pointer, "x-type");
    let with = format!("that of `{}`, whose request type `{name}` it shares", other.id);
    if operation.shared_type.is_none() || other.shared_type.is_none() {
        // The pointer is that of the operation that has the name by its `x-request`.
        let (alone, shared) =
            if operation.shared_type.is_none() { (operation, other) } else { (other, operation) };
        reader.about(format!("operation `{}`", alone.id));
        let what = format!("its request type has the name of the shared type of `{}`", shared.id);
        let help = "add `x-type` if it shares the type; else let `x-request` differ";
        return reader.problem(&join(&alone.pointer, "x-request"), what, help);
    }
    let root = |operation: &Operation| operation.call.as_ref().map(|call| call.root);
    let (one, two) = (root(operation), root(other));
    if one == two {
        let what = format!("its scope is {with}");
        return reader.problem(&pointer, what, "share a type between scopes; within one, give each its own");
    }
    let differs = |what: &str, help: &str, reader: &mut Reader| {
        reader.problem(&pointer, format!("its {what} differs from {with}"), help);
    };
    if operation.method != other.method || operation.pagination.is_some() != other.pagination.is_some() {
        return differs(
            "kind of request",
            "share a type between lists, or between requests of one method",
            reader,
        );
    }
    if operation.success != other.success {
        differs("response", "describe the same schema in both, or take `x-type` out of one", reader);
    }
    if operation.body != other.body {
        differs("body", "refer to the same schema in both, or take `x-type` out of one", reader);
    }
    if let (Some(one), Some(two)) = (one, two) {
        let own: Vec<_> = operation.own_parameters(one).collect();
        if own.len() != other.own_parameters(two).count()
            || own.iter().zip(other.own_parameters(two)).any(|(one, two)| !one.same(two))
        {
            differs("list of path parameters", "give both the same, or take `x-type` out of one", reader);
        }
    }
    for parameter in &operation.query {
        let counterpart = other.query.iter().find(|counterpart| counterpart.name == parameter.name);
        if counterpart.is_some_and(|counterpart| !counterpart.same(parameter)) {
            differs(&format!("parameter `{}`", parameter.name), "refer to one parameter in both", reader);
        }
    }
    let (one, two) = (pairs(operation, &other.query), pairs(other, &operation.query));
    for (first, second) in one.symmetric_difference(&two) {
        let what = format!("`x-exclusive` for `{first}` and `{second}`");
        differs(&what, "write the pair at both, or at neither", reader);
    }
}

/// The pairs of exclusive parameters that both operations have, each in one order.
fn pairs<'o>(operation: &'o Operation, query: &[Parameter]) -> BTreeSet<(&'o str, &'o str)> {
    let has = |name: &str| query.iter().any(|parameter| parameter.name == name);
    let shared = operation.exclusive.iter().filter(|(one, other)| has(one) && has(other));
    shared.map(|(one, other)| (one.min(other).as_str(), one.max(other).as_str())).collect()
}
