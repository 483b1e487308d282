//! What a call makes of answers that really came over a connection.

use std::time::Duration;

use serde_json::json;
use test_kit::{Reply, Server};

use crate::models::Resolution;
use crate::{Client, Error, ErrorKind, Repo, Retry};

/// A server that sends this response to the first request, and a repository of a client for it.
fn one(reply: Reply) -> (Repo, Server) {
    let server = Server::script([reply]);
    let client = Client::builder()
        .token("hunter2")
        .base_url(format!("{}/api/v3/", server.url()))
        .attempt_timeout(Duration::from_millis(500))
        .retry(Retry::never())
        .build()
        .unwrap();
    (client.repo("acme", "widgets").unwrap(), server)
}

fn alert() -> Reply {
    Reply::ok(&json!({ "number": 42 }))
}

#[tokio::test]
async fn a_request_carries_githubs_headers_and_not_progenitors() -> Result<(), Error> {
    let (repo, server) = one(alert());
    assert_eq!(repo.alert(42).get().await?.number, 42);
    let request = server.only();
    assert_eq!(request.method, "GET");
    assert_eq!(request.target, "/api/v3/repos/acme/widgets/secret-scanning/alerts/42");
    for (name, value) in [
        ("authorization", "Bearer hunter2"),
        ("accept", "application/vnd.github+json"),
        ("x-github-api-version", "2022-11-28"),
        ("user-agent", concat!("github-secret-scanning/", env!("CARGO_PKG_VERSION"))),
    ] {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
    assert_eq!(request.header("api-version"), None);
    Ok(())
}

#[tokio::test]
async fn a_page_keeps_its_good_items_and_its_headers() -> Result<(), Error> {
    let body = json!([{ "number": 1 }, { "number": "ghp_secret" }, { "number": 3 }]);
    let reply = Reply::ok(&body)
        .header("link", "<https://evil.example/?page=2>; rel=\"next\"")
        .header("x-github-request-id", "A:1")
        .header("x-ratelimit-remaining", 7);
    let (repo, _server) = one(reply);
    let page = repo.alerts().per_page(3).page().await?;
    assert_eq!(page.items.iter().map(|alert| alert.number).collect::<Vec<_>>(), [1, 3]);
    let rejected: Vec<_> = page.rejected.iter().map(|r| (r.index(), r.path())).collect();
    assert_eq!(rejected, [(1, "number")]);
    assert_eq!(page.request_id.as_deref(), Some("A:1"));
    assert_eq!(page.rate_limit.and_then(|limit| limit.remaining), Some(7));
    let next = page.next.map(|next| next.to_string());
    assert_eq!(next.as_deref(), Some("secret-scanning/list-alerts-for-repo?page=2&per_page=3"));
    Ok(())
}

#[tokio::test]
async fn errors_keep_status_and_request_id_whatever_the_body() {
    for (status, body, kind) in [
        (404, "", ErrorKind::NotFound),
        (502, "<html>hunter2</html>", ErrorKind::Server),
        (422, r#"{"message":"no hunter2"}"#, ErrorKind::Validation),
        (304, "", ErrorKind::UnexpectedStatus),
    ] {
        let (repo, _server) = one(Reply::status(status).header("x-github-request-id", "A:1").body(body));
        let error = repo.alert(42).get().await.unwrap_err();
        assert_eq!((error.kind(), error.request_id()), (kind, Some("A:1")), "{status}");
        assert_eq!(error.status(), Some(status));
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn an_answer_that_does_not_decode_shows_its_place_and_not_its_text() {
    let (repo, _server) = one(Reply::ok(&json!({ "number": "ghp_secret" })));
    let error = repo.alert(42).get().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
    assert_eq!(error.decode_path(), Some("number"));
    assert!(!format!("{error} {error:?}").contains("ghp_"), "{error:?}");
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_broken_connection_and_leaves_a_write_in_doubt() {
    for write in [false, true] {
        let (repo, _server) = one(alert().close_before_the_last(4));
        let alert = repo.alert(42);
        let result = if write { alert.resolve(Resolution::Revoked).await } else { alert.get().await };
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(200)));
        assert_eq!((error.may_have_been_applied(), error.is_retryable()), (write, !write));
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_or_says_nothing_leaves_a_write_in_doubt() {
    for (reply, kind) in [(Reply::hang_up(), ErrorKind::Transport), (Reply::silence(), ErrorKind::Timeout)] {
        let (repo, _server) = one(reply);
        let error = repo.alert(42).assign("octocat").await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (kind, None));
        assert!(error.may_have_been_applied() && !error.is_retryable());
        assert!(!format!("{error} {error:?}").contains("octocat"), "{error:?}");
    }
}

#[tokio::test]
async fn a_success_without_content_is_a_success_and_one_with_another_status_is_not() {
    let (repo, _server) = one(Reply::status(204));
    assert!(repo.dismiss_secret_bypass_response(1).await.is_ok());
    let (repo, _server) = one(Reply::status(202));
    let error = repo.dismiss_secret_bypass_response(1).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(202)));
    assert!(error.may_have_been_applied());
}

#[tokio::test]
async fn a_change_is_sent_with_null_for_what_is_cleared() -> Result<(), Error> {
    let (repo, server) = one(alert());
    repo.alert(42).unassign().await?;
    let request = server.only();
    assert_eq!((request.method.as_str(), request.text()), ("PATCH", r#"{"assignee":null}"#));
    Ok(())
}

#[tokio::test]
async fn a_failed_answer_that_breaks_off_still_counts_by_its_status() {
    let (repo, _server) = one(Reply::refusal(404, "Not Found").close_before_the_last(9));
    let error = repo.alert(42).resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::NotFound, Some(404)));
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn an_explanation_of_unreasonable_size_is_dropped_and_the_status_kept() {
    let body = format!("{{\"message\":\"{}\"}}", "x".repeat(1 << 20));
    let (repo, _server) = one(Reply::status(503).body(body));
    let error = repo.alert(42).get().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Server, None));
}
