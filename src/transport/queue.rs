//! How many requests are on their way at once, and how closely writes follow each other.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::sync::{Mutex, MutexGuard, Semaphore, SemaphorePermit};

use super::clock::Clock;
use super::deadline::{Deadline, Overdue};

/// Places for requests, given out in the order in which they were asked for.
#[derive(Debug)]
pub(super) struct Queue {
    clock: Arc<dyn Clock>,
    in_flight: Option<Semaphore>,
    writes: Option<WriteLane>,
}

/// One write at a time, with time between them.
#[derive(Debug)]
struct WriteLane {
    spacing: Duration,
    /// When the last write was over; locked while one is on its way.
    last: Mutex<Option<SystemTime>>,
}

/// Leave to send one request. Dropping it makes room for the next.
#[derive(Debug)]
pub(super) struct Place<'q> {
    _in_flight: Option<SemaphorePermit<'q>>,
    write: Option<WriteTurn<'q>>,
}

#[derive(Debug)]
struct WriteTurn<'q> {
    clock: &'q dyn Clock,
    last: MutexGuard<'q, Option<SystemTime>>,
    used: bool,
}

impl Queue {
    /// `None` for `max_in_flight`: no bound; for `write_spacing`: writes are like reads.
    pub(super) fn new(
        clock: Arc<dyn Clock>,
        max_in_flight: Option<usize>,
        write_spacing: Option<Duration>,
    ) -> Self {
        let in_flight = max_in_flight.map(|n| Semaphore::new(n.min(Semaphore::MAX_PERMITS)));
        let writes = write_spacing.map(|spacing| WriteLane { spacing, last: Mutex::new(None) });
        Self { clock, in_flight, writes }
    }

    /// Waits for a place; fails when the deadline comes first.
    pub(super) async fn enter(&self, is_write: bool, deadline: &Deadline) -> Result<Place<'_>, Overdue> {
        // The turn comes first, so that writes that wait for each other take no places from reads.
        let write = match &self.writes {
            Some(lane) if is_write => Some(self.take_turn(lane, deadline).await?),
            _ => None,
        };
        let in_flight = match &self.in_flight {
            // Nobody closes the semaphore.
            Some(in_flight) => deadline.within(in_flight.acquire()).await?.ok(),
            None => None,
        };
        Ok(Place { _in_flight: in_flight, write })
    }

    async fn take_turn<'q>(
        &'q self,
        lane: &'q WriteLane,
        deadline: &Deadline,
    ) -> Result<WriteTurn<'q>, Overdue> {
        let last = deadline.within(lane.last.lock()).await?;
        if let Some(last) = *last {
            let passed = self.clock.now().duration_since(last).unwrap_or_default();
            deadline.sleep(lane.spacing.saturating_sub(passed)).await?;
        }
        Ok(WriteTurn { clock: self.clock.as_ref(), last, used: false })
    }
}

impl Place<'_> {
    /// Leave that nobody had to wait for.
    pub(super) fn free() -> Self {
        Self { _in_flight: None, write: None }
    }

    /// The request goes out now. A place that is given back unused costs the next write no wait.
    pub(super) fn send(&mut self) {
        if let Some(write) = &mut self.write {
            write.used = true;
        }
    }
}

impl Drop for WriteTurn<'_> {
    fn drop(&mut self) {
        // Counted from the end, however it ended: only then it is certain that the server sees
        // them apart.
        if self.used {
            *self.last = Some(self.clock.now());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Future, poll_fn};
    use std::pin::pin;
    use std::task::Poll;

    use super::super::clock::manual::ManualClock;
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn queue(clock: &ManualClock, places: Option<usize>, spacing: Option<Duration>) -> (Queue, Deadline) {
        let clock: Arc<dyn Clock> = Arc::new(clock.clone());
        let deadline = Deadline::after(&clock, 100 * SECOND);
        (Queue::new(clock, places, spacing), deadline)
    }

    /// Whether `work` waits when it is asked once.
    async fn waits<F: Future>(work: F) -> bool {
        let mut work = pin!(work);
        poll_fn(|context| Poll::Ready(work.as_mut().poll(context).is_pending())).await
    }

    #[tokio::test]
    async fn no_more_than_the_limit_are_on_their_way_and_dropping_one_makes_room() {
        let (queue, deadline) = queue(&ManualClock::still(), Some(2), None);
        let first = queue.enter(false, &deadline).await.unwrap();
        let _second = queue.enter(false, &deadline).await.unwrap();
        assert!(waits(queue.enter(false, &deadline)).await);
        drop(first);
        assert!(!waits(queue.enter(false, &deadline)).await);
    }

    #[tokio::test]
    async fn a_request_that_gives_up_waiting_leaves_its_place_to_the_next() {
        let (queue, deadline) = queue(&ManualClock::still(), Some(1), None);
        let first = queue.enter(false, &deadline).await.unwrap();
        // Asked once and dropped while it stands first in line.
        assert!(waits(queue.enter(false, &deadline)).await);
        drop(first);
        assert!(queue.enter(false, &deadline).await.is_ok());
    }

    #[tokio::test]
    async fn a_write_waits_for_the_one_before_and_then_for_the_spacing() {
        let clock = ManualClock::still();
        let (queue, deadline) = queue(&clock, Some(10), Some(SECOND));
        let mut first = queue.enter(true, &deadline).await.unwrap();
        first.send();
        assert!(waits(queue.enter(true, &deadline)).await);
        assert!(!waits(queue.enter(false, &deadline)).await);
        clock.advance(10 * SECOND);
        drop(first);
        assert!(waits(queue.enter(true, &deadline)).await);
        clock.advance(SECOND);
        assert!(!waits(queue.enter(true, &deadline)).await);
    }

    #[tokio::test]
    async fn a_turn_that_was_not_used_costs_the_next_write_nothing() {
        let (queue, deadline) = queue(&ManualClock::still(), Some(10), Some(SECOND));
        drop(queue.enter(true, &deadline).await.unwrap());
        assert!(!waits(queue.enter(true, &deadline)).await);
    }

    #[tokio::test]
    async fn without_spacing_writes_go_together_and_without_a_limit_all_do() {
        let (queue, deadline) = queue(&ManualClock::still(), None, None);
        let mut places = Vec::new();
        for _ in 0..50 {
            places.push(queue.enter(true, &deadline).await.unwrap());
        }
        assert_eq!(places.len(), 50);
    }

    #[tokio::test]
    async fn waiting_for_a_place_ends_at_the_deadline() {
        let clock = ManualClock::jumping();
        let (queue, deadline) = queue(&clock, Some(1), None);
        let _first = queue.enter(false, &deadline).await.unwrap();
        assert_eq!(queue.enter(false, &deadline).await.map(|_| ()), Err(Overdue));
        assert_eq!(clock.slept(), [100 * SECOND]);
    }
}
