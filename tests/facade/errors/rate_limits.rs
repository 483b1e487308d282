//! Rate limits, and how long to wait.

use std::time::Duration;

use github_secret_scanning::ErrorKind;
use serde_json::json;

use super::{on_read, on_write};
use crate::support::Answer;

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

#[tokio::test]
async fn retry_after_is_there_to_be_asked_and_in_the_line() {
    let error = on_read(Answer::status(429).header("retry-after", "17")).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(17))));
    assert!(error.to_string().contains("17 s"), "{error}");
    let error = on_read(Answer::status(503).header("retry-after", "5")).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Server, Some(Duration::from_secs(5))));
}

#[tokio::test]
async fn retry_after_may_be_a_date_which_counts_by_the_servers_clock() {
    let answer =
        Answer::status(429).header("date", DATE).header("retry-after", "Sun, 06 Nov 1994 08:51:07 GMT");
    assert_eq!(on_read(answer).await.retry_after(), Some(Duration::from_secs(90)));
}

#[tokio::test]
async fn a_403_with_the_window_used_up_is_a_rate_limit_that_ends_a_second_after_the_window() {
    let answer = Answer::json(403, &json!({ "message": "API rate limit exceeded" }))
        .header("date", DATE)
        .header("x-ratelimit-limit", "5000")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", "784111817");
    let error = on_read(answer).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(41))));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_secondary_limit_is_known_by_its_words_and_asks_for_a_minute() {
    let bodies = [
        json!({ "message": "You have exceeded a secondary rate limit. Please wait a few minutes." }),
        json!({ "message": "No", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api" }),
    ];
    for body in bodies {
        let error = on_write(Answer::json(403, &body).header("x-ratelimit-remaining", "4000")).await;
        assert_eq!(
            (error.kind(), error.retry_after()),
            (ErrorKind::RateLimited, Some(Duration::from_secs(60)))
        );
        assert!(!error.outcome_unknown() && error.is_retryable());
    }
}

#[tokio::test]
async fn a_403_without_a_sign_of_a_limit_is_a_matter_of_permission() {
    let answer = Answer::json(403, &json!({ "message": "Resource not accessible by personal access token" }))
        .header("x-ratelimit-remaining", "4999");
    let error = on_read(answer).await;
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Forbidden, None));
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_limit_without_any_word_about_time_asks_for_a_minute() {
    let error = on_read(Answer::status(429)).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(60)));
}

#[tokio::test]
async fn an_absurd_or_garbled_wait_is_bounded_or_passed_over() {
    let error = on_read(Answer::status(429).header("retry-after", "99999999999999999")).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(24 * 60 * 60)));
    for garbled in ["-5", "soon", "1.5", ""] {
        let error = on_read(Answer::status(503).header("retry-after", garbled)).await;
        assert_eq!(error.retry_after(), None, "{garbled}");
    }
}
