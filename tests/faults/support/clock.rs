//! A clock that goes on by itself as soon as everybody waits for it, and never before.
//!
//! Client, server and clock share one thread. The clock looks whether anything happened since it
//! last looked, each time after the runtime has had turns of its own and has asked the system for
//! what came in. When nothing did for a few turns, and no server is at work on a request, all that
//! is left to wait for is time, and the earliest wait ends. So a wait of an hour takes a few
//! milliseconds, a request that takes 200 real milliseconds takes no time at all by this clock, and
//! neither depends on how fast the machine is.

use std::collections::BTreeMap;
use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use github_secret_scanning::Clock;
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

/// Longer than anybody can mean it.
const FOREVER: Duration = Duration::from_secs(1 << 40);

/// See the top of the file. Clones are the same clock.
#[derive(Clone)]
pub(crate) struct ManualClock(Arc<Mutex<State>>);

struct State {
    now: SystemTime,
    /// Who waits until when. The number tells those apart that end together.
    waits: BTreeMap<(SystemTime, u64), Option<Waker>>,
    begun: u64,
    stopped: bool,
}

impl ManualClock {
    /// Starts a clock on the runtime that it is called in; it ends with that.
    pub(crate) fn start(traffic: &Traffic) -> Self {
        let state = State { now: start(), waits: BTreeMap::new(), begun: 0, stopped: false };
        let clock = Self(Arc::new(Mutex::new(state)));
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
            let now = (traffic.events(), self.state().begun);
            quiet = if traffic.is_busy() || seen != Some(now) { 0 } else { quiet + 1 };
            seen = Some(now);
            if quiet >= QUIET_TURNS && self.state().go_on() {
                quiet = 0;
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps it where it is until [`go_on`](Self::go_on).
    pub(crate) fn stop(&self) {
        self.state().stopped = true;
    }

    pub(crate) fn go_on(&self) {
        self.state().stopped = false;
    }

    /// Ends the earliest wait, whatever else is going on.
    pub(crate) fn end_the_next_wait(&self) {
        self.state().go_on();
    }

    /// The time from the start of the case.
    pub(crate) fn elapsed(&self) -> Duration {
        self.state().now.duration_since(start()).unwrap_or_default()
    }

    /// How many waits are going on.
    pub(crate) fn waiting(&self) -> usize {
        self.state().waits.len()
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

impl State {
    /// Ends the earliest wait, and all that end with it. False if there is none.
    fn go_on(&mut self) -> bool {
        let Some((&(end, _), _)) = self.waits.first_key_value() else { return false };
        if self.stopped {
            return false;
        }
        self.now = self.now.max(end);
        let later = self.waits.split_off(&(self.now, u64::MAX));
        for waker in std::mem::replace(&mut self.waits, later).into_values().flatten() {
            waker.wake();
        }
        true
    }
}

impl Clock for ManualClock {
    fn now(&self) -> SystemTime {
        self.state().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let key = {
            let mut state = self.state();
            state.begun += 1;
            // An absurd wait ends at the end of time, which is never reached.
            let end = state.now.checked_add(duration).unwrap_or(state.now + FOREVER);
            let key = (end, state.begun);
            state.waits.insert(key, None);
            key
        };
        let wait = Wait { clock: self.clone(), key };
        Box::pin(async move {
            poll_fn(|context| match wait.clock.state().waits.get_mut(&wait.key) {
                Some(waker) => {
                    *waker = Some(context.waker().clone());
                    Poll::Pending
                }
                None => Poll::Ready(()),
            })
            .await;
        })
    }
}

/// A wait that was begun; dropped, it is no longer waited for.
struct Wait {
    clock: ManualClock,
    key: (SystemTime, u64),
}

impl Drop for Wait {
    fn drop(&mut self) {
        self.clock.state().waits.remove(&self.key);
    }
}

impl fmt::Debug for ManualClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManualClock").field("elapsed", &self.elapsed()).finish_non_exhaustive()
    }
}
