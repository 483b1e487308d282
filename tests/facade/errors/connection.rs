//! Errors of requests without a response.

use std::error::Error as _;
use std::io::Read;

use github_secret_scanning::{Client, ErrorKind, Method};
use tokio::net::TcpListener;

use super::assert_one_line;
use crate::support::{Reply, Server, builder, client};

/// Creates a client for a closed port of loopback.
async fn client_of_closed_port() -> Client {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    builder().base_url(format!("http://{address}")).build().unwrap()
}

#[tokio::test]
async fn refused_connection_is_a_retryable_error_with_its_source() {
    let client = client_of_closed_port().await;
    let server = client.base_url().trim_start_matches("http://").to_owned();
    let alert = client.repo("acme", "widgets").unwrap().alert(42);
    for error in [alert.get().await.unwrap_err(), alert.reopen().await.unwrap_err()] {
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Connect, None, 1));
        assert!(!error.outcome_unknown() && error.is_retryable());
        assert!(error.source().is_some());
        assert!(
            error.to_string().contains(&format!("cannot connect to {server}: connection refused;")),
            "{error}"
        );
        assert_one_line(&error);
    }
}

#[tokio::test]
async fn message_does_not_repeat_the_source_and_no_source_contains_the_query() {
    let alerts =
        client_of_closed_port().await.repo("acme", "widgets").unwrap().alerts().assignee("s3cr3t-filter");
    let error = alerts.page().await.unwrap_err();
    let mut source = error.source();
    assert!(source.is_some());
    while let Some(cause) = source {
        let text = cause.to_string();
        assert!(!error.to_string().contains(&text), "{error} repeats {text}");
        assert!(!format!("{text} {cause:?}").contains("s3cr3t-filter"), "{cause:?}");
        source = cause.source();
    }
    assert!(!format!("{error:?}").contains("s3cr3t-filter"));
}

#[tokio::test]
async fn url_with_the_name_of_a_certificate_is_neither_shown_nor_taken_for_a_cause() {
    // Without an inspector: the custom request is no operation.
    let server = test_kit::Server::start(|_| Reply::hang_up());
    let client = builder().base_url(server.url()).build().unwrap();
    for name in ["certificate", "openSSL", "TLS-proxy"] {
        let custom = client.request(Method::GET, "/vault/{name}").path("name", name);
        let custom = custom.query(&[("q", "TLS certificate hunter2")]).await.unwrap_err();
        let alert = client.repo("acme", name).unwrap().alert(42).get().await.unwrap_err();
        assert!(!custom.to_string().contains(name), "{custom}");
        for error in [custom, alert] {
            assert_eq!(error.kind(), ErrorKind::Transport);
            let shown = format!("{error} {error:?}");
            for leaked in ["hunter2", "http://", "not accepted", "handshake"] {
                assert!(!shown.contains(leaked), "{shown}");
            }
        }
    }
}

#[tokio::test]
async fn malformed_gzip_is_no_fault_of_tls() {
    let server = Server::start(|_| Reply::status(200).header("content-encoding", "gzip").body("plain"));
    let error = client(&server).repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert!(error.to_string().contains("the response cannot be decompressed"), "{error}");
    assert!(!error.to_string().contains("TLS"), "{error}");
}

#[tokio::test]
async fn refusal_by_a_proxy_for_plain_http_names_its_credentials() {
    let server = Server::script([Reply::status(407)]);
    let error = client(&server).repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert!(error.to_string().contains("check the credentials of the proxy"), "{error}");
}

#[tokio::test]
async fn error_of_a_response_has_no_source() {
    let server = Server::script([Reply::status(404)]);
    let error = client(&server).repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert!(error.source().is_none());
}

#[tokio::test]
async fn connection_closed_by_the_server_leaves_the_outcome_of_a_write_unknown() {
    // Reads the first bytes of each request, and closes the connection.
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        for _ in 0..2 {
            let (mut stream, _) = listener.accept().unwrap();
            stream.read_exact(&mut [0; 16]).unwrap();
        }
    });
    let github = builder().base_url(url).build().unwrap();
    let alert = github.repo("acme", "widgets").unwrap().alert(42);
    let error = alert.reopen().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.source().is_some());
    let error = alert.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(!error.outcome_unknown() && error.is_retryable());
    server.join().unwrap();
}
