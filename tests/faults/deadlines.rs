//! Waits that would go beyond the time that a call has.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Retry};

use crate::support::{Gate, Reply, World, cases, planted};

cases![
    a_reset_far_in_the_future_is_an_error_at_once_that_says_until_when,
    a_named_wait_beyond_the_deadline_is_an_error_at_once,
    a_call_behind_a_limit_that_another_call_hit_fails_at_once_and_sends_nothing,
    waits_count_towards_the_deadline_together,
    retries_end_at_the_deadline,
    a_wait_in_the_queue_ends_at_the_deadline_and_sends_nothing,
];

async fn a_reset_far_in_the_future_is_an_error_at_once_that_says_until_when(world: World) {
    let server = world.server([Reply::refusal(403, "API rate limit exceeded")
        .header("x-ratelimit-remaining", 0)
        .header("x-ratelimit-reset", world.clock.unix(7_200))]);
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, Some(403), 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7_201)));
    assert!(error.to_string().contains("2025-03-01T14:00:01Z"), "{error}");
    assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));

    // So far that no clock can tell.
    for reset in ["99999999999", "18446744073709551615"] {
        let server = world.server([Reply::refusal(403, "API rate limit exceeded")
            .header("x-ratelimit-remaining", 0)
            .header("x-ratelimit-reset", reset)]);
        let repo = world.build(world.client(&server).call_timeout(Duration::from_secs(30)));
        let error = world.error(repo.alert(42).get().await);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 1), "{reset}");
        assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));
    }
}

async fn a_named_wait_beyond_the_deadline_is_an_error_at_once(world: World) {
    let server = world.server([Reply::status(429).header("retry-after", 31)]);
    let repo = world.build(world.client(&server).call_timeout(Duration::from_secs(30)));
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(31)));
    assert!(!error.outcome_unknown() && error.is_retryable());
    assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));
}

async fn a_call_behind_a_limit_that_another_call_hit_fails_at_once_and_sends_nothing(world: World) {
    let server = world.server([Reply::status(429).header("retry-after", 3_600)]);
    let repo = world.repo(&server);
    assert_eq!(world.error(repo.alert(42).get().await).kind(), ErrorKind::Deadline);
    let error = world.error(repo.alert(43).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_600)));
    assert_eq!((server.count(), world.clock.elapsed()), (1, Duration::ZERO));
}

async fn waits_count_towards_the_deadline_together(world: World) {
    let server = world.answering(|_| Reply::status(429).header("retry-after", 20));
    let repo = world.build(world.client(&server).call_timeout(Duration::from_secs(50)));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 3));
    assert_eq!((server.count(), world.clock.elapsed()), (3, Duration::from_secs(40)));
}

async fn retries_end_at_the_deadline(world: World) {
    let server = world.answering(|_| Reply::status(503).header("retry-after", 20));
    let patient = Retry::times(1_000_000);
    let repo = world.build(world.client(&server).retry(patient).call_timeout(Duration::from_secs(50)));
    let error = world.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::Server, Some(503)));
    // Sent after 0, 20 and 40 seconds, as the server asked for.
    assert_eq!((error.attempts(), server.count(), world.clock.elapsed().as_secs()), (3, 3, 40));
}

async fn a_wait_in_the_queue_ends_at_the_deadline_and_sends_nothing(world: World) {
    // The server is at work on the first, and the clock would stand still: it goes by hand here.
    let gate = Gate::closed();
    let server = world.answering(move |_| Reply::ok(&planted::alert(42)).behind(&gate));
    let repo =
        world.build(world.client(&server).max_in_flight(Some(1)).call_timeout(Duration::from_secs(30)));
    let first = tokio::spawn(repo.alert(42).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(43).get().send());
    while world.clock.waiting() == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    world.clock.end_the_next_wait();
    let error = world.error(second.await.unwrap());
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    assert_eq!(server.count(), 1);
    first.abort();
}
