//! Scheduled failures.

use std::time::Instant;

use super::*;

/// A client that retries without delay.
fn patient(fake: &FakeGitHub) -> Client {
    fake.client_builder().clock(TestClock::new().auto_advance()).build().unwrap()
}

fn statuses(fake: &FakeGitHub, operation: &Operation) -> Vec<Option<u16>> {
    fake.received_for(operation).iter().map(|received| received.status).collect()
}

#[tokio::test]
async fn disconnect_is_retried_for_reads_and_has_no_effect_for_writes() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &GET_ALERT, Failure::disconnect());
    fake.fail_next(1, &UPDATE_ALERT, Failure::disconnect());
    assert!(read(&patient(&fake)).await.is_ok());
    assert_eq!(statuses(&fake, &GET_ALERT), [None, None, Some(200)]);
    let error = resolve(&patient(&fake)).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome_unknown()), (ErrorKind::Transport, true));
    assert_eq!(statuses(&fake, &UPDATE_ALERT), [None]);
    assert_eq!(read(&patient(&fake)).await.unwrap().state, Some(AlertState::Open));
}

#[tokio::test]
async fn disconnect_after_processing_keeps_the_effect_of_a_write() {
    let fake = builder().start().unwrap();
    fake.fail_next(1, &UPDATE_ALERT, Failure::disconnect_after_processing());
    let error = resolve(&patient(&fake)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!(statuses(&fake, &UPDATE_ALERT), [None]);
    assert_eq!(read(&patient(&fake)).await.unwrap().state, Some(AlertState::Resolved));
}

#[tokio::test]
async fn scheduled_status_has_githubs_format_and_no_effect() {
    let fake = builder().start().unwrap();
    for (status, kind) in [
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::Forbidden),
        (409, ErrorKind::Conflict),
        (422, ErrorKind::Validation),
        (429, ErrorKind::RateLimited),
        (503, ErrorKind::Server),
        (599, ErrorKind::Server),
    ] {
        fake.fail_next(1, &UPDATE_ALERT, Failure::status(status));
        let error = resolve(&impatient(&fake, TOKEN)).await.unwrap_err();
        assert_eq!((error.status(), error.kind()), (Some(status), kind));
        assert_eq!(error.documentation_url(), Some(UPDATE_ALERT.docs));
        assert!(error.message().is_some() && error.request_id().is_some());
    }
    assert_eq!(read(&impatient(&fake, TOKEN)).await.unwrap().state, Some(AlertState::Open));
    assert!(resolve(&impatient(&fake, TOKEN)).await.is_ok());
}

#[tokio::test]
async fn impossible_status_is_replaced_by_500() {
    let fake = builder().start().unwrap();
    for (status, sent) in [(0, 500), (100, 500), (1_000, 500), (418, 418), (700, 700)] {
        fake.fail_next(1, &GET_ALERT, Failure::status(status));
        assert_eq!(status_and_body(request(&fake, Method::GET, PATH, Some(TOKEN))).await.0, sent);
    }
}

#[tokio::test]
async fn scheduled_rate_limit_has_a_reset_and_leaves_the_actual_limit_alone() {
    let fake = builder().requests_per_hour(5).start().unwrap();
    fake.fail_next(2, &GET_ALERT, Failure::rate_limit(Duration::from_secs(90)));
    let error = read(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(91))));
    assert!(read(&patient(&fake)).await.is_ok());
    let response = request(&fake, Method::GET, PATH, Some(TOKEN)).send().await.unwrap();
    assert_eq!(header(&response, "x-ratelimit-remaining"), Some("3"));
}

#[tokio::test]
async fn scheduled_secondary_limit_has_a_retry_after() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &UPDATE_ALERT, Failure::secondary_limit(Duration::from_secs(7)));
    let error = resolve(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::RateLimited, Some(403)));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    // A rate-limited write had no effect, so the client retries it.
    assert!(resolve(&patient(&fake)).await.is_ok());
}

#[tokio::test]
async fn delayed_write_has_its_effect_even_if_the_client_times_out() {
    let fake = builder().start().unwrap();
    let short_timeout = fake.client_builder().attempt_timeout(Duration::from_secs(1)).build().unwrap();
    fake.fail_next(1, &UPDATE_ALERT, Failure::delay(Duration::from_secs(60)));
    assert_eq!(resolve(&short_timeout).await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Resolved));
    fake.fail_next(1, &GET_ALERT, Failure::delay(Duration::from_millis(50)));
    let began = Instant::now();
    assert!(read(&fake.client().unwrap()).await.is_ok());
    assert!(began.elapsed() >= Duration::from_millis(50));
}

#[tokio::test]
async fn failure_applies_to_its_operation_and_precedes_authentication() {
    let fake = builder().start().unwrap();
    fake.fail_next(1, &GET_ALERT, Failure::status(502));
    assert!(resolve(&impatient(&fake, TOKEN)).await.is_ok());
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().status(), Some(502));
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().status(), Some(401));
}

#[tokio::test]
async fn scheduled_error_has_the_headers_of_the_credential() {
    let fake = builder().token("fine", Grant::fine_grained("mona", ["contents=read"])).start().unwrap();
    for failure in [Failure::status(403), Failure::secondary_limit(Duration::from_millis(1_500))] {
        fake.fail_next(1, &GET_ALERT, failure);
        let response = request(&fake, Method::GET, PATH, Some("fine")).send().await.unwrap();
        assert_eq!(header(&response, "x-ratelimit-remaining"), Some("5000"));
        assert_eq!(header(&response, "x-accepted-github-permissions"), Some("secret_scanning_alerts=read"));
        assert!(header(&response, "retry-after").is_none_or(|wait| wait == "2"));
    }
}
