//! The validator of a response.

use std::fmt;

use http::header::ETAG;
use http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The longest validator, in bytes: GitHub's have about seventy, and servers refuse a request with too long a header.
const LONGEST: usize = 1024;

/// What a text must be that is no validator.
pub(crate) const FORM: &str = "must be in quotes, optionally with `W/` before them, and at most 1 KiB long";

/// The entity tag of a response (RFC 9110, section 8.8.3), for a later conditional request.
///
/// A service can store it as text, by [`as_str`](Self::as_str) and [`parse`](str::parse) or by serde,
/// and send it with a later request, also from another process. GitHub's tags depend on the token and on the
/// parameters of the request.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ETag(HeaderValue);

impl ETag {
    /// Returns its text, as in the header `ETag`.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    pub(crate) fn as_header(&self) -> &HeaderValue {
        &self.0
    }

    /// Reads the header of a response; `None` if there is none, more than one, or a malformed one.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let mut values = headers.get_all(ETAG).iter();
        let value = values.next().filter(|_| values.next().is_none())?;
        Self::from_header(value)
    }

    /// Reads a header value; `None` if it is too long, or does not have the form of RFC 9110 in visible ASCII.
    pub(crate) fn from_header(value: &HeaderValue) -> Option<Self> {
        let text = value.to_str().ok().filter(|text| text.len() <= LONGEST)?;
        let opaque = without_weakness(text).strip_prefix('"')?.strip_suffix('"')?;
        let fits = opaque.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        fits.then(|| Self(value.clone()))
    }

    /// Returns whether a 304 with `headers` is about the value that this validator, which was sent, belongs to, by weak
    /// comparison. A 304 without a validator is.
    pub(crate) fn is_confirmed_by(&self, headers: &HeaderMap) -> bool {
        let same = |other: Self| without_weakness(self.as_str()) == without_weakness(other.as_str());
        !headers.contains_key(ETAG) || Self::of(headers).is_some_and(same)
    }
}

fn without_weakness(text: &str) -> &str {
    text.strip_prefix("W/").unwrap_or(text)
}

impl Serialize for ETag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ETag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = HeaderValue::try_from(String::deserialize(deserializer)?).ok();
        let etag = value.as_ref().and_then(Self::from_header);
        etag.ok_or_else(|| de::Error::custom(format!("an ETag {FORM}")))
    }
}

impl fmt::Debug for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ETag")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_validator_is_stored_as_its_text() {
        let etag = ETag(HeaderValue::from_static("W/\"v2\""));
        let stored = serde_json::to_string(&etag).unwrap();
        assert_eq!(stored, r#""W/\"v2\"""#);
        assert_eq!(serde_json::from_str::<ETag>(&stored).unwrap(), etag);
    }

    #[test]
    fn a_header_that_names_no_one_value_is_no_validator() {
        let of = |values: &[&str]| {
            let values = values.iter().map(|value| (ETAG, HeaderValue::from_str(value).unwrap()));
            ETag::of(&values.collect()).map(|etag| etag.as_str().to_owned())
        };
        let longest = format!("\"{}\"", "x".repeat(LONGEST - 2));
        for fits in ["\"v1\"", "W/\"v1\"", "\"\"", longest.as_str()] {
            assert_eq!(of(&[fits]).as_deref(), Some(fits));
        }
        let too_long = format!("W/{longest}");
        for malformed in
            ["*", "v1", "\"v1", "W/v1", "w/\"v1\"", "\"a\", \"b\"", "\"a b\"", "", too_long.as_str()]
        {
            assert_eq!(of(&[malformed]), None, "{malformed}");
        }
        assert_eq!(of(&["\"v1\"", "\"v1\""]), None, "two headers");
    }

    #[test]
    fn a_304_is_about_the_value_whose_validator_it_has_or_about_the_one_that_was_asked_for() {
        let sent = ETag(HeaderValue::from_static("W/\"v1\""));
        let confirms = |values: &[&'static str]| {
            let values = values.iter().map(|value| (ETAG, HeaderValue::from_static(value)));
            sent.is_confirmed_by(&values.collect())
        };
        assert!(confirms(&[]) && confirms(&["W/\"v1\""]) && confirms(&["\"v1\""]));
        for other in ["\"v2\"", "W/\"v2\"", "\"V1\"", "*", "v1", ""] {
            assert!(!confirms(&[other]), "{other}");
        }
        assert!(!confirms(&["W/\"v1\"", "\"v2\""]));
    }

    #[test]
    fn a_stored_text_that_is_no_validator_is_refused_without_being_shown() {
        for text in ["hunter2", "\"hunter2", "W/hunter2", "\"hunter2\n\"", "*"] {
            let error = serde_json::from_value::<ETag>(text.into()).unwrap_err();
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
