//! Access to the parsers of responses for the fuzz targets in `fuzz/`; only compiled with `--cfg fuzzing`.

#![allow(missing_docs, reason = "not part of the public API")]

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use github_secret_scanning_generated::types::Alert;
use github_secret_scanning_generated::{Operation, operations};
use http::{HeaderMap, StatusCode};

use crate::decode;
use crate::exchange::{RequestHead, Response};
use crate::link::{self, Links};
use crate::pagination::Position;
use crate::rate_limit;
use crate::text::{self, Redaction};
use crate::{Error, Page, RateLimit};

/// The parameters of a link: `page`, `after` and `before`.
pub type Target = (Option<String>, Option<String>, Option<String>);

/// Returns the next and the last link.
pub fn links(headers: &HeaderMap) -> (Option<Target>, Option<Target>) {
    let target = |target: link::LinkTarget| (target.page, target.after, target.before);
    let links = Links::read(headers);
    (links.next.map(target), links.last.map(target))
}

/// Returns the first page of a list, without items.
pub fn empty_page(operation: &'static Operation, headers: &HeaderMap) -> Page<Alert> {
    let response = response(StatusCode::OK, headers.clone(), b"[]");
    Page::new(operation.into(), Position::First, None, Vec::new(), Vec::new(), &response)
}

pub fn rate_limit(headers: &HeaderMap) -> Option<RateLimit> {
    RateLimit::read(headers, &Redaction::none())
}

/// Returns the delay until the reset of a rate limit.
pub fn window(limit: &RateLimit, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    limit.reset.map(|reset| rate_limit::window(reset, headers, now))
}

/// Returns whether a body has at most `most` JSON values.
pub fn values_are_at_most(most: usize, body: &[u8]) -> bool {
    decode::values_are_at_most(most, body)
}

/// Returns the wait of the `retry-after` header.
pub fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    rate_limit::retry_after(headers, now)
}

/// Returns the `date` header.
pub fn date(headers: &HeaderMap) -> Option<SystemTime> {
    rate_limit::date(headers)
}

/// Returns the error of an error response.
pub fn refused(
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: &[u8],
    token: &str,
    now: SystemTime,
) -> Error {
    let redaction = Redaction::of(&token.into());
    let response = Response { redaction, ..response(status, headers, body) };
    Error::refused(operation.into(), &response, now)
}

/// Returns what is shown of `text` in an error, after a request with `token`.
pub fn clean(text: &str, limit: usize, token: &str) -> String {
    text::clean(text, limit, &Redaction::of(&token.into()))
}

/// Decodes a page of alerts item by item, also if the whole page is valid.
pub fn page_of_alerts(body: &[u8]) -> Result<Page<Alert>, Error> {
    let head = RequestHead::from(&operations::LIST_REPO_ALERTS);
    let response = response(StatusCode::OK, HeaderMap::new(), body);
    let (items, malformed) = decode::list_item_by_item(head, &response)?;
    Ok(Page::new(head, Position::First, None, items, malformed, &response))
}

fn response(status: StatusCode, headers: HeaderMap, body: &[u8]) -> Response {
    let target = Some("acme/widgets".into());
    Response { target, ..Response::new(status, headers, Bytes::copy_from_slice(body), Redaction::none()) }
}
