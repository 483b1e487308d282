//! What a call does when the server refuses, fails and points elsewhere, over real connections.

use std::time::Duration;

use test_kit::{Reply, Request, Server};

use super::*;
use crate::models::Resolution;
use crate::{ClientBuilder, ErrorKind, Repo};

const OK: &str = r#"{"number":42}"#;

/// A scripted server, and a repository of a client for it.
struct Script {
    repo: Repo,
    clock: ManualClock,
    server: Server,
}

/// Without a date, since the server's clock is not the client's.
fn status(status: u16) -> Reply {
    Reply::status(status).undated()
}

fn ok() -> Reply {
    status(200).body(OK)
}

impl Script {
    fn new(replies: Vec<Reply>) -> Self {
        Self::with(replies, |builder| builder)
    }

    fn with(replies: Vec<Reply>, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        let server = Server::script(replies);
        let clock = ManualClock::jumping();
        let builder = Client::builder().token("hunter2").base_url(server.url());
        let builder = builder.clock(clock.clone()).attempt_timeout(Duration::from_secs(2));
        let repo = set(builder).build().unwrap().repo("acme", "widgets").unwrap();
        Self { repo, clock, server }
    }

    async fn read(&self) -> Result<(), Error> {
        self.repo.alert(42).get().await.map(|_| ())
    }

    async fn write(&self) -> Result<(), Error> {
        self.repo.alert(42).resolve(Resolution::Revoked).await.map(|_| ())
    }

    /// The waits, in seconds, without those that only guard the deadline.
    fn slept(&self) -> Vec<u64> {
        self.clock.slept().iter().map(Duration::as_secs).collect()
    }
}

fn secondary() -> Reply {
    status(403).body(r#"{"message":"You have exceeded a secondary rate limit."}"#)
}

#[tokio::test]
async fn a_read_that_fails_for_a_while_is_tried_again_and_three_times_at_most() {
    for failure in [408, 429, 500, 502, 503, 504] {
        let broken = ok().close_before_the_last(5);
        let script = Script::new(vec![status(failure), broken, Reply::hang_up(), ok()]);
        script.read().await.unwrap();
        assert_eq!(script.server.count(), 4, "{failure}");
        assert!(script.clock.slept().iter().all(|pause| *pause <= Duration::from_secs(2)));
    }
    let script = Script::new(vec![status(500); 5]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.server.count()), (ErrorKind::Server, 4, 4));
}

#[tokio::test]
async fn what_will_not_pass_is_not_tried_again() {
    for failure in [400, 404, 409, 422, 501, 505] {
        let script = Script::new(vec![status(failure), ok()]);
        assert_eq!(script.read().await.unwrap_err().attempts(), 1, "{failure}");
        assert_eq!(script.server.count(), 1);
    }
    let refusal = status(403).header("x-ratelimit-remaining", 4000).header("retry-after", "soon");
    let script = Script::new(vec![refusal.body(r#"{"message":"no access"}"#), ok()]);
    assert_eq!(script.read().await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(script.server.count(), 1);
}

#[tokio::test]
async fn a_write_that_may_have_been_applied_is_sent_once() {
    for first in [status(500), status(408), Reply::hang_up()] {
        let script = Script::new(vec![first, ok()]);
        let error = script.write().await.unwrap_err();
        assert!(error.may_have_been_applied() && error.to_string().contains("may have been applied"));
        assert_eq!((error.attempts(), script.server.count()), (1, 1));
    }
}

#[tokio::test]
async fn a_write_that_was_refused_for_a_limit_is_repeated_after_the_wait() {
    let used_up = status(403)
        .header("date", "Thu, 01 Jan 1970 00:00:00 GMT")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", "99");
    for (refusal, waits) in [
        (status(429).header("retry-after", "7"), [7]),
        (status(403).header("retry-after", "7"), [7]),
        (used_up, [100]),
        (secondary(), [60]),
    ] {
        let script = Script::with(vec![refusal, ok()], |b| b.write_spacing(None));
        script.write().await.unwrap();
        assert_eq!(script.slept(), waits);
        let [first, second] = script.server.requests().try_into().unwrap();
        assert_eq!(
            (first.headers, first.body),
            (second.headers, second.body),
            "the same request, body and all"
        );
    }
}

#[tokio::test]
async fn waits_for_limits_do_not_count_as_retries() {
    let mut replies = vec![secondary(); 3];
    replies.extend([status(500), ok()]);
    let script = Script::with(replies, |b| b.retry(Retry::times(1).backoff(Duration::ZERO, Duration::ZERO)));
    script.read().await.unwrap();
    assert_eq!(script.slept(), [60, 120, 240]);
}

#[tokio::test]
async fn a_limit_that_is_over_at_once_is_repeated_without_a_wait_and_not_for_ever() {
    let over = status(429)
        .header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
        .header("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT");
    let script = Script::new(vec![over; 9]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 4));
    assert!(script.slept().is_empty());
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_is_an_error_at_once_that_says_until_when() {
    let script =
        Script::new(vec![status(429).header("retry-after", "3600").header("x-github-request-id", "A:1")]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, Some(429), 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(error.request_id(), Some("A:1"));
    assert!(error.to_string().contains("holds until 2023-11-14T23:13:20Z"), "{error}");
    assert!(error.is_retryable() && script.slept().is_empty());

    script.clock.advance(Duration::from_secs(600));
    let error = script.write().await.unwrap_err();
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, None, 0));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3000)));
    assert_eq!(script.server.count(), 1);
}

#[tokio::test]
async fn who_does_not_want_to_wait_for_limits_hears_of_them_at_once() {
    let script =
        Script::with(vec![status(429).header("retry-after", "9"), ok()], |b| b.wait_for_limits(false));
    let hit = script.read().await.unwrap_err();
    assert_eq!((hit.kind(), hit.attempts()), (ErrorKind::RateLimited, 1));
    let held = script.read().await.unwrap_err();
    assert_eq!((held.kind(), held.attempts(), held.status()), (ErrorKind::RateLimited, 0, None));
    assert_eq!(held.retry_after(), Some(Duration::from_secs(9)));
    script.clock.advance(Duration::from_secs(9));
    script.read().await.unwrap();
}

#[tokio::test]
async fn after_the_last_request_of_a_window_the_next_one_waits_for_the_new_one() {
    let last = status(200)
        .header("date", "Thu, 01 Jan 1970 00:00:00 GMT")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", "50")
        .body(OK);
    let script = Script::new(vec![last, ok()]);
    script.read().await.unwrap();
    assert!(script.slept().is_empty());
    script.read().await.unwrap();
    assert_eq!(script.slept(), [51]);
}

#[tokio::test]
async fn redirects_are_followed_on_the_same_server_with_the_token() {
    let moved = |code, to| status(code).header("location", to);
    let script = Script::new(vec![moved(301, "/b"), moved(307, "/c?d=e"), ok()]);
    script.read().await.unwrap();
    let alert = "/repos/acme/widgets/secret-scanning/alerts/42";
    let targets: Vec<_> = script.server.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(targets, [alert, "/b", "/c?d=e"]);
    assert_eq!(script.server.tokens(), ["hunter2"; 3]);

    let script = Script::new(vec![moved(308, "/b"), ok()]);
    script.write().await.unwrap();
    let [_, Request { method, target, body, .. }] = script.server.requests().try_into().unwrap();
    assert_eq!((method.as_str(), target.as_str(), body.last()), ("PATCH", "/b", Some(&b'}')));
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_names_its_target() {
    let moved = |code, to| status(code).header("location", to).header("x-github-request-id", "A:1");
    let script = Script::new(vec![moved(301, "https://evil.example/x?code=1"), ok()]);
    let error = script.read().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.request_id()),
        (ErrorKind::Redirect, Some(301), Some("A:1"))
    );
    assert!(error.to_string().contains("https://evil.example/x") && !error.to_string().contains("code"));

    for (code, applied) in [(301, false), (303, true)] {
        let script = Script::new(vec![moved(code, "/b"), ok()]);
        let error = script.write().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_been_applied()), (ErrorKind::Redirect, applied));
        assert_eq!(script.server.count(), 1);
    }
    let script = Script::new(vec![moved(302, "/b"); 9]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.server.count()), (ErrorKind::Redirect, 6, 6));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again_for_writes_too() {
    let repo = Client::builder().token("t").base_url("http://127.0.0.1:1").clock(ManualClock::jumping());
    let repo = repo.build().unwrap().repo("acme", "widgets").unwrap();
    let error = repo.alert(42).resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 4));
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn an_error_of_decoding_knows_how_many_requests_it_took() {
    let bad = status(200).body(r#"{"number":"x"}"#);
    let script = Script::new(vec![status(500), bad]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 2));
}

#[tokio::test]
async fn a_large_answer_is_cut_off_and_not_asked_for_again() {
    let script = Script::with(vec![ok(), ok()], |b| b.max_body_bytes(OK.len() - 1));
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    let script = Script::with(vec![ok()], |b| b.max_body_bytes(OK.len()));
    script.read().await.unwrap();
}

#[tokio::test]
async fn writes_are_a_second_apart() {
    let script = Script::new(vec![ok(), ok(), ok()]);
    for _ in 0..3 {
        script.write().await.unwrap();
    }
    assert_eq!(script.slept(), [1, 1]);
}
