//! Retries of reads.

use std::time::Duration;

use github_secret_scanning::{ErrorKind, Retry};

use crate::support::{Context, Reply, cases, planted};

cases![
    read_succeeds_after_a_500,
    temporary_errors_of_a_read_are_retried,
    permanent_errors_are_not_retried,
    read_fails_after_three_retries,
    one_request_is_sent_without_retries,
    backoff_does_not_exceed_its_bound,
];

async fn read_succeeds_after_a_500(context: Context) {
    let failure = Reply::refusal(500, "Server Error").header("x-planted", planted::HEADER);
    let server = context.script([failure, Reply::ok(&planted::alert(42))]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);
    assert!(context.clock.elapsed() <= Duration::from_millis(500));
}

async fn temporary_errors_of_a_read_are_retried(context: Context) {
    for status in [408, 500, 502, 503, 504] {
        let server = context.script([Reply::status(status), Reply::ok(&planted::alert(42))]);
        assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42, "{status}");
        assert_eq!(server.count(), 2, "{status}");
    }
}

async fn permanent_errors_are_not_retried(context: Context) {
    for status in [400, 402, 404, 405, 409, 410, 418, 422, 451, 501, 505, 511] {
        let server = context.server(move |_| Reply::status(status));
        let error = context.error(context.repo(&server).alert(42).get().await);
        assert_eq!((error.status(), error.attempts(), server.count()), (Some(status), 1, 1));
    }
    for success in [202, 204, 206] {
        let server = context.server(move |_| Reply::status(success));
        let error = context.error(context.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), server.count()), (ErrorKind::UnexpectedStatus, 1));
    }
}

async fn read_fails_after_three_retries(context: Context) {
    let server = context.server(|_| Reply::refusal(503, "Unavailable"));
    let error = context.error(context.repo(&server).alerts().assignee(planted::QUERY).page().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Server, Some(503), 4));
    assert!(error.is_retryable() && !error.outcome_unknown());
    assert_eq!(server.count(), 4);
}

async fn one_request_is_sent_without_retries(context: Context) {
    let server = context.server(|_| Reply::status(503));
    let repo = context.build(context.client(&server).retry(Retry::never()));
    assert_eq!(context.error(repo.alert(42).get().await).attempts(), 1);
    assert_eq!((server.count(), context.clock.elapsed()), (1, Duration::ZERO));
}

async fn backoff_does_not_exceed_its_bound(context: Context) {
    let server = context.server(|_| Reply::status(503));
    let repo = context.build(context.client(&server).retry(Retry::times(20)));
    assert_eq!(context.error(repo.alert(42).get().await).attempts(), 21);
    let times: Vec<_> = server.requests().iter().map(|request| request.at).collect();
    for (retry, pair) in times.windows(2).enumerate() {
        let bound = Duration::from_millis(500 << retry.min(6)).min(Duration::from_secs(30));
        assert!(pair[1] - pair[0] <= bound, "retry {retry} after {:?}", pair[1] - pair[0]);
    }
    // The jitter must not always be zero.
    assert!(context.clock.elapsed() > Duration::from_secs(1));
}
