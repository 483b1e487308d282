//! The description that the bindings were generated from.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// Reads the merged document, before normalisation.
pub(crate) fn read() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/generated/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Returns all component schemas by name.
pub(crate) fn schemas() -> Map<String, Value> {
    read()["components"]["schemas"].as_object().unwrap().clone()
}

/// Returns the names of the component schemas with `key`: `properties`, `enum` or `oneOf`.
pub(crate) fn schemas_with(key: &str) -> BTreeSet<String> {
    schemas().into_iter().filter(|(_, schema)| schema.get(key).is_some()).map(|(name, _)| name).collect()
}

/// Returns the values of an enum.
pub(crate) fn enum_texts(schema: &str) -> Vec<String> {
    let texts = schemas()[schema]["enum"].clone();
    serde_json::from_value(texts).unwrap()
}

/// Resolves a reference; returns any other node unchanged.
pub(crate) fn resolve<'d>(document: &'d Value, node: &'d Value) -> &'d Value {
    match node.get("$ref") {
        Some(target) => document.pointer(target.as_str().unwrap().trim_start_matches('#')).unwrap(),
        None => node,
    }
}

/// The properties of an example.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    /// All properties, with values.
    Full,
    /// The required properties.
    Least,
    /// All properties; the optional ones are null.
    Nulls,
}

/// Creates a payload from its schema.
pub(crate) fn example(schema: &str, extent: Extent) -> Value {
    let document = read();
    of_schema(&document, &document["components"]["schemas"][schema], extent)
}

fn of_schema(document: &Value, schema: &Value, extent: Extent) -> Value {
    let schema = resolve(document, schema);
    if let Some(parts) = schema.get("allOf").or_else(|| schema.get("oneOf")) {
        // The first alternative; for a nullable reference, the one that is not null.
        return of_schema(document, &parts[0], extent);
    }
    if let Some(texts) = schema.get("enum") {
        return texts[0].clone();
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("object"), _) => of_object(document, schema, extent),
        (Some("array"), _) => json!([of_schema(document, &schema["items"], extent)]),
        (Some("integer"), Some("int64")) => json!(9_007_199_254_740_993_i64),
        (Some("integer"), _) => json!(7),
        (Some("boolean"), _) => json!(false),
        (Some("string"), Some("date-time")) => json!("2025-03-01T09:15:00Z"),
        // Properties without a type are texts.
        _ => json!("ä text, \"quoted\""),
    }
}

fn of_object(document: &Value, schema: &Value, extent: Extent) -> Value {
    let required = |name: &str| {
        schema["required"].as_array().is_some_and(|names| names.iter().any(|required| required == name))
    };
    let properties = schema["properties"].as_object().unwrap();
    properties
        .iter()
        .filter_map(|(name, property)| match (required(name), extent) {
            (true, _) | (_, Extent::Full) => Some((name.clone(), of_schema(document, property, extent))),
            (false, Extent::Nulls) => Some((name.clone(), Value::Null)),
            (false, Extent::Least) => None,
        })
        .collect()
}
