//! Bodies that are too long, too short, or do not match their headers.

use std::sync::OnceLock;
use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind, Repo, Retry};

use crate::support::{Context, Reply, Server, cases, planted};

cases![
    endless_body_is_read_up_to_the_limit,
    body_over_the_limit_is_an_error_and_one_of_the_limit_is_not,
    limit_applies_to_the_decompressed_body,
    write_with_a_too_large_response_is_not_retried,
    gzip_body_is_decompressed,
    incomplete_body_of_a_read_is_retried,
    bytes_after_the_content_length_are_not_the_next_response,
    contradicting_content_lengths_are_an_error,
    truncated_gzip_body_of_a_read_is_retried,
    error_with_an_endless_body_has_its_status,
    error_with_a_slow_body_has_its_status,
    error_with_a_stalled_body_releases_its_permit_before_the_timeout_of_the_attempt,
    too_many_headers_are_a_transport_error,
];

const LIMIT: usize = 64 * 1024;

/// The most bytes that fit into the socket buffers after the client stopped reading.
const SOCKET_BUFFERS: usize = 32 * 1024 * 1024;

fn bounded(context: &Context, server: &Server) -> Repo {
    context.build(context.client(server).max_body_bytes(LIMIT))
}

/// Returns a response of a few kilobytes that decompresses to more than the default limit; created once per process.
fn bomb(status: u16) -> Reply {
    static BOMB: OnceLock<Reply> = OnceLock::new();
    let bomb = BOMB.get_or_init(|| Reply::status(200).body(padded(33 * 1024 * 1024)).gzip());
    bomb.clone().with_status(status)
}

/// Returns an alert as JSON of exactly this size.
fn padded(bytes: usize) -> Vec<u8> {
    let mut body = planted::alert(42).to_string().into_bytes();
    body.resize(bytes, b' ');
    body
}

async fn endless_body_is_read_up_to_the_limit(context: Context) {
    let server = context.server(|_| Reply::status(200).body(planted::BODY.repeat(100)).endless());
    let error = context.error(bounded(&context, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::TooLarge, Some(200), 1));
    assert!(!error.is_retryable() && !error.outcome_unknown());
    assert_eq!(server.count(), 1);
    assert!(server.endless_bytes() < SOCKET_BUFFERS, "{}", server.endless_bytes());
}

async fn body_over_the_limit_is_an_error_and_one_of_the_limit_is_not(context: Context) {
    let server =
        context.script([Reply::status(200).body(padded(LIMIT + 1)), Reply::status(200).body(padded(LIMIT))]);
    let repo = bounded(&context, &server);
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert!(error.to_string().contains("65536"), "{error}");
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);
}

async fn limit_applies_to_the_decompressed_body(context: Context) {
    let server = context.server(|_| bomb(200));
    let error = context.error(bounded(&context, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert_eq!(server.count(), 1);

    // With the default limit.
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert_eq!(server.count(), 2);
}

async fn write_with_a_too_large_response_is_not_retried(context: Context) {
    let of_many_values = format!("{{\"number\":42,\"x\":[0{}]}}", ",0".repeat(131_072));
    for (body, limit) in [(padded(LIMIT + 1), LIMIT), (of_many_values.into_bytes(), 10 * LIMIT)] {
        let server = context.script([Reply::status(200).body(body)]);
        let repo = context.build(context.client(&server).max_body_bytes(limit));
        let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(error.outcome_unknown() && !error.is_retryable());
        assert_eq!(server.count(), 1);
    }
}

async fn gzip_body_is_decompressed(context: Context) {
    let server = context.script([Reply::ok(&planted::alert(42)).gzip()]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert!(server.requests()[0].header("accept-encoding").unwrap().contains("gzip"));
    assert_eq!(server.count(), 1);
}

async fn incomplete_body_of_a_read_is_retried(context: Context) {
    let whole = Reply::ok(&planted::alert(42));
    let short = whole.clone().header("content-length", 9_999).and_hang_up();
    let server = context.script([short.clone(), whole]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = context.server(move |_| short.clone());
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, Some(200), 4));
    assert_eq!(server.count(), 4);
}

async fn bytes_after_the_content_length_are_not_the_next_response(context: Context) {
    // The rest of the body is a complete response to no request.
    let smuggled = format!("HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{{\"number\":66}}{}", planted::BODY);
    let body = format!("{{\"number\":42}}{smuggled}");
    let long = Reply::status(200).header("content-length", 13).body(body);
    let server = context.script([long, Reply::ok(&planted::alert(43))]);
    let repo = context.repo(&server);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    // The rest must arrive before the next request.
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(context.value(repo.alert(43).get().await).number, 43);
    assert_eq!(server.count(), 2);
}

async fn contradicting_content_lengths_are_an_error(context: Context) {
    let contradicting =
        Reply::ok(&planted::alert(42)).header("content-length", 2).header("content-length", 13);
    let server = context.server(move |_| contradicting.clone().header("x-planted", planted::HEADER));
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(u32::try_from(server.count()).unwrap(), error.attempts());
}

async fn truncated_gzip_body_of_a_read_is_retried(context: Context) {
    let whole = Reply::ok(&planted::alert(42)).gzip();
    let truncated = whole.clone().without_its_last(20);
    let server = context.script([truncated.clone(), whole]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = context.server(move |_| truncated.clone());
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, Some(200), 4));
    assert!(error.to_string().contains("cannot be decompressed"), "{error}");
    assert_eq!(server.count(), 4);
}

fn assert_not_found(error: &Error) {
    assert_eq!((error.kind(), error.status(), error.message()), (ErrorKind::NotFound, Some(404), None));
    assert_eq!(error.attempts(), 1);
}

async fn error_with_an_endless_body_has_its_status(context: Context) {
    let endless = Reply::status(404).body(planted::BODY.repeat(100)).endless();
    for reply in [endless, bomb(404)] {
        let server = context.server(move |_| reply.clone());
        assert_not_found(&context.error(bounded(&context, &server).alert(42).get().await));
        assert_eq!(server.count(), 1);
        assert!(server.endless_bytes() < SOCKET_BUFFERS, "{}", server.endless_bytes());
    }
}

async fn error_with_a_slow_body_has_its_status(context: Context) {
    let slow = Reply::refusal(404, planted::BODY).dripping(Duration::from_millis(10));
    let server = context.server(move |_| slow.clone());
    let short_timeout = context.client(&server).attempt_timeout(Duration::from_millis(200));
    assert_not_found(&context.error(context.build(short_timeout).alert(42).get().await));
    assert_eq!(server.count(), 1);
}

async fn error_with_a_stalled_body_releases_its_permit_before_the_timeout_of_the_attempt(context: Context) {
    // The case has less time than the attempt.
    let hour = Duration::from_secs(3_600);
    let stalled = Reply::refusal(404, planted::BODY).dripping(hour);
    let server = context.script([stalled, Reply::ok(&planted::alert(42))]);
    let repo = context.build(context.client(&server).max_in_flight(Some(1)).attempt_timeout(hour));
    // From here on, the timers of connections advance whenever nothing else is left to do.
    tokio::time::pause();
    let (first, second) = tokio::join!(repo.alert(42).get().send(), repo.alert(42).get().send());
    assert_not_found(&context.error(first));
    assert_eq!(context.value(second).number, 42);
    assert_eq!(server.count(), 2);
}

async fn too_many_headers_are_a_transport_error(context: Context) {
    let many = (0..5_000).fold(Reply::status(200), |reply, n| {
        reply.header(&format!("x-planted-{n}"), planted::HEADER.repeat(10))
    });
    let server = context.server(move |_| many.clone());
    let repo = context.build(context.client(&server).retry(Retry::times(1)));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, None, 2));
    assert_eq!(server.count(), 2);
}
