//! The shape of one value: of a property, a parameter, or the items of a list.

use serde_json::Value;

use super::reader::Reader;
use super::references::schema_name;
use super::schema::no_default;
use crate::document::join;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    DateTime,
    Secret,
    Boolean,
    /// A whole number that is never negative: `u64`.
    Unsigned,
    /// A whole number: `i64`.
    Signed,
    /// A number that is a type of its own: a named schema of an integer.
    Number(String),
    /// Anything at all: JSON.
    Any,
    /// A named schema.
    Named(String),
    List(Box<Shape>),
}

/// Limits that are checked before a request is sent; all inclusive, lengths in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) minimum: Option<u64>,
    pub(crate) maximum: Option<u64>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
}

/// A shape with the other keys of its schema.
#[derive(Clone, Debug)]
pub(crate) struct Described {
    pub(crate) shape: Shape,
    pub(crate) nullable: bool,
    pub(crate) bounds: Bounds,
    pub(crate) description: Option<String>,
}

/// Reads the schema at `pointer`; a problem, and `None`, where it is outside of the subset.
pub(super) fn read(reader: &mut Reader, pointer: &str) -> Option<Described> {
    let members = reader.object(pointer)?;
    let description = members.get("description").and_then(Value::as_str).map(|text| text.trim().to_owned());
    let described = |(shape, bounds), nullable| Described { shape, nullable, bounds, description };
    if let Some(reference) = members.get("$ref") {
        reader.object_of(pointer, &["$ref"])?;
        return Some(described(named(reader, pointer, reference)?, false));
    }
    if let Some(parts) = members.get("allOf") {
        reader.object_of(pointer, &["allOf", "default", "description"])?;
        return match parts.as_array().map(Vec::as_slice) {
            Some([only]) if only.get("$ref").is_some() => {
                Some(described(named(reader, pointer, &only["$ref"])?, false))
            }
            _ => {
                reader.problem(
                    pointer,
                    "`allOf` holds more than one `$ref`",
                    "write out the properties in one schema",
                );
                None
            }
        };
    }
    if let Some(parts) = members.get("oneOf") {
        reader.object_of(pointer, &["description", "oneOf"])?;
        return match parts.as_array().map(Vec::as_slice) {
            Some([only, null]) if only.get("$ref").is_some() && is_null_form(null) => {
                Some(described(named(reader, pointer, &only["$ref"])?, true))
            }
            _ => {
                reader.problem(
                    pointer,
                    "an inline `oneOf` can only make a `$ref` nullable",
                    "name the union as a component, or write `oneOf: [{$ref: …}, {type: object, nullable: true, enum: [null]}]`",
                );
                None
            }
        };
    }
    let nullable = members.get("nullable").and_then(Value::as_bool).unwrap_or_default();
    let bounds = Bounds {
        minimum: members.get("minimum").and_then(Value::as_u64),
        maximum: members.get("maximum").and_then(Value::as_u64),
        min_length: members.get("minLength").and_then(Value::as_u64),
        max_length: members.get("maxLength").and_then(Value::as_u64),
    };
    let above = |low: Option<u64>, high: Option<u64>| low.zip(high).is_some_and(|(low, high)| low > high);
    if above(bounds.minimum, bounds.maximum) || above(bounds.min_length, bounds.max_length) {
        reader.problem(pointer, "its lower limit is above its upper one", "swap the two");
    }
    let shape = plain(reader, pointer)?;
    Some(described((shape, bounds), nullable))
}

/// The schema that allows null alone, which has no shorter form in OpenAPI 3.0.
fn is_null_form(value: &Value) -> bool {
    value.get("nullable") == Some(&Value::Bool(true))
        && value.get("enum") == Some(&Value::Array(vec![Value::Null]))
        && value.get("type").is_some_and(Value::is_string)
        && value.as_object().is_some_and(|members| members.len() == 3)
}

/// The shape of a reference, with the limits of a number.
fn named(reader: &mut Reader, pointer: &str, reference: &Value) -> Option<(Shape, Bounds)> {
    let name = schema_name(reference);
    if name.is_none() {
        reader.problem(
            pointer,
            "this is not a reference to a schema",
            "point it to `#/components/schemas/…`",
        );
    }
    let name = name?.to_owned();
    let target = join("/components/schemas", &name);
    if !reader.is_number(&name) {
        return Some((Shape::Named(name), Bounds::default()));
    }
    let minimum = reader.get(&target, "minimum").and_then(Value::as_u64);
    Some((Shape::Number(name), Bounds { minimum, ..Bounds::default() }))
}

fn plain(reader: &mut Reader, pointer: &str) -> Option<Shape> {
    let members = reader.object(pointer)?;
    if members.contains_key("enum") {
        reader.problem(
            pointer,
            "an inline enum has no name",
            "make it a component under `components.schemas`, and refer to it",
        );
        return None;
    }
    if !members.contains_key("type") {
        reader.object_of(pointer, &["description"])?;
        return Some(Shape::Any);
    }
    let format = members.get("format").and_then(Value::as_str);
    match (reader.text(pointer, "type")?.as_str(), format) {
        ("string", Some("password")) => {
            for key in members.keys().filter(|key| !["description", "format", "type"].contains(&key.as_str()))
            {
                reader.problem(
                    &join(pointer, key),
                    format!("a secret with `{key}` beside its format would become a plain string"),
                    "leave `type`, `format` and `description` alone on it",
                );
            }
            Some(Shape::Secret)
        }
        ("string", format) => {
            reader.object_of(
                pointer,
                &["default", "description", "format", "maxLength", "minLength", "nullable", "type"],
            )?;
            match format {
                None => Some(Shape::Text),
                Some("date-time") => Some(Shape::DateTime),
                Some(other) => unknown_format(reader, pointer, other, "`date-time` and `password`"),
            }
        }
        ("integer", format) => {
            reader.object_of(
                pointer,
                &["default", "description", "format", "maximum", "minimum", "nullable", "type"],
            )?;
            match (format, members.get("minimum").map(Value::as_u64)) {
                (None | Some("int64"), Some(Some(_))) => Some(Shape::Unsigned),
                (Some("int64"), None) => Some(Shape::Signed),
                (None | Some("int64"), _) => {
                    reader.problem(
                        pointer,
                        "this integer has no range and no format",
                        "write `minimum: 0` (or 1), or `format: int64`",
                    );
                    None
                }
                (Some(other), _) => unknown_format(reader, pointer, other, "`int64`"),
            }
        }
        ("boolean", _) => {
            reader.object_of(pointer, &["default", "description", "nullable", "type"])?;
            Some(Shape::Boolean)
        }
        ("array", _) => {
            reader.object_of(pointer, &["description", "items", "nullable", "type"])?;
            let place = join(pointer, "items");
            no_default(reader, &place);
            let items = read(reader, &place)?;
            if matches!(items.shape, Shape::List(_) | Shape::Secret) || items.nullable {
                reader.problem(
                    pointer,
                    "lists of lists, of nulls and of secrets are not taken",
                    "give the items a schema of their own",
                );
            }
            let limits = Bounds { minimum: items.bounds.minimum.filter(|low| *low > 0), ..items.bounds };
            if limits != Bounds::default() {
                reader.problem(
                    &place,
                    "the limits of its items are not checked",
                    "remove them, or describe them in the text",
                );
            }
            Some(Shape::List(Box::new(items.shape)))
        }
        ("object", _) => {
            reader.problem(
                pointer,
                "an inline object has no name",
                "make it a component under `components.schemas`, and refer to it",
            );
            None
        }
        (other, _) => {
            reader.problem(
                pointer,
                format!("the type {other:?} is not taken"),
                "use string, integer, boolean or array; whole numbers are integers",
            );
            None
        }
    }
}

fn unknown_format(reader: &mut Reader, pointer: &str, format: &str, known: &str) -> Option<Shape> {
    let help = format!("use {known}, or leave the format away");
    reader.problem(pointer, format!("the format `{format}` is not taken"), help);
    None
}
