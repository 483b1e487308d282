//! Failures on purpose, as a client meets them.

use std::time::Instant;

use super::*;
use crate::transport::ManualClock;

/// A client that tries again at once.
fn patient(fake: &FakeGitHub) -> Client {
    fake.client_builder().clock(ManualClock::jumping()).build().unwrap()
}

fn statuses(fake: &FakeGitHub, operation: &Operation) -> Vec<Option<u16>> {
    fake.received_for(operation).iter().map(|received| received.status).collect()
}

#[tokio::test]
async fn a_connection_that_is_cut_before_acting_is_a_read_again_and_a_write_that_changed_nothing() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &GET_ALERT, Failure::cut());
    fake.fail_next(1, &UPDATE_ALERT, Failure::cut());
    assert!(read(&patient(&fake)).await.is_ok());
    assert_eq!(statuses(&fake, &GET_ALERT), [None, None, Some(200)]);
    let error = resolve(&patient(&fake)).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_been_applied()), (ErrorKind::Transport, true));
    assert_eq!(statuses(&fake, &UPDATE_ALERT), [None]);
    assert_eq!(read(&patient(&fake)).await.unwrap().state, Some(AlertState::Open));
}

#[tokio::test]
async fn a_connection_that_is_cut_after_acting_leaves_what_was_done() {
    let fake = builder().start().unwrap();
    fake.fail_next(1, &UPDATE_ALERT, Failure::cut_after_acting());
    let error = resolve(&patient(&fake)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!(statuses(&fake, &UPDATE_ALERT), [None]);
    assert_eq!(read(&patient(&fake)).await.unwrap().state, Some(AlertState::Resolved));
}

#[tokio::test]
async fn a_status_comes_in_githubs_shape_so_many_times_and_changes_nothing() {
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
async fn a_status_that_no_answer_can_have_is_a_500() {
    let fake = builder().start().unwrap();
    for (status, sent) in [(0, 500), (100, 500), (1_000, 500), (418, 418), (700, 700)] {
        fake.fail_next(1, &GET_ALERT, Failure::status(status));
        assert_eq!(refused(request(&fake, Method::GET, PATH, Some(TOKEN))).await.0, sent);
    }
}

#[tokio::test]
async fn a_limit_that_is_used_up_names_its_end_and_takes_nothing_off_the_real_one() {
    let fake = builder().requests_per_hour(5).start().unwrap();
    fake.fail_next(2, &GET_ALERT, Failure::rate_limit(Duration::from_secs(90)));
    let error = read(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(91))));
    assert!(read(&patient(&fake)).await.is_ok());
    let response = request(&fake, Method::GET, PATH, Some(TOKEN)).send().await.unwrap();
    assert_eq!(header(&response, "x-ratelimit-remaining"), Some("3"));
}

#[tokio::test]
async fn a_secondary_limit_names_how_long_to_wait() {
    let fake = builder().start().unwrap();
    fake.fail_next(2, &UPDATE_ALERT, Failure::secondary_limit(Duration::from_secs(7)));
    let error = resolve(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::RateLimited, Some(403)));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    // Refused for a limit, it was certainly not done, so that it goes out again.
    assert!(resolve(&patient(&fake)).await.is_ok());
}

#[tokio::test]
async fn a_delayed_answer_is_too_late_for_who_does_not_wait_and_is_done_all_the_same() {
    let fake = builder().start().unwrap();
    let hasty = fake.client_builder().attempt_timeout(Duration::from_secs(1)).build().unwrap();
    fake.fail_next(1, &UPDATE_ALERT, Failure::delay(Duration::from_secs(60)));
    assert_eq!(resolve(&hasty).await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Resolved));
    fake.fail_next(1, &GET_ALERT, Failure::delay(Duration::from_millis(50)));
    let began = Instant::now();
    assert!(read(&fake.client().unwrap()).await.is_ok());
    assert!(began.elapsed() >= Duration::from_millis(50));
}

#[tokio::test]
async fn a_failure_waits_for_its_own_operation_and_comes_before_the_token_is_looked_at() {
    let fake = builder().start().unwrap();
    fake.fail_next(1, &GET_ALERT, Failure::status(502));
    assert!(resolve(&impatient(&fake, TOKEN)).await.is_ok());
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().status(), Some(502));
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().status(), Some(401));
}

#[tokio::test]
async fn a_refusal_on_purpose_says_what_every_answer_says_to_a_caller_who_is_known() {
    let fake = builder().token("fine", Grant::fine_grained("mona", ["contents=read"])).start().unwrap();
    for failure in [Failure::status(403), Failure::secondary_limit(Duration::from_millis(1_500))] {
        fake.fail_next(1, &GET_ALERT, failure);
        let response = request(&fake, Method::GET, PATH, Some("fine")).send().await.unwrap();
        assert_eq!(header(&response, "x-ratelimit-remaining"), Some("5000"));
        assert_eq!(header(&response, "x-accepted-github-permissions"), Some("secret_scanning_alerts=read"));
        assert!(header(&response, "retry-after").is_none_or(|wait| wait == "2"));
    }
}
