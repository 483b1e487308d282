//! Rate limits: their delays, and errors that are not rate limits.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};

use crate::support::{Context, Gate, Reply, Server, cases, planted};

cases![
    missing_permission_is_forbidden_and_not_a_rate_limit,
    primary_rate_limit_waits_until_a_second_after_the_reset,
    reset_is_relative_to_the_date_of_the_response,
    secondary_rate_limit_waits_for_retry_after,
    secondary_rate_limit_without_a_time_waits_a_minute_and_then_two,
    primary_rate_limit_without_a_valid_reset_waits_a_minute,
    secondary_rate_limit_is_detected_by_its_documentation_url,
    retry_after_can_be_seconds,
    retry_after_can_be_a_date,
    retry_after_in_the_past_is_retried_immediately_a_limited_number_of_times,
    refusal_without_a_valid_time_is_a_secondary_limit,
    write_is_retried_after_a_rate_limit,
    rate_limits_do_not_count_as_retries,
    request_after_the_last_one_of_a_window_waits_for_the_reset,
    late_response_does_not_increase_the_remaining_requests,
    missing_rate_limit_headers_cause_no_delay,
    rate_limit_is_an_immediate_error_without_wait_for_limits,
    limit_that_headers_name_applies_before_the_body,
];

const SECONDARY: &str = "You have exceeded a secondary rate limit. Please wait a few minutes.";

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

/// Adds GitHub's headers of a window that ends this many seconds after the start of the case.
fn window(context: &Context, reply: Reply, remaining: u64, ends: i64) -> Reply {
    let elapsed = i64::try_from(context.clock.elapsed().as_secs()).unwrap();
    reply
        .header("x-ratelimit-limit", 5000)
        .header("x-ratelimit-remaining", remaining)
        .header("x-ratelimit-used", 5000 - remaining)
        .header("x-ratelimit-reset", context.clock.unix(ends - elapsed))
        .header("x-ratelimit-resource", "core")
}

/// Reads an alert, and returns the duration in whole seconds of the clock.
async fn read(context: &Context, server: &Server) -> (Result<u64, Error>, u64) {
    let before = context.clock.elapsed();
    let alert = context.repo(server).alert(42).get().await;
    let took = context.clock.elapsed() - before;
    (alert.map(|alert| alert.number.get()), took.as_secs())
}

/// Returns the duration of a call that receives these replies and then a success.
async fn seconds_until_success(context: &Context, refusals: Vec<Reply>) -> u64 {
    let expected = refusals.len() + 1;
    let server = context.script(refusals.into_iter().chain([fine()]));
    let (result, took) = read(context, &server).await;
    assert_eq!(context.value(result), 42);
    assert_eq!(server.count(), expected);
    took
}

async fn missing_permission_is_forbidden_and_not_a_rate_limit(context: Context) {
    let refusal = Reply::refusal(403, "Resource not accessible by personal access token")
        .header("x-accepted-github-permissions", "secret_scanning_alerts=read")
        .header("x-oauth-scopes", "public_repo");
    for remaining in [4_999, 0] {
        let server = context.script([window(&context, refusal.clone(), remaining, 100)]);
        let (result, took) = read(&context, &server).await;
        let error = context.error(result);
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Forbidden, Some(403), 1));
        assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=read"));
        assert_eq!(error.token_scopes(), Some("public_repo"));
        assert_eq!((error.retry_after(), took), (None, 0));
        assert_eq!(server.count(), 1);
    }
}

async fn primary_rate_limit_waits_until_a_second_after_the_reset(context: Context) {
    let refusal = Reply::refusal(403, "API rate limit exceeded for installation ID 7.");
    let refusal = window(&context, refusal, 0, 100);
    assert_eq!(seconds_until_success(&context, vec![refusal]).await, 101);
}

async fn reset_is_relative_to_the_date_of_the_response(context: Context) {
    // The server's clock is an hour ahead; its window ends in 100 seconds.
    let refusal = Reply::refusal(429, "API rate limit exceeded");
    let refusal = window(&context, refusal, 0, 3_600 + 100).dated(3_600);
    assert_eq!(seconds_until_success(&context, vec![refusal]).await, 101);
}

async fn secondary_rate_limit_waits_for_retry_after(context: Context) {
    let refusal = window(&context, Reply::refusal(403, SECONDARY), 4_000, 100).header("retry-after", 7);
    assert_eq!(seconds_until_success(&context, vec![refusal]).await, 7);
}

async fn secondary_rate_limit_without_a_time_waits_a_minute_and_then_two(context: Context) {
    let refusal = window(&context, Reply::refusal(403, SECONDARY), 4_000, 100);
    assert_eq!(seconds_until_success(&context, vec![refusal.clone()]).await, 60);
    assert_eq!(seconds_until_success(&context, vec![refusal.clone(), refusal]).await, 60 + 120);
}

async fn primary_rate_limit_without_a_valid_reset_waits_a_minute(context: Context) {
    let refusal = Reply::refusal(403, "API rate limit exceeded").header("x-ratelimit-remaining", 0);
    assert_eq!(seconds_until_success(&context, vec![refusal.clone()]).await, 60);
    let invalid = refusal.header("x-ratelimit-reset", "tomorrow");
    assert_eq!(seconds_until_success(&context, vec![invalid]).await, 60);
}

async fn secondary_rate_limit_is_detected_by_its_documentation_url(context: Context) {
    let link = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits";
    let body = serde_json::json!({ "message": "Slow down.", "documentation_url": link });
    assert_eq!(seconds_until_success(&context, vec![Reply::json(403, &body)]).await, 60);
}

async fn retry_after_can_be_seconds(context: Context) {
    assert_eq!(seconds_until_success(&context, vec![Reply::status(429).header("retry-after", 30)]).await, 30);
}

async fn retry_after_can_be_a_date(context: Context) {
    let date = context.clock.http_date(45);
    let refusal = Reply::status(429).header("retry-after", &date);
    assert_eq!(seconds_until_success(&context, vec![refusal]).await, 45);
    // Relative to the server's clock.
    let date = context.clock.http_date(45 + 600);
    let refusal = Reply::status(429).header("retry-after", &date).dated(600);
    assert_eq!(seconds_until_success(&context, vec![refusal]).await, 45);
}

async fn retry_after_in_the_past_is_retried_immediately_a_limited_number_of_times(context: Context) {
    let refusal = Reply::status(429).header("retry-after", context.clock.http_date(-45));
    assert_eq!(seconds_until_success(&context, vec![refusal.clone()]).await, 0);

    let server = context.server(move |_| refusal.clone());
    let (result, _) = read(&context, &server).await;
    let error = context.error(result);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 4));
    assert_eq!(server.count(), 4);
}

async fn refusal_without_a_valid_time_is_a_secondary_limit(context: Context) {
    for invalid in ["soon", "-7", "1e3", "", "99999999999999999999999999", "Mon, 99 Foo 2025 99:99:99 GMT"] {
        let refusal = Reply::status(429).header("retry-after", invalid);
        let server = context.script([refusal, fine()]);
        let (result, took) = read(&context, &server).await;
        assert_eq!(context.value(result), 42, "{invalid}");
        assert_eq!((took, server.count()), (60, 2), "{invalid}");
    }
    // 60, 120 and 240 s; the next 480 would exceed the deadline.
    let server = context.server(|_| Reply::status(429));
    let (result, took) = read(&context, &server).await;
    let error = context.error(result);
    assert_eq!((error.kind(), error.status(), took), (ErrorKind::Deadline, Some(429), 420));
    assert_eq!((error.attempts(), server.count()), (4, 4));
}

async fn write_is_retried_after_a_rate_limit(context: Context) {
    let server = context.script([Reply::refusal(403, SECONDARY).header("retry-after", 7), fine()]);
    let write = context.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    assert_eq!(context.value(write.await).number, 42);
    assert_eq!(context.clock.elapsed().as_secs(), 7);
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body, requests[1].body);
}

async fn rate_limits_do_not_count_as_retries(context: Context) {
    let refusals = vec![Reply::status(429).header("retry-after", 10); 8];
    assert_eq!(seconds_until_success(&context, refusals).await, 80);
}

async fn request_after_the_last_one_of_a_window_waits_for_the_reset(context: Context) {
    let server = context.script([window(&context, fine(), 0, 100), window(&context, fine(), 4_999, 3_700)]);
    let alert = context.repo(&server).alert(42);
    context.value(alert.get().await);
    assert_eq!(context.clock.elapsed(), Duration::ZERO);
    context.value(alert.get().await);
    assert_eq!(context.clock.elapsed(), Duration::from_secs(101));
    assert_eq!(server.count(), 2);
}

async fn late_response_does_not_increase_the_remaining_requests(context: Context) {
    let gate = Gate::closed();
    let server = context.script([
        window(&context, fine(), 1, 100).behind(&gate),
        window(&context, fine(), 0, 100),
        window(&context, fine(), 4_999, 3_700),
    ]);
    let alert = context.repo(&server).alert(42);
    let late = tokio::spawn(alert.get().send());
    server.arrived(1).await;
    context.value(alert.get().await);
    gate.open();
    context.value(late.await.unwrap());
    context.value(alert.get().await);
    assert_eq!(server.requests()[2].at, Duration::from_secs(101));
    assert_eq!(server.count(), 3);
}

async fn missing_rate_limit_headers_cause_no_delay(context: Context) {
    let server = context.server(|_| fine().undated());
    let alert = context.repo(&server).alert(42);
    for _ in 0..20 {
        context.value(alert.get().await);
    }
    assert_eq!((server.count(), context.clock.elapsed()), (20, Duration::ZERO));
}

async fn rate_limit_is_an_immediate_error_without_wait_for_limits(context: Context) {
    let server = context.script([Reply::refusal(403, SECONDARY).header("retry-after", 7), fine()]);
    let repo = context.build(context.client(&server).wait_for_limits(false));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    // Nothing is sent until the rate limit ends.
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 0));
    assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));
}

async fn limit_that_headers_name_applies_before_the_body(context: Context) {
    let refusals = [
        (Reply::status(429), 60),
        (Reply::status(429).header("retry-after", 7), 7),
        (Reply::status(403).header("retry-after", 8), 8),
        (window(&context, Reply::status(403), 0, 100), 101 - 60 - 7 - 8),
    ];
    for (refusal, seconds) in refusals {
        let stalled = refusal.body(planted::BODY).dripping(Duration::from_secs(3_600));
        let server = context.script([stalled, fine(), fine()]);
        let repo = context.repo(&server);
        let before = context.clock.elapsed();
        // From here on, the timers of connections advance whenever nothing else is left to do.
        tokio::time::pause();
        let read = || tokio::spawn(repo.alert(42).get().send());
        let first = read();
        server.arrived(1).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let second = read();
        tokio::time::sleep(Duration::from_secs(1)).await;
        // The first one still reads its body.
        assert_eq!((server.count(), context.clock.sleeping()), (1, 1), "{seconds}");
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!((server.count(), context.clock.sleeping()), (1, 2), "{seconds}");
        context.clock.advance_to_next_wake();
        for alert in [first, second] {
            assert_eq!(context.value(alert.await.unwrap()).number, 42);
        }
        assert_eq!((context.clock.elapsed() - before).as_secs(), seconds);
        tokio::time::resume();
    }
}
