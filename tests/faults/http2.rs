//! HTTP/2: shared connections, and errors of streams and connections.

use std::time::Duration;

use futures_util::future::join_all;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::requests::UpdateAlert;
use github_secret_scanning::{Error, ErrorKind, Repo, Retry};

use crate::support::{Behavior, Certificates, Context, Http2, cases, http2, planted};

cases![
    many_requests_share_one_connection,
    refused_stream_is_sent_again,
    write_whose_streams_are_all_refused_is_given_up_with_a_known_outcome,
    write_after_any_other_reset_is_not_retried,
    refusal_after_a_response_began_proves_nothing,
    stream_reset_within_the_body_of_a_read_is_retried,
    request_above_the_last_one_of_goaway_is_sent_again_once,
    read_is_retried_on_a_new_connection_after_goaway,
    write_up_to_the_last_one_of_goaway_is_not_retried,
    connection_without_responses_is_replaced_after_two_timeouts,
    connection_that_acknowledges_no_ping_is_replaced,
];

fn start(context: &Context, behaviors: &[Behavior]) -> (Http2, Repo) {
    let certificates = Certificates::new();
    let server = Http2::start(&certificates, behaviors);
    let repo = context.build(context.client_for_url(&server.url).root_certificate(certificates.authority()));
    (server, repo)
}

fn write(repo: &Repo) -> UpdateAlert {
    repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK)
}

/// Asserts that a write was sent once, and may have had an effect.
async fn assert_not_retried(context: &Context, server: &Http2, repo: &Repo, before: &[&str]) {
    let error = context.error(write(repo).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.outcome_unknown() && !error.is_retryable(), "{error}");
    assert!(!error.to_string().contains("decompressed"), "{error}");
    assert_no_debug_data(&error);
    assert_eq!(server.requests(), [before, &["write"]].concat());
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
    context.value(write(&repo).await);
    context.value(repo.alert(43).get().hide_secret(true).await);
    assert_eq!((server.requests().len(), server.connections()), (23, 1));
}

async fn refused_stream_is_sent_again(context: Context) {
    let refused = Behavior::Reset(http2::REFUSED_STREAM);
    let (server, repo) = start(&context, &[refused, refused, Behavior::Respond, refused]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(context.value(write(&repo).await).number, 42);
    assert_eq!(server.requests(), ["read", "read", "read", "write", "write"]);
    assert_eq!(server.connections(), 1);
}

async fn write_whose_streams_are_all_refused_is_given_up_with_a_known_outcome(context: Context) {
    for refusal in [Behavior::Reset(http2::REFUSED_STREAM), Behavior::GoAwayBelow(http2::INTERNAL_ERROR)] {
        let (server, repo) = start(&context, &[refusal; 9]);
        let error = context.error(write(&repo).await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Transport, None, 4));
        assert!(!error.outcome_unknown() && error.is_retryable(), "{error}");
        assert!(error.to_string().contains("did not process the request"), "{error}");
        assert_eq!(server.requests(), ["write"; 4]);
        assert_no_debug_data(&error);
    }
}

/// Asserts that a text of the server is in no form of `error`.
fn assert_no_debug_data(error: &Error) {
    let sources = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source());
    let shown: Vec<_> = sources.map(|error| format!("{error} {error:?}")).collect();
    assert!(!shown.concat().contains(http2::DEBUG_DATA), "{shown:?}");
}

async fn write_after_any_other_reset_is_not_retried(context: Context) {
    for code in [http2::NO_ERROR, http2::INTERNAL_ERROR] {
        let (server, repo) = start(&context, &[Behavior::Reset(code)]);
        assert_not_retried(&context, &server, &repo, &[]).await;
    }
}

async fn refusal_after_a_response_began_proves_nothing(context: Context) {
    for refusal in [Behavior::BreakBody(http2::REFUSED_STREAM), Behavior::GoAwayWithinBody] {
        let (server, repo) = start(&context, &[refusal]);
        assert_not_retried(&context, &server, &repo, &[]).await;
    }
}

async fn stream_reset_within_the_body_of_a_read_is_retried(context: Context) {
    let (server, repo) = start(&context, &[Behavior::BreakBody(http2::INTERNAL_ERROR)]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!((server.requests().len(), server.connections()), (2, 1));
}

async fn request_above_the_last_one_of_goaway_is_sent_again_once(context: Context) {
    for code in [http2::NO_ERROR, http2::INTERNAL_ERROR] {
        let (server, repo) = start(&context, &[Behavior::Respond, Behavior::GoAwayBelow(code)]);
        context.value(repo.alert(42).get().await);
        assert_eq!(context.value(write(&repo).await).number, 42);
        assert_eq!(server.requests(), ["read", "write", "write"]);
        assert_eq!(server.connections(), 2);
        // Also the first request of a connection.
        let (server, repo) = start(&context, &[Behavior::GoAwayBelow(code)]);
        assert_eq!(context.value(write(&repo).await).number, 42);
        assert_eq!((server.requests().len(), server.connections()), (2, 2));
    }
}

async fn read_is_retried_on_a_new_connection_after_goaway(context: Context) {
    let (server, repo) = start(&context, &[Behavior::Respond, Behavior::GoAway(http2::INTERNAL_ERROR)]);
    for _ in 0..2 {
        assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    }
    assert_eq!((server.requests().len(), server.connections()), (3, 2));
}

async fn write_up_to_the_last_one_of_goaway_is_not_retried(context: Context) {
    for code in [http2::NO_ERROR, http2::INTERNAL_ERROR] {
        let (server, repo) = start(&context, &[Behavior::Respond, Behavior::GoAway(code)]);
        context.value(repo.alert(42).get().await);
        assert_not_retried(&context, &server, &repo, &["read"]).await;
    }
}

async fn connection_without_responses_is_replaced_after_two_timeouts(context: Context) {
    for dead in [Behavior::Silence, Behavior::Ignore] {
        let certificates = Certificates::new();
        let server = Http2::start(&certificates, &[Behavior::Respond, dead]);
        let client = context.client_for_url(&server.url).attempt_timeout(Duration::from_millis(200));
        let repo = context.build(client.root_certificate(certificates.authority()));
        for _ in 0..10 {
            assert_eq!(context.value(repo.alert(42).get().await).number, 42);
        }
        assert_eq!(server.connections(), 2, "{dead:?}");
        let unanswered = if dead == Behavior::Ignore { 2 } else { 1 };
        assert_eq!(server.requests().len(), 10 + unanswered, "{dead:?}");
    }
}

async fn connection_that_acknowledges_no_ping_is_replaced(context: Context) {
    let certificates = Certificates::new();
    let server = Http2::start(&certificates, &[Behavior::Respond, Behavior::Silence]);
    // Nothing but a PING ends the first attempt.
    let long = Duration::from_secs(3_600);
    let client = context.client_for_url(&server.url).attempt_timeout(long).connect_timeout(long);
    let repo = context.build(client.root_certificate(certificates.authority()).retry(Retry::times(1)));
    context.value(repo.alert(42).get().await);
    // From here on, the timers of connections advance whenever nothing else is left to do.
    tokio::time::pause();
    let read = tokio::spawn(repo.alert(42).get().send());
    while server.connections() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::resume();
    assert_eq!(context.value(read.await.unwrap()).number, 42);
    assert_eq!((server.requests().len(), server.connections()), (3, 2));
}
