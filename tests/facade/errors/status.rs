//! The kind of error of each status.

use github_secret_scanning::ErrorKind;
use serde_json::json;

use super::{FailingServer, assert_one_line, on_read};
use crate::support::calls::{call, operations};
use crate::support::{Reply, Server, client};

/// Returns a response that does not block later requests of its client, not even as a rate limit.
fn without_wait(status: u16) -> Reply {
    let reply = Reply::status(status);
    if status == 429 { reply.header("retry-after", 0) } else { reply }
}

#[tokio::test]
async fn kind_of_a_status_does_not_depend_on_the_body() {
    let server = FailingServer::start();
    for (status, kind) in [
        (400, ErrorKind::BadRequest),
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (410, ErrorKind::UnexpectedStatus),
        (418, ErrorKind::UnexpectedStatus),
        (422, ErrorKind::Validation),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
        (501, ErrorKind::Server),
        (502, ErrorKind::Server),
        (503, ErrorKind::Server),
        (504, ErrorKind::Server),
    ] {
        let bodies = [
            String::new(),
            json!({ "message": "No" }).to_string(),
            "<html><h1>No</h1></html>".into(),
            "{\"message\": \"N".into(),
            "[]".into(),
        ];
        for body in bodies {
            let error = server.on_read(without_wait(status).body(body.clone())).await;
            assert_eq!((error.kind(), error.status()), (kind, Some(status)), "{status} {body}");
            assert_eq!(error.operation(), Some("secret-scanning/get-alert"));
            assert_eq!(error.attempts(), 1);
            assert!(error.to_string().contains(&status.to_string()), "{error}");
            assert_one_line(&error);
        }
    }
}

#[tokio::test]
async fn status_501_is_a_server_error_with_its_message() {
    let error = on_read(Reply::json(501, &json!({ "message": "Not here" }))).await;
    assert_eq!((error.kind(), error.message()), (ErrorKind::Server, Some("Not here")));
}

#[tokio::test]
async fn empty_404_and_html_502_have_no_message() {
    let missing = on_read(Reply::status(404)).await;
    assert_eq!((missing.status(), missing.message()), (Some(404), None));
    let html = Reply::status(502).header("content-type", "text/html").body("<html>Bad\ngateway</html>");
    let gateway = on_read(html).await;
    assert_eq!((gateway.status(), gateway.message()), (Some(502), None));
    assert!(!gateway.to_string().contains("html"), "{gateway}");
}

#[tokio::test]
async fn not_modified_is_an_unexpected_status_and_not_a_redirect() {
    let error = on_read(Reply::status(304).header("etag", "\"x\"")).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
    assert!(!error.to_string().contains("redirect"), "{error}");
}

#[tokio::test]
async fn redirect_to_another_host_is_not_followed() {
    let server = FailingServer::start();
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::start(|_| Reply::ok(&json!({ "number": 42 })));
        let location = format!("{}/repositories/1/secret-scanning/alerts/42", elsewhere.url());
        let error = server.on_read(Reply::status(status).header("location", &location)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Redirect, Some(status)));
        let error = server.on_write(Reply::status(status).header("location", &location)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Redirect, Some(status)));
        assert!(elsewhere.received().is_empty());
    }
}

#[tokio::test]
async fn undeclared_success_is_an_unexpected_status() {
    let server = FailingServer::start();
    let error = server.on_read(Reply::json(202, &json!({ "number": 42 }))).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(202)));
    let error = server.on_write(Reply::status(202)).await;
    assert!(error.outcome_unknown());
}

#[tokio::test]
async fn outcome_of_a_write_is_unknown_only_after_5xx() {
    let server = FailingServer::start();
    for (status, unknown) in [
        (500, true),
        (502, true),
        (503, true),
        (504, true),
        (400, false),
        (401, false),
        (403, false),
        (404, false),
        (409, false),
        (422, false),
        (429, false),
        (301, false),
    ] {
        let error = server.on_write(without_wait(status)).await;
        assert_eq!(error.outcome_unknown(), unknown, "{status}");
        assert_eq!(error.to_string().contains("outcome unknown"), unknown, "{error}");
        let error = server.on_read(without_wait(status)).await;
        assert!(!error.outcome_unknown(), "{status}");
    }
}

#[tokio::test]
async fn reads_and_writes_without_effect_are_retryable() {
    let server = FailingServer::start();
    for (status, read, write) in [
        (500, true, false),
        (502, true, false),
        (503, true, false),
        (429, true, true),
        (401, false, false),
        (404, false, false),
        (409, false, false),
        (422, false, false),
        (302, false, false),
    ] {
        assert_eq!(server.on_read(without_wait(status)).await.is_retryable(), read, "{status}");
        assert_eq!(server.on_write(without_wait(status)).await.is_retryable(), write, "{status}");
    }
}

#[tokio::test]
async fn errors_have_the_operation_and_whether_the_outcome_is_unknown() {
    let server = Server::start(|_| Reply::json(500, &json!({ "message": "Oops" })));
    let github = client(&server);
    for (before, operation) in operations().enumerate() {
        let error = call(operation.id, &github).unwrap().await.unwrap_err();
        assert_eq!((error.operation(), error.kind()), (Some(operation.id), ErrorKind::Server));
        assert_eq!(error.message(), Some("Oops"));
        assert!(error.to_string().starts_with(operation.id), "{error}");
        assert_eq!(error.outcome_unknown(), operation.method != "GET", "{}", operation.id);
        assert_eq!(server.received().len(), before + 1, "{}", operation.id);
    }
}
