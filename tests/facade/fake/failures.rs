//! Failures on purpose, as a service sees them.

use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use futures_util::future::BoxFuture;
use github_secret_scanning::models::{AlertState, Resolution};
use github_secret_scanning::testing::{Failure, operations};
use github_secret_scanning::{AlertScope, Clock, ErrorKind, Retry};

use super::{inspected, world};
use crate::support::Inspected;

/// Three retries, without a pause.
fn at_once() -> Retry {
    Retry::times(3).backoff(Duration::ZERO, Duration::ZERO)
}

fn alert(github: &Inspected, retry: Retry) -> AlertScope {
    let client = github.client_builder().retry(retry).wait_for_limits(false).build().unwrap();
    client.repo("acme", "widgets").unwrap().alert(42)
}

#[tokio::test]
async fn a_read_that_fails_is_repeated_or_told_as_the_client_is_set() {
    let github = inspected(world::full()).await;
    for failure in [Failure::status(502), Failure::cut()] {
        let before = github.fake().received().len();
        github.fake().fail_next(2, &operations::GET_ALERT, failure.clone());
        alert(&github, at_once()).get().await.unwrap();
        assert_eq!(github.fake().received().len() - before, 3);

        github.fake().fail_next(1, &operations::GET_ALERT, failure);
        let error = alert(&github, Retry::never()).get().await.unwrap_err();
        assert_eq!(error.attempts(), 1);
        assert!(error.is_retryable() && !error.may_have_been_applied());
        assert!(matches!(error.kind(), ErrorKind::Server | ErrorKind::Transport), "{error}");
    }
}

#[tokio::test]
async fn only_the_operation_that_is_named_fails_and_only_so_many_times() {
    let github = inspected(world::full()).await;
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::status(500));
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::status(503));
    let alert = alert(&github, Retry::never());
    assert!(alert.locations().page().await.is_ok());
    assert_eq!(alert.get().await.unwrap_err().status(), Some(500));
    assert_eq!(alert.get().await.unwrap_err().status(), Some(503));
    assert!(alert.get().await.is_ok());
}

#[tokio::test]
async fn a_write_that_fails_is_not_repeated_and_was_not_applied() {
    let github = inspected(world::full()).await;
    let alert = alert(&github, at_once());
    for failure in [Failure::status(500), Failure::cut()] {
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        let error = alert.resolve(Resolution::Revoked).await.unwrap_err();
        assert!(error.may_have_been_applied() && !error.is_retryable(), "{error}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Open));
    }
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_may_have_been_applied_and_here_it_was() {
    let github = inspected(world::full()).await;
    let alert = alert(&github, at_once());
    github.fake().fail_next(1, &operations::UPDATE_ALERT, Failure::cut_after_acting());
    let error = alert.resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.may_have_been_applied());
    assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Resolved));
    let received = github.fake().received_for(&operations::UPDATE_ALERT);
    assert_eq!(received.iter().map(|received| received.status).collect::<Vec<_>>(), [None]);
}

#[tokio::test]
async fn a_client_that_does_not_wait_for_limits_is_told_how_long_to_wait() {
    for (failure, wait) in [
        (Failure::rate_limit(Duration::from_secs(90)), 90),
        (Failure::secondary_limit(Duration::from_secs(7)), 7),
    ] {
        let github = inspected(world::full()).await;
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        let error = alert(&github, at_once()).resolve(Resolution::Revoked).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.is_retryable() && !error.may_have_been_applied());
        let told = error.retry_after().unwrap().as_secs();
        assert!((wait - 1..=wait + 1).contains(&told), "{told}");
    }
}

/// A clock that is at the end of every wait as soon as it is asked for.
#[derive(Debug)]
struct JumpingClock(Mutex<SystemTime>);

impl Clock for JumpingClock {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        *self.0.lock().unwrap() += duration;
        Box::pin(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_client_that_waits_for_limits_repeats_a_write_that_was_refused_for_one() {
    for failure in
        [Failure::rate_limit(Duration::from_secs(90)), Failure::secondary_limit(Duration::from_secs(7))]
    {
        let github = inspected(world::full()).await;
        github.fake().fail_next(1, &operations::UPDATE_ALERT, failure);
        let clock = JumpingClock(Mutex::new(SystemTime::now()));
        let client = github.client_builder().clock(clock).build().unwrap();
        let alert = client.repo("acme", "widgets").unwrap().alert(42);
        alert.resolve(Resolution::Revoked).await.unwrap();
        assert_eq!(github.fake().received_for(&operations::UPDATE_ALERT).len(), 2);
    }
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_a_timeout() {
    let github = inspected(world::full()).await;
    github.fake().fail_next(1, &operations::GET_ALERT, Failure::delay(Duration::from_secs(60)));
    let hasty = github.client_builder().attempt_timeout(Duration::from_millis(100)).retry(Retry::never());
    let late = hasty.build().unwrap().repo("acme", "widgets").unwrap().alert(42).get().await;
    assert_eq!(late.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(alert(&github, at_once()).get().await.is_ok());
}
