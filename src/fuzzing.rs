//! Ways into what reads answers, for the fuzz targets in `fuzz/`; there only under `cargo fuzz`.

#![allow(missing_docs, reason = "nobody else ever sees it")]

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use github_secret_scanning_generated::types::Alert;
use github_secret_scanning_generated::{self as raw, Operation, operations};
use http::{HeaderMap, StatusCode};
use serde::de::Error as _;

use crate::call::Call;
use crate::link::{Links, Target};
use crate::pagination::Position;
use crate::rate_limit;
use crate::transport::Answer;
use crate::{Client, Error, Page, RateLimit};

/// What of a link's address is read: page, after, before.
pub type Place = (Option<String>, Option<String>, Option<String>);

/// Where the next and the last page are.
pub fn links(headers: &HeaderMap) -> (Option<Place>, Option<Place>) {
    let place = |target: Target| (target.page, target.after, target.before);
    let links = Links::read(headers);
    (links.next.map(place), links.last.map(place))
}

/// The page of a list that begins, with nothing on it but what `headers` say.
pub fn empty_page(operation: &'static Operation, headers: &HeaderMap) -> Page<Alert> {
    Page::new(operation, Position::First, None, Vec::new(), Vec::new(), headers, 1)
}

pub fn rate_limit(headers: &HeaderMap) -> Option<RateLimit> {
    RateLimit::read(headers)
}

/// How long to wait where nothing is left of a window.
pub fn window(limit: &RateLimit, headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    limit.reset.map(|reset| rate_limit::window(reset, headers, now))
}

/// When the server answered, in seconds since 1970.
pub fn date(headers: &HeaderMap) -> Option<i64> {
    rate_limit::date(headers)
}

/// What an answer that is no success becomes.
pub fn refused(
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: &[u8],
    token: &str,
    now: SystemTime,
) -> Error {
    let answer = Answer { status, headers, body: Bytes::copy_from_slice(body) };
    Error::refused(operation, &answer, token, now)
}

/// A page of alerts, read item by item, as if it had not decoded as a whole.
pub fn page_of_alerts(client: &Client, body: &[u8]) -> Result<Page<Alert>, Error> {
    let call = Call::new(client, &operations::LIST_REPO_ALERTS);
    let undecoded = serde_json::Error::custom("not as a whole");
    let payload = raw::Error::<()>::InvalidResponsePayload(Bytes::copy_from_slice(body), undecoded);
    call.page(Err(payload), Position::First, None)
}
