//! HTTP/2, which GitHub speaks: one connection for many requests, and new ways to break it.

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind, Repo};

use crate::support::{Certificates, Http2, Turn, World, cases, planted};

cases![
    many_requests_share_one_connection,
    a_refused_stream_is_tried_again_on_a_read,
    a_refused_stream_is_not_repeated_on_a_write_by_anybody,
    a_stream_that_breaks_in_the_middle_of_a_body_is_tried_again_on_a_read,
    a_connection_that_is_given_up_is_made_anew_for_a_read,
    a_write_on_a_connection_that_is_given_up_is_not_sent_again,
];

fn start(world: &World, turns: &[Turn]) -> (Http2, Repo) {
    let certificates = Certificates::new();
    let server = Http2::start(world, &certificates, turns);
    let repo = world.build(world.client_of(&server.url).root_certificate(certificates.authority()));
    (server, repo)
}

async fn write(world: &World, repo: &Repo) -> Error {
    world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await)
}

async fn many_requests_share_one_connection(world: World) {
    let (server, repo) = start(&world, &[]);
    // Some of them queue, and the clock cannot see what goes on in the server's thread.
    world.clock.stop();
    world.value(repo.alert(42).get().await);
    let reads = (0..20).map(|_| repo.alert(42).get().send());
    for alert in join_all(reads).await {
        assert_eq!(world.value(alert).number, 42);
    }
    world.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    world.value(repo.alert(43).get().hide_secret(true).await);
    assert_eq!((server.methods().len(), server.connections()), (23, 1));
}

async fn a_refused_stream_is_tried_again_on_a_read(world: World) {
    let (server, repo) = start(&world, &[Turn::Refuse, Turn::Refuse]);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.methods(), ["GET", "GET", "GET"]);
}

async fn a_refused_stream_is_not_repeated_on_a_write_by_anybody(world: World) {
    let (server, repo) = start(&world, &[Turn::Refuse]);
    let error = write(&world, &repo).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!(server.methods(), ["PATCH"]);
}

async fn a_stream_that_breaks_in_the_middle_of_a_body_is_tried_again_on_a_read(world: World) {
    let (server, repo) = start(&world, &[Turn::BreakBody]);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!((server.methods().len(), server.connections()), (2, 1));
}

async fn a_connection_that_is_given_up_is_made_anew_for_a_read(world: World) {
    let (server, repo) = start(&world, &[Turn::Answer, Turn::GoAway]);
    for _ in 0..2 {
        assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    }
    assert_eq!((server.methods().len(), server.connections()), (3, 2));
}

async fn a_write_on_a_connection_that_is_given_up_is_not_sent_again(world: World) {
    let (server, repo) = start(&world, &[Turn::Answer, Turn::GoAway]);
    world.value(repo.alert(42).get().await);
    let error = write(&world, &repo).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert_eq!(server.methods(), ["GET", "PATCH"]);
}
