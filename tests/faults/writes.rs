//! Writes whose outcome is unknown: they are not retried.

use std::future::IntoFuture;
use std::time::Duration;

use github_secret_scanning::models::{CustomPatternSetting, Resolution};
use github_secret_scanning::requests::UpdateAlert;
use github_secret_scanning::{Error, ErrorKind, Repo, Retry};

use crate::support::{Context, Reply, cases, planted};

cases![
    write_is_not_retried_after_a_5xx,
    outcome_is_unknown_when_the_connection_is_lost_after_sending,
    write_is_not_retried_when_a_reused_connection_breaks,
    write_after_the_server_closed_an_idle_connection_is_sent_once,
    write_is_not_retried_after_an_incomplete_response,
    retry_policy_does_not_apply_to_writes_with_unknown_outcome,
    write_of_any_operation_is_not_retried_when_outcome_is_unknown,
];

fn write(repo: &Repo) -> UpdateAlert {
    repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK)
}

fn assert_outcome_unknown(error: &Error, kind: ErrorKind, status: Option<u16>) {
    assert_eq!((error.kind(), error.status(), error.attempts()), (kind, status, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
}

async fn write_is_not_retried_after_a_5xx(context: Context) {
    for status in [408, 500, 502, 503, 504] {
        let server = context.server(move |_| Reply::status(status).body(planted::html()));
        let error = context.error(write(&context.repo(&server)).await);
        assert_outcome_unknown(&error, ErrorKind::Server, Some(status));
        assert_eq!(server.count(), 1, "{status}");
    }
}

async fn outcome_is_unknown_when_the_connection_is_lost_after_sending(context: Context) {
    for lost in [Reply::reset(), Reply::hang_up()] {
        let server = context.server(move |_| lost.clone());
        let error = context.error(write(&context.repo(&server)).await);
        assert_outcome_unknown(&error, ErrorKind::Transport, None);
        assert_eq!((server.count(), server.connections()), (1, 1));
    }
}

async fn write_is_not_retried_when_a_reused_connection_breaks(context: Context) {
    for lost in [Reply::reset(), Reply::hang_up()] {
        let server = context.script([Reply::ok(&planted::alert(42)), lost]);
        let repo = context.repo(&server);
        context.value(repo.alert(42).get().await);
        let error = context.error(write(&repo).await);
        assert_outcome_unknown(&error, ErrorKind::Transport, None);
        // The connection was reused.
        assert_eq!((server.count(), server.connections()), (2, 1));
    }
}

async fn write_after_the_server_closed_an_idle_connection_is_sent_once(context: Context) {
    let fine = Reply::ok(&planted::alert(42));
    let server = context.script([fine.clone().and_hang_up(), fine]);
    let repo = context.repo(&server);
    context.value(repo.alert(42).get().await);
    tokio::time::sleep(Duration::from_millis(20)).await;
    context.value(write(&repo).await);
    assert_eq!((server.count(), server.connections()), (2, 2));
}

async fn write_is_not_retried_after_an_incomplete_response(context: Context) {
    let broken = Reply::ok(&planted::alert(42)).reset_before_the_last(9);
    let truncated = Reply::ok(&planted::alert(42)).gzip().without_its_last(9);
    for reply in [broken, truncated] {
        let server = context.server(move |_| reply.clone());
        let error = context.error(write(&context.repo(&server)).await);
        assert_outcome_unknown(&error, ErrorKind::Transport, Some(200));
        assert_eq!(server.count(), 1);
    }
}

async fn retry_policy_does_not_apply_to_writes_with_unknown_outcome(context: Context) {
    for failure in [Reply::status(500), Reply::reset(), Reply::silence()] {
        let server = context.server(move |_| failure.clone());
        let retrying =
            context.client(&server).retry(Retry::times(9)).attempt_timeout(Duration::from_millis(200));
        let error = context.error(write(&context.build(retrying)).await);
        assert!(error.outcome_unknown());
        assert_eq!((error.attempts(), server.count()), (1, 1));
    }
}

/// Returns the error of a call.
async fn error_of<T>(call: impl IntoFuture<Output = Result<T, Error>>) -> Option<Error> {
    call.into_future().await.err()
}

async fn write_of_any_operation_is_not_retried_when_outcome_is_unknown(context: Context) {
    for lost in [Reply::status(503), Reply::reset()] {
        let server = context.server(move |_| lost.clone());
        let repo = context.repo(&server);
        let org = context.value(repo.client().org("acme"));
        let enterprise = context.value(repo.client().enterprise("acme-inc"));
        let request = repo.secret_bypass_request(21);
        let setting = CustomPatternSetting::new("cp_2");
        let errors = [
            error_of(write(&repo)).await,
            error_of(request.approve(planted::REMARK)).await,
            error_of(repo.dismiss_secret_bypass_response(7)).await,
            error_of(org.pattern_configurations().update().custom_pattern_settings([setting.clone()])).await,
            error_of(enterprise.pattern_configurations().update().custom_pattern_settings([setting])).await,
        ];
        for error in errors.map(Option::unwrap) {
            context.record_error(&error);
            assert!(error.outcome_unknown() && error.attempts() == 1, "{error}");
        }
        let methods: Vec<_> = server.requests().into_iter().map(|request| request.method).collect();
        assert_eq!(methods, ["PATCH", "PATCH", "DELETE", "PATCH", "PATCH"]);
    }
}
