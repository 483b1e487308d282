//! Responses in GitHub's format, their validators, and the headers that all of them have.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, DATE, ETAG, LINK};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Exposed;
use github_secret_scanning_generated::operations::API_VERSION;
use serde::Serialize;
use serde_json::{Value, json};

/// Room for the headers of a typical response.
const HEADERS: usize = 16;

/// The response of an operation: a success, or an error in GitHub's format.
#[derive(Clone)]
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// JSON; empty if there is no body.
    pub(crate) body: Vec<u8>,
}

impl Response {
    /// Creates a 200 with a body, in which secrets are plain text.
    pub(crate) fn ok(value: &impl Serialize) -> Self {
        Self::json(StatusCode::OK, value)
    }

    /// Creates a response with a body, in which secrets are plain text.
    pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Self {
        let body = serde_json::to_vec(&Exposed(value)).unwrap_or_default();
        Self { status, headers: HeaderMap::with_capacity(HEADERS), body }
    }

    pub(crate) fn no_content() -> Self {
        let headers = HeaderMap::with_capacity(HEADERS);
        Self { status: StatusCode::NO_CONTENT, headers, body: Vec::new() }
    }

    /// Creates an error with a message for a person.
    pub(crate) fn error(status: StatusCode, message: &str) -> Self {
        Self::json(status, &json!({ "message": message, "status": status.as_str() }))
    }

    pub(crate) fn not_found() -> Self {
        Self::error(StatusCode::NOT_FOUND, "Not Found")
    }

    /// Creates a 422 with one entry for each invalid field: the resource, the field, and a code such as `invalid` or
    /// `missing_field`.
    pub(crate) fn validation_failed(resource: &str, errors: &[(&str, &str)]) -> Self {
        let entry =
            |(field, code): &(&str, &str)| json!({ "resource": resource, "field": field, "code": code });
        let errors: Vec<Value> = errors.iter().map(entry).collect();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let body = json!({ "message": "Validation Failed", "errors": errors, "status": status.as_str() });
        Self::json(status, &body)
    }

    /// Sets the `Link` header of a page.
    pub(crate) fn with_link(mut self, link: Option<String>) -> Self {
        if let Some(link) = link.and_then(|link| HeaderValue::try_from(link).ok()) {
            self.headers.insert(LINK, link);
        }
        self
    }

    /// Adds the documentation URL of an error, unless it has one.
    pub(crate) fn with_documentation_url(mut self, url: &str) -> Self {
        if let Ok(Value::Object(mut fields)) = serde_json::from_slice(&self.body) {
            fields.entry("documentation_url").or_insert_with(|| url.into());
            self.body = serde_json::to_vec(&fields).unwrap_or_default();
        }
        self
    }

    /// Sets the `ETag` of a successful read. If it matches the request's `If-None-Match`, makes the response a 304
    /// and returns true.
    pub(crate) fn revalidate(&mut self, request: &HeaderMap) -> bool {
        if self.status != StatusCode::OK {
            return false;
        }
        let etag = etag(&self.body);
        let matches = request.get_all("if-none-match").iter().any(|header| contains_etag(header, &etag));
        if let Ok(value) = HeaderValue::try_from(etag) {
            self.headers.insert(ETAG, value);
        }
        if matches {
            self.status = StatusCode::NOT_MODIFIED;
            self.body = Vec::new();
        }
        matches
    }

    /// Adds the headers that every response has, and converts it for the server.
    pub(crate) fn into_http(self, now: DateTime<Utc>, request_id: &str) -> axum::http::Response<Body> {
        let Self { status, mut headers, body } = self;
        let has_body =
            !body.is_empty() && !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
        if has_body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
        }
        headers.insert("x-github-api-version-selected", HeaderValue::from_static(API_VERSION));
        // Not by `httpdate`, which panics after the year 9999: a test can advance the clock that far.
        if let Ok(date) = HeaderValue::try_from(now.format("%a, %d %b %Y %H:%M:%S GMT").to_string()) {
            headers.insert(DATE, date);
        }
        if let Ok(request_id) = HeaderValue::from_str(request_id) {
            headers.insert("x-github-request-id", request_id);
        }
        let mut response = axum::http::Response::new(if has_body { Body::from(body) } else { Body::empty() });
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

/// Returns a weak validator. Its hash is not a cryptographic one: SHA-256 would take as long as serialising the body.
fn etag(body: &[u8]) -> String {
    // Odd, so that each step is invertible: a change to one word is never lost in the next steps.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, word| (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    let (words, rest) = body.as_chunks();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(byte, of_body)| *byte = *of_body);
    let hash = step(words.iter().fold(0, |hash, word| step(hash, *word)), last);
    format!("W/\"{hash:016x}{:x}\"", body.len())
}

/// Whether an `If-None-Match` contains `etag`, by the weak comparison of RFC 9110, section 8.8.3.2.
fn contains_etag(header: &HeaderValue, etag: &str) -> bool {
    let opaque = |etag: &str| etag.trim().trim_start_matches("W/").to_owned();
    let Ok(header) = header.to_str() else { return false };
    header.split(',').any(|listed| listed.trim() == "*" || opaque(listed) == opaque(etag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn etag_changes_with_any_byte_and_with_the_length_of_the_body() {
        let body: Vec<u8> = (0..100).collect();
        let mut etags = std::collections::BTreeSet::from([etag(&body)]);
        for position in 0..100 {
            let mut other = body.clone();
            other[position] ^= 1;
            assert!(etags.insert(etag(&other)), "{position}");
            assert!(etags.insert(etag(&body[..position])), "{position}");
        }
        assert!(etags.insert(etag(&[body.as_slice(), &[0]].concat())));
    }

    #[test]
    fn if_none_match_is_compared_weakly_and_may_list_several() {
        let etag_of_body = etag(b"{}");
        let strong = etag_of_body.trim_start_matches("W/").to_owned();
        let list = format!("\"a\", {etag_of_body} , \"b\"");
        for matching in [etag_of_body.clone(), strong.clone(), list, "*".to_owned()] {
            assert!(contains_etag(&HeaderValue::try_from(matching).unwrap(), &etag_of_body));
        }
        for other in [etag(b"[]"), strong.trim_matches('"').to_owned(), String::new()] {
            assert!(!contains_etag(&HeaderValue::try_from(other).unwrap(), &etag_of_body));
        }
    }
}
