//! Connections that cannot be established, or that break.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind};
use tokio::net::TcpSocket;

use crate::support::{Context, Reply, cases, planted};

cases![
    refused_connection_is_retried_three_times,
    write_is_retried_after_a_refused_connection_and_sent_once,
    reset_before_the_headers_of_a_read_is_retried,
    reset_within_the_body_of_a_read_is_retried,
    read_fails_after_three_retries_of_broken_connections,
    tls_to_a_plain_port_is_a_connect_error,
    certificate_of_an_unknown_authority_is_a_connect_error,
];

/// Binds a port without listening on it.
fn closed_port() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    (socket, url)
}

fn assert_connect_error(error: &Error) {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Connect, None));
    assert!(error.is_retryable() && !error.outcome_unknown(), "{error:?}");
    assert!(std::error::Error::source(error).is_some());
}

async fn refused_connection_is_retried_three_times(context: Context) {
    let (_port, url) = closed_port();
    let repo = context.build(context.client_for_url(&url));
    let error = context.error(repo.alerts().assignee(planted::QUERY).page().await);
    assert_connect_error(&error);
    assert_eq!(error.attempts(), 4);
    // Backoffs of at most 0.5, 1 and 2 seconds.
    assert!(context.clock.elapsed() <= Duration::from_millis(3_500), "{:?}", context.clock.elapsed());
    assert!(context.clock.elapsed() > Duration::ZERO);
}

async fn write_is_retried_after_a_refused_connection_and_sent_once(context: Context) {
    let (port, url) = closed_port();
    let repo = context.build(context.client_for_url(&url));
    context.clock.pause();
    let write = tokio::spawn(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).send());
    while context.clock.sleeping() == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    // The first attempt has failed, and the call waits for its backoff.
    let listener = port.listen(16).unwrap().into_std().unwrap();
    let server = context.server_on(listener, |_| Reply::ok(&planted::alert(42)));
    context.clock.resume();
    assert_eq!(context.value(write.await.unwrap()).number, 42);
    assert_eq!(server.count(), 1);
    assert!(server.requests()[0].text().contains(planted::REMARK));
}

async fn reset_before_the_headers_of_a_read_is_retried(context: Context) {
    let server = context.script([Reply::reset(), Reply::hang_up(), Reply::ok(&planted::alert(42))]);
    let alert = context.value(context.repo(&server).alert(42).get().await);
    assert_eq!(alert.secret.unwrap().expose(), Some(planted::SECRET));
    assert_eq!((server.count(), server.connections()), (3, 3));
}

async fn reset_within_the_body_of_a_read_is_retried(context: Context) {
    let whole = Reply::ok(&planted::alert(42));
    let server = context.script([whole.clone().reset_before_the_last(20), whole]);
    let alert = context.value(context.repo(&server).alert(42).get().await);
    assert_eq!(alert.number, 42);
    assert_eq!(server.count(), 2);
}

async fn read_fails_after_three_retries_of_broken_connections(context: Context) {
    for (reply, status) in
        [(Reply::reset(), None), (Reply::ok(&planted::alert(42)).reset_before_the_last(20), Some(200))]
    {
        let server = context.server(move |_| reply.clone());
        let error = context.error(context.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, status, 4));
        assert!(error.is_retryable() && !error.outcome_unknown());
        assert_eq!(server.count(), 4);
    }
}

async fn tls_to_a_plain_port_is_a_connect_error(context: Context) {
    let server = context.server(|_| Reply::ok(&planted::alert(42)));
    let repo = context.build(context.client_for_url(&server.url().replace("http:", "https:")));
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_connect_error(&error);
    assert_eq!(server.count(), 0);
    assert_eq!(u32::try_from(server.connections()).unwrap(), error.attempts());
    assert!((1..=4).contains(&error.attempts()));
}

async fn certificate_of_an_unknown_authority_is_a_connect_error(context: Context) {
    let certificates = crate::support::Certificates::new();
    let server = context.tls_server(&certificates, |_| Reply::ok(&planted::alert(42)));
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_connect_error(&error);
    assert_eq!(server.count(), 0);

    let with_authority = context.client(&server).root_certificate(certificates.authority());
    assert_eq!(context.value(context.build(with_authority).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}
