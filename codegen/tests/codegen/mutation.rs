//! Small damages to a document: what a slip of the hand, a bad merge, or a stranger would do to it.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// One damage, at a position that is picked among all that the document has.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    at: Index,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Delete,
    Replace(Value),
    Rename(String),
    /// The same value under one more key, or once more in a list.
    Duplicate(String),
    /// The value of another position, in the place of this one.
    Copy(Index),
    Swap(Index),
}

/// Names that mean something to the generator, to progenitor, to typify or to Rust, and some that mean nothing.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "", "$ref", "200", "204", "404", "Other", "Self", "_", "a b", "a/b", "additionalProperties", "allOf",
    "anyOf", "body", "client", "crate", "default", "details", "discriminator", "enum", "explode", "format",
    "gen", "get", "id", "in", "items", "maxLength", "minimum", "mod", "name", "not", "nullable", "number",
    "oneOf", "page", "parameters", "pattern", "per_page", "post", "properties", "readOnly", "required",
    "schema", "schemas", "self", "servers", "state", "stream", "style", "title", "trace", "type",
    "uniqueItems", "xml", "x-exclusive", "x-pagination", "x-rust-type", "x-when", "ß", "#", "{org}", "'",
    "\\",
];

/// Texts that stand where a word of the vocabulary, a reference, or a name is read.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "", " ", "#/components/parameters/Org", "#/components/responses/NotFound", "#/components/schemas/Alert",
    "#/components/schemas/AlertState", "#/components/schemas/Alert/properties/number",
    "#/components/schemas/Location", "#/components/schemas/User", "/a/{", "/orgs/{org}/{org}", "3.0.9",
    "3.1.0", "a\nb", "array", "boolean", "cookie", "cursor", "date-time", "deepObject", "header", "int64",
    "integer", "integer\u{0}", "null", "number", "object", "other", "page", "page-and-cursor", "password",
    "path", "query", "self", "string", "uint64", "uri", "uuid", "*/ } \" fn", "\u{202e}", "Ünïcode", "0",
    "-1", "~1",
];

pub(crate) fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let mutation = (any::<Index>(), kind()).prop_map(|(at, kind)| Mutation { at, kind });
    prop::collection::vec(mutation, 1..=3)
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => Just(Kind::Delete),
        4 => value().prop_map(Kind::Replace),
        2 => name().prop_map(Kind::Rename),
        2 => name().prop_map(Kind::Duplicate),
        3 => any::<Index>().prop_map(Kind::Copy),
        2 => any::<Index>().prop_map(Kind::Swap),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => select(NAMES).prop_map(str::to_owned), 1 => "[a-zA-Z][a-z_A-Z0-9-]{0,12}"]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        select(vec![
            json!(0),
            json!(-1),
            json!(1.5),
            json!(200),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(1e300)
        ]),
        select(TEXTS).prop_map(|text| json!(text)),
        select(vec![json!([]), json!([null]), json!([[]]), json!(["a", "a"]), json!([1]), json!([{}])]),
        select(vec![
            json!({}),
            json!({"": null}),
            json!({"$ref": 1}),
            json!({"type": "object"}),
            json!({"a": {}})
        ]),
    ]
}

/// `document` with each of `mutations` done to it in turn.
pub(crate) fn mutated(document: &Value, mutations: &[Mutation]) -> Value {
    let mut document = document.clone();
    for mutation in mutations {
        let positions = positions(&document);
        if !positions.is_empty() {
            let at = mutation.at.get(&positions);
            apply(&mut document, at, &mutation.kind, &positions);
        }
    }
    document
}

/// The pointer of every value but the document itself.
fn positions(document: &Value) -> Vec<String> {
    fn walk(value: &Value, pointer: &str, positions: &mut Vec<String>) {
        let mut step = |key: &str, member: &Value| {
            let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
            walk(member, &pointer, positions);
            positions.push(pointer);
        };
        match value {
            Value::Object(members) => members.iter().for_each(|(key, member)| step(key, member)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| step(&index.to_string(), item));
            }
            _ => {}
        }
    }
    let mut positions = Vec::new();
    walk(document, "", &mut positions);
    positions
}

fn apply(document: &mut Value, at: &str, kind: &Kind, positions: &[String]) {
    let (parent, key) = at.rsplit_once('/').expect("a position begins with a slash");
    let key = key.replace("~1", "/").replace("~0", "~");
    match kind {
        Kind::Replace(value) => put(document, at, value.clone()),
        Kind::Copy(other) => {
            let value = document.pointer(other.get::<String>(positions)).cloned().unwrap_or_default();
            put(document, at, value);
        }
        Kind::Swap(other) => {
            let other = other.get::<String>(positions);
            let (one, two) = (document.pointer(at).cloned(), document.pointer(other).cloned());
            put(document, at, two.unwrap_or_default());
            put(document, other, one.unwrap_or_default());
        }
        Kind::Delete => match document.pointer_mut(parent) {
            Some(Value::Object(members)) => drop(members.remove(&key)),
            Some(Value::Array(items)) => drop(items.remove(key.parse().expect("an item has an index"))),
            _ => {}
        },
        Kind::Rename(name) => members(document, parent, |members| {
            if let Some(value) = members.remove(&key) {
                members.insert(name.clone(), value);
            }
        }),
        Kind::Duplicate(name) => {
            let value = document.pointer(at).cloned().unwrap_or_default();
            match document.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.insert(name.clone(), value)),
                Some(Value::Array(items)) => items.push(value),
                _ => {}
            }
        }
    }
}

/// A swap of a value with one inside of it leaves a position that is gone.
fn put(document: &mut Value, at: &str, value: Value) {
    if let Some(place) = document.pointer_mut(at) {
        *place = value;
    }
}

fn members(document: &mut Value, at: &str, change: impl FnOnce(&mut Map<String, Value>)) {
    if let Some(Value::Object(members)) = document.pointer_mut(at) {
        change(members);
    }
}
