//! Permits: how many requests are in flight, and how closely writes follow each other.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::sync::{Mutex, MutexGuard, Semaphore, SemaphorePermit};

use super::deadline::{Deadline, DeadlineExceeded};
use crate::panics::{CLOCK, contain};
use crate::time::Clock;

/// The permits of one client, granted in the order in which they are requested.
#[derive(Debug)]
pub(super) struct Permits {
    clock: Arc<dyn Clock>,
    in_flight: Option<Semaphore>,
    write_lane: Option<WriteLane>,
}

/// The serial queue of writes, with a spacing between them.
#[derive(Debug)]
struct WriteLane {
    spacing: Duration,
    /// The end of the last write; locked while one is in flight.
    last: Mutex<Option<SystemTime>>,
}

/// A permit to send one request; released on drop.
#[derive(Debug)]
pub(super) struct Permit<'p> {
    _in_flight: Option<SemaphorePermit<'p>>,
    write: Option<WritePermit<'p>>,
}

#[derive(Debug)]
struct WritePermit<'p> {
    clock: &'p dyn Clock,
    last: MutexGuard<'p, Option<SystemTime>>,
    sent: bool,
}

impl Permits {
    /// `max_in_flight`: `None` for no limit. `write_spacing`: `None` to treat writes like reads.
    pub(super) fn new(
        clock: Arc<dyn Clock>,
        max_in_flight: Option<usize>,
        write_spacing: Option<Duration>,
    ) -> Self {
        let in_flight = max_in_flight.map(|n| Semaphore::new(n.min(Semaphore::MAX_PERMITS)));
        let write_lane = write_spacing.map(|spacing| WriteLane { spacing, last: Mutex::new(None) });
        Self { clock, in_flight, write_lane }
    }

    /// Waits for a permit, until the deadline.
    pub(super) async fn acquire(
        &self,
        is_write: bool,
        deadline: &Deadline,
    ) -> Result<Permit<'_>, DeadlineExceeded> {
        // The write lane first: writes that wait for each other must not hold permits of reads.
        let write = match &self.write_lane {
            Some(lane) if is_write => Some(self.acquire_write(lane, deadline).await?),
            _ => None,
        };
        let in_flight = match &self.in_flight {
            // The semaphore is never closed.
            Some(in_flight) => deadline.within(in_flight.acquire()).await?.ok(),
            None => None,
        };
        Ok(Permit { _in_flight: in_flight, write })
    }

    async fn acquire_write<'p>(
        &'p self,
        lane: &'p WriteLane,
        deadline: &Deadline,
    ) -> Result<WritePermit<'p>, DeadlineExceeded> {
        let last = deadline.within(lane.last.lock()).await?;
        if let Some(last) = *last {
            let passed = self.clock.now().duration_since(last).unwrap_or_default();
            deadline.sleep(lane.spacing.saturating_sub(passed)).await?;
        }
        Ok(WritePermit { clock: self.clock.as_ref(), last, sent: false })
    }
}

impl Permit<'_> {
    /// A permit that counts towards no limit.
    pub(super) fn unlimited() -> Self {
        Self { _in_flight: None, write: None }
    }

    /// Records that the request is sent. An unused write permit delays no later write.
    pub(super) fn mark_sent(&mut self) {
        if let Some(write) = &mut self.write {
            write.sent = true;
        }
    }
}

impl Drop for WritePermit<'_> {
    fn drop(&mut self) {
        // Counted from the end, whatever the result: only then the server receives them apart.
        // A panic that leaves a destructor can abort the process. Without the time, the spacing is that of the last write.
        if self.sent
            && let Ok(now) = contain(CLOCK, || self.clock.now())
        {
            *self.last = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Future, poll_fn};
    use std::pin::pin;
    use std::task::Poll;

    use super::*;
    use crate::time::TestClock;

    const SECOND: Duration = Duration::from_secs(1);

    fn permits(
        clock: &TestClock,
        max_in_flight: Option<usize>,
        spacing: Option<Duration>,
    ) -> (Permits, Deadline) {
        let clock: Arc<dyn Clock> = Arc::new(clock.clone());
        let deadline = Deadline::after(&clock, 100 * SECOND);
        (Permits::new(clock, max_in_flight, spacing), deadline)
    }

    /// Returns whether `work` is pending when it is polled once.
    async fn is_pending<F: Future>(work: F) -> bool {
        let mut work = pin!(work);
        poll_fn(|context| Poll::Ready(work.as_mut().poll(context).is_pending())).await
    }

    #[tokio::test]
    async fn no_more_requests_than_the_limit_are_in_flight() {
        let (permits, deadline) = permits(&TestClock::new(), Some(2), None);
        let first = permits.acquire(false, &deadline).await.unwrap();
        let _second = permits.acquire(false, &deadline).await.unwrap();
        assert!(is_pending(permits.acquire(false, &deadline)).await);
        drop(first);
        assert!(!is_pending(permits.acquire(false, &deadline)).await);
    }

    #[tokio::test]
    async fn a_dropped_wait_leaves_its_permit_to_the_next() {
        let (permits, deadline) = permits(&TestClock::new(), Some(1), None);
        let first = permits.acquire(false, &deadline).await.unwrap();
        // Polled once and dropped while it is first in the queue.
        assert!(is_pending(permits.acquire(false, &deadline)).await);
        drop(first);
        assert!(permits.acquire(false, &deadline).await.is_ok());
    }

    #[tokio::test]
    async fn a_write_waits_for_the_previous_one_and_then_for_the_spacing() {
        let clock = TestClock::new();
        let (permits, deadline) = permits(&clock, Some(10), Some(SECOND));
        let mut first = permits.acquire(true, &deadline).await.unwrap();
        first.mark_sent();
        assert!(is_pending(permits.acquire(true, &deadline)).await);
        assert!(!is_pending(permits.acquire(false, &deadline)).await);
        clock.advance(10 * SECOND);
        drop(first);
        assert!(is_pending(permits.acquire(true, &deadline)).await);
        clock.advance(SECOND);
        assert!(!is_pending(permits.acquire(true, &deadline)).await);
    }

    #[tokio::test]
    async fn an_unused_write_permit_delays_no_later_write() {
        let (permits, deadline) = permits(&TestClock::new(), Some(10), Some(SECOND));
        drop(permits.acquire(true, &deadline).await.unwrap());
        assert!(!is_pending(permits.acquire(true, &deadline)).await);
    }

    #[tokio::test]
    async fn without_spacing_and_limit_all_writes_are_in_flight_at_once() {
        let (permits, deadline) = permits(&TestClock::new(), None, None);
        let mut held = Vec::new();
        for _ in 0..50 {
            held.push(permits.acquire(true, &deadline).await.unwrap());
        }
        assert_eq!(held.len(), 50);
    }

    #[tokio::test]
    async fn a_wait_for_a_permit_ends_at_the_deadline() {
        let clock = TestClock::new().auto_advance();
        let (permits, deadline) = permits(&clock, Some(1), None);
        let _first = permits.acquire(false, &deadline).await.unwrap();
        assert_eq!(permits.acquire(false, &deadline).await.map(|_| ()), Err(DeadlineExceeded));
        assert_eq!(clock.slept(), [100 * SECOND]);
    }
}
