//! The validator of a response.

use std::fmt;

use http::HeaderValue;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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

    /// Reads a header value; `None` if it does not have the form of RFC 9110 in visible ASCII.
    pub(crate) fn from_header(value: &HeaderValue) -> Option<Self> {
        let text = value.to_str().ok()?;
        let quoted = text.strip_prefix("W/").unwrap_or(text);
        let opaque = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let fits = opaque.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        fits.then(|| Self(value.clone()))
    }
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
        etag.ok_or_else(|| de::Error::custom("an ETag must be in quotes, optionally with `W/` before them"))
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
    fn a_stored_text_that_is_no_validator_is_refused_without_being_shown() {
        for text in ["hunter2", "\"hunter2", "W/hunter2", "\"hunter2\n\"", "*"] {
            let error = serde_json::from_value::<ETag>(text.into()).unwrap_err();
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
