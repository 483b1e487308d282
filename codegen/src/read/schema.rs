//! Named schemas: objects, string enums, and unions of objects.

use serde_json::Value;

use super::reader::Reader;
use super::references::schema_name;
use super::shape::{self, Bounds, Shape};
use crate::document::join;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) name: String,
    /// The stem of its file.
    pub(crate) file: String,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Object {
        properties: Vec<Property>,
        /// Each group: one of these must be set before the body is sent.
        at_least_one: Vec<String>,
        conditions: Vec<Condition>,
    },
    /// The texts of the values, in the order of the spec.
    Enum(Vec<String>),
    /// Objects that name their kind in `type` and hold their content in `details`.
    Tagged(Vec<TaggedVariant>),
    /// Objects told apart by their required properties.
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

/// «When `property` is `is`, these must be set, and those must not.»
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) property: String,
    pub(crate) is: String,
    pub(crate) required: Vec<String>,
    pub(crate) absent: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct TaggedVariant {
    pub(crate) text: String,
    pub(crate) schema: String,
}

#[derive(Clone, Debug)]
pub(crate) struct UntaggedVariant {
    pub(crate) schema: String,
    pub(crate) required: Vec<String>,
}

pub(super) fn read_all(reader: &mut Reader) -> BTreeMap<String, Schema> {
    let names: Vec<String> = reader.document.members("/components/schemas").map(|(name, _)| name.clone()).collect();
    let mut schemas = BTreeMap::new();
    for name in names {
        reader.about(format!("schema `{name}`"));
        let pointer = join("/components/schemas", &name);
        let file = reader.document.file(&pointer).unwrap_or_default();
        let file = file.strip_suffix(".yaml").unwrap_or(file).to_owned();
        if let Some(kind) = read(reader, &pointer) {
            reader.text(&pointer, "description");
            schemas.insert(name.clone(), Schema { name, file, kind });
        }
    }
    schemas
}

fn read(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let members = reader.object(pointer)?;
    if members.contains_key("oneOf") {
        reader.object_of(pointer, &["description", "oneOf"])?;
        return union(reader, &join(pointer, "oneOf"));
    }
    match (members.get("type").and_then(Value::as_str), members.get("enum")) {
        (Some("string"), Some(values)) => {
            reader.object_of(pointer, &["description", "enum", "type"])?;
            Some(Kind::Enum(reader.texts_in(&join(pointer, "enum"), values)))
        }
        (Some("object"), None) => object(reader, pointer),
        _ => {
            reader.problem(
                pointer,
                "a named schema is an object, a string enum, or a `oneOf`",
                "write a scalar or a list where it is used; a name would only wrap it",
            );
            None
        }
    }
}

fn object(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let members = reader.object_of(pointer, &["anyOf", "description", "properties", "required", "type", "x-when"])?;
    let required = reader.texts(pointer, "required");
    let mut properties = Vec::new();
    let section = join(pointer, "properties");
    for name in reader.object(&section)?.keys() {
        let pointer = join(&section, name);
        let Some(described) = shape::read(reader, &pointer) else { continue };
        let description = match (&described.description, &described.shape) {
            (Some(text), _) => text.clone(),
            // Nothing may stand beside a `$ref`: the named schema speaks for itself.
            (None, Shape::Named(named)) => reader
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
    let mentioned = |names: &[String]| {
        names.iter().find(|name| !properties.iter().any(|property| &&property.name == name)).cloned()
    };
    let at_least_one = at_least_one(reader, pointer, members.get("anyOf"));
    let conditions = conditions(reader, pointer, members.get("x-when"));
    let named = [&required, &at_least_one].into_iter().flatten().chain(
        conditions.iter().flat_map(|when| when.required.iter().chain(&when.absent).chain([&when.property])),
    );
    if let Some(name) = mentioned(&named.cloned().collect::<Vec<_>>()) {
        reader.problem(pointer, format!("`{name}` is not one of its properties"), "add the property, or take the name out");
    }
    Some(Kind::Object { properties, at_least_one, conditions })
}

/// `anyOf: [{required: [a]}, {required: [b]}]` says that one of `a` and `b` must be there.
fn at_least_one(reader: &mut Reader, pointer: &str, any_of: Option<&Value>) -> Vec<String> {
    let Some(any_of) = any_of else { return Vec::new() };
    let names: Option<Vec<String>> = any_of.as_array().and_then(|parts| {
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
            "`anyOf` can only say that one of several properties must be there",
            "write `anyOf: [{required: [a]}, {required: [b]}]`",
        );
    }
    names.unwrap_or_default()
}

fn conditions(reader: &mut Reader, pointer: &str, when: Option<&Value>) -> Vec<Condition> {
    let pointer = join(pointer, "x-when");
    let count = when.and_then(Value::as_array).map_or(0, Vec::len);
    if when.is_some() && count == 0 {
        reader.problem(&pointer, "`x-when` is a list of conditions", "write `[{property: …, is: …, required: […]}]`");
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

fn union(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let Some(parts) = reader.document.root.pointer(pointer).and_then(Value::as_array) else {
        reader.problem(pointer, "`oneOf` is a list", "list the shapes");
        return None;
    };
    let references: Option<Vec<&str>> = parts.iter().map(|part| schema_name(part.get("$ref")?)).collect();
    if let Some(names) = references {
        return untagged(reader, pointer, &names);
    }
    let tagged: Option<Vec<TaggedVariant>> = parts.iter().map(tagged).collect();
    if tagged.is_none() {
        reader.problem(
            pointer,
            "a union is a list of references, or of objects with a one-value `type` and a referenced `details`",
            "write each part as `{type: object, required: [type, details], properties: {type: {type: string, enum: [one]}, details: {$ref: …}}}`",
        );
    }
    let variants = tagged?;
    for (index, variant) in variants.iter().enumerate() {
        if variants[..index].iter().any(|other| other.text == variant.text) {
            reader.problem(pointer, format!("the kind `{}` stands twice", variant.text), "keep one of the two");
        }
    }
    Some(Kind::Tagged(variants))
}

fn tagged(part: &Value) -> Option<TaggedVariant> {
    let shape = serde_json::json!({
        "type": "object",
        "required": ["type", "details"],
        "properties": {
            "type": {"type": "string", "enum": [part.pointer("/properties/type/enum/0")?.as_str()?]},
            "details": {"$ref": part.pointer("/properties/details/$ref")?.as_str()?},
        },
    });
    (*part == shape).then_some(())?;
    Some(TaggedVariant {
        text: part.pointer("/properties/type/enum/0")?.as_str()?.to_owned(),
        schema: schema_name(part.pointer("/properties/details/$ref")?)?.to_owned(),
    })
}

fn untagged(reader: &mut Reader, pointer: &str, names: &[&str]) -> Option<Kind> {
    let variants: Vec<UntaggedVariant> = names
        .iter()
        .map(|name| UntaggedVariant {
            schema: (*name).to_owned(),
            required: reader.texts(&join("/components/schemas", name), "required"),
        })
        .collect();
    for (index, variant) in variants.iter().enumerate() {
        for other in variants.iter().skip(index + 1) {
            // The first shape whose required properties are all there wins, so one that asks for
            // a subset of another's would take what belongs to the other.
            let within = |a: &UntaggedVariant, b: &UntaggedVariant| a.required.iter().all(|name| b.required.contains(name));
            if within(variant, other) || within(other, variant) {
                reader.problem(
                    pointer,
                    format!("`{}` and `{}` cannot be told apart by their required properties", variant.schema, other.schema),
                    "require a property in each that the other does not require",
                );
            }
        }
    }
    Some(Kind::Untagged(variants))
}
