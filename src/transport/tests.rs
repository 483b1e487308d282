//! What a call does when the server refuses, fails and points elsewhere, over real connections.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::models::Resolution;
use crate::{ClientBuilder, ErrorKind, Repo};

const OK: &str = r#"{"number":42}"#;

/// A server that gives these answers, one connection each, and what it was asked.
struct Script {
    repo: Repo,
    clock: ManualClock,
    asked: Arc<Mutex<Vec<String>>>,
}

fn answer(status: &str, headers: &[&str], body: &str) -> String {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}")
}

fn ok() -> String {
    answer("200 OK", &[], OK)
}

impl Script {
    fn new(answers: Vec<String>) -> Self {
        Self::with(answers, |builder| builder)
    }

    fn with(answers: Vec<String>, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        std::thread::spawn(move || {
            for answer in answers {
                let (mut connection, _) = listener.accept().unwrap();
                let mut request = Vec::new();
                let mut buffer = [0; 4096];
                while !(request.ends_with(b"\r\n\r\n") || request.ends_with(b"}")) {
                    let read = connection.read(&mut buffer).unwrap();
                    request.extend_from_slice(&buffer[..read]);
                }
                log.lock().unwrap().push(String::from_utf8_lossy(&request).into_owned());
                let _ = connection.write_all(answer.as_bytes());
            }
        });
        let clock = ManualClock::jumping();
        let builder = Client::builder().token("hunter2").base_url(format!("http://{address}"));
        let builder = builder.clock(clock.clone()).attempt_timeout(Duration::from_secs(2));
        let repo = set(builder).build().unwrap().repo("acme", "widgets").unwrap();
        Self { repo, clock, asked }
    }

    async fn read(&self) -> Result<(), Error> {
        self.repo.alert(42).get().await.map(|_| ())
    }

    async fn write(&self) -> Result<(), Error> {
        self.repo.alert(42).resolve(Resolution::Revoked).await.map(|_| ())
    }

    /// The first line and the last of each request.
    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn paths(&self) -> Vec<String> {
        let path = |request: &String| request.split(' ').nth(1).unwrap_or_default().to_owned();
        self.asked().iter().map(path).collect()
    }

    /// The waits, in seconds, without those that only guard the deadline.
    fn slept(&self) -> Vec<u64> {
        self.clock.slept().iter().map(Duration::as_secs).collect()
    }
}

fn secondary() -> String {
    answer("403 Forbidden", &[], r#"{"message":"You have exceeded a secondary rate limit."}"#)
}

#[tokio::test]
async fn a_read_that_fails_for_a_while_is_tried_again_and_three_times_at_most() {
    let broken = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99\r\n\r\n{\"num".to_owned();
    for status in ["408 X", "429 X", "500 X", "502 X", "503 X", "504 X"] {
        let script = Script::new(vec![answer(status, &[], ""), broken.clone(), String::new(), ok()]);
        script.read().await.unwrap();
        assert_eq!(script.asked().len(), 4, "{status}");
        assert!(script.clock.slept().iter().all(|pause| *pause <= Duration::from_secs(2)));
    }
    let script = Script::new(vec![answer("500 X", &[], ""); 5]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.asked().len()), (ErrorKind::Server, 4, 4));
}

#[tokio::test]
async fn what_will_not_pass_is_not_tried_again() {
    for status in ["400 X", "404 X", "409 X", "422 X", "501 X", "505 X"] {
        let script = Script::new(vec![answer(status, &[], ""), ok()]);
        assert_eq!(script.read().await.unwrap_err().attempts(), 1, "{status}");
        assert_eq!(script.asked().len(), 1);
    }
    let left = ["x-ratelimit-remaining: 4000", "retry-after: soon"];
    let script = Script::new(vec![answer("403 X", &left, r#"{"message":"no access"}"#), ok()]);
    assert_eq!(script.read().await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(script.asked().len(), 1);
}

#[tokio::test]
async fn a_write_that_may_have_been_applied_is_sent_once() {
    for first in [answer("500 X", &[], ""), answer("408 X", &[], ""), String::new()] {
        let script = Script::new(vec![first, ok()]);
        let error = script.write().await.unwrap_err();
        assert!(error.may_have_been_applied() && error.to_string().contains("may have been applied"));
        assert_eq!((error.attempts(), script.asked().len()), (1, 1));
    }
}

#[tokio::test]
async fn a_write_that_was_refused_for_a_limit_is_repeated_after_the_wait() {
    let used_up = answer(
        "403 X",
        &["date: Thu, 01 Jan 1970 00:00:00 GMT", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 99"],
        "",
    );
    for (refusal, waits) in [
        (answer("429 X", &["retry-after: 7"], ""), [7]),
        (answer("403 X", &["retry-after: 7"], ""), [7]),
        (used_up, [100]),
        (secondary(), [60]),
    ] {
        let script = Script::with(vec![refusal, ok()], |b| b.write_spacing(None));
        script.write().await.unwrap();
        assert_eq!(script.slept(), waits);
        let asked = script.asked();
        assert_eq!(asked.len(), 2);
        assert_eq!(asked[0], asked[1], "the same request, body and all");
    }
}

#[tokio::test]
async fn waits_for_limits_do_not_count_as_retries() {
    let mut answers = vec![secondary(); 3];
    answers.extend([answer("500 X", &[], ""), ok()]);
    let script = Script::with(answers, |b| b.retry(Retry::times(1).backoff(Duration::ZERO, Duration::ZERO)));
    script.read().await.unwrap();
    assert_eq!(script.slept(), [60, 120, 240]);
}

#[tokio::test]
async fn a_limit_that_is_over_at_once_is_repeated_without_a_wait_and_not_for_ever() {
    let over = answer(
        "429 X",
        &["date: Sun, 06 Nov 1994 08:49:37 GMT", "retry-after: Sun, 06 Nov 1994 08:00:00 GMT"],
        "",
    );
    let script = Script::new(vec![over; 9]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 4));
    assert!(script.slept().is_empty());
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_is_an_error_at_once_that_says_until_when() {
    let script = Script::new(vec![answer("429 X", &["retry-after: 3600", "x-github-request-id: A:1"], "")]);
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
    assert_eq!(script.asked().len(), 1);
}

#[tokio::test]
async fn who_does_not_want_to_wait_for_limits_hears_of_them_at_once() {
    let script =
        Script::with(vec![answer("429 X", &["retry-after: 9"], ""), ok()], |b| b.wait_for_limits(false));
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
    let last = answer(
        "200 OK",
        &["date: Thu, 01 Jan 1970 00:00:00 GMT", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 50"],
        OK,
    );
    let script = Script::new(vec![last, ok()]);
    script.read().await.unwrap();
    assert!(script.slept().is_empty());
    script.read().await.unwrap();
    assert_eq!(script.slept(), [51]);
}

#[tokio::test]
async fn redirects_are_followed_on_the_same_server_with_the_token() {
    let moved = |status, to| answer(status, &[&format!("location: {to}")], "");
    let script = Script::new(vec![moved("301 X", "/b"), moved("307 X", "/c?d=e"), ok()]);
    script.read().await.unwrap();
    let alert = "/repos/acme/widgets/secret-scanning/alerts/42";
    assert_eq!(script.paths(), [alert, "/b", "/c?d=e"]);
    assert!(script.asked().iter().all(|request| request.contains("authorization: Bearer hunter2")));

    let script = Script::new(vec![moved("308 X", "/b"), ok()]);
    script.write().await.unwrap();
    let asked = script.asked();
    assert!(asked[1].starts_with("PATCH /b ") && asked[1].ends_with('}'), "{}", asked[1]);
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_names_its_target() {
    let moved = |status, to| answer(status, &[&format!("location: {to}"), "x-github-request-id: A:1"], "");
    let script = Script::new(vec![moved("301 X", "https://evil.example/x?code=1"), ok()]);
    let error = script.read().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.request_id()),
        (ErrorKind::Redirect, Some(301), Some("A:1"))
    );
    assert!(error.to_string().contains("https://evil.example/x") && !error.to_string().contains("code"));

    for (status, applied) in [("301 X", false), ("303 X", true)] {
        let script = Script::new(vec![moved(status, "/b"), ok()]);
        let error = script.write().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_been_applied()), (ErrorKind::Redirect, applied));
        assert_eq!(script.asked().len(), 1);
    }
    let script = Script::new(vec![moved("302 X", "/b"); 9]);
    let error = script.read().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.asked().len()), (ErrorKind::Redirect, 6, 6));
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
    let bad = answer("200 OK", &[], r#"{"number":"x"}"#);
    let script = Script::new(vec![answer("500 X", &[], ""), bad]);
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
