//! Timeouts of attempts and connections, in real time.

use std::time::{Duration, Instant};

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ClientBuilder, ErrorKind, Retry};

use crate::support::{Context, Reply, Server, cases, planted};

cases![
    slow_headers_time_out_the_attempt_and_are_retried,
    slow_body_times_out_the_attempt_and_is_retried,
    slow_body_within_the_timeout_is_read,
    server_without_a_response_is_a_timeout_after_all_attempts,
    write_is_not_retried_after_a_timeout,
    connect_timeout_of_a_write_is_retried,
];

const SHORT: Duration = Duration::from_millis(200);

fn with_short_timeout(context: &Context, server: &Server) -> ClientBuilder {
    context.client(server).attempt_timeout(SHORT)
}

async fn slow_headers_time_out_the_attempt_and_are_retried(context: Context) {
    let whole = Reply::ok(&planted::alert(42));
    let slow = whole.clone().dripping_from_the_start(Duration::from_millis(10));
    let server = context.script([slow, whole]);
    let alert = context.value(context.build(with_short_timeout(&context, &server)).alert(42).get().await);
    assert_eq!(alert.number, 42);
    assert_eq!(server.count(), 2);
}

async fn slow_body_times_out_the_attempt_and_is_retried(context: Context) {
    let whole = Reply::ok(&planted::alert(42));
    let slow = whole.clone().dripping(Duration::from_millis(10));
    let server = context.script([slow.clone(), whole]);
    let repo = context.build(with_short_timeout(&context, &server));
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = context.script([slow.clone(), slow]);
    let repo = context.build(with_short_timeout(&context, &server).retry(Retry::times(1)));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Timeout, Some(200), 2));
    assert!(error.is_retryable());
    assert_eq!(server.count(), 2);
}

async fn slow_body_within_the_timeout_is_read(context: Context) {
    let slow = Reply::status(200).body(r#"{"number":42}"#).dripping(Duration::from_millis(2));
    let server = context.script([slow]);
    let repo = context.build(context.client(&server).attempt_timeout(Duration::from_secs(2)));
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn server_without_a_response_is_a_timeout_after_all_attempts(context: Context) {
    let server = context.server(|_| Reply::silence());
    let repo = context.build(with_short_timeout(&context, &server));
    let start = Instant::now();
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Timeout, None, 4));
    assert_eq!(server.count(), 4);
    assert!(start.elapsed() >= 4 * SHORT);
    assert!(context.clock.elapsed() <= Duration::from_millis(3_500), "{:?}", context.clock.elapsed());
}

async fn write_is_not_retried_after_a_timeout(context: Context) {
    let server = context.server(|_| Reply::silence());
    let repo = context.build(with_short_timeout(&context, &server));
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
    assert_eq!(server.count(), 1);
}

async fn connect_timeout_of_a_write_is_retried(context: Context) {
    // The system accepts the connection, but there is no TLS handshake.
    let listener = test_kit::listener();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let repo = context.build(context.client_for_url(&url).connect_timeout(Duration::from_millis(100)));
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 4));
    assert!(error.is_retryable() && !error.outcome_unknown());
    listener.set_nonblocking(true).unwrap();
    let connections = std::iter::from_fn(|| listener.accept().ok()).count();
    assert_eq!(connections, 4);
}
