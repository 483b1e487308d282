//! Parameters of an operation: of its path, and of its query.

use serde_json::Value;

use super::reader::Reader;
use super::shape::{self, Bounds, Shape};
use crate::document::join;

/// The texts in a path that the facade's scopes hold, and have checked as names.
const NAMES: &[&str] = &["enterprise", "org", "owner", "repo"];

const KEYS: &[&str] = &["description", "explode", "in", "name", "required", "schema", "style"];

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) shape: Shape,
    pub(crate) bounds: Bounds,
}

impl Parameter {
    /// Returns whether both are the same to a caller.
    pub(super) fn same(&self, other: &Self) -> bool {
        let one = (&self.name, &self.description, &self.shape, &self.bounds);
        one == (&other.name, &other.description, &other.shape, &other.bounds)
    }
}

/// The parameters of one operation.
pub(super) struct Parameters {
    pub(super) path: Vec<Parameter>,
    pub(super) query: Vec<Parameter>,
    /// Whether each of them could be read; if not, a missing one is no problem of its own.
    pub(super) complete: bool,
}

/// Reads the parameters of the operation at `operation`.
pub(super) fn read_all(reader: &mut Reader, operation: &str) -> Parameters {
    let pointer = join(operation, "parameters");
    let before = reader.found.len();
    let count = if reader.get(operation, "parameters").is_some() { reader.list(&pointer) } else { 0 };
    let (mut path, mut query) = (Vec::<Parameter>::new(), Vec::<Parameter>::new());
    for index in 0..count {
        let pointer = join(&pointer, &index.to_string());
        let Some((in_path, parameter)) = reader.component(&pointer, "parameters", read) else { continue };
        if path.iter().chain(&query).any(|other| other.name == parameter.name) {
            reader.problem(
                &pointer,
                format!("the parameter `{}` occurs twice", parameter.name),
                "keep one of the two",
            );
        }
        if in_path { path.push(parameter) } else { query.push(parameter) }
    }
    Parameters { path, query, complete: reader.found.len() == before }
}

/// One parameter, and whether it is in the path.
fn read(reader: &mut Reader, pointer: &str) -> Option<(bool, Parameter)> {
    reader.object_of(pointer, KEYS)?;
    let name = reader.text(pointer, "name")?;
    let place = reader.get(pointer, "in").and_then(Value::as_str).unwrap_or_default();
    if !matches!(place, "path" | "query") {
        reader.problem(
            pointer,
            format!("the parameter `{name}` has `in: {place}`, which the client does not send"),
            "write `in: path` or `in: query`; the facade sends headers itself",
        );
        return None;
    }
    let in_path = place == "path";
    let fits = match reader.get(pointer, "required") {
        Some(required) => *required == Value::Bool(in_path),
        None => !in_path,
    };
    if !fits {
        reader.problem(
            pointer,
            format!("the parameter `{name}` has a wrong `required`"),
            "write `required: true` on a path parameter, and nothing on a query parameter; make a required value a part of the path or the body",
        );
    }
    let described = shape::read(reader, &join(pointer, "schema"))?;
    let comma_list = reader.get(pointer, "explode") == Some(&Value::Bool(false));
    let fits = match (&described.shape, place) {
        (Shape::Text | Shape::Unsigned | Shape::Signed | Shape::Number(_), "path") => true,
        (Shape::Text | Shape::Unsigned | Shape::Signed | Shape::Boolean | Shape::Named(_), "query") => {
            !comma_list
        }
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
    if in_path && described.shape == Shape::Text && !NAMES.contains(&name.as_str()) {
        reader.problem(
            pointer,
            format!("the text `{name}` could change the path"),
            "check it in a scope, as src/scope.rs and src/names.rs do",
        );
    }
    if described.shape == Shape::Signed && described.bounds != Bounds::default() {
        reader.problem(
            pointer,
            format!("the limits of `{name}` are those of a number that may be negative"),
            "write `minimum: 0` (or 1) as well, or remove them",
        );
    }
    let item = match &described.shape {
        Shape::List(items) => items,
        shape => shape,
    };
    if let Shape::Named(schema) = item {
        let pointer_to_schema = join("/components/schemas", schema);
        if reader.get(&pointer_to_schema, "enum").is_none() {
            reader.problem(
                pointer,
                format!("`{schema}` is not an enum, and cannot be a query parameter"),
                "refer to a string enum",
            );
        }
    }
    let description = reader.text(pointer, "description")?;
    Some((in_path, Parameter { name, description, shape: described.shape, bounds: described.bounds }))
}
