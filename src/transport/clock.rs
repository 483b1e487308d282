//! The clock that all of this crate's own waits go by.

use std::fmt::Debug;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, TimeDelta, Utc};
use futures_core::future::BoxFuture;

/// What time it is, and how to wait.
///
/// Deadlines, waits for limits, the spacing of writes, pauses before a retry and the lifetime of
/// tokens go by it, so that a test need not wait for real. The timeouts of a connection and of an
/// attempt do not: those are real time always.
///
/// Set it with [`ClientBuilder::clock`](crate::ClientBuilder::clock); by default it is the
/// system's clock with tokio's timer.
pub trait Clock: Debug + Send + Sync + 'static {
    /// The time of day now. It should never go back.
    fn now(&self) -> SystemTime;

    /// Waits until `duration` has passed from now. Dropping the future ends the wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The system's clock, read once and counted on from there: whoever sets it back while a service
/// runs must not make a wait longer.
#[derive(Debug)]
pub(crate) struct SystemClock {
    began: SystemTime,
    counter: Instant,
}

impl SystemClock {
    pub(crate) fn new() -> Self {
        Self { began: SystemTime::now(), counter: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        later(self.began, self.counter.elapsed())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// `moment` and `wait` together, or `moment` where that is beyond what can be told.
pub(super) fn later(moment: SystemTime, wait: Duration) -> SystemTime {
    moment.checked_add(wait).unwrap_or(moment)
}

/// `moment` as a date; the first or the last of all dates where it lies beyond them, as a clock of
/// the caller's own may have it.
pub(crate) fn date(moment: SystemTime) -> DateTime<Utc> {
    let span = |time| TimeDelta::from_std(time).ok();
    match moment.duration_since(UNIX_EPOCH) {
        Ok(since) => span(since)
            .and_then(|since| DateTime::UNIX_EPOCH.checked_add_signed(since))
            .unwrap_or(DateTime::<Utc>::MAX_UTC),
        Err(before) => span(before.duration())
            .and_then(|before| DateTime::UNIX_EPOCH.checked_sub_signed(before))
            .unwrap_or(DateTime::<Utc>::MIN_UTC),
    }
}

#[cfg(test)]
pub(crate) mod manual {
    //! A clock that stands still until a test moves it, or that jumps over every wait.

    use std::sync::{Arc, Mutex};
    use std::task::{Poll, Waker};

    use super::*;

    #[derive(Clone, Debug)]
    pub(crate) struct ManualClock(Arc<Mutex<State>>);

    #[derive(Debug)]
    struct State {
        now: SystemTime,
        jumps: bool,
        slept: Vec<Duration>,
        waiting: Vec<Waker>,
    }

    impl ManualClock {
        /// Stands still.
        pub(crate) fn still() -> Self {
            Self::new(false)
        }

        /// Is at the end of every wait as soon as it is asked for.
        pub(crate) fn jumping() -> Self {
            Self::new(true)
        }

        fn new(jumps: bool) -> Self {
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
            Self(Arc::new(Mutex::new(State { now, jumps, slept: Vec::new(), waiting: Vec::new() })))
        }

        pub(crate) fn advance(&self, by: Duration) {
            let mut state = self.0.lock().unwrap();
            state.now += by;
            state.waiting.drain(..).for_each(Waker::wake);
        }

        /// Every wait that was begun, in order.
        pub(crate) fn slept(&self) -> Vec<Duration> {
            self.0.lock().unwrap().slept.clone()
        }
    }

    impl Clock for ManualClock {
        fn now(&self) -> SystemTime {
            self.0.lock().unwrap().now
        }

        fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
            let state = Arc::clone(&self.0);
            let end = {
                let mut state = state.lock().unwrap();
                let end = state.now + duration;
                state.slept.push(duration);
                if state.jumps {
                    state.now = end;
                }
                end
            };
            Box::pin(std::future::poll_fn(move |context| {
                let mut state = state.lock().unwrap();
                if state.now >= end {
                    return Poll::Ready(());
                }
                state.waiting.push(context.waker().clone());
                Poll::Pending
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_date_that_it_is_or_the_nearest_that_there_is() {
        let at = |seconds: u64| date(UNIX_EPOCH + Duration::from_millis(seconds * 1000 + 7));
        assert_eq!(at(0).timestamp_millis(), 7);
        assert_eq!(at(1_700_000_000).to_rfc3339(), "2023-11-14T22:13:20.007+00:00");
        assert_eq!(date(UNIX_EPOCH - Duration::from_millis(7)).timestamp_millis(), -7);
        // The year 262,143 is the first that chrono does not know; the others are as far as a clock goes.
        for seconds in [8_210_298_412_800, 1 << 53, 1 << 62] {
            assert_eq!(date(UNIX_EPOCH + Duration::from_secs(seconds)), DateTime::<Utc>::MAX_UTC);
            if let Some(moment) = UNIX_EPOCH.checked_sub(Duration::from_secs(seconds * 2)) {
                assert_eq!(date(moment), DateTime::<Utc>::MIN_UTC);
            }
        }
    }

    #[tokio::test]
    async fn the_systems_clock_goes_on_and_its_waits_end() {
        let clock = SystemClock::new();
        let before = clock.now();
        clock.sleep(Duration::from_millis(20)).await;
        assert!(clock.now() >= before + Duration::from_millis(20));
        assert!(before.duration_since(SystemTime::now()).unwrap_or_default() < Duration::from_secs(1));
    }
}
