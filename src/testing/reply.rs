//! The headers that every answer has, and what makes an answer conditional.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, DATE, ETAG, LINK};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::operations::API_VERSION;

use super::answer::Answer;

/// An answer with its headers, ready to be sent.
pub(super) struct Reply {
    pub(super) answer: Answer,
    pub(super) headers: HeaderMap,
}

impl Reply {
    /// The answer as it goes out, at `now`.
    pub(super) fn into_response(self, now: DateTime<Utc>, request_id: &str) -> Response<Body> {
        let Self { answer, mut headers } = self;
        let bare = matches!(answer.status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
        if !bare {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
        }
        headers.insert("x-github-api-version-selected", HeaderValue::from_static(API_VERSION));
        let date = now.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let texts = [(DATE, Some(date)), (LINK, answer.link)];
        for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
            if let Ok(value) = HeaderValue::try_from(text) {
                headers.insert(name, value);
            }
        }
        if let Ok(value) = HeaderValue::from_str(request_id) {
            headers.insert("x-github-request-id", value);
        }
        let body = if bare { Body::empty() } else { Body::from(answer.body) };
        let mut response = Response::new(body);
        *response.status_mut() = answer.status;
        *response.headers_mut() = headers;
        response
    }

    /// Gives a read the mark of its version; true where the caller has that version, so that there is nothing to
    /// send.
    pub(super) fn mark(&mut self, asked: &HeaderMap) -> bool {
        if self.answer.status != StatusCode::OK {
            return false;
        }
        let tag = etag(&self.answer.body);
        let known = asked.get_all("if-none-match").iter().any(|header| names(header, &tag));
        if let Ok(value) = HeaderValue::try_from(tag) {
            self.headers.insert(ETAG, value);
        }
        if known {
            self.answer =
                Answer { status: StatusCode::NOT_MODIFIED, body: Vec::new(), link: self.answer.link.take() };
        }
        known
    }
}

/// A mark that changes with the body. A hash that resists nobody does: SHA-256 would take as long as writing the
/// body.
fn etag(body: &[u8]) -> String {
    // Odd, so that each step can be undone: a change to one word is never lost in the next ones.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, word| (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    let (words, rest) = body.as_chunks();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(byte, of_body)| *byte = *of_body);
    let hash = step(words.iter().fold(0, |hash, word| step(hash, *word)), last);
    format!("W/\"{hash:016x}{:x}\"", body.len())
}

/// Whether an `If-None-Match` names `tag`, by the weak comparison of RFC 9110, section 8.8.3.2.
fn names(header: &HeaderValue, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(header) = header.to_str() else { return false };
    header.split(',').any(|known| known.trim() == "*" || opaque(known) == opaque(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_changes_with_any_byte_of_the_body_and_with_its_length() {
        let body: Vec<u8> = (0..100).collect();
        let mut tags = std::collections::BTreeSet::from([etag(&body)]);
        for position in 0..100 {
            let mut other = body.clone();
            other[position] ^= 1;
            assert!(tags.insert(etag(&other)), "{position}");
            assert!(tags.insert(etag(&body[..position])), "{position}");
        }
        assert!(tags.insert(etag(&[body.as_slice(), &[0]].concat())));
    }

    #[test]
    fn a_mark_is_known_whether_weak_or_strong_and_among_others() {
        let tag = etag(b"{}");
        let strong = tag.trim_start_matches("W/").to_owned();
        for known in [tag.clone(), strong.clone(), format!("\"a\", {tag} , \"b\""), "*".to_owned()] {
            assert!(names(&HeaderValue::try_from(known).unwrap(), &tag));
        }
        for other in [etag(b"[]"), strong.trim_matches('"').to_owned(), String::new()] {
            assert!(!names(&HeaderValue::try_from(other).unwrap(), &tag));
        }
    }
}
