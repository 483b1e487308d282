//! The hourly rate limit of each credential.

use std::collections::HashMap;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, Utc};

/// The length of a window from its first request, in seconds.
const WINDOW: i64 = 60 * 60;

/// The current window of each credential, by credential key.
pub(crate) struct HourlyLimits {
    requests_per_hour: u32,
    windows: HashMap<String, Window>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    limit: u32,
    used: u32,
    /// The end of the window, in seconds since the Unix epoch.
    reset: i64,
}

impl HourlyLimits {
    pub(crate) fn new(requests_per_hour: u32) -> Self {
        Self { requests_per_hour, windows: HashMap::new() }
    }

    /// Counts one request, in a new window if the last one has ended; false if none remains.
    pub(crate) fn take(&mut self, key: &str, now: DateTime<Utc>) -> bool {
        let mut window = self.window(key, now);
        let remains = window.used < window.limit;
        window.used += u32::from(remains);
        match self.windows.get_mut(key) {
            Some(known) => *known = window,
            None => _ = self.windows.insert(key.to_owned(), window),
        }
        remains
    }

    /// Reverts one [`take`](Self::take): a response 304 does not count.
    pub(crate) fn refund(&mut self, key: &str) {
        if let Some(window) = self.windows.get_mut(key) {
            window.used = window.used.saturating_sub(1);
        }
    }

    /// Returns the window at `now`; a fresh one if the last one has ended.
    pub(crate) fn window(&self, key: &str, now: DateTime<Utc>) -> Window {
        let now = now.timestamp();
        let fresh = Window { limit: self.requests_per_hour, used: 0, reset: now.saturating_add(WINDOW) };
        self.windows.get(key).copied().filter(|window| window.reset > now).unwrap_or(fresh)
    }

    /// Returns a window without remaining requests that ends at `reset`.
    pub(crate) fn exhausted(&self, reset: i64) -> Window {
        Window { limit: self.requests_per_hour, used: self.requests_per_hour, reset }
    }
}

impl Window {
    pub(crate) fn write_headers(self, headers: &mut HeaderMap) {
        for (name, value) in [
            ("x-ratelimit-limit", i64::from(self.limit)),
            ("x-ratelimit-remaining", i64::from(self.limit.saturating_sub(self.used))),
            ("x-ratelimit-reset", self.reset),
            ("x-ratelimit-used", i64::from(self.used)),
        ] {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
        }
        headers.insert("x-ratelimit-resource", HeaderValue::from_static("core"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn window_starts_with_its_first_request_and_ends_an_hour_later() {
        let mut limits = HourlyLimits::new(2);
        assert_eq!([0, 1, 2, 3_599].map(|second| limits.take("t", at(second))), [true, true, false, false]);
        let window = limits.window("t", at(3_599));
        assert_eq!((window.used, window.reset), (2, at(3_600).timestamp()));
        assert!(limits.take("t", at(3_600)));
        assert_eq!(limits.window("t", at(3_600)).used, 1);
        assert_eq!(limits.window("t", at(7_200)).used, 0);
    }

    #[test]
    fn each_credential_has_its_own_window() {
        let mut limits = HourlyLimits::new(1);
        assert!(limits.take("t", at(0)) && limits.take("u", at(1)));
        assert!(!limits.take("t", at(2)));
    }

    #[test]
    fn refunded_request_can_be_taken_again() {
        let mut limits = HourlyLimits::new(1);
        assert!(limits.take("t", at(0)));
        limits.refund("t");
        assert!(limits.take("t", at(0)));
        assert!(!limits.take("t", at(0)));
    }
}
