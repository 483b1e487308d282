//! Scheduled failures, and what the client returns.

use std::time::{Duration, SystemTime};

use github_secret_scanning::models::{AlertState, Resolution};
use github_secret_scanning::{AlertScope, ErrorKind, Retry};
use github_secret_scanning_fake::{Failure, TestClock, operations};

use super::{inspected, seeds};
use crate::support::Inspected;

/// Three retries without backoff.
fn at_once() -> Retry {
    Retry::times(3).backoff(Duration::ZERO, Duration::ZERO)
}

fn alert(github: &Inspected, retry: Retry) -> AlertScope {
    let client = github.client_builder().retry(retry).wait_for_limits(false).build().unwrap();
    client.repo("acme", "widgets").unwrap().alert(42)
}

#[tokio::test]
async fn failed_read_is_retried_as_configured() {
    let github = inspected(seeds::all()).await;
    for failure in [Failure::status(502), Failure::disconnect()] {
        let before = github.fake().received().len();
        github.fake().fail_next(2, &operations::GET_ALERT, failure.clone());
        alert(&github, at_once()).get().await.unwrap();
        assert_eq!(github.fake().received().len() - before, 3);

        github.fake().fail_next(1, &operations::GET_ALERT, failure);
        let error = alert(&github, Retry::never()).get().await.unwrap_err();
        assert_eq!(error.attempts(), 1);
        assert!(error.is_retryable() && !error.outcome_unknown());
        assert!(matches!(error.kind(), ErrorKind::Server | ErrorKind::Transport), "{error}");
    }
}

#[tokio::test]
async fn failure_applies_to_its_operation_the_given_number_of_times() {
    let github = inspected(seeds::all()).await;
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::status(500));
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::status(503));
    let alert = alert(&github, Retry::never());
    assert!(alert.locations().page().await.is_ok());
    assert_eq!(alert.get().await.unwrap_err().status(), Some(500));
    assert_eq!(alert.get().await.unwrap_err().status(), Some(503));
    assert!(alert.get().await.is_ok());
}

#[tokio::test]
async fn failed_write_is_not_retried_and_has_no_effect() {
    let github = inspected(seeds::all()).await;
    let alert = alert(&github, at_once());
    for failure in [Failure::status(500), Failure::disconnect()] {
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        let error = alert.resolve(Resolution::Revoked).await.unwrap_err();
        assert!(error.outcome_unknown() && !error.is_retryable(), "{error}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Open));
    }
}

#[tokio::test]
async fn write_whose_response_is_lost_has_an_unknown_outcome() {
    let github = inspected(seeds::all()).await;
    let alert = alert(&github, at_once());
    github.fake().fail_next(1, &operations::UPDATE_ALERT, Failure::disconnect_after_processing());
    let error = alert.resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.outcome_unknown());
    assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Resolved));
    let received = github.fake().received_for(&operations::UPDATE_ALERT);
    assert_eq!(received.iter().map(|received| received.status).collect::<Vec<_>>(), [None]);
}

#[tokio::test]
async fn client_that_does_not_wait_for_limits_gets_a_retry_after() {
    for (failure, wait) in [
        (Failure::rate_limit(Duration::from_secs(90)), 90),
        (Failure::secondary_limit(Duration::from_secs(7)), 7),
    ] {
        let github = inspected(seeds::all()).await;
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        let error = alert(&github, at_once()).resolve(Resolution::Revoked).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.is_retryable() && !error.outcome_unknown());
        let told = error.retry_after().unwrap().as_secs();
        assert!((wait - 1..=wait + 1).contains(&told), "{told}");
    }
}

#[tokio::test]
async fn client_that_waits_for_limits_retries_a_write_after_a_rate_limit() {
    for failure in
        [Failure::rate_limit(Duration::from_secs(90)), Failure::secondary_limit(Duration::from_secs(7))]
    {
        let github = inspected(seeds::all()).await;
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        // The reset is a time of the fake's clock, which is the system's.
        let clock = TestClock::at(SystemTime::now()).auto_advance();
        let client = github.client_builder().clock(clock).build().unwrap();
        let alert = client.repo("acme", "widgets").unwrap().alert(42);
        alert.resolve(Resolution::Revoked).await.unwrap();
        assert_eq!(github.fake().received_for(&operations::UPDATE_ALERT).len(), 2);
    }
}

#[tokio::test]
async fn delayed_response_is_a_timeout() {
    let github = inspected(seeds::all()).await;
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::delay(Duration::from_secs(60)));
    let hasty = github.client_builder().attempt_timeout(Duration::from_millis(100)).retry(Retry::never());
    let late = hasty.build().unwrap().repo("acme", "widgets").unwrap().alert(42).get().await;
    assert_eq!(late.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(alert(&github, at_once()).get().await.is_ok());
}
