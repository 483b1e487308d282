//! A clock that advances when all tasks are idle.
//!
//! Client, server and clock share one thread. The clock periodically checks for traffic and new sleeps, after it has
//! yielded to the other tasks. If there were none in several rounds, and no server has a request in progress, the
//! earliest sleep ends. So a delay of an hour takes a few milliseconds, and a request that takes 200 ms of real time
//! takes no time of this clock, whatever the speed of the machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use github_secret_scanning::{Clock, TestClock};
use test_kit::Traffic;

/// The number of rounds without an event until the tasks count as idle.
const IDLE_ROUNDS: u32 = 3;

/// The shortest duration of a round, in real time.
const ROUND: Duration = Duration::from_millis(1);

/// The number of yields to other tasks per round. On a busy machine `ROUND` can elapse before any of them runs.
const YIELDS: u32 = 20;

/// The time at the start of each case: 1 March 2025, 12:00:00 UTC.
const START: u64 = 1_740_830_400;

/// A clock that advances when all tasks are idle. Clones are the same clock.
#[derive(Clone, Debug)]
pub(crate) struct IdleClock {
    clock: TestClock,
    paused: Arc<AtomicBool>,
}

impl IdleClock {
    /// Starts a clock on the current runtime.
    pub(crate) fn start(traffic: &Traffic) -> Self {
        let clock = Self { clock: TestClock::at(start()), paused: Arc::default() };
        tokio::spawn(clock.clone().run(traffic.clone()));
        clock
    }

    async fn run(self, traffic: Traffic) {
        let mut idle_rounds = 0;
        let mut last = None;
        loop {
            tokio::time::sleep(ROUND).await;
            for _ in 0..YIELDS {
                tokio::task::yield_now().await;
            }
            let now = (traffic.events(), self.clock.slept().len());
            idle_rounds = if traffic.is_busy() || last != Some(now) { 0 } else { idle_rounds + 1 };
            last = Some(now);
            let is_idle = idle_rounds >= IDLE_ROUNDS && !self.paused.load(Ordering::SeqCst);
            if is_idle && self.clock.advance_to_next_wake() {
                idle_rounds = 0;
            }
        }
    }

    /// Pauses the clock until [`resume`](Self::resume).
    pub(crate) fn pause(&self) {
        self.paused.store(true, Ordering::SeqCst);
    }

    pub(crate) fn resume(&self) {
        self.paused.store(false, Ordering::SeqCst);
    }

    /// Ends the earliest sleep, also if tasks are not idle.
    pub(crate) fn advance_to_next_wake(&self) {
        self.clock.advance_to_next_wake();
    }

    /// Returns the time since the start of the case.
    pub(crate) fn elapsed(&self) -> Duration {
        self.now().duration_since(start()).unwrap_or_default()
    }

    /// Returns the number of sleeps in progress.
    pub(crate) fn sleeping(&self) -> usize {
        self.clock.sleeping()
    }

    /// Returns the time plus `offset` seconds as an HTTP date.
    pub(crate) fn http_date(&self, offset: i64) -> String {
        let moment = DateTime::<Utc>::from(self.now()) + chrono::TimeDelta::seconds(offset);
        moment.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// Returns the time plus `offset` seconds as a Unix timestamp.
    pub(crate) fn unix(&self, offset: i64) -> i64 {
        DateTime::<Utc>::from(self.now()).timestamp() + offset
    }
}

fn start() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(START)
}

impl Clock for IdleClock {
    fn now(&self) -> SystemTime {
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.clock.sleep(duration)
    }
}
