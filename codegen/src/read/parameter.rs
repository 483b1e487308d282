//! Parameters of an operation: of its path, and of its query.

use serde_json::Value;

use super::reader::Reader;
use super::shape::{self, Bounds, Shape};
use crate::document::join;

const KEYS: &[&str] = &["description", "explode", "in", "name", "required", "schema", "style"];

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) shape: Shape,
    pub(crate) bounds: Bounds,
}

/// Reads the parameters under `pointer`: those of the path, and those of the query.
pub(super) fn read_all(reader: &mut Reader, pointer: &str) -> (Vec<Parameter>, Vec<Parameter>) {
    let pointer = join(pointer, "parameters");
    let count = reader.document.root.pointer(&pointer).and_then(Value::as_array).map_or(0, Vec::len);
    let (mut path, mut query) = (Vec::<Parameter>::new(), Vec::<Parameter>::new());
    for index in 0..count {
        let pointer = reader.follow(&join(&pointer, &index.to_string()));
        let place = reader.get(&pointer, "in").and_then(Value::as_str).unwrap_or_default();
        let Some(parameter) = read(reader, &pointer, place) else { continue };
        let list = match place {
            "path" => &mut path,
            _ => &mut query,
        };
        if list.iter().any(|other| other.name == parameter.name) {
            reader.problem(&pointer, format!("the parameter `{}` stands twice", parameter.name), "keep one of the two");
        }
        list.push(parameter);
    }
    (path, query)
}

fn read(reader: &mut Reader, pointer: &str, place: &str) -> Option<Parameter> {
    reader.object_of(pointer, KEYS)?;
    let name = reader.text(pointer, "name")?;
    if !matches!(place, "path" | "query") {
        reader.problem(
            pointer,
            format!("the parameter `{name}` stands in a {place:?}, and the client sends none there"),
            "say `in: path` or `in: query`; headers and cookies are the facade's",
        );
        return None;
    }
    let required = reader.get(pointer, "required").and_then(Value::as_bool).unwrap_or_default();
    if required != (place == "path") {
        reader.problem(
            pointer,
            format!("the parameter `{name}` is not as required as its place asks"),
            "a path parameter says `required: true`; a query parameter leaves it away, and a needed value goes into the path or the body",
        );
    }
    let described = shape::read(reader, &join(pointer, "schema"))?;
    let comma_list = reader.get(pointer, "explode") == Some(&Value::Bool(false));
    let fits = match (&described.shape, place) {
        (Shape::Text | Shape::Unsigned | Shape::Signed, "path") => true,
        (Shape::Text | Shape::Unsigned | Shape::Signed | Shape::Boolean | Shape::Named(_), "query") => !comma_list,
        (Shape::List(items), "query") => comma_list && matches!(**items, Shape::Text | Shape::Named(_)),
        _ => false,
    };
    if !fits || described.nullable {
        reader.problem(
            pointer,
            format!("the parameter `{name}` has a shape that the client cannot send there"),
            "use a string, an integer, a boolean or a named enum; for a comma list, an array of those with `explode: false`",
        );
        return None;
    }
    let item = match &described.shape {
        Shape::List(items) => items,
        shape => shape,
    };
    if let Shape::Named(schema) = item {
        let pointer_to_schema = join("/components/schemas", schema);
        if reader.get(&pointer_to_schema, "enum").is_none() {
            reader.problem(pointer, format!("`{schema}` is not an enum, and cannot stand in an address"), "refer to a string enum");
        }
    }
    Some(Parameter {
        description: reader.text(pointer, "description")?,
        name,
        shape: described.shape,
        bounds: described.bounds,
    })
}
