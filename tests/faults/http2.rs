//! HTTP/2: shared connections, and errors of streams and connections.

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Error, ErrorKind, Repo};

use crate::support::{Behavior, Certificates, Context, Http2, cases, planted};

cases![
    many_requests_share_one_connection,
    refused_stream_of_a_read_is_retried,
    refused_stream_of_a_write_is_not_retried,
    stream_reset_within_the_body_of_a_read_is_retried,
    read_is_retried_on_a_new_connection_after_goaway,
    write_is_not_retried_after_goaway,
];

fn start(context: &Context, behaviors: &[Behavior]) -> (Http2, Repo) {
    let certificates = Certificates::new();
    let server = Http2::start(context, &certificates, behaviors);
    let repo = context.build(context.client_for_url(&server.url).root_certificate(certificates.authority()));
    (server, repo)
}

async fn write(context: &Context, repo: &Repo) -> Error {
    context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await)
}

async fn many_requests_share_one_connection(context: Context) {
    let (server, repo) = start(&context, &[]);
    // Some of them wait for a permit, and the clock does not see the traffic of the server's thread.
    context.clock.pause();
    context.value(repo.alert(42).get().await);
    let reads = (0..20).map(|_| repo.alert(42).get().send());
    for alert in join_all(reads).await {
        assert_eq!(context.value(alert).number, 42);
    }
    context.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    context.value(repo.alert(43).get().hide_secret(true).await);
    assert_eq!((server.methods().len(), server.connections()), (23, 1));
}

async fn refused_stream_of_a_read_is_retried(context: Context) {
    let (server, repo) = start(&context, &[Behavior::Refuse, Behavior::Refuse]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.methods(), ["GET", "GET", "GET"]);
}

async fn refused_stream_of_a_write_is_not_retried(context: Context) {
    let (server, repo) = start(&context, &[Behavior::Refuse]);
    let error = write(&context, &repo).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!(server.methods(), ["PATCH"]);
}

async fn stream_reset_within_the_body_of_a_read_is_retried(context: Context) {
    let (server, repo) = start(&context, &[Behavior::BreakBody]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!((server.methods().len(), server.connections()), (2, 1));
}

async fn read_is_retried_on_a_new_connection_after_goaway(context: Context) {
    let (server, repo) = start(&context, &[Behavior::Respond, Behavior::GoAway]);
    for _ in 0..2 {
        assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    }
    assert_eq!((server.methods().len(), server.connections()), (3, 2));
}

async fn write_is_not_retried_after_goaway(context: Context) {
    let (server, repo) = start(&context, &[Behavior::Respond, Behavior::GoAway]);
    context.value(repo.alert(42).get().await);
    let error = write(&context, &repo).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert_eq!(server.methods(), ["GET", "PATCH"]);
}
