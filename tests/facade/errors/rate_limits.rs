//! Errors of rate limits, and their delay.

use std::time::Duration;

use github_secret_scanning::ErrorKind;
use serde_json::json;

use super::{on_read, on_write};
use crate::support::Reply;

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

#[tokio::test]
async fn retry_after_is_in_the_error_and_its_message() {
    let error = on_read(Reply::status(429).header("retry-after", "17")).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(17))));
    assert!(error.to_string().contains("17 s"), "{error}");
    let error = on_read(Reply::status(503).header("retry-after", "5")).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Server, Some(Duration::from_secs(5))));
}

#[tokio::test]
async fn retry_after_can_be_a_date_relative_to_the_clock_of_the_server() {
    let reply =
        Reply::status(429).header("date", DATE).header("retry-after", "Sun, 06 Nov 1994 08:51:07 GMT");
    assert_eq!(on_read(reply).await.retry_after(), Some(Duration::from_secs(90)));
}

#[tokio::test]
async fn exhausted_window_is_a_rate_limit_until_a_second_after_its_end() {
    let reply = Reply::json(403, &json!({ "message": "API rate limit exceeded" }))
        .header("date", DATE)
        .header("x-ratelimit-limit", "5000")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", "784111817");
    let error = on_read(reply).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(41))));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn secondary_rate_limit_is_detected_by_its_text_and_waits_a_minute() {
    let bodies = [
        json!({ "message": "You have exceeded a secondary rate limit. Please wait a few minutes." }),
        json!({ "message": "No", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api" }),
    ];
    for body in bodies {
        let error = on_write(Reply::json(403, &body).header("x-ratelimit-remaining", "4000")).await;
        assert_eq!(
            (error.kind(), error.retry_after()),
            (ErrorKind::RateLimited, Some(Duration::from_secs(60)))
        );
        assert!(!error.outcome_unknown() && error.is_retryable());
    }
}

#[tokio::test]
async fn other_403_is_forbidden() {
    let reply = Reply::json(403, &json!({ "message": "Resource not accessible by personal access token" }))
        .header("x-ratelimit-remaining", "4999");
    let error = on_read(reply).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Forbidden, None));
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn rate_limit_without_a_delay_waits_a_minute() {
    let error = on_read(Reply::status(429)).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(60)));
}

#[tokio::test]
async fn too_long_retry_after_is_bounded_and_an_invalid_one_is_ignored() {
    let error = on_read(Reply::status(429).header("retry-after", "99999999999999999")).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(24 * 60 * 60)));
    for invalid in ["-5", "soon", "1.5", ""] {
        let error = on_read(Reply::status(503).header("retry-after", invalid)).await;
        assert_eq!(error.retry_after(), None, "{invalid}");
    }
}
