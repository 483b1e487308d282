//! Open string enums: a value that GitHub adds tomorrow decodes, and keeps its text.

use std::fmt;

/// The text of an enum value that this version does not have.
///
/// It has no public constructor, so that a known value is never an unknown one: convert or parse a
/// string into the enum instead.
///
/// Enums are `#[non_exhaustive]`, so a `match` has a catch-all arm, and that one arm also covers
/// `Other`:
///
/// ```
/// use github_secret_scanning::models::Resolution;
///
/// fn needs_rotation(resolution: &Resolution) -> bool {
///     match resolution {
///         Resolution::Revoked | Resolution::FalsePositive => false,
///         // Also `Other`, and what a later version of the crate names.
///         _ => true,
///     }
/// }
///
/// let resolution: Resolution = "quarantined".parse()?;
/// assert!(needs_rotation(&resolution));
/// assert_eq!(resolution.as_str(), "quarantined");
/// # Ok::<(), std::convert::Infallible>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(String);

impl UnknownValue {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns the text as GitHub sent it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Implements the conversions of a machine-written enum with a variant `Other(UnknownValue)`.
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Returns the text of this value in the API.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(unknown) => unknown.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    unknown => Self::Other($crate::UnknownValue::new(unknown)),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::open_enum::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use open_enum;

/// Deserialises a string, without a copy of known ones.
pub(crate) fn deserialize<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: for<'text> From<&'text str>,
{
    struct Text<T>(std::marker::PhantomData<T>);

    impl<T: for<'text> From<&'text str>> serde::de::Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            Ok(T::from(text))
        }
    }

    deserializer.deserialize_str(Text(std::marker::PhantomData))
}
