//! Answers as the targets get them, and what must hold for every error.

use std::fmt::{Debug, Write};
use std::time::{Duration, SystemTime};

use github_secret_scanning::Error;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// The caller's token. The seeds and the dictionary have it too, so that it gets everywhere.
pub const TOKEN: &str = "plantedTokenOfTheCaller";

/// A detected secret, which the seeds and the dictionary have as well. GitHub does not repeat one in
/// its messages, and those are printed; in a page it can be anywhere.
pub const SECRET: &str = "plantedSecretDetected";

/// An answer as text: the status, a header on each line, an empty line, the body.
pub struct Answer<'a> {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// Reads as much of it as there is; what could not have come over the wire is left out.
    pub fn read(text: &'a [u8]) -> Self {
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

/// The first line of `text`, and what comes after it.
pub fn line(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, &[]),
    }
}

/// This machine's time, when the answer came.
pub fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

/// Of every error: its message is one line of a bounded length, and nothing that it prints holds
/// `planted`.
pub fn check_error(error: &Error, planted: &str) {
    let message = error.to_string();
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    assert!(!message.contains(breaks), "more than one line: {message:?}");
    assert!(message.chars().count() < 8 * 1024, "endless: {message}");
    assert!(!message.is_empty());
    assert!(!message.contains(planted), "{planted} is printed: {message}");
    check_printed(error, planted);
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        check_printed(&format!("{error} {error:?} {error:#?}"), planted);
        source = error.source();
    }
    if error.outcome_unknown() {
        assert!(!error.is_retryable(), "a write in doubt is called safe to repeat: {message}");
    }
}

/// `planted` does not stand in what `value` prints.
pub fn check_printed(value: &(impl Debug + ?Sized), planted: &str) {
    let mut printed = String::new();
    write!(printed, "{value:?} {value:#?}").expect("a string takes everything");
    assert!(!printed.contains(planted), "{planted} is printed: {printed}");
}
