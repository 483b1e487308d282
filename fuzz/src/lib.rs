//! Parses the input of the targets, and checks errors.

use std::fmt::{Debug, Write};
use std::time::{Duration, SystemTime};

use github_secret_scanning::Error;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// The token of the caller; the seeds and the dictionary contain it, so that it occurs everywhere.
pub const TOKEN: &str = "plantedTokenOfTheCaller";

/// A detected secret; the seeds and the dictionary contain it. It can be anywhere in a page. GitHub's messages, which
/// errors contain, never have one. Not plain words, of which a key of a response is shown.
pub const SECRET: &str = "planted5Secret1Detected";

/// A response as text: the status, one header per line, an empty line, the body.
pub struct Response<'a> {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: &'a [u8],
}

impl<'a> Response<'a> {
    /// Parses a response, and ignores headers that HTTP does not allow.
    pub fn parse(text: &'a [u8]) -> Self {
        let (status, mut rest) = line(text);
        let status = std::str::from_utf8(status).ok().and_then(|status| status.parse().ok());
        let mut headers = HeaderMap::new();
        loop {
            let (header, after) = line(rest);
            rest = after;
            if header.is_empty() {
                break;
            }
            let Some(colon) = header.iter().position(|byte| *byte == b':') else { continue };
            let (name, value) = (&header[..colon], header[colon + 1..].trim_ascii());
            if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
                && headers.len() < 100
            {
                headers.append(name, value);
            }
        }
        Self { status: status.unwrap_or(StatusCode::FORBIDDEN), headers, body: rest }
    }
}

/// Splits `text` after its first line.
pub fn line(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, &[]),
    }
}

/// Returns the time at which the response arrived.
pub fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

/// Asserts that the message of an error is one line of bounded length, and that no form of the error contains `planted`.
pub fn check_error(error: &Error, planted: &str) {
    let message = error.to_string();
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    assert!(!message.contains(breaks), "more than one line: {message:?}");
    assert!(message.chars().count() < 8 * 1024, "too long: {message}");
    assert!(!message.is_empty());
    assert!(!message.contains(planted), "{planted} is in: {message}");
    check_debug(error, planted);
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        check_debug(&format!("{error} {error:?} {error:#?}"), planted);
        source = error.source();
    }
    if error.outcome_unknown() {
        assert!(!error.is_retryable(), "retryable with an unknown outcome: {message}");
    }
}

/// Asserts that `Debug` of a value does not contain `planted`.
pub fn check_debug(value: &(impl Debug + ?Sized), planted: &str) {
    let mut text = String::new();
    write!(text, "{value:?} {value:#?}").expect("writing to a string succeeds");
    assert!(!text.contains(planted), "{planted} is in: {text}");
}
