//! Numbers of one kind of resource, which cannot be passed for those of another.

use std::fmt;

/// The error of a text that is not a number of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidNumber {
    name: &'static str,
    minimum: u64,
}

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` must be an integer of at least {}, in decimal digits", self.name, self.minimum)
    }
}

impl std::error::Error for InvalidNumber {}

/// Parses a number of the type `name`.
pub(crate) fn parse(text: &str, name: &'static str, minimum: u64) -> Result<u64, InvalidNumber> {
    // The standard parser accepts a plus sign.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && *number >= minimum);
    number.ok_or(InvalidNumber { name, minimum })
}

/// Implements the conversions of a machine-written wrapper of a `u64`, with its least value.
///
/// `From<u64>` is the only conversion from an integer, so that a literal needs no type. It checks nothing: a number
/// below the minimum is refused before a request is sent.
macro_rules! number {
    ($name:ident { $minimum:literal }) => {
        impl $name {
            /// Returns the plain number.
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl From<u64> for $name {
            fn from(number: u64) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u64 {
            fn from(number: $name) -> Self {
                number.0
            }
        }

        impl ::std::cmp::PartialEq<u64> for $name {
            fn eq(&self, other: &u64) -> bool {
                self.0 == *other
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::InvalidNumber;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::number::parse(text, stringify!($name), $minimum).map(Self)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}
pub(crate) use number;

/// ```
/// use github_secret_scanning_generated::types::{Alert, AlertNumber};
///
/// fn alert(number: impl Into<AlertNumber>) -> u64 {
///     number.into().get()
/// }
/// let variable: u64 = 42;
/// assert_eq!([alert(42), alert(variable), alert(Alert::new(42).number)], [42; 3]);
/// ```
///
/// ```compile_fail,E0277
/// use github_secret_scanning_generated::types::{Alert, BypassRequestNumber};
///
/// Alert::new(BypassRequestNumber::from(42));
/// ```
///
/// ```compile_fail,E0277
/// use github_secret_scanning_generated::types::{BypassResponseId, SecretBypassRequest};
///
/// SecretBypassRequest::new(1, BypassResponseId::from(42));
/// ```
///
/// ```compile_fail,E0308
/// use github_secret_scanning_generated::types::{AlertNumber, BypassRequestNumber};
///
/// let _ = AlertNumber::from(42) == BypassRequestNumber::from(42);
/// ```
#[cfg(doctest)]
struct OneNumberIsNotAnother;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use crate::types::{AlertNumber, BypassResponseId};

    #[test]
    fn number_is_shown_and_serialised_as_a_plain_integer() {
        let number = AlertNumber::from(42);
        assert_eq!(format!("{number} {number:?} {number:>5} {number:#?}"), "42 42    42 42");
        assert_eq!(serde_json::to_value(number).unwrap(), json!(42));
        assert_eq!(serde_json::from_value::<AlertNumber>(json!(42)).unwrap(), number);
    }

    #[test]
    fn id_of_64_bits_decodes_and_a_negative_one_does_not() {
        let id: BypassResponseId = serde_json::from_str("9223372036854775807").unwrap();
        assert_eq!(id, u64::try_from(i64::MAX).unwrap());
        assert!(serde_json::from_str::<BypassResponseId>("-1").is_err());
    }

    #[test]
    fn number_compares_with_a_plain_integer_and_converts_into_it() {
        let number = AlertNumber::from(42);
        assert!(number == 42 && number != 7 && number > AlertNumber::from(7));
        assert_eq!((number.get(), u64::from(number)), (42, 42));
        assert!(HashSet::from([number]).contains(&42.into()));
    }

    #[test]
    fn text_that_is_no_number_of_at_least_one_does_not_parse() {
        assert_eq!("42".parse(), Ok(AlertNumber::from(42)));
        for text in ["", "0", "-1", "+1", "1.0", "4 2", "#42", "18446744073709551616"] {
            let error = text.parse::<AlertNumber>().unwrap_err();
            let expected = "`AlertNumber` must be an integer of at least 1, in decimal digits";
            assert_eq!(error.to_string(), expected, "{text}");
        }
    }
}
