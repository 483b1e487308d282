//! The clock that all waits of this crate go by, and the forms in which times are written.

mod callers_clock;
mod test_clock;

use std::fmt::Debug;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, TimeDelta, Utc};
use futures_core::future::BoxFuture;

pub(crate) use callers_clock::CallersClock;
pub use test_clock::TestClock;

/// The current time, and a way to wait.
///
/// Deadlines, waits for rate limits, the spacing of writes, the backoff of retries and the lifetime
/// of tokens go by it, so that a test need not wait in real time. The timeouts of a connection and
/// of an attempt always go by real time.
///
/// Set it with [`ClientBuilder::clock`](crate::ClientBuilder::clock). Default: the system's clock
/// with tokio's timer. [`TestClock`] is one for tests.
///
/// The guard of a deadline is a [`sleep`](Self::sleep) as well, which is dropped when the work ends
/// first. A clock that moves its time forward inside of `sleep` therefore ends every deadline at once.
///
/// If it panics, the call fails with [`Panicked`](crate::ErrorKind::Panicked), and no other call is affected; a panic after
/// the work is done is ignored. With `panic = "abort"` the process ends.
pub trait Clock: Debug + Send + Sync + 'static {
    /// Returns the current time of day. It should never go back.
    fn now(&self) -> SystemTime;

    /// Waits until `duration` has passed from now. Dropping the future ends the wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The system's clock, read once and counted on from there: setting it back while a service runs
/// must not lengthen a wait.
#[derive(Debug)]
pub(crate) struct SystemClock {
    started: SystemTime,
    counter: Instant,
}

impl SystemClock {
    pub(crate) fn new() -> Self {
        Self { started: SystemTime::now(), counter: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        saturating_add(self.started, self.counter.elapsed())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// Returns `time + duration`, or `time` where the sum is beyond what the platform can represent.
pub(crate) fn saturating_add(time: SystemTime, duration: Duration) -> SystemTime {
    time.checked_add(duration).unwrap_or(time)
}

/// Converts to a date; saturates at chrono's first and last date, which a caller's clock may exceed.
pub(crate) fn date(time: SystemTime) -> DateTime<Utc> {
    let span = |duration| TimeDelta::from_std(duration).ok();
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => span(since)
            .and_then(|since| DateTime::UNIX_EPOCH.checked_add_signed(since))
            .unwrap_or(DateTime::<Utc>::MAX_UTC),
        Err(before) => span(before.duration())
            .and_then(|before| DateTime::UNIX_EPOCH.checked_sub_signed(before))
            .unwrap_or(DateTime::<Utc>::MIN_UTC),
    }
}

/// Returns the whole seconds since 1970; 0 before that, and saturating after the last that fits.
#[cfg(any(test, feature = "app"))]
pub(crate) fn unix_seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Parses a date of an HTTP header, in any of the three formats of RFC 9110, section 5.6.7.
pub(crate) fn parse_http_date(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_beyond_all_dates_becomes_the_nearest_date() {
        let at = |seconds: u64| date(UNIX_EPOCH + Duration::from_millis(seconds * 1000 + 7));
        assert_eq!(at(0).timestamp_millis(), 7);
        assert_eq!(at(1_700_000_000).to_rfc3339(), "2023-11-14T22:13:20.007+00:00");
        assert_eq!(date(UNIX_EPOCH - Duration::from_millis(7)).timestamp_millis(), -7);
        // chrono's last year is 262,142; the other two are as far as the platform's clock reaches.
        for seconds in [8_210_298_412_800, 1 << 53, 1 << 62] {
            assert_eq!(date(UNIX_EPOCH + Duration::from_secs(seconds)), DateTime::<Utc>::MAX_UTC);
            if let Some(time) = UNIX_EPOCH.checked_sub(Duration::from_secs(seconds * 2)) {
                assert_eq!(date(time), DateTime::<Utc>::MIN_UTC);
            }
        }
    }

    #[test]
    fn all_three_formats_of_http_dates_are_parsed() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            " Sun, 06 Nov 1994 08:49:37 GMT ",
        ] {
            assert_eq!(parse_http_date(text).map(unix_seconds), Some(784_111_777), "{text}");
        }
        for text in ["", "soon", "Sun, 06 Nov 1994", "784111777"] {
            assert_eq!(parse_http_date(text), None, "{text}");
        }
    }

    #[tokio::test]
    async fn the_system_clock_advances_and_its_sleeps_end() {
        let clock = SystemClock::new();
        let before = clock.now();
        clock.sleep(Duration::from_millis(20)).await;
        assert!(clock.now() >= before + Duration::from_millis(20));
        assert!(before.duration_since(SystemTime::now()).unwrap_or_default() < Duration::from_secs(1));
    }
}
