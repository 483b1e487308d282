//! Unions of objects, which differ in a tag or in their required properties.

use serde_json::Value;

use super::Kind;
use super::reader::Reader;
use super::references::schema_name;
use crate::document::join;

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

pub(super) fn read(reader: &mut Reader, pointer: &str) -> Option<Kind> {
    let Some(parts) = reader.document.root.pointer(pointer).and_then(Value::as_array) else {
        reader.problem(pointer, "`oneOf` is a list", "list the shapes");
        return None;
    };
    if parts.len() < 2 {
        reader.problem(
            pointer,
            "a union has at least two parts",
            "refer to the one part instead of the union",
        );
        return None;
    }
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
    objects(reader, pointer, variants.iter().map(|variant| variant.schema.as_str()));
    Some(Kind::Tagged(variants))
}

/// A union of anything but objects would be decoded as plain JSON, and not by its known variants.
fn objects<'a>(reader: &mut Reader, pointer: &str, names: impl Iterator<Item = &'a str>) -> bool {
    let mut all = true;
    for name in names {
        if reader.get(&join("/components/schemas", name), "type").and_then(Value::as_str) != Some("object") {
            reader.problem(
                pointer,
                format!("`{name}` is not an object"),
                "refer to schemas with `properties`",
            );
            all = false;
        }
    }
    all
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
    if !objects(reader, pointer, names.iter().copied()) {
        return None;
    }
    let variants: Vec<UntaggedVariant> = names
        .iter()
        .map(|name| {
            let required =
                reader.get(&join("/components/schemas", name), "required").and_then(Value::as_array);
            let required =
                required.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
            UntaggedVariant { schema: (*name).to_owned(), required }
        })
        .collect();
    for (index, variant) in variants.iter().enumerate() {
        for other in variants.iter().skip(index + 1) {
            // The first shape whose required properties are present wins, so one that requires
            // a subset of another's would take what belongs to the other.
            let within = |a: &UntaggedVariant, b: &UntaggedVariant| {
                a.required.iter().all(|name| b.required.contains(name))
            };
            if variant.schema != other.schema && (within(variant, other) || within(other, variant)) {
                reader.problem(
                    pointer,
                    format!(
                        "`{}` and `{}` have no required property that tells them apart",
                        variant.schema, other.schema
                    ),
                    "require a property in each that the other does not require",
                );
            }
        }
    }
    Some(Kind::Untagged(variants))
}
