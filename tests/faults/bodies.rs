//! Bodies that are too long, too short, or not what their headers say.

use std::sync::OnceLock;
use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind, Repo, Retry};

use crate::support::{Reply, Server, World, cases, planted};

cases![
    an_endless_body_is_cut_off_at_the_limit,
    a_body_beyond_the_limit_is_an_error_and_one_of_just_the_limit_is_not,
    a_small_body_that_inflates_beyond_the_limit_is_cut_off,
    a_write_whose_answer_is_too_large_is_not_sent_again,
    a_compressed_body_is_read,
    a_body_shorter_than_its_content_length_is_asked_for_again,
    a_body_longer_than_its_content_length_does_not_spill_into_the_next_answer,
    two_content_lengths_that_differ_are_never_believed,
    a_truncated_gzip_body_is_asked_for_again,
    an_endless_explanation_of_a_failure_still_leaves_its_status,
    a_slow_explanation_of_a_failure_still_leaves_its_status,
    endless_headers_are_a_broken_connection,
];

const LIMIT: usize = 64 * 1024;

/// More than this does not fit between a server and a client that reads no more.
const IN_SOCKETS: usize = 32 * 1024 * 1024;

fn bounded(world: &World, server: &Server) -> Repo {
    world.build(world.client(server).max_body_bytes(LIMIT))
}

/// An answer of a few kilobytes that inflates to more than 32 MiB; made once in a run.
fn bomb(status: u16) -> Reply {
    static BOMB: OnceLock<Reply> = OnceLock::new();
    let bomb = BOMB.get_or_init(|| Reply::status(200).body(padded(33 * 1024 * 1024)).gzip());
    bomb.clone().with_status(status)
}

/// An alert as JSON of exactly so many bytes.
fn padded(bytes: usize) -> Vec<u8> {
    let mut body = planted::alert(42).to_string().into_bytes();
    body.resize(bytes, b' ');
    body
}

async fn an_endless_body_is_cut_off_at_the_limit(world: World) {
    let server = world.answering(|_| Reply::status(200).body(planted::BODY.repeat(100)).endless());
    let error = world.error(bounded(&world, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::TooLarge, Some(200), 1));
    assert!(!error.is_retryable() && !error.outcome_unknown());
    assert_eq!(server.count(), 1);
    assert!(server.endless_bytes() < IN_SOCKETS, "{}", server.endless_bytes());
}

async fn a_body_beyond_the_limit_is_an_error_and_one_of_just_the_limit_is_not(world: World) {
    let server =
        world.server([Reply::status(200).body(padded(LIMIT + 1)), Reply::status(200).body(padded(LIMIT))]);
    let repo = bounded(&world, &server);
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert!(error.to_string().contains("65536"), "{error}");
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);
}

async fn a_small_body_that_inflates_beyond_the_limit_is_cut_off(world: World) {
    let server = world.answering(|_| bomb(200));
    let error = world.error(bounded(&world, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert_eq!(server.count(), 1);

    // By default the limit is 32 MiB, and holds as well.
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert_eq!(server.count(), 2);
}

async fn a_write_whose_answer_is_too_large_is_not_sent_again(world: World) {
    let server = world.server([Reply::status(200).body(padded(LIMIT + 1))]);
    let write = bounded(&world, &server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = world.error(write.await);
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert_eq!(server.count(), 1);
}

async fn a_compressed_body_is_read(world: World) {
    let server = world.server([Reply::ok(&planted::alert(42)).gzip()]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert!(server.requests()[0].header("accept-encoding").unwrap().contains("gzip"));
    assert_eq!(server.count(), 1);
}

async fn a_body_shorter_than_its_content_length_is_asked_for_again(world: World) {
    let whole = Reply::ok(&planted::alert(42));
    let short = whole.clone().header("content-length", 9_999).and_hang_up();
    let server = world.server([short.clone(), whole]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = world.answering(move |_| short.clone());
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, Some(200), 4));
    assert_eq!(server.count(), 4);
}

async fn a_body_longer_than_its_content_length_does_not_spill_into_the_next_answer(world: World) {
    // The rest of the body is an answer by itself, which nobody asked for.
    let smuggled = format!("HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{{\"number\":66}}{}", planted::BODY);
    let body = format!("{{\"number\":42}}{smuggled}");
    let long = Reply::status(200).header("content-length", 13).body(body);
    let server = world.server([long, Reply::ok(&planted::alert(43))]);
    let repo = world.repo(&server);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    // Time for the rest to arrive.
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(world.value(repo.alert(43).get().await).number, 43);
    assert_eq!(server.count(), 2);
}

async fn two_content_lengths_that_differ_are_never_believed(world: World) {
    let torn = Reply::ok(&planted::alert(42)).header("content-length", 2).header("content-length", 13);
    let server = world.answering(move |_| torn.clone().header("x-planted", planted::HEADER));
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(u32::try_from(server.count()).unwrap(), error.attempts());
}

async fn a_truncated_gzip_body_is_asked_for_again(world: World) {
    let whole = Reply::ok(&planted::alert(42)).gzip();
    let truncated = whole.clone().without_its_last(20);
    let server = world.server([truncated.clone(), whole]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = world.answering(move |_| truncated.clone());
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, Some(200), 4));
    assert_eq!(server.count(), 4);
}

fn assert_not_found(error: &Error) {
    assert_eq!((error.kind(), error.status(), error.message()), (ErrorKind::NotFound, Some(404), None));
    assert_eq!(error.attempts(), 1);
}

async fn an_endless_explanation_of_a_failure_still_leaves_its_status(world: World) {
    let endless = Reply::status(404).body(planted::BODY.repeat(100)).endless();
    for reply in [endless, bomb(404)] {
        let server = world.answering(move |_| reply.clone());
        assert_not_found(&world.error(bounded(&world, &server).alert(42).get().await));
        assert_eq!(server.count(), 1);
        assert!(server.endless_bytes() < IN_SOCKETS, "{}", server.endless_bytes());
    }
}

async fn a_slow_explanation_of_a_failure_still_leaves_its_status(world: World) {
    let slow = Reply::refusal(404, planted::BODY).dripping(Duration::from_millis(10));
    let server = world.answering(move |_| slow.clone());
    let hasty = world.client(&server).attempt_timeout(Duration::from_millis(200));
    assert_not_found(&world.error(world.build(hasty).alert(42).get().await));
    assert_eq!(server.count(), 1);
}

async fn endless_headers_are_a_broken_connection(world: World) {
    let many = (0..5_000).fold(Reply::status(200), |reply, n| {
        reply.header(&format!("x-planted-{n}"), planted::HEADER.repeat(10))
    });
    let server = world.answering(move |_| many.clone());
    let repo = world.build(world.client(&server).retry(Retry::times(1)));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, None, 2));
    assert_eq!(server.count(), 2);
}
