//! The deadline of a call, by the injected clock.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use crate::time::Clock;

/// The end of one call: of its attempts and of its waits.
#[derive(Clone, Debug)]
pub(super) struct Deadline {
    clock: Arc<dyn Clock>,
    /// `None` if it is beyond what the platform can represent.
    end: Option<SystemTime>,
}

/// A wait would exceed the deadline, or exceeded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DeadlineExceeded;

impl Deadline {
    pub(super) fn after(clock: &Arc<dyn Clock>, time: Duration) -> Self {
        Self { clock: Arc::clone(clock), end: clock.now().checked_add(time) }
    }

    pub(super) fn now(&self) -> SystemTime {
        self.clock.now()
    }

    /// Returns the time left.
    pub(super) fn left(&self) -> Duration {
        match self.end {
            Some(end) => end.duration_since(self.clock.now()).unwrap_or_default(),
            None => Duration::MAX,
        }
    }

    /// Waits for `time`, or fails at once if less is left.
    pub(super) async fn sleep(&self, time: Duration) -> Result<(), DeadlineExceeded> {
        if time > self.left() {
            return Err(DeadlineExceeded);
        }
        if !time.is_zero() {
            self.clock.sleep(time).await;
        }
        Ok(())
    }

    /// Awaits `work`, and drops it at the deadline.
    pub(super) async fn within<T>(&self, work: impl Future<Output = T>) -> Result<T, DeadlineExceeded> {
        let mut work = pin!(work);
        let mut guard = None;
        poll_fn(move |context| {
            if let Poll::Ready(value) = work.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            if self.end.is_none() {
                return Poll::Pending;
            }
            // Created on demand: most work is ready at once.
            let guard = guard.get_or_insert_with(|| self.clock.sleep(self.left()));
            guard.as_mut().poll(context).map(|()| Err(DeadlineExceeded))
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::TestClock;

    fn deadline(clock: &TestClock) -> Deadline {
        let clock: Arc<dyn Clock> = Arc::new(clock.clone());
        Deadline::after(&clock, Duration::from_secs(10))
    }

    #[tokio::test]
    async fn a_wait_beyond_the_deadline_fails_at_once() {
        let clock = TestClock::new().auto_advance();
        let deadline = deadline(&clock);
        assert_eq!(deadline.sleep(Duration::from_secs(10)).await, Ok(()));
        assert_eq!(deadline.sleep(Duration::from_nanos(1)).await, Err(DeadlineExceeded));
        assert_eq!(clock.slept(), [Duration::from_secs(10)]);
    }

    #[tokio::test]
    async fn work_that_does_not_end_is_dropped_and_ready_work_starts_no_sleep() {
        let clock = TestClock::new().auto_advance();
        assert_eq!(deadline(&clock).within(async { 7 }).await, Ok(7));
        assert!(clock.slept().is_empty());
        let never = std::future::pending::<()>();
        assert_eq!(deadline(&clock).within(never).await, Err(DeadlineExceeded));
    }

    #[tokio::test]
    async fn a_time_beyond_what_can_be_represented_is_no_deadline() {
        let clock: Arc<dyn Clock> = Arc::new(TestClock::new().auto_advance());
        let deadline = Deadline::after(&clock, Duration::MAX);
        assert_eq!(deadline.sleep(Duration::from_secs(1 << 30)).await, Ok(()));
    }
}
