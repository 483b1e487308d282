//! A clock for tests, whose time moves only when a test moves it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::{Duration, SystemTime};

use futures_core::future::BoxFuture;

use super::Clock;

/// Longer than any wait that a test means; keeps an absurd one from overflowing the clock.
const FOREVER: Duration = Duration::from_secs(1 << 40);

/// A [`Clock`] for tests: its time is frozen until a test moves it. Clones share one time.
///
/// ```
/// use std::time::Duration;
/// use github_secret_scanning::{Clock, TestClock};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let clock = TestClock::new();
/// let sleep = clock.sleep(Duration::from_secs(3_600));
/// clock.advance(Duration::from_secs(3_600));
/// sleep.await;
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TestClock(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    now: SystemTime,
    auto_advance: bool,
    /// Every sleep that was started, in order.
    slept: Vec<Duration>,
    /// The end of each sleep in progress, and a number that tells equal ends apart.
    sleeping: BTreeMap<(SystemTime, u64), Option<Waker>>,
    started: u64,
}

impl TestClock {
    /// Creates a clock that is frozen at 14 November 2023, 22:13:20 UTC.
    pub fn new() -> Self {
        Self::at(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))
    }

    /// Creates a clock that is frozen at `time`.
    pub fn at(time: SystemTime) -> Self {
        Self(Arc::new(Mutex::new(State {
            now: time,
            auto_advance: false,
            slept: Vec::new(),
            sleeping: BTreeMap::new(),
            started: 0,
        })))
    }

    /// Ends every sleep at once from now on, and moves the time to its end.
    ///
    /// The guard of a deadline is a sleep too, so a call that waits for anything but this clock (a
    /// token, a permit) exceeds its deadline at once.
    pub fn auto_advance(self) -> Self {
        self.state().auto_advance = true;
        while self.advance_to_next_wake() {}
        self
    }

    /// Moves the time forward, and ends the sleeps that are over by then.
    pub fn advance(&self, by: Duration) {
        self.change(|state| {
            let time = after(state.now, by);
            state.advance_to(time)
        });
    }

    /// Moves the time to the end of the earliest sleep, and ends it. Returns false if there is none.
    pub fn advance_to_next_wake(&self) -> bool {
        let mut found = false;
        self.change(|state| {
            let next = state.sleeping.first_key_value().map(|(&(end, _), _)| end);
            found = next.is_some();
            next.map_or_else(Vec::new, |end| state.advance_to(end))
        });
        found
    }

    /// Returns how many sleeps are in progress.
    pub fn sleeping(&self) -> usize {
        self.state().sleeping.len()
    }

    /// Returns the length of every sleep that was started so far, in order.
    pub fn slept(&self) -> Vec<Duration> {
        self.state().slept.clone()
    }

    /// Changes the state, and wakes the wakers that `change` returns once the lock is released: a waker
    /// may use the clock, and so may what it drops.
    fn change(&self, change: impl FnOnce(&mut State) -> Vec<Waker>) {
        let wakers = change(&mut self.state());
        wakers.into_iter().for_each(Waker::wake);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns `time + duration`; a duration beyond what can be represented lasts for [`FOREVER`], and near
/// the end of time not at all.
fn after(time: SystemTime, duration: Duration) -> SystemTime {
    time.checked_add(duration).or_else(|| time.checked_add(FOREVER)).unwrap_or(time)
}

impl State {
    /// Moves the time forward, and returns the wakers of the sleeps that are over.
    fn advance_to(&mut self, time: SystemTime) -> Vec<Waker> {
        self.now = self.now.max(time);
        let later = self.sleeping.split_off(&(self.now, u64::MAX));
        std::mem::replace(&mut self.sleeping, later).into_values().flatten().collect()
    }
}

impl Default for TestClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TestClock {
    fn now(&self) -> SystemTime {
        self.state().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut key = (SystemTime::UNIX_EPOCH, 0);
        self.change(|state| {
            state.slept.push(duration);
            state.started += 1;
            let end = after(state.now, duration);
            key = (end, state.started);
            if state.auto_advance {
                return state.advance_to(end);
            }
            if end > state.now {
                state.sleeping.insert(key, None);
            }
            Vec::new()
        });
        let sleep = Sleep { clock: self.clone(), key };
        Box::pin(async move {
            std::future::poll_fn(|context| {
                // Cloned before the lock, and the old one dropped after it.
                let new = context.waker().clone();
                let old = match sleep.clock.state().sleeping.get_mut(&sleep.key) {
                    Some(waker) => waker.replace(new),
                    None => return Poll::Ready(()),
                };
                drop(old);
                Poll::Pending
            })
            .await;
        })
    }
}

/// A sleep in progress; removed from the clock on drop.
struct Sleep {
    clock: TestClock,
    key: (SystemTime, u64),
}

impl Drop for Sleep {
    fn drop(&mut self) {
        let removed = self.clock.state().sleeping.remove(&self.key);
        // After the lock: dropping a waker can drop another sleep.
        drop(removed);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_sleep_ends_when_the_time_is_moved_to_its_end_and_not_before() {
        let clock = TestClock::new();
        let mut sleep = clock.sleep(2 * SECOND);
        clock.advance(SECOND);
        assert!((&mut sleep).now_or_never().is_none());
        clock.advance(SECOND);
        assert!(sleep.now_or_never().is_some());
        assert_eq!((clock.slept(), clock.sleeping()), (vec![2 * SECOND], 0));
    }

    #[test]
    fn the_earliest_sleep_ends_first_and_a_dropped_one_is_not_waited_for() {
        let clock = TestClock::new();
        let start = clock.now();
        let (dropped, first, second) =
            (clock.sleep(SECOND), clock.sleep(2 * SECOND), clock.sleep(3 * SECOND));
        drop(dropped);
        assert!(clock.advance_to_next_wake());
        assert_eq!(clock.now(), start + 2 * SECOND);
        assert!(first.now_or_never().is_some() && second.now_or_never().is_none());
        assert_eq!(clock.sleeping(), 0);
        assert!(!clock.advance_to_next_wake());
    }

    #[test]
    fn with_auto_advance_every_sleep_ends_at_once_at_its_end() {
        let clock = TestClock::at(SystemTime::UNIX_EPOCH).auto_advance();
        assert!(clock.sleep(5 * SECOND).now_or_never().is_some());
        assert_eq!(clock.now(), SystemTime::UNIX_EPOCH + 5 * SECOND);
    }

    #[test]
    fn a_waker_may_use_the_clock() {
        struct ReadsClock(TestClock);
        impl std::task::Wake for ReadsClock {
            fn wake(self: Arc<Self>) {
                self.0.now();
            }
        }
        let clock = TestClock::new();
        let waker = Waker::from(Arc::new(ReadsClock(clock.clone())));
        let mut sleep = clock.sleep(SECOND);
        assert!(sleep.as_mut().poll(&mut std::task::Context::from_waker(&waker)).is_pending());
        clock.advance(SECOND);
        assert!(sleep.now_or_never().is_some());
    }

    #[test]
    fn dropping_a_sleep_whose_waker_owns_another_sleep_releases_both() {
        /// Owned only to be dropped with the waker.
        struct Owns(#[expect(dead_code)] Mutex<BoxFuture<'static, ()>>);
        impl std::task::Wake for Owns {
            fn wake(self: Arc<Self>) {}
        }
        let clock = TestClock::new();
        let mut sleep = clock.sleep(SECOND);
        let waker = Waker::from(Arc::new(Owns(Mutex::new(clock.sleep(2 * SECOND)))));
        assert!(sleep.as_mut().poll(&mut std::task::Context::from_waker(&waker)).is_pending());
        drop(waker);
        drop(sleep);
        assert_eq!(clock.sleeping(), 0);
    }

    #[test]
    fn advancing_beyond_what_can_be_represented_ends_every_realistic_sleep() {
        let clock = TestClock::new();
        let sleep = clock.sleep(SECOND);
        clock.advance(Duration::MAX);
        assert!(sleep.now_or_never().is_some());
    }

    #[test]
    fn auto_advance_ends_sleeps_that_are_in_progress() {
        let clock = TestClock::new();
        let (first, second) = (clock.sleep(SECOND), clock.sleep(3 * SECOND));
        let clock = clock.auto_advance();
        assert!(first.now_or_never().is_some() && second.now_or_never().is_some());
        assert_eq!(clock.sleeping(), 0);
    }

    #[test]
    fn an_absurd_sleep_does_not_end_and_does_not_panic() {
        let clock = TestClock::new();
        let sleep = clock.sleep(Duration::MAX);
        clock.advance(Duration::from_secs(1 << 33));
        assert!(sleep.now_or_never().is_none());
    }
}
