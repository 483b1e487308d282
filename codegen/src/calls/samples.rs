//! Sample values of parameters and properties, as Rust source that imports `models`.

use crate::naming;
use crate::read::{Bounds, Condition, Kind, Property, Shape, Slice};

/// How much of a value a sample sets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// What must be set.
    Required,
    /// Every property, at any depth.
    All,
}

/// A value of `shape`, as the argument of a setter; a text is the name of its parameter.
pub(super) fn argument(slice: &Slice, name: &str, shape: &Shape, bounds: &Bounds, extent: Extent) -> String {
    match shape {
        Shape::List(items) => format!("[{}]", items_of(slice, name, items, extent)),
        shape => value(slice, name, shape, bounds, extent, &[]),
    }
}

/// The items of a list: two of a text or an enum, so that it shows how they are joined.
fn items_of(slice: &Slice, name: &str, items: &Shape, extent: Extent) -> String {
    let enum_values = match items {
        Shape::Named(schema) => match slice.schemas.get(schema).map(|schema| &schema.kind) {
            Some(Kind::Enum(values)) => values.as_slice(),
            _ => &[],
        },
        _ => &[],
    };
    let item = value(slice, name, items, &Bounds::default(), extent, &[]);
    match (items, enum_values) {
        (Shape::Text, _) => format!("{item}, {item}"),
        (Shape::Named(schema), [_, second, ..]) => {
            format!("{item}, models::{schema}::{}", naming::variant(second))
        }
        _ => item,
    }
}

/// A value of `shape`; of an enum, one for which none of `avoided` holds.
pub(super) fn value(
    slice: &Slice,
    name: &str,
    shape: &Shape,
    bounds: &Bounds,
    extent: Extent,
    avoided: &[&Condition],
) -> String {
    match shape {
        Shape::Text | Shape::Secret => format!("{:?}", text(name, bounds)),
        Shape::DateTime => "Default::default()".to_owned(),
        Shape::Boolean => "true".to_owned(),
        Shape::Unsigned | Shape::Number(_) => number(bounds).to_string(),
        Shape::Signed => "42".to_owned(),
        Shape::Any => format!("{name:?}.into()"),
        Shape::List(items) => {
            format!("vec![{}]", owned(slice, name, items, &Bounds::default(), extent))
        }
        Shape::Named(schema) => named(slice, schema, extent, avoided),
    }
}

/// A value of `shape` as a field holds it.
fn owned(slice: &Slice, name: &str, shape: &Shape, bounds: &Bounds, extent: Extent) -> String {
    let value = value(slice, name, shape, bounds, extent, &[]);
    match shape {
        Shape::Text => format!("{value}.to_owned()"),
        Shape::Number(name) => format!("models::{name}::from({value})"),
        _ => value,
    }
}

fn named(slice: &Slice, schema: &str, extent: Extent, avoided: &[&Condition]) -> String {
    match slice.schemas.get(schema).map(|schema| &schema.kind) {
        Some(Kind::Enum(values)) => {
            let allowed = values.iter().find(|text| avoided.iter().all(|condition| condition.is != **text));
            let text = allowed.or_else(|| values.first()).map_or("", String::as_str);
            format!("models::{schema}::{}", naming::variant(text))
        }
        Some(kind @ Kind::Object { properties, .. }) => object(slice, schema, kind, properties, extent),
        // A body reaches no union, as `read` checks.
        _ => "Default::default()".to_owned(),
    }
}

fn object(slice: &Slice, schema: &str, kind: &Kind, properties: &[Property], extent: Extent) -> String {
    let required = kind.required().into_iter().map(|property| {
        let value = value(slice, &property.name, &property.shape, &property.bounds, extent, &[]);
        (naming::field(&property.name), value)
    });
    let new = if kind.is_built_by_name() {
        let named: String = required.map(|(name, value)| format!(".{name}({value})")).collect();
        format!("models::{schema}::default(){named}")
    } else {
        let arguments: Vec<_> = required.map(|(_, value)| value).collect();
        match arguments.is_empty() {
            true => format!("models::{schema}::default()"),
            false => format!("models::{schema}::new({})", arguments.join(", ")),
        }
    };
    let optional: Vec<_> = properties.iter().filter(|property| !property.required).collect();
    if extent == Extent::Required || optional.is_empty() {
        return new;
    }
    let sets: String = optional
        .iter()
        .map(|property| {
            let value = owned(slice, &property.name, &property.shape, &property.bounds, extent);
            let value = match (&property.shape, property.nullable) {
                (Shape::List(_), _) => value,
                (_, false) => format!("Some({value})"),
                (_, true) => format!("Some(Some({value}))"),
            };
            format!("value.{} = {value};", naming::field(&property.name))
        })
        .collect();
    format!("{{ let mut value = {new}; {sets} value }}")
}

/// The name, repeated and cut so that its length is allowed.
fn text(name: &str, bounds: &Bounds) -> String {
    let limit = |length: Option<u64>| length.and_then(|length| usize::try_from(length).ok());
    let (low, high) = (limit(bounds.min_length).unwrap_or(0), limit(bounds.max_length).unwrap_or(usize::MAX));
    // A spec may require any length; a sample must not fill the memory.
    let wanted = name.chars().count().clamp(low.min(4096), high);
    name.chars().chain(['_']).cycle().take(wanted).collect::<String>()
}

/// 42, or the limit that is next to it.
fn number(bounds: &Bounds) -> u64 {
    let low = bounds.minimum.unwrap_or(0);
    42.clamp(low, bounds.maximum.unwrap_or(u64::MAX).max(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_name_within_the_limits() {
        let exactly =
            |length| Bounds { min_length: Some(length), max_length: Some(length), ..Bounds::default() };
        assert_eq!(text("hash", &Bounds::default()), "hash");
        assert_eq!(text("hash", &exactly(7)), "hash_ha");
        assert_eq!(text("hash", &exactly(2)), "ha");
    }

    #[test]
    fn a_number_is_within_the_limits() {
        let bounds = |minimum, maximum| Bounds { minimum, maximum, ..Bounds::default() };
        assert_eq!(number(&bounds(Some(1), Some(100))), 42);
        assert_eq!(number(&bounds(Some(1), Some(10))), 10);
        assert_eq!(number(&bounds(Some(50), None)), 50);
    }
}
