//! What a call makes of answers that really came over a connection.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::models::Resolution;
use crate::{Client, Error, ErrorKind, Repo, Retry};

/// Serves `answers` one after the other, each on its own connection; what was asked can be read.
fn serve(answers: Vec<String>) -> (Repo, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, asked) = channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut connection, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            // A request ends with its headers, or with its body, which is an object here.
            while !(request.ends_with(b"\r\n\r\n") || request.ends_with(b"}")) {
                let read = connection.read(&mut buffer).unwrap();
                request.extend_from_slice(&buffer[..read]);
            }
            let _ = sender.send(String::from_utf8_lossy(&request).into_owned());
            if answer == "silence" {
                std::thread::sleep(Duration::from_secs(2));
            }
            let _ = connection.write_all(answer.as_bytes());
        }
    });
    let client = Client::builder()
        .token("hunter2")
        .base_url(format!("http://{address}/api/v3/"))
        .attempt_timeout(Duration::from_millis(500))
        .retry(Retry::never())
        .build()
        .unwrap();
    (client.repo("acme", "widgets").unwrap(), asked)
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}")
}

fn one(status: &str, headers: &str, body: &str) -> (Repo, Receiver<String>) {
    serve(vec![answer(status, headers, body)])
}

#[tokio::test]
async fn a_request_carries_githubs_headers_and_not_progenitors() -> Result<(), Error> {
    let (repo, asked) = one("200 OK", "", r#"{"number":42}"#);
    assert_eq!(repo.alert(42).get().await?.number, 42);
    let request = asked.recv().unwrap().to_ascii_lowercase();
    assert!(request.starts_with("get /api/v3/repos/acme/widgets/secret-scanning/alerts/42 "), "{request}");
    for line in [
        "authorization: bearer hunter2",
        "accept: application/vnd.github+json",
        "x-github-api-version: 2022-11-28",
        concat!("user-agent: github-secret-scanning/", env!("CARGO_PKG_VERSION")),
    ] {
        assert_eq!(request.matches(&format!("\r\n{line}\r\n")).count(), 1, "{line} in {request}");
    }
    assert!(!request.contains("\r\napi-version:"), "{request}");
    Ok(())
}

#[tokio::test]
async fn a_page_keeps_its_good_items_and_its_headers() -> Result<(), Error> {
    let headers = "link: <https://evil.example/?page=2>; rel=\"next\"\r\nx-github-request-id: A:1\r\n\
                   x-ratelimit-remaining: 7\r\n";
    let body = r#"[{"number":1},{"number":"ghp_secret"},{"number":3}]"#;
    let (repo, _) = one("200 OK", headers, body);
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
        ("404 Not Found", "", ErrorKind::NotFound),
        ("502 Bad Gateway", "<html>hunter2</html>", ErrorKind::Server),
        ("422 Unprocessable Entity", r#"{"message":"no hunter2"}"#, ErrorKind::Validation),
        ("304 Not Modified", "", ErrorKind::UnexpectedStatus),
    ] {
        let (repo, _) = one(status, "x-github-request-id: A:1\r\n", body);
        let error = repo.alert(42).get().await.unwrap_err();
        assert_eq!((error.kind(), error.request_id()), (kind, Some("A:1")), "{status}");
        assert_eq!(error.status().map(|s| s.to_string()).as_deref(), status.get(..3));
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn an_answer_that_does_not_decode_shows_its_place_and_not_its_text() {
    let (repo, _) = one("200 OK", "", r#"{"number":"ghp_secret"}"#);
    let error = repo.alert(42).get().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
    assert_eq!(error.decode_path(), Some("number"));
    assert!(!format!("{error} {error:?}").contains("ghp_"), "{error:?}");
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_broken_connection_and_leaves_a_write_in_doubt() {
    let broken = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99\r\n\r\n{\"number\":";
    for write in [false, true] {
        let (repo, _) = serve(vec![broken.to_owned()]);
        let alert = repo.alert(42);
        let result = if write { alert.resolve(Resolution::Revoked).await } else { alert.get().await };
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(200)));
        assert_eq!((error.may_have_been_applied(), error.is_retryable()), (write, !write));
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_or_says_nothing_leaves_a_write_in_doubt() {
    for (answer, kind) in [("", ErrorKind::Transport), ("silence", ErrorKind::Timeout)] {
        let (repo, _) = serve(vec![answer.to_owned()]);
        let error = repo.alert(42).assign("octocat").await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (kind, None));
        assert!(error.may_have_been_applied() && !error.is_retryable());
        assert!(!format!("{error} {error:?}").contains("octocat"), "{error:?}");
    }
}

#[tokio::test]
async fn a_success_without_content_is_a_success_and_one_with_another_status_is_not() {
    let (repo, _) = one("204 No Content", "", "");
    assert!(repo.dismiss_secret_bypass_response(1).await.is_ok());
    let (repo, _) = one("202 Accepted", "", "");
    let error = repo.dismiss_secret_bypass_response(1).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(202)));
    assert!(error.may_have_been_applied());
}

#[tokio::test]
async fn a_change_is_sent_with_null_for_what_is_cleared() -> Result<(), Error> {
    let (repo, asked) = one("200 OK", "", r#"{"number":42}"#);
    repo.alert(42).unassign().await?;
    let request = asked.recv().unwrap();
    assert!(request.starts_with("PATCH ") && request.ends_with(r#"{"assignee":null}"#), "{request}");
    Ok(())
}

#[tokio::test]
async fn a_failed_answer_that_breaks_off_still_counts_by_its_status() {
    let broken = "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 99\r\n\r\n{\"mess";
    let (repo, _) = serve(vec![broken.to_owned()]);
    let error = repo.alert(42).resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::NotFound, Some(404)));
    assert!(!error.may_have_been_applied());
}

#[tokio::test]
async fn an_explanation_of_unreasonable_size_is_dropped_and_the_status_kept() {
    let body = format!("{{\"message\":\"{}\"}}", "x".repeat(1 << 20));
    let (repo, _) = one("503 Service Unavailable", "", &body);
    let error = repo.alert(42).get().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Server, None));
}
