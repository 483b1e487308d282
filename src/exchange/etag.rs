//! The validator of a response.

use std::fmt;

use http::HeaderValue;

/// The entity tag of a response (RFC 9110, section 8.8.3), for a later conditional request.
///
/// A service can store it as text, by [`as_str`](Self::as_str) and [`parse`](str::parse), and send it
/// with a later request, also from another process. GitHub's tags depend on the token and on the
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

impl fmt::Debug for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ETag")
    }
}
