//! Schemas of OpenAPI 3.0, compiled as JSON Schema.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::{Map, Value, json};

/// A compiled schema.
pub(crate) struct Schema(Validator);

impl Schema {
    /// Compiles a schema of `document`, which its references resolve in.
    pub(crate) fn compile(document: &Value, schema: &Value) -> Self {
        let root = json!({
            "allOf": [as_json_schema(schema)],
            "components": { "schemas": schemas(&document["components"]["schemas"]) },
        });
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        Self(options.build(&root).unwrap_or_else(|error| panic!("{error}")))
    }

    /// Returns the faults of the value at `location` in the message.
    pub(crate) fn faults(&self, location: &str, value: &Value) -> Vec<String> {
        self.0.iter_errors(value).flat_map(|error| explain(location, &error)).collect()
    }
}

fn explain(location: &str, error: &ValidationError<'_>) -> Vec<String> {
    let message = format!("{location} at \"{}\": {}", error.instance_path(), error.masked());
    // Of several alternatives, the one with the fewest faults is the most likely one.
    let nearest = match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } => context.iter().min_by_key(|faults| faults.len()),
        _ => None,
    };
    let details = nearest.into_iter().flatten().flat_map(|error| explain(location, error));
    std::iter::once(message).chain(details).collect()
}

fn schemas(named: &Value) -> Map<String, Value> {
    let named = named.as_object().unwrap();
    named.iter().map(|(name, schema)| (name.clone(), as_json_schema(schema))).collect()
}

/// Converts to JSON Schema, without undeclared properties.
fn as_json_schema(node: &Value) -> Value {
    match node {
        Value::Object(fields) => Value::Object(of_object(fields)),
        Value::Array(items) => items.iter().map(as_json_schema).collect(),
        scalar => scalar.clone(),
    }
}

fn of_object(fields: &Map<String, Value>) -> Map<String, Value> {
    let mut schema = Map::new();
    for (keyword, value) in fields {
        let value = match keyword.as_str() {
            "properties" => Value::Object(schemas(value)),
            "nullable" => continue,
            extension if extension.starts_with("x-") => continue,
            _ => as_json_schema(value),
        };
        schema.insert(keyword.clone(), value);
    }
    if schema.contains_key("properties") {
        schema.entry("additionalProperties").or_insert(json!(false));
    }
    if fields.get("format") == Some(&json!("int64")) {
        schema.entry("minimum").or_insert(json!(i64::MIN));
        schema.entry("maximum").or_insert(json!(i64::MAX));
    }
    if fields.get("nullable") == Some(&json!(true)) {
        if let Some(kind) = schema.get_mut("type") {
            *kind = json!([kind, "null"]);
        }
        if let Some(Value::Array(values)) = schema.get_mut("enum")
            && !values.contains(&Value::Null)
        {
            values.push(Value::Null);
        }
    }
    schema
}
