//! Servers that are slow. What is measured here is real time.

use std::time::{Duration, Instant};

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ClientBuilder, ErrorKind, Retry};

use crate::support::{Reply, Server, World, cases, planted};

cases![
    slow_headers_end_the_attempt_and_not_the_call,
    a_body_that_comes_a_byte_at_a_time_ends_the_attempt_and_not_the_call,
    a_body_that_comes_a_byte_at_a_time_and_in_time_is_read,
    a_server_that_never_answers_is_a_timeout_after_every_attempt,
    a_write_that_got_no_answer_in_time_is_not_sent_again,
    a_connection_that_is_not_made_in_time_was_never_made_even_for_a_write,
];

const SHORT: Duration = Duration::from_millis(200);

fn hasty(world: &World, server: &Server) -> ClientBuilder {
    world.client(server).attempt_timeout(SHORT)
}

async fn slow_headers_end_the_attempt_and_not_the_call(world: World) {
    let whole = Reply::ok(&planted::alert(42));
    let slow = whole.clone().dripping_from_the_start(Duration::from_millis(10));
    let server = world.server([slow, whole]);
    let alert = world.value(world.build(hasty(&world, &server)).alert(42).get().await);
    assert_eq!(alert.number, 42);
    assert_eq!(server.count(), 2);
}

async fn a_body_that_comes_a_byte_at_a_time_ends_the_attempt_and_not_the_call(world: World) {
    let whole = Reply::ok(&planted::alert(42));
    let slow = whole.clone().dripping(Duration::from_millis(10));
    let server = world.server([slow.clone(), whole]);
    let repo = world.build(hasty(&world, &server));
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = world.server([slow.clone(), slow]);
    let repo = world.build(hasty(&world, &server).retry(Retry::times(1)));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Timeout, Some(200), 2));
    assert!(error.is_retryable());
    assert_eq!(server.count(), 2);
}

async fn a_body_that_comes_a_byte_at_a_time_and_in_time_is_read(world: World) {
    let slow = Reply::status(200).body(r#"{"number":42}"#).dripping(Duration::from_millis(2));
    let server = world.server([slow]);
    let repo = world.build(world.client(&server).attempt_timeout(Duration::from_secs(2)));
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn a_server_that_never_answers_is_a_timeout_after_every_attempt(world: World) {
    let server = world.answering(|_| Reply::silence());
    let repo = world.build(hasty(&world, &server));
    let began = Instant::now();
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Timeout, None, 4));
    assert_eq!(server.count(), 4);
    assert!(began.elapsed() >= 4 * SHORT);
    assert!(world.clock.elapsed() <= Duration::from_millis(3_500), "{:?}", world.clock.elapsed());
}

async fn a_write_that_got_no_answer_in_time_is_not_sent_again(world: World) {
    let server = world.answering(|_| Reply::silence());
    let repo = world.build(hasty(&world, &server));
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
    assert_eq!(server.count(), 1);
}

async fn a_connection_that_is_not_made_in_time_was_never_made_even_for_a_write(world: World) {
    // The system takes the connection, and nobody ever answers the TLS handshake.
    let listener = test_kit::listener();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let repo = world.build(world.client_of(&url).connect_timeout(Duration::from_millis(100)));
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 4));
    assert!(error.is_retryable() && !error.outcome_unknown());
    listener.set_nonblocking(true).unwrap();
    let connections = std::iter::from_fn(|| listener.accept().ok()).count();
    assert_eq!(connections, 4);
}
