//! Single properties of an object, found without decoding the others.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A property of an object, unparsed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Property<'j> {
    Absent,
    Once(&'j RawValue),
    /// The key occurs more than once, and parsers differ in which one applies.
    Repeated,
}

impl<'j> Property<'j> {
    /// Returns the property, if there is exactly one.
    pub(super) fn once(self) -> Option<&'j RawValue> {
        match self {
            Self::Once(value) => Some(value),
            Self::Absent | Self::Repeated => None,
        }
    }
}

/// Returns the properties of the object `json` with these names.
pub(super) fn read<'j, const N: usize>(
    json: &'j [u8],
    names: [&str; N],
) -> Result<[Property<'j>; N], serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let properties = deserializer.deserialize_map(Object(names))?;
    deserializer.end()?;
    Ok(properties)
}

struct Object<'n, const N: usize>([&'n str; N]);

impl<'j, const N: usize> Visitor<'j> for Object<'_, N> {
    type Value = [Property<'j>; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'j>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut properties = [Property::Absent; N];
        while let Some(index) = object.next_key_seed(Name(&self.0))? {
            match index.and_then(|index| properties.get_mut(index)) {
                Some(property) => {
                    let value = object.next_value()?;
                    *property = match property {
                        Property::Absent => Property::Once(value),
                        Property::Once(_) | Property::Repeated => Property::Repeated,
                    };
                }
                None => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        Ok(properties)
    }
}

/// Decodes a key to its index among these names.
struct Name<'n>(&'n [&'n str]);

impl<'j> DeserializeSeed<'j> for Name<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'j>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|name| *name == key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_found_under_any_spelling_of_its_key_and_only_if_it_occurs_once() {
        let json = br#"{"x":{"a":1},"\u0061":[1, 2],"b":1,"b":1}"#;
        let [a, b, c] = read(json, ["a", "b", "c"]).unwrap();
        assert_eq!(a.once().map(RawValue::get), Some("[1, 2]"));
        assert!(matches!((b, c), (Property::Repeated, Property::Absent)));
    }

    #[test]
    fn anything_but_one_whole_object_is_an_error() {
        for json in ["", "[]", "1", "{", "{\"a\"}", "{\"a\":1} x", "{\"b\":1,}"] {
            assert!(read(json.as_bytes(), ["a"]).is_err(), "{json}");
        }
    }
}
