//! Writes whose fate is not known: never sent twice, and the error says so.

use std::future::IntoFuture;
use std::time::Duration;

use github_secret_scanning::models::{CustomPatternSetting, Resolution};
use github_secret_scanning::requests::UpdateAlert;
use github_secret_scanning::{Error, ErrorKind, Repo, Retry};

use crate::support::{Reply, World, cases, planted};

cases![
    a_500_on_a_write_is_not_tried_again,
    a_connection_lost_after_a_write_was_sent_may_have_applied_it,
    a_write_on_a_kept_connection_that_breaks_is_not_sent_again,
    a_write_after_the_server_closed_a_kept_connection_is_sent_once,
    a_write_whose_answer_breaks_off_is_not_sent_again,
    no_policy_can_make_a_write_go_twice,
    no_write_of_any_family_is_sent_twice,
];

fn write(repo: &Repo) -> UpdateAlert {
    repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK)
}

fn assert_in_doubt(error: &Error, kind: ErrorKind, status: Option<u16>) {
    assert_eq!((error.kind(), error.status(), error.attempts()), (kind, status, 1));
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert!(error.to_string().contains("outcome unknown"), "{error}");
}

async fn a_500_on_a_write_is_not_tried_again(world: World) {
    for status in [408, 500, 502, 503, 504] {
        let server = world.answering(move |_| Reply::status(status).body(planted::html()));
        let error = world.error(write(&world.repo(&server)).await);
        assert_in_doubt(&error, ErrorKind::Server, Some(status));
        assert_eq!(server.count(), 1, "{status}");
    }
}

async fn a_connection_lost_after_a_write_was_sent_may_have_applied_it(world: World) {
    for lost in [Reply::reset(), Reply::hang_up()] {
        let server = world.answering(move |_| lost.clone());
        let error = world.error(write(&world.repo(&server)).await);
        assert_in_doubt(&error, ErrorKind::Transport, None);
        assert_eq!((server.count(), server.connections()), (1, 1));
    }
}

async fn a_write_on_a_kept_connection_that_breaks_is_not_sent_again(world: World) {
    for lost in [Reply::reset(), Reply::hang_up()] {
        let server = world.server([Reply::ok(&planted::alert(42)), lost]);
        let repo = world.repo(&server);
        world.value(repo.alert(42).get().await);
        let error = world.error(write(&repo).await);
        assert_in_doubt(&error, ErrorKind::Transport, None);
        // The same connection: what is kept is used.
        assert_eq!((server.count(), server.connections()), (2, 1));
    }
}

async fn a_write_after_the_server_closed_a_kept_connection_is_sent_once(world: World) {
    let fine = Reply::ok(&planted::alert(42));
    let server = world.server([fine.clone().and_hang_up(), fine]);
    let repo = world.repo(&server);
    world.value(repo.alert(42).get().await);
    tokio::time::sleep(Duration::from_millis(20)).await;
    world.value(write(&repo).await);
    assert_eq!((server.count(), server.connections()), (2, 2));
}

async fn a_write_whose_answer_breaks_off_is_not_sent_again(world: World) {
    let broken = Reply::ok(&planted::alert(42)).reset_before_the_last(9);
    let truncated = Reply::ok(&planted::alert(42)).gzip().without_its_last(9);
    for reply in [broken, truncated] {
        let server = world.answering(move |_| reply.clone());
        let error = world.error(write(&world.repo(&server)).await);
        assert_in_doubt(&error, ErrorKind::Transport, Some(200));
        assert_eq!(server.count(), 1);
    }
}

async fn no_policy_can_make_a_write_go_twice(world: World) {
    for failure in [Reply::status(500), Reply::reset(), Reply::silence()] {
        let server = world.answering(move |_| failure.clone());
        let eager = world.client(&server).retry(Retry::times(9)).attempt_timeout(Duration::from_millis(200));
        let error = world.error(write(&world.build(eager)).await);
        assert!(error.outcome_unknown());
        assert_eq!((error.attempts(), server.count()), (1, 1));
    }
}

/// What is left of a call when only its failure counts.
async fn failure<T>(call: impl IntoFuture<Output = Result<T, Error>>) -> Option<Error> {
    call.into_future().await.err()
}

async fn no_write_of_any_family_is_sent_twice(world: World) {
    for lost in [Reply::status(503), Reply::reset()] {
        let server = world.answering(move |_| lost.clone());
        let repo = world.repo(&server);
        let org = world.value(repo.client().org("acme"));
        let enterprise = world.value(repo.client().enterprise("acme-inc"));
        let request = repo.secret_bypass_request(21);
        let setting = CustomPatternSetting::new("cp_2");
        let errors = [
            failure(write(&repo)).await,
            failure(request.approve(planted::REMARK)).await,
            failure(repo.dismiss_secret_bypass_response(7)).await,
            failure(org.pattern_configurations().update().custom_pattern_settings([setting.clone()])).await,
            failure(enterprise.pattern_configurations().update().custom_pattern_settings([setting])).await,
        ];
        for error in errors.map(Option::unwrap) {
            world.print_error(&error);
            assert!(error.outcome_unknown() && error.attempts() == 1, "{error}");
        }
        let methods: Vec<_> = server.requests().into_iter().map(|request| request.method).collect();
        assert_eq!(methods, ["PATCH", "PATCH", "DELETE", "PATCH", "PATCH"]);
    }
}
