//! Open unions of objects: a kind that GitHub adds tomorrow decodes, and keeps its JSON.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An object of a kind that this version does not have: every property, with its numbers as far as
/// `serde_json` represents them exactly (integers up to 64 bits).
///
/// It has no public constructor: a known kind always decodes into its own variant.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownObject(Map<String, Value>);

impl UnknownObject {
    pub(crate) fn new(object: Map<String, Value>) -> Self {
        Self(object)
    }

    /// Wraps the content of an object whose kind is not known: null in its property `tag`.
    pub(crate) fn without_kind(tag: &str, content_name: &str, content: Self) -> Self {
        let content = (content_name.to_owned(), Value::Object(content.0));
        Self([(tag.to_owned(), Value::Null), content].into_iter().collect())
    }

    /// Returns the whole object, with every property that GitHub sent.
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }
}

/// Contains the number of properties, and neither their names nor their values, which may be secret in
/// an unknown kind.
impl fmt::Debug for UnknownObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownObject({} properties)", self.0.len())
    }
}

/// Implements serde for a machine-written enum of objects that name their kind in one property and have
/// their content in another; the enum has a variant `Other(UnknownObject)`.
macro_rules! tagged_union {
    ($name:ident ($tag:literal, $content:literal) { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Returns the name of this kind in the API; empty if an unknown one has none.
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $text,)*
                    Self::Other(unknown) => unknown
                        .as_map()
                        .get($tag)
                        .and_then(::serde_json::Value::as_str)
                        .unwrap_or_default(),
                }
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap as _;
                if let Self::Other(unknown) = self {
                    return unknown.serialize(serializer);
                }
                let mut object = serializer.serialize_map(Some(2))?;
                object.serialize_entry($tag, self.kind())?;
                match self {
                    $(Self::$variant(content) => object.serialize_entry($content, content)?,)*
                    Self::Other(_) => {}
                }
                object.end()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                struct Object;

                impl<'de> ::serde::de::Visitor<'de> for Object {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> ::std::result::Result<$name, A::Error> {
                        let mut known = None;
                        let mut rest = ::serde_json::Map::new();
                        while let Some(key) = map.next_key::<String>()? {
                            // The common order, kind before content, decodes in one go.
                            let kind = rest.get($tag).and_then(::serde_json::Value::as_str);
                            match (key.as_str(), kind) {
                                $(($content, Some($text)) => {
                                    known = Some($name::$variant(map.next_value()?));
                                })*
                                _ => {
                                    rest.insert(key, map.next_value()?);
                                }
                            }
                        }
                        if let Some(known) = known {
                            return Ok(known);
                        }
                        let Some(kind) = rest.get($tag) else {
                            return Err(::serde::de::Error::missing_field($tag));
                        };
                        match kind.as_str() {
                            $(Some($text) => {
                                let content = rest
                                    .remove($content)
                                    .ok_or_else(|| ::serde::de::Error::missing_field($content))?;
                                ::serde_json::from_value(content)
                                    .map($name::$variant)
                                    .map_err(::serde::de::Error::custom)
                            })*
                            _ => Ok($name::Other($crate::UnknownObject::new(rest))),
                        }
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    };
}
pub(crate) use tagged_union;

/// Implements serde for a machine-written enum of objects that do not name their kind: the first variant
/// whose required properties are all present is used. The enum has a variant `Other(UnknownObject)`.
macro_rules! untagged_union {
    ($name:ident { $($variant:ident [$($required:literal),+]),* $(,)? }) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(content) => content.serialize(serializer),)*
                    Self::Other(unknown) => unknown.serialize(serializer),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                struct Object;

                impl<'de> ::serde::de::Visitor<'de> for Object {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("an object")
                    }

                    // Here, not after the object, for the JSON path of an error to be that of the object.
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(
                        self,
                        map: A,
                    ) -> ::std::result::Result<$name, A::Error> {
                        let map = ::serde::de::value::MapAccessDeserializer::new(map);
                        let object: ::serde_json::Map<_, _> = ::serde::Deserialize::deserialize(map)?;
                        $(if [$($required),+].iter().all(|property| object.contains_key(*property)) {
                            return ::serde_json::from_value(::serde_json::Value::Object(object))
                                .map($name::$variant)
                                .map_err(::serde::de::Error::custom);
                        })*
                        Ok($name::Other($crate::UnknownObject::new(object)))
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    };
}
pub(crate) use untagged_union;

/// Implements the conversion of an untagged union into the tagged one of the same objects.
macro_rules! into_tagged_union {
    ($untagged:ident => $tagged:ident ($tag:literal, $content:literal) { $($from:ident => $into:ident),* $(,)? }) => {
        /// An object of unknown shape becomes the content of one whose kind is null.
        impl ::std::convert::From<$untagged> for $tagged {
            fn from(content: $untagged) -> Self {
                match content {
                    $($untagged::$from(content) => Self::$into(content),)*
                    $untagged::Other(unknown) => {
                        Self::Other($crate::UnknownObject::without_kind($tag, $content, unknown))
                    }
                }
            }
        }
    };
}
pub(crate) use into_tagged_union;
