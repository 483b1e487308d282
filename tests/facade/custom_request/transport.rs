//! Custom requests are sent like every other call: write lane, retries, limits, redirects, cache.

use std::time::Duration;

use github_secret_scanning::{ClientBuilder, CustomRequest, ErrorKind, Method, Retry, TestClock};
use serde_json::json;
use test_kit::{Reply, Server};

use super::client;
use crate::support::builder;

const SECOND: Duration = Duration::from_secs(1);

/// Returns a request with a value for each placeholder.
fn request(builder: ClientBuilder, server: &Server, method: Method) -> CustomRequest {
    let github = builder.base_url(server.url()).build().unwrap();
    github.request(method, "/orgs/{org}/hooks").path("org", "acme")
}

fn fine() -> Reply {
    Reply::ok(&json!({ "id": 7 }))
}

#[tokio::test]
async fn writes_use_the_write_lane_and_reads_do_not() {
    for (method, slept) in [
        (Method::GET, vec![]),
        (Method::HEAD, vec![]),
        (Method::POST, vec![SECOND]),
        (Method::PUT, vec![SECOND]),
        (Method::PATCH, vec![SECOND]),
        (Method::DELETE, vec![SECOND]),
    ] {
        let server = Server::start(|_| Reply::status(204));
        let clock = TestClock::new().auto_advance();
        let builder = builder().clock(clock.clone()).write_spacing(Some(SECOND));
        let request = request(builder, &server, method.clone());
        request.clone().await.unwrap();
        request.await.unwrap();
        assert_eq!(clock.slept(), slept, "{method}");
    }
}

#[tokio::test]
async fn write_is_retried_after_an_unknown_outcome_only_if_it_is_idempotent() {
    for lost in [Reply::status(503), Reply::hang_up()] {
        for (method, marked, attempts) in [
            (Method::GET, false, 2),
            (Method::HEAD, false, 2),
            (Method::PUT, false, 1),
            (Method::DELETE, false, 1),
            (Method::POST, false, 1),
            (Method::POST, true, 2),
        ] {
            let server = Server::script([lost.clone(), fine()]);
            let retry = Retry::times(1).backoff(Duration::ZERO, Duration::ZERO);
            let request = request(builder().retry(retry), &server, method.clone());
            let result = if marked { request.idempotent().await } else { request.await };
            assert_eq!(server.count(), attempts, "{method} {marked}");
            assert_eq!(result.is_ok(), attempts == 2, "{method} {marked}");
            assert!(result.err().is_none_or(|error| error.outcome_unknown() && !error.is_retryable()));
        }
    }
}

#[tokio::test]
async fn write_that_a_rate_limit_refused_waits_and_is_sent_again() {
    let limited = Reply::refusal(429, "slow down").header("retry-after", "7");
    let server = Server::script([limited, fine()]);
    let clock = TestClock::new().auto_advance();
    let builder = builder().clock(clock.clone()).wait_for_limits(true);
    request(builder, &server, Method::POST).json(&1).await.unwrap();
    assert_eq!((server.count(), clock.slept()), (2, vec![7 * SECOND]));
}

#[tokio::test]
async fn rate_limit_of_a_custom_request_applies_to_every_other_call() {
    let limited = Reply::refusal(429, "slow down").header("retry-after", "7");
    let server = Server::script([limited]);
    let github = client(&server);
    let error = github.request(Method::GET, "/x").await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(7 * SECOND)));
    let error = github.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 0));
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn redirect_on_the_same_host_is_followed_with_method_and_body() {
    let server = Server::script([Reply::status(307).header("location", "/organizations/1/hooks"), fine()]);
    request(builder(), &server, Method::POST).json(&json!({ "a": 1 })).await.unwrap();
    let received = server.requests();
    assert_eq!(received[1].target, "/organizations/1/hooks");
    assert_eq!((received[1].method.as_str(), received[1].json()), ("POST", json!({ "a": 1 })));
}

#[tokio::test]
async fn redirect_to_another_host_is_not_followed() {
    let foreign = Server::start(|_| fine());
    let location = format!("{}/orgs/acme/hooks", foreign.url());
    let server = Server::script([Reply::status(302).header("location", &location)]);
    let error = request(builder(), &server, Method::GET).await.unwrap_err();
    assert_eq!((error.kind(), foreign.count()), (ErrorKind::Redirect, 0));
    let text = error.to_string();
    assert!(text.contains(foreign.url()) && !text.contains("acme"), "{text}");
}

#[tokio::test]
async fn body_larger_than_the_limit_is_refused() {
    let server = Server::start(|_| Reply::status(200).body("x".repeat(101)));
    let error = request(builder().max_body_bytes(100), &server, Method::GET).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(request(builder().max_body_bytes(101), &server, Method::GET).await.is_ok());
}

#[cfg(feature = "cache")]
#[tokio::test]
async fn read_is_revalidated_by_the_cache_until_a_write_to_its_path() {
    let tagged = || fine().header("etag", "\"v1\"");
    let server = Server::script([tagged(), Reply::status(304), Reply::status(204), tagged()]);
    let github = builder().base_url(server.url()).cache(1 << 20).build().unwrap();
    let request = |method| github.request(method, "/orgs/{org}").path("org", "acme");
    for _ in 0..2 {
        let response = request(Method::GET).await.unwrap();
        assert_eq!((response.status(), response.bytes()), (200, br#"{"id":7}"#.as_slice()));
    }
    request(Method::PATCH).await.unwrap();
    request(Method::GET).await.unwrap();
    let received = server.requests();
    let conditions: Vec<_> = received.iter().map(|request| request.header("if-none-match")).collect();
    assert_eq!(conditions, [None, Some("\"v1\""), None, None]);
}
