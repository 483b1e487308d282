//! A clock that goes on by itself as soon as everybody waits for it, and never before.
//!
//! Client, server and clock share one thread. The clock looks whether anything happened since it
//! last looked, each time after the runtime has had turns of its own and has asked the system for
//! what came in. When nothing did for a few turns, and no server is at work on a request, all that
//! is left to wait for is time, and the earliest wait ends. So a wait of an hour takes a few
//! milliseconds, a request that takes 200 real milliseconds takes no time at all by this clock, and
//! neither depends on how fast the machine is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use github_secret_scanning::{Clock, TestClock};
use test_kit::Traffic;

/// How many turns without an event make it quiet.
const QUIET_TURNS: u32 = 3;

/// How long a turn is at least, in real time.
const TURN: Duration = Duration::from_millis(1);

/// How often, within a turn, the runtime asks the system for what came in and runs what can run. On
/// a busy machine the time of a turn may be over before anything could.
const ROUNDS: u32 = 20;

/// When all cases begin: 1 March 2025, 12:00:00 UTC.
const START: u64 = 1_740_830_400;

/// See the top of the file. Clones are the same clock.
#[derive(Clone, Debug)]
pub(crate) struct ManualClock {
    clock: TestClock,
    stopped: Arc<AtomicBool>,
}

impl ManualClock {
    /// Starts a clock on the runtime that it is called in; it ends with that.
    pub(crate) fn start(traffic: &Traffic) -> Self {
        let clock = Self { clock: TestClock::at(start()), stopped: Arc::default() };
        tokio::spawn(clock.clone().run(traffic.clone()));
        clock
    }

    async fn run(self, traffic: Traffic) {
        let mut quiet = 0;
        let mut seen = None;
        loop {
            tokio::time::sleep(TURN).await;
            for _ in 0..ROUNDS {
                tokio::task::yield_now().await;
            }
            let now = (traffic.events(), self.clock.slept().len());
            quiet = if traffic.is_busy() || seen != Some(now) { 0 } else { quiet + 1 };
            seen = Some(now);
            let is_over = quiet >= QUIET_TURNS && !self.stopped.load(Ordering::SeqCst);
            if is_over && self.clock.advance_to_next_wake() {
                quiet = 0;
            }
        }
    }

    /// Keeps it where it is until [`go_on`](Self::go_on).
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    pub(crate) fn go_on(&self) {
        self.stopped.store(false, Ordering::SeqCst);
    }

    /// Ends the earliest wait, whatever else is going on.
    pub(crate) fn end_the_next_wait(&self) {
        self.clock.advance_to_next_wake();
    }

    /// The time from the start of the case.
    pub(crate) fn elapsed(&self) -> Duration {
        self.now().duration_since(start()).unwrap_or_default()
    }

    /// How many waits are going on.
    pub(crate) fn waiting(&self) -> usize {
        self.clock.sleeping()
    }

    /// Its time, later or earlier by so many seconds, as HTTP writes it.
    pub(crate) fn http_date(&self, later_by: i64) -> String {
        let moment = DateTime::<Utc>::from(self.now()) + chrono::TimeDelta::seconds(later_by);
        moment.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// Its time, later or earlier by so many seconds, in seconds from 1970.
    pub(crate) fn unix(&self, later_by: i64) -> i64 {
        DateTime::<Utc>::from(self.now()).timestamp() + later_by
    }
}

fn start() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(START)
}

impl Clock for ManualClock {
    fn now(&self) -> SystemTime {
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.clock.sleep(duration)
    }
}
