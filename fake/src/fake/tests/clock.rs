//! A clock for clients: every sleep ends at once and advances the time.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use futures_util::future::BoxFuture;
use github_secret_scanning::Clock;

/// Clones are the same clock.
#[derive(Clone, Debug)]
pub(super) struct AutoAdvance(Arc<Mutex<(SystemTime, Vec<Duration>)>>);

impl AutoAdvance {
    pub(super) fn new() -> Self {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        Self(Arc::new(Mutex::new((start, Vec::new()))))
    }

    /// Returns the durations of all sleeps so far.
    pub(super) fn slept(&self) -> Vec<Duration> {
        self.0.lock().unwrap().1.clone()
    }
}

impl Clock for AutoAdvance {
    fn now(&self) -> SystemTime {
        self.0.lock().unwrap().0
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut clock = self.0.lock().unwrap();
        clock.0 += duration;
        clock.1.push(duration);
        Box::pin(async {})
    }
}
