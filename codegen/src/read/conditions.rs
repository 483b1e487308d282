//! Conditions of a body: one of several properties, and conditions between properties.

use serde_json::Value;

use super::reader::Reader;
use super::shape::Shape;
use super::{Kind, Property, Slice};
use crate::document::join;

/// «When `property` is `is`, these must be set, and those must not.»
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) property: String,
    pub(crate) is: String,
    pub(crate) required: Vec<String>,
    pub(crate) absent: Vec<String>,
}

/// `anyOf: [{required: [a]}, {required: [b]}]` requires one of `a` and `b`.
pub(super) fn at_least_one(reader: &mut Reader, pointer: &str, any_of: Option<&Value>) -> Vec<String> {
    let Some(any_of) = any_of else { return Vec::new() };
    let parts = any_of.as_array().filter(|parts| !parts.is_empty());
    let names: Option<Vec<String>> = parts.and_then(|parts| {
        parts
            .iter()
            .map(|part| match (part.as_object()?.len(), part.get("required")?.as_array()?.as_slice()) {
                (1, [Value::String(name)]) => Some(name.clone()),
                _ => None,
            })
            .collect()
    });
    if names.is_none() {
        reader.problem(
            &join(pointer, "anyOf"),
            "`anyOf` can only require one of several properties",
            "write `anyOf: [{required: [a]}, {required: [b]}]`",
        );
    }
    names.unwrap_or_default()
}

pub(super) fn read(reader: &mut Reader, pointer: &str, when: Option<&Value>) -> Vec<Condition> {
    let pointer = join(pointer, "x-when");
    let count = when.and_then(Value::as_array).map_or(0, Vec::len);
    if when.is_some() && count == 0 {
        reader.problem(
            &pointer,
            "`x-when` is a list of conditions",
            "write `[{property: …, is: …, required: […]}]`",
        );
    }
    let mut conditions = Vec::new();
    for index in 0..count {
        let pointer = join(&pointer, &index.to_string());
        reader.object_of(&pointer, &["absent", "is", "property", "required"]);
        conditions.push(Condition {
            property: reader.text(&pointer, "property").unwrap_or_default(),
            is: reader.text(&pointer, "is").unwrap_or_default(),
            required: reader.texts(&pointer, "required"),
            absent: reader.texts(&pointer, "absent"),
        });
    }
    conditions
}

/// Checks that the conditions of `anyOf` and `x-when` can be checked on the body as it is built.
pub(super) fn check(reader: &mut Reader, slice: &Slice, pointer: &str, kind: &Kind) {
    let Kind::Object { properties, at_least_one, conditions, .. } = kind else { return };
    let mentioned = conditions.iter().flat_map(|when| when.required.iter().chain(&when.absent));
    for name in at_least_one.iter().chain(mentioned) {
        let Some(property) = properties.iter().find(|property| &property.name == name) else { continue };
        if property.required {
            let what = format!("`{name}` is required, so `anyOf` and `x-when` do not apply to it");
            reader.problem(pointer, what, "remove it from one of the two");
        } else if matches!(property.shape, Shape::List(_)) && !property.nullable {
            let what = format!("`{name}` is a list, which is never left out");
            reader.problem(pointer, what, "remove it, or add support for an empty list to the request types");
        }
    }
    for (index, when) in conditions.iter().enumerate() {
        let pointer = join(&join(pointer, "x-when"), &index.to_string());
        match properties
            .iter()
            .find(|property| property.name == when.property)
            .and_then(|at| values(slice, at))
        {
            None => {
                let what = format!("`{}` is not an enum that a caller may leave out", when.property);
                reader.problem(&pointer, what, "name a property that is an optional `$ref` to an enum");
            }
            Some(values) if !values.contains(&when.is) => {
                let what = format!("`{}` is never `{}`", when.property, when.is);
                reader.problem(&pointer, what, format!("write one of: {}", values.join(", ")));
            }
            Some(_) if when.required.is_empty() && when.absent.is_empty() => {
                reader.problem(&pointer, "it has no effect", "write `required: […]` or `absent: […]`");
            }
            Some(_) => {}
        }
    }
}

/// The values of a property that is an optional enum.
fn values<'s>(slice: &'s Slice, property: &Property) -> Option<&'s [String]> {
    match (&property.shape, property.required, property.nullable) {
        (Shape::Named(name), false, false) => match &slice.schemas.get(name)?.kind {
            Kind::Enum(values) => Some(values),
            _ => None,
        },
        _ => None,
    }
}
