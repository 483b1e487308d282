//! Turns the document that people and other tools read into the one that progenitor can take.
//!
//! Each pass is a function on the JSON of the document, and rests on what `read` has made sure of.

mod comma_lists;
mod constraints;
mod failures;
mod integers;
mod nullable;
mod optional_lists;
mod three_state;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::sorted;

/// The two documents that progenitor is given.
pub(crate) struct Normalized {
    /// For models and request builders: successes alone, because the facade handles failures.
    pub(crate) client: Value,
    /// For the mocks: the failures too, for tests to serve.
    pub(crate) mock: Value,
}

/// Normalizes `document`; `bodies` names the schemas that request bodies are made of.
pub(crate) fn normalize(document: &Value, bodies: &BTreeSet<String>) -> Normalized {
    let mut mock = document.clone();
    three_state::apply(&mut mock, bodies);
    nullable::apply(&mut mock);
    optional_lists::apply(&mut mock, bodies);
    comma_lists::apply(&mut mock);
    integers::apply(&mut mock);
    constraints::apply(&mut mock);
    let mut client = mock.clone();
    failures::apply(&mut client);
    Normalized { client: sorted(client), mock: sorted(mock) }
}

/// The schemas of the document, by name.
fn schemas(document: &mut Value) -> impl Iterator<Item = (&String, &mut Value)> {
    document.pointer_mut("/components/schemas").and_then(Value::as_object_mut).into_iter().flatten()
}

/// The properties of a schema, by name.
fn properties(schema: &mut Value) -> impl Iterator<Item = (&String, &mut Value)> {
    schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
}

/// The operations of the document.
fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    paths.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten().map(|(_, operation)| operation))
}
