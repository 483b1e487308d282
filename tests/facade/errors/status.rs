//! Each status, and the kind of error that it is.

use github_secret_scanning::ErrorKind;
use serde_json::json;

use super::{Failing, assert_one_line, on_read};
use crate::support::calls::{call, operations};
use crate::support::{Answer, Server, client};

#[tokio::test]
async fn every_status_has_its_kind_whatever_the_body() {
    let failing = Failing::start().await;
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
            let error = failing.on_read(Answer::status(status).body(body.clone())).await;
            assert_eq!((error.kind(), error.status()), (kind, Some(status)), "{status} {body}");
            assert_eq!(error.operation(), Some("secret-scanning/get-alert"));
            assert_eq!(error.attempts(), 1);
            assert!(error.to_string().contains(&status.to_string()), "{error}");
            assert_one_line(&error);
        }
    }
}

#[tokio::test]
async fn a_status_that_only_a_generated_type_would_know_is_none_of_ours() {
    // What stands for «failed» between this crate and the generated one is 501.
    let error = on_read(Answer::json(501, &json!({ "message": "Not here" }))).await;
    assert_eq!((error.kind(), error.message()), (ErrorKind::Server, Some("Not here")));
}

#[tokio::test]
async fn an_empty_404_and_an_html_502_keep_their_status() {
    let missing = on_read(Answer::status(404)).await;
    assert_eq!((missing.status(), missing.message()), (Some(404), None));
    let html = Answer::status(502).header("content-type", "text/html").body("<html>Bad\ngateway</html>");
    let gateway = on_read(html).await;
    assert_eq!((gateway.status(), gateway.message()), (Some(502), None));
    assert!(!gateway.to_string().contains("html"), "{gateway}");
}

#[tokio::test]
async fn not_modified_is_an_unexpected_status_and_not_a_redirect() {
    let error = on_read(Answer::status(304).header("etag", "\"x\"")).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
    assert!(!error.to_string().contains("redirect"), "{error}");
}

#[tokio::test]
async fn a_redirect_to_another_host_is_not_followed() {
    let failing = Failing::start().await;
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::start(|_| Answer::ok(&json!({ "number": 42 }))).await;
        let location = format!("{}/repositories/1/secret-scanning/alerts/42", elsewhere.url());
        let error = failing.on_read(Answer::status(status).header("location", &location)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Redirect, Some(status)));
        let error = failing.on_write(Answer::status(status).header("location", &location)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::Redirect, Some(status)));
        assert!(elsewhere.received().is_empty());
    }
}

#[tokio::test]
async fn a_success_that_is_not_declared_is_no_success() {
    let failing = Failing::start().await;
    let error = failing.on_read(Answer::json(202, &json!({ "number": 42 }))).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(202)));
    let error = failing.on_write(Answer::status(202)).await;
    assert!(error.outcome_unknown());
}

#[tokio::test]
async fn a_write_outcome_unknown_only_where_nobody_knows() {
    let failing = Failing::start().await;
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
        let error = failing.on_write(Answer::status(status)).await;
        assert_eq!(error.outcome_unknown(), unknown, "{status}");
        assert_eq!(error.to_string().contains("outcome unknown"), unknown, "{error}");
        let error = failing.on_read(Answer::status(status)).await;
        assert!(!error.outcome_unknown(), "{status}");
    }
}

#[tokio::test]
async fn what_may_be_sent_again_are_reads_and_what_was_surely_not_applied() {
    let failing = Failing::start().await;
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
        assert_eq!(failing.on_read(Answer::status(status)).await.is_retryable(), read, "{status}");
        assert_eq!(failing.on_write(Answer::status(status)).await.is_retryable(), write, "{status}");
    }
}

#[tokio::test]
async fn every_operation_names_itself_in_its_errors_and_knows_if_it_writes() {
    let server = Server::start(|_| Answer::json(500, &json!({ "message": "Oops" }))).await;
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
