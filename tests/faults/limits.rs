//! Refusals for a limit: how long they are waited for, and what is no limit at all.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};

use crate::support::{Gate, Reply, Server, World, cases, planted};

cases![
    a_403_for_want_of_permission_is_final_and_no_limit,
    a_403_for_the_primary_limit_waits_for_the_window_and_a_second,
    a_window_is_measured_by_the_servers_own_clock,
    a_403_for_the_secondary_limit_waits_as_long_as_it_names,
    a_403_for_the_secondary_limit_without_a_time_waits_a_minute_and_then_two,
    a_limit_that_does_not_say_when_it_ends_waits_a_minute,
    a_secondary_limit_that_only_the_link_tells_of_waits_a_minute,
    a_429_that_names_seconds_waits_for_them,
    a_429_that_names_a_date_waits_until_then,
    a_429_that_names_a_date_in_the_past_is_repeated_at_once_and_not_for_ever,
    a_429_that_names_rubbish_is_tried_again_like_any_failure,
    a_write_that_is_refused_for_a_limit_is_sent_again,
    waits_for_limits_are_no_retries,
    the_request_after_the_last_one_of_a_window_waits_instead_of_being_refused,
    a_late_answer_never_raises_what_is_left,
    a_server_without_limit_headers_is_never_waited_for,
    without_waiting_a_limit_is_an_error_at_once,
];

const SECONDARY: &str = "You have exceeded a secondary rate limit. Please wait a few minutes.";

fn fine() -> Reply {
    Reply::ok(&planted::alert(42))
}

/// Adds what GitHub says of a window that ends so many seconds after the case began.
fn window(world: &World, reply: Reply, remaining: u64, ends: i64) -> Reply {
    let begun = i64::try_from(world.clock.elapsed().as_secs()).unwrap();
    reply
        .header("x-ratelimit-limit", 5000)
        .header("x-ratelimit-remaining", remaining)
        .header("x-ratelimit-used", 5000 - remaining)
        .header("x-ratelimit-reset", world.clock.unix(ends - begun))
        .header("x-ratelimit-resource", "core")
}

/// Reads an alert and says how many whole seconds that took by the clock.
async fn read(world: &World, server: &Server) -> (Result<u64, Error>, u64) {
    let before = world.clock.elapsed();
    let alert = world.repo(server).alert(42).get().await;
    let took = world.clock.elapsed() - before;
    (alert.map(|alert| alert.number), took.as_secs())
}

/// These refusals one after the other, and then a success: how long the call took.
async fn time_until_fine(world: &World, refusals: Vec<Reply>) -> u64 {
    let expected = refusals.len() + 1;
    let server = world.server(refusals.into_iter().chain([fine()]));
    let (result, took) = read(world, &server).await;
    assert_eq!(world.value(result), 42);
    assert_eq!(server.count(), expected);
    took
}

async fn a_403_for_want_of_permission_is_final_and_no_limit(world: World) {
    let refusal = Reply::refusal(403, "Resource not accessible by personal access token")
        .header("x-accepted-github-permissions", "secret_scanning_alerts=read")
        .header("x-oauth-scopes", "public_repo");
    for remaining in [4_999, 0] {
        let server = world.server([window(&world, refusal.clone(), remaining, 100)]);
        let (result, took) = read(&world, &server).await;
        let error = world.error(result);
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Forbidden, Some(403), 1));
        assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=read"));
        assert_eq!(error.granted_permissions(), Some("public_repo"));
        assert_eq!((error.retry_after(), took), (None, 0));
        assert_eq!(server.count(), 1);
    }
}

async fn a_403_for_the_primary_limit_waits_for_the_window_and_a_second(world: World) {
    let refusal = Reply::refusal(403, "API rate limit exceeded for installation ID 7.");
    let refusal = window(&world, refusal, 0, 100);
    assert_eq!(time_until_fine(&world, vec![refusal]).await, 101);
}

async fn a_window_is_measured_by_the_servers_own_clock(world: World) {
    // The server's clock is an hour ahead, and its window ends in 100 seconds by that.
    let refusal = Reply::refusal(429, "API rate limit exceeded");
    let refusal = window(&world, refusal, 0, 3_600 + 100).dated(3_600);
    assert_eq!(time_until_fine(&world, vec![refusal]).await, 101);
}

async fn a_403_for_the_secondary_limit_waits_as_long_as_it_names(world: World) {
    let refusal = window(&world, Reply::refusal(403, SECONDARY), 4_000, 100).header("retry-after", 7);
    assert_eq!(time_until_fine(&world, vec![refusal]).await, 7);
}

async fn a_403_for_the_secondary_limit_without_a_time_waits_a_minute_and_then_two(world: World) {
    let refusal = window(&world, Reply::refusal(403, SECONDARY), 4_000, 100);
    assert_eq!(time_until_fine(&world, vec![refusal.clone()]).await, 60);
    assert_eq!(time_until_fine(&world, vec![refusal.clone(), refusal]).await, 60 + 120);
}

async fn a_limit_that_does_not_say_when_it_ends_waits_a_minute(world: World) {
    let refusal = Reply::refusal(403, "API rate limit exceeded").header("x-ratelimit-remaining", 0);
    assert_eq!(time_until_fine(&world, vec![refusal.clone()]).await, 60);
    let rubbish = refusal.header("x-ratelimit-reset", "tomorrow");
    assert_eq!(time_until_fine(&world, vec![rubbish]).await, 60);
}

async fn a_secondary_limit_that_only_the_link_tells_of_waits_a_minute(world: World) {
    let link = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits";
    let body = serde_json::json!({ "message": "Slow down.", "documentation_url": link });
    assert_eq!(time_until_fine(&world, vec![Reply::json(403, &body)]).await, 60);
}

async fn a_429_that_names_seconds_waits_for_them(world: World) {
    assert_eq!(time_until_fine(&world, vec![Reply::status(429).header("retry-after", 30)]).await, 30);
}

async fn a_429_that_names_a_date_waits_until_then(world: World) {
    let date = world.clock.http_date(45);
    let refusal = Reply::status(429).header("retry-after", &date);
    assert_eq!(time_until_fine(&world, vec![refusal]).await, 45);
    // By the server's own clock, which may be another one.
    let date = world.clock.http_date(45 + 600);
    let refusal = Reply::status(429).header("retry-after", &date).dated(600);
    assert_eq!(time_until_fine(&world, vec![refusal]).await, 45);
}

async fn a_429_that_names_a_date_in_the_past_is_repeated_at_once_and_not_for_ever(world: World) {
    let refusal = Reply::status(429).header("retry-after", world.clock.http_date(-45));
    assert_eq!(time_until_fine(&world, vec![refusal.clone()]).await, 0);

    let server = world.answering(move |_| refusal.clone());
    let (result, _) = read(&world, &server).await;
    let error = world.error(result);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 4));
    assert_eq!(server.count(), 4);
}

async fn a_429_that_names_rubbish_is_tried_again_like_any_failure(world: World) {
    for rubbish in ["soon", "-7", "1e3", "", "99999999999999999999999999", "Mon, 99 Foo 2025 99:99:99 GMT"] {
        let refusal = Reply::status(429).header("retry-after", rubbish);
        let server = world.server([refusal, fine()]);
        let (result, took) = read(&world, &server).await;
        assert_eq!(world.value(result), 42, "{rubbish}");
        assert!(took <= 60, "{rubbish} took {took} s");
        assert_eq!(server.count(), 2, "{rubbish}");
    }
    let server = world.answering(|_| Reply::status(429).header("retry-after", "soon"));
    let (result, _) = read(&world, &server).await;
    let error = world.error(result);
    assert_eq!((error.kind(), error.status()), (ErrorKind::RateLimited, Some(429)));
    assert_eq!(u32::try_from(server.count()).unwrap(), error.attempts());
    assert!((4..=12).contains(&server.count()));
}

async fn a_write_that_is_refused_for_a_limit_is_sent_again(world: World) {
    let server = world.server([Reply::refusal(403, SECONDARY).header("retry-after", 7), fine()]);
    let write = world.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    assert_eq!(world.value(write.await).number, 42);
    assert_eq!(world.clock.elapsed().as_secs(), 7);
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body, requests[1].body);
}

async fn waits_for_limits_are_no_retries(world: World) {
    let refusals = vec![Reply::status(429).header("retry-after", 10); 8];
    assert_eq!(time_until_fine(&world, refusals).await, 80);
}

async fn the_request_after_the_last_one_of_a_window_waits_instead_of_being_refused(world: World) {
    let server = world.server([window(&world, fine(), 0, 100), window(&world, fine(), 4_999, 3_700)]);
    let alert = world.repo(&server).alert(42);
    world.value(alert.get().await);
    assert_eq!(world.clock.elapsed(), Duration::ZERO);
    world.value(alert.get().await);
    assert_eq!(world.clock.elapsed(), Duration::from_secs(101));
    assert_eq!(server.count(), 2);
}

async fn a_late_answer_never_raises_what_is_left(world: World) {
    let gate = Gate::closed();
    let server = world.server([
        window(&world, fine(), 1, 100).behind(&gate),
        window(&world, fine(), 0, 100),
        window(&world, fine(), 4_999, 3_700),
    ]);
    let alert = world.repo(&server).alert(42);
    let late = tokio::spawn(alert.get().send());
    server.arrived(1).await;
    world.value(alert.get().await);
    gate.open();
    world.value(late.await.unwrap());
    world.value(alert.get().await);
    assert_eq!(server.requests()[2].at, Duration::from_secs(101));
    assert_eq!(server.count(), 3);
}

async fn a_server_without_limit_headers_is_never_waited_for(world: World) {
    let server = world.answering(|_| fine().undated());
    let alert = world.repo(&server).alert(42);
    for _ in 0..20 {
        world.value(alert.get().await);
    }
    assert_eq!((server.count(), world.clock.elapsed()), (20, Duration::ZERO));
}

async fn without_waiting_a_limit_is_an_error_at_once(world: World) {
    let server = world.server([Reply::refusal(403, SECONDARY).header("retry-after", 7), fine()]);
    let repo = world.build(world.client(&server).wait_for_limits(false));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    // As long as it holds nothing is sent that would only be refused.
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 0));
    assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));
}
