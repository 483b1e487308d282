//! The errors of limits, and scheduled ones.

use std::time::Duration;

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};

use crate::response::Response;

const RATE_LIMIT_DOCS: &str = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/// Rounds up: a request that is repeated too early would be refused again.
pub(super) fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

pub(super) fn limit_exceeded(login: Option<&str>) -> Response {
    let message = format!("API rate limit exceeded for {}.", login.unwrap_or("this address"));
    Response::error(StatusCode::FORBIDDEN, &message).with_documentation_url(RATE_LIMIT_DOCS)
}

pub(super) fn secondary_limit(retry_after: Duration) -> Response {
    let message = "You have exceeded a secondary rate limit. Please wait before you try again.";
    let mut response =
        Response::error(StatusCode::FORBIDDEN, message).with_documentation_url(RATE_LIMIT_DOCS);
    response.headers.insert(RETRY_AFTER, HeaderValue::from(whole_seconds(retry_after)));
    response
}

pub(super) fn scheduled_error(status: u16) -> Response {
    // Other numbers are no statuses of HTTP, and those below 200 are no final responses.
    let known = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    let status = known.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Response::error(status, status.canonical_reason().unwrap_or("Scheduled failure"))
}
