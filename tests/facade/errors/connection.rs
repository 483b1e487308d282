//! No answer at all.

use std::error::Error as _;
use std::io::Read;

use github_secret_scanning::{Client, ErrorKind};
use tokio::net::TcpListener;

use super::assert_one_line;
use crate::support::{Answer, Server, builder, client};

/// A client for a port of this machine on which nobody listens.
async fn to_nobody() -> Client {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    builder().base_url(format!("http://{address}")).build().unwrap()
}

#[tokio::test]
async fn a_refused_connection_is_an_error_with_its_source_and_surely_nothing_was_applied() {
    let client = to_nobody().await;
    let server = client.base_url().trim_start_matches("http://").to_owned();
    let alert = client.repo("acme", "widgets").unwrap().alert(42);
    for error in [alert.get().await.unwrap_err(), alert.reopen().await.unwrap_err()] {
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Connect, None, 1));
        assert!(!error.outcome_unknown() && error.is_retryable());
        assert!(error.source().is_some());
        assert!(error.to_string().contains(&format!("cannot connect to {server};")), "{error}");
        assert_one_line(&error);
    }
}

#[tokio::test]
async fn the_line_of_an_error_does_not_repeat_its_source_and_no_source_shows_the_address() {
    let alerts = to_nobody().await.repo("acme", "widgets").unwrap().alerts().assignee("s3cr3t-filter");
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
async fn an_answer_has_no_source_because_the_line_says_it_all() {
    let server = Server::script([Answer::status(404)]).await;
    let error = client(&server).repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert!(error.source().is_none());
}

#[tokio::test]
async fn a_server_that_hangs_up_on_a_write_may_have_applied_it() {
    // Takes the connection, reads the beginning of the request, and hangs up.
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
