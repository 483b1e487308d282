//! Delays beyond the deadline of a call.

use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Retry};

use crate::support::{Context, Gate, Reply, cases, planted};

cases![
    reset_after_the_deadline_is_an_immediate_error_with_the_time,
    retry_after_beyond_the_deadline_is_an_immediate_error,
    rate_limit_of_an_earlier_call_beyond_the_deadline_is_an_immediate_error,
    all_delays_count_towards_the_deadline,
    retries_end_at_the_deadline,
    wait_for_a_permit_ends_at_the_deadline,
];

async fn reset_after_the_deadline_is_an_immediate_error_with_the_time(context: Context) {
    let server = context.script([Reply::refusal(403, "API rate limit exceeded")
        .header("x-ratelimit-remaining", 0)
        .header("x-ratelimit-reset", context.clock.unix(3_000))]);
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, Some(403), 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_001)));
    assert!(error.to_string().contains("2025-03-01T12:50:01Z"), "{error}");
    assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));

    // Beyond the range of the clock.
    for reset in ["99999999999", "18446744073709551615"] {
        let server = context.script([Reply::refusal(403, "API rate limit exceeded")
            .header("x-ratelimit-remaining", 0)
            .header("x-ratelimit-reset", reset)]);
        let repo = context.build(context.client(&server).call_timeout(Duration::from_secs(30)));
        let error = context.error(repo.alert(42).get().await);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 1), "{reset}");
        assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));
    }
}

async fn retry_after_beyond_the_deadline_is_an_immediate_error(context: Context) {
    let server = context.script([Reply::status(429).header("retry-after", 31)]);
    let repo = context.build(context.client(&server).call_timeout(Duration::from_secs(30)));
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(31)));
    assert!(!error.outcome_unknown() && error.is_retryable());
    assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));
}

async fn rate_limit_of_an_earlier_call_beyond_the_deadline_is_an_immediate_error(context: Context) {
    let server = context.script([Reply::status(429).header("retry-after", 3_600)]);
    let repo = context.repo(&server);
    assert_eq!(context.error(repo.alert(42).get().await).kind(), ErrorKind::Deadline);
    let error = context.error(repo.alert(43).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_600)));
    assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));
}

async fn all_delays_count_towards_the_deadline(context: Context) {
    let server = context.server(|_| Reply::status(429).header("retry-after", 20));
    let repo = context.build(context.client(&server).call_timeout(Duration::from_secs(50)));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 3));
    assert_eq!((server.count(), context.clock.elapsed()), (3, Duration::from_secs(40)));
}

async fn retries_end_at_the_deadline(context: Context) {
    let server = context.server(|_| Reply::status(503).header("retry-after", 20));
    let many_retries = Retry::times(1_000_000);
    let repo =
        context.build(context.client(&server).retry(many_retries).call_timeout(Duration::from_secs(50)));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::Server, Some(503)));
    // Sent after 0, 20 and 40 seconds.
    assert_eq!((error.attempts(), server.count(), context.clock.elapsed().as_secs()), (3, 3, 40));
}

async fn wait_for_a_permit_ends_at_the_deadline(context: Context) {
    // The clock does not advance by itself while the server has a request in progress.
    let gate = Gate::closed();
    let server = context.server(move |_| Reply::ok(&planted::alert(42)).behind(&gate));
    let repo =
        context.build(context.client(&server).max_in_flight(Some(1)).call_timeout(Duration::from_secs(30)));
    let first = tokio::spawn(repo.alert(42).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(43).get().send());
    while context.clock.sleeping() == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    context.clock.advance_to_next_wake();
    let error = context.error(second.await.unwrap());
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    assert_eq!(server.count(), 1);
    first.abort();
}
