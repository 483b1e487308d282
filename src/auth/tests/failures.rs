//! A GitHub App without an installation access token: the kinds of error, what they keep, and deadlines.

use std::error::Error as _;
use std::time::Duration;

use futures_util::future::join_all;
use test_kit::Reply;

use super::super::fake_app::{Server, app};
use super::{ALERT, MINT, read};
use crate::transport::Retry;
use crate::{Client, Error, ErrorKind};

const CREATE: &str = "apps/create-installation-access-token";

/// Returns the error of the token request.
fn token_request(error: &Error) -> &Error {
    error.source().and_then(|source| source.downcast_ref()).unwrap()
}

/// Asserts that the one line contains the request for the token and why it failed, without its advice.
fn assert_names_cause(error: &Error) {
    let (line, source) = (error.to_string(), error.source().unwrap().to_string());
    let cause = source.split(';').next().unwrap().split(" (request id").next().unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    assert_eq!(line.matches(cause).count(), 1, "{line} / {source}");
    for advice in ["secret scanning", "outcome unknown"] {
        assert!(!line.contains(advice) && !source.contains(advice), "{line} / {source}");
    }
}

#[tokio::test]
async fn the_kind_tells_an_unknown_app_from_an_unavailable_installation() {
    // The path names the status and message of the server's reply.
    let server = Server::start(0, |request, _| {
        let reply = match request.path() {
            "/orgs/not-installed/installation" | "/app/installations/404/access_tokens" => (404, "Not Found"),
            "/orgs/unknown-app/installation" | "/app/installations/4/access_tokens" => {
                (404, "Integration not found")
            }
            "/app/installations/401/access_tokens" => (401, "A JSON web token could not be decoded"),
            "/app/installations/403/access_tokens" => (403, "This installation has been suspended"),
            _ => return None,
        };
        Some(Reply::refusal(reply.0, reply.1).header("x-github-request-id", "C0DE:1"))
    });
    for (app, kind, status, message, target) in [
        (
            app().installation(401),
            ErrorKind::AppUnauthenticated,
            401,
            "could not be decoded",
            "installation 401",
        ),
        (
            app().installation(4),
            ErrorKind::AppUnauthenticated,
            404,
            "Integration not found",
            "installation 4",
        ),
        (app().installation(404), ErrorKind::InstallationUnavailable, 404, "Not Found", "installation 404"),
        (app().installation(403), ErrorKind::InstallationUnavailable, 403, "suspended", "installation 403"),
        (
            app().installation_of_org("unknown-app"),
            ErrorKind::AppUnauthenticated,
            404,
            "Integration not found",
            "organization unknown-app",
        ),
        (
            app().installation_of_org("not-installed"),
            ErrorKind::InstallationUnavailable,
            404,
            "Not Found",
            "organization not-installed",
        ),
    ] {
        let error = read(&server.builder().app(app).build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.status(), error.attempts()), (kind, Some(status), 0), "{error}");
        assert!(error.message().is_some_and(|text| text.contains(message)), "{error}");
        assert_eq!(error.request_id(), Some("C0DE:1"));
        assert!(error.to_string().contains(message) && error.to_string().contains("was not sent"), "{error}");
        assert!(!error.is_retryable() && !error.outcome_unknown());
        assert_eq!(error.target(), Some("acme/widgets, alert 42"));
        let source = token_request(&error);
        assert_eq!((source.status(), source.target()), (Some(status), Some(target)));
        assert_eq!((source.message(), source.request_id()), (error.message(), error.request_id()));
        assert_names_cause(&error);
    }
    assert_eq!(server.count(ALERT), 0);
}

#[tokio::test]
async fn a_failed_token_request_is_the_source_and_the_next_call_repeats_it() {
    let server = Server::start(0, |request, count| {
        (request.method == "POST" && count == 1).then(|| Reply::refusal(403, "ghs_fake0 is suspended"))
    });
    let client = server.client();
    for result in join_all((0..5).map(|_| read(&client))).await {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::InstallationUnavailable, Some(403)));
        assert_eq!(error.operation(), Some("secret-scanning/get-alert"));
        let source = token_request(&error);
        assert_eq!((source.kind(), source.operation()), (ErrorKind::Forbidden, Some(CREATE)));
        let printed = format!("{error} {error:?} {error:#?}");
        assert!(!printed.contains("ghs_") && !printed.contains("eyJ"), "{printed}");
    }
    assert_eq!((server.count(MINT), server.count(ALERT)), (1, 0));
    assert_eq!(read(&client).await.unwrap(), 42);
}

#[tokio::test]
async fn a_token_failure_that_may_pass_has_retry_after() {
    let server = Server::start(0, |request, _| {
        let busy = Reply::refusal(503, "busy").header("retry-after", 7);
        (request.method == "POST").then_some(busy)
    });
    let error = read(&server.client()).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::TokenUnavailable, Some(503)));
    assert!(error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_names_cause(&error);
}

/// Starts a call, and returns its error at its deadline, once the `requests`-th token request is in flight.
async fn at_deadline(server: &Server, client: Client, requests: usize) -> Error {
    let call = tokio::spawn(async move { read(&client).await });
    while server.count(MINT) < requests {
        // A retry waits by the clock of the test.
        server.clock.advance(Duration::from_secs(1));
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    server.clock.advance(Duration::from_secs(3600));
    call.await.unwrap().unwrap_err()
}

#[tokio::test]
async fn a_deadline_during_a_token_request_names_it_as_the_source() {
    let server = Server::start(0, |request, _| (request.method == "POST").then(Reply::silence));
    let error = at_deadline(&server, server.client(), 1).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    let reason = "deadline exceeded before the request was sent (waiting for an installation access token)";
    assert!(error.to_string().contains(reason), "{error}");
    assert!(error.is_retryable());
    let source = token_request(&error);
    assert_eq!((source.operation(), source.target()), (Some(CREATE), Some("installation 7")));
    assert_eq!((source.kind(), source.attempts()), (ErrorKind::Deadline, 1));
    assert!(source.to_string().contains("waiting for a response"), "{source}");
    assert!(source.source().is_none());
    assert_names_cause(&error);
}

#[tokio::test]
async fn a_deadline_after_a_failed_attempt_of_a_token_request_has_that_failure() {
    let server = Server::start(0, |request, count| {
        (request.method == "POST")
            .then(|| if count == 1 { Reply::refusal(503, "busy") } else { Reply::silence() })
    });
    let client = server.builder().retry(Retry::times(3)).app(app().installation(7)).build().unwrap();
    let error = at_deadline(&server, client, 2).await;
    let source = token_request(&error);
    assert_eq!((error.kind(), source.attempts()), (ErrorKind::Deadline, 2));
    let failed = token_request(source);
    assert_eq!((failed.kind(), failed.status()), (ErrorKind::Server, Some(503)));
    assert_eq!(failed.operation(), Some(CREATE));
    assert_names_cause(source);
}

#[tokio::test]
async fn a_rate_limit_of_the_app_beyond_the_deadline_is_a_deadline_with_its_wait() {
    let server = Server::start(0, |request, _| {
        let limited = Reply::refusal(429, "slow down").header("retry-after", 7_200);
        (request.method == "POST").then_some(limited)
    });
    let error = read(&server.client()).await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Deadline, Some(Duration::from_secs(7_200))));
    assert!(error.to_string().contains("waiting for an installation access token"), "{error}");
    let source = token_request(&error);
    assert_eq!((source.kind(), source.operation()), (ErrorKind::Deadline, Some(CREATE)));
    assert!(source.to_string().contains("a rate limit applies until"), "{source}");
    assert_names_cause(&error);
}
