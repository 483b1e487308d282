//! Answers that a read is sent again for, and those that it is not.

use std::time::Duration;

use github_secret_scanning::{ErrorKind, Retry};

use crate::support::{Reply, World, cases, planted};

cases![
    a_500_on_a_read_is_tried_again_and_then_fine,
    every_failure_that_may_pass_is_tried_again_on_a_read,
    a_failure_that_will_not_pass_is_not_tried_again,
    a_read_that_always_fails_gives_up_after_three_retries,
    without_retries_one_request_is_sent,
    pauses_grow_and_never_exceed_their_bound,
];

async fn a_500_on_a_read_is_tried_again_and_then_fine(world: World) {
    let failure = Reply::refusal(500, "Server Error").header("x-planted", planted::HEADER);
    let server = world.server([failure, Reply::ok(&planted::alert(42))]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);
    assert!(world.clock.elapsed() <= Duration::from_millis(500));
}

async fn every_failure_that_may_pass_is_tried_again_on_a_read(world: World) {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = world.server([Reply::status(status), Reply::ok(&planted::alert(42))]);
        assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42, "{status}");
        assert_eq!(server.count(), 2, "{status}");
    }
}

async fn a_failure_that_will_not_pass_is_not_tried_again(world: World) {
    for status in [400, 402, 404, 405, 409, 410, 418, 422, 451, 501, 505, 511] {
        let server = world.answering(move |_| Reply::status(status));
        let error = world.error(world.repo(&server).alert(42).get().await);
        assert_eq!((error.status(), error.attempts(), server.count()), (Some(status), 1, 1));
    }
    for success in [202, 204, 206] {
        let server = world.answering(move |_| Reply::status(success));
        let error = world.error(world.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), server.count()), (ErrorKind::UnexpectedStatus, 1));
    }
}

async fn a_read_that_always_fails_gives_up_after_three_retries(world: World) {
    let server = world.answering(|_| Reply::refusal(503, "Unavailable"));
    let error = world.error(world.repo(&server).alerts().assignee(planted::QUERY).page().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Server, Some(503), 4));
    assert!(error.is_retryable() && !error.outcome_unknown());
    assert_eq!(server.count(), 4);
}

async fn without_retries_one_request_is_sent(world: World) {
    let server = world.answering(|_| Reply::status(503));
    let repo = world.build(world.client(&server).retry(Retry::never()));
    assert_eq!(world.error(repo.alert(42).get().await).attempts(), 1);
    assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));
}

async fn pauses_grow_and_never_exceed_their_bound(world: World) {
    let server = world.answering(|_| Reply::status(503));
    let repo = world.build(world.client(&server).retry(Retry::times(20)));
    assert_eq!(world.error(repo.alert(42).get().await).attempts(), 21);
    let times: Vec<_> = server.requests().iter().map(|request| request.at).collect();
    for (retry, pair) in times.windows(2).enumerate() {
        let bound = Duration::from_millis(500 << retry.min(6)).min(Duration::from_secs(30));
        assert!(pair[1] - pair[0] <= bound, "retry {retry} after {:?}", pair[1] - pair[0]);
    }
    // Twenty pauses of exactly nothing would be no jitter.
    assert!(world.clock.elapsed() > Duration::from_secs(1));
}
