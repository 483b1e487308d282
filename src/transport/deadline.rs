//! Until when a call may go on, by the clock that was given.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use super::clock::Clock;

/// The end of one call: of all its attempts, and of all its waits.
#[derive(Clone, Debug)]
pub(super) struct Deadline {
    clock: Arc<dyn Clock>,
    /// `None` where it lies beyond what a clock can tell.
    end: Option<SystemTime>,
}

/// The wait would go beyond the deadline, or has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overdue;

impl Deadline {
    pub(super) fn after(clock: &Arc<dyn Clock>, time: Duration) -> Self {
        Self { clock: Arc::clone(clock), end: clock.now().checked_add(time) }
    }

    pub(super) fn now(&self) -> SystemTime {
        self.clock.now()
    }

    /// What is left of the time.
    pub(super) fn left(&self) -> Duration {
        match self.end {
            Some(end) => end.duration_since(self.clock.now()).unwrap_or_default(),
            None => Duration::MAX,
        }
    }

    /// Waits for `time`, or fails at once where that is more than is left.
    pub(super) async fn sleep(&self, time: Duration) -> Result<(), Overdue> {
        if time > self.left() {
            return Err(Overdue);
        }
        if !time.is_zero() {
            self.clock.sleep(time).await;
        }
        Ok(())
    }

    /// Does `work`, and gives it up when the time is over.
    pub(super) async fn within<T>(&self, work: impl Future<Output = T>) -> Result<T, Overdue> {
        let mut work = pin!(work);
        let mut alarm = None;
        poll_fn(move |context| {
            if let Poll::Ready(value) = work.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            if self.end.is_none() {
                return Poll::Pending;
            }
            // Made only now: most work need not be waited for.
            let alarm = alarm.get_or_insert_with(|| self.clock.sleep(self.left()));
            alarm.as_mut().poll(context).map(|()| Err(Overdue))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::super::clock::manual::ManualClock;
    use super::*;

    fn deadline(clock: &ManualClock) -> Deadline {
        let clock: Arc<dyn Clock> = Arc::new(clock.clone());
        Deadline::after(&clock, Duration::from_secs(10))
    }

    #[tokio::test]
    async fn a_wait_that_would_pass_it_fails_at_once() {
        let clock = ManualClock::jumping();
        let deadline = deadline(&clock);
        assert_eq!(deadline.sleep(Duration::from_secs(10)).await, Ok(()));
        assert_eq!(deadline.sleep(Duration::from_nanos(1)).await, Err(Overdue));
        assert_eq!(clock.slept(), [Duration::from_secs(10)]);
    }

    #[tokio::test]
    async fn work_that_does_not_end_is_given_up_and_work_that_does_asks_for_no_alarm() {
        let clock = ManualClock::jumping();
        assert_eq!(deadline(&clock).within(async { 7 }).await, Ok(7));
        assert!(clock.slept().is_empty());
        let never = std::future::pending::<()>();
        assert_eq!(deadline(&clock).within(never).await, Err(Overdue));
    }

    #[tokio::test]
    async fn a_time_beyond_all_clocks_is_no_deadline() {
        let clock: Arc<dyn Clock> = Arc::new(ManualClock::jumping());
        let deadline = Deadline::after(&clock, Duration::MAX);
        assert_eq!(deadline.sleep(Duration::from_secs(1 << 30)).await, Ok(()));
    }
}
