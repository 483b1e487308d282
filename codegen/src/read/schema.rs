//! Named schemas: objects, string enums, unions of objects, and numbers that are types of their own.

use serde_json::Value;

use super::boxed;
use super::conditions::{self, Condition};
use super::reader::Reader;
use super::shape::{self, Bounds, Shape};
use super::unions::{self, TaggedVariant, UntaggedVariant};
use crate::document::join;
use std::collections::BTreeMap;

/// The most required properties that `new` takes; of more, two are easily swapped.
const MAX_POSITIONAL: usize = 3;

#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) name: String,
    /// The stem of its file.
    pub(crate) file: String,
    pub(crate) kind: Kind,
    /// Whether its type is boxed wherever a property of it is optional.
    pub(crate) boxed: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Object {
        properties: Vec<Property>,
        /// The names of the required ones, in the order of the spec.
        required: Vec<String>,
        /// At least one of these must be set; empty if there is no such condition.
        at_least_one: Vec<String>,
        conditions: Vec<Condition>,
    },
    /// The texts of the values, in the order of the spec.
    Enum(Vec<String>),
    /// A number that another one cannot be passed for, and its least value.
    Number(u64),
    /// Objects that name their kind in `type` and hold their content in `details`.
    Tagged(Vec<TaggedVariant>),
    /// Objects that differ in their required properties.
    Untagged(Vec<UntaggedVariant>),
}

#[derive(Clone, Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) nullable: bool,
    pub(crate) required: bool,
    pub(crate) bounds: Bounds,
    pub(crate) description: String,
}

pub(super) fn read_all(reader: &mut Reader) -> BTreeMap<String, Schema> {
    let names: Vec<String> =
        reader.document.members("/components/schemas").map(|(name, _)| name.clone()).collect();
    let mut schemas = BTreeMap::new();
    for name in names {
        reader.about(format!("schema `{name}`"));
        let pointer = join("/components/schemas", &name);
        let file = reader.document.file(&pointer).unwrap_or_default();
        let file = file.strip_suffix(".yaml").unwrap_or(file).to_owned();
        if let Some(kind) = read(reader, &pointer) {
            reader.text(&pointer, "description");
            let boxed = boxed::read(reader, &pointer);
            schemas.insert(name.clone(), Schema { name, file, kind, boxed });
        }
    }
    schemas
}

fn read(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let members = reader.object(pointer)?;
    if members.contains_key("oneOf") {
        reader.object_of(pointer, &["description", "oneOf", "x-boxed"])?;
        return unions::read(reader, &join(pointer, "oneOf"));
    }
    match (members.get("type").and_then(Value::as_str), members.get("enum")) {
        (Some("string"), Some(values)) => {
            reader.object_of(pointer, &["description", "enum", "type"])?;
            let pointer = join(pointer, "enum");
            let texts = reader.texts_in(&pointer, values);
            if values == &Value::Array(Vec::new()) {
                reader.problem(&pointer, "an enum has at least one value", "list its values");
            }
            Some(Kind::Enum(texts))
        }
        (Some("object"), None) => object(reader, pointer),
        (Some("integer"), None) => number(reader, pointer),
        _ => {
            reader.problem(
                pointer,
                "a named schema is an object, a string enum, an integer, or a `oneOf`",
                "write any other scalar or a list where it is used; a name would only wrap it",
            );
            None
        }
    }
}

fn number(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    reader.object_of(pointer, &["description", "format", "minimum", "type"])?;
    let format = reader.get(pointer, "format");
    if format.is_some_and(|format| format != "int64") {
        reader.problem(&join(pointer, "format"), "the format is not taken", "use `int64`, or leave it away");
    }
    let minimum = reader.get(pointer, "minimum").and_then(Value::as_u64);
    if minimum.is_none() {
        reader.problem(
            pointer,
            "a number of its own type has no lower limit, or a negative one",
            "write `minimum: 1` (or 0)",
        );
    }
    Some(Kind::Number(minimum?))
}

fn object(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let members = reader.object_of(
        pointer,
        &["anyOf", "description", "properties", "required", "type", "x-boxed", "x-when"],
    )?;
    let required = reader.texts(pointer, "required");
    let mut properties = Vec::new();
    let section = join(pointer, "properties");
    let named = reader.object(&section)?;
    if named.is_empty() {
        // typify would make a map of it.
        reader.problem(
            &section,
            "an object has at least one property",
            "describe one, or take the schema out",
        );
    }
    for name in named.keys() {
        let pointer = join(&section, name);
        no_default(reader, &pointer);
        let Some(described) = shape::read(reader, &pointer) else { continue };
        let description = match (&described.description, &described.shape) {
            (Some(text), _) => text.clone(),
            // No key is allowed beside a `$ref`, so the description is that of the named schema.
            (None, Shape::Named(named) | Shape::Number(named)) => reader
                .get(&join("/components/schemas", named), "description")
                .and_then(Value::as_str)
                .map(|text| text.trim().to_owned())
                .unwrap_or_default(),
            (None, _) => reader.text(&pointer, "description").unwrap_or_default(),
        };
        properties.push(Property {
            name: name.clone(),
            shape: described.shape,
            nullable: described.nullable,
            required: required.contains(name),
            bounds: described.bounds,
            description,
        });
    }
    let at_least_one = conditions::at_least_one(reader, pointer, members.get("anyOf"));
    let conditions = conditions::read(reader, pointer, members.get("x-when"));
    let object = Kind::Object { properties, required, at_least_one, conditions };
    // A property that could not be read is there all the same.
    for name in object.mentioned().filter(|name| !named.contains_key(*name)) {
        let what = format!("`{name}` is not one of its properties");
        reader.problem(pointer, what, "add the property, or take the name out");
    }
    Some(object)
}

/// What the server assumes is worth saying of what a caller may leave out of a query, and of nothing else.
pub(super) fn no_default(reader: &mut Reader, pointer: &str) {
    if reader.get(pointer, "default").is_some() {
        let what = "`default` is allowed at query parameters only";
        reader.problem(&join(pointer, "default"), what, "describe it in the text");
    }
}

impl Property {
    /// Whether its type is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        !self.required || self.nullable
    }
}

impl Kind {
    /// The properties of an object; none of anything else.
    pub(crate) fn properties(&self) -> &[Property] {
        match self {
            Self::Object { properties, .. } => properties,
            _ => &[],
        }
    }

    /// The required properties of an object, in the order of the spec; none of anything else.
    pub(crate) fn required(&self) -> Vec<&Property> {
        let Self::Object { properties, required, .. } = self else { return Vec::new() };
        let mut found: Vec<_> = properties.iter().filter(|property| property.required).collect();
        found.sort_by_key(|property| required.iter().position(|name| *name == property.name));
        found
    }

    /// Whether its required properties are too many for the positional arguments of `new`.
    pub(crate) fn is_built_by_name(&self) -> bool {
        self.required().len() > MAX_POSITIONAL
    }

    /// The properties that `required`, `anyOf` and `x-when` name.
    fn mentioned(&self) -> impl Iterator<Item = &String> {
        let (required, any, conditions) = match self {
            Self::Object { required, at_least_one, conditions, .. } => {
                (required.as_slice(), at_least_one.as_slice(), conditions.as_slice())
            }
            _ => (&[][..], &[][..], &[][..]),
        };
        let named = conditions
            .iter()
            .flat_map(|when| [&when.property].into_iter().chain(&when.required).chain(&when.absent));
        required.iter().chain(any).chain(named)
    }
}
