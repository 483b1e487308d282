//! How many requests each caller still has in its hour.

use std::collections::HashMap;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, Utc};

/// How long a window lasts from its first request, in seconds.
const WINDOW: i64 = 60 * 60;

/// The hourly limits, by the token of each caller.
pub(super) struct Limits {
    requests_per_hour: u32,
    windows: HashMap<String, Window>,
}

/// How one caller stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) limit: u32,
    pub(super) used: u32,
    /// When it is over, in seconds since 1970.
    pub(super) reset: i64,
}

impl Limits {
    pub(super) fn new(requests_per_hour: u32) -> Self {
        Self { requests_per_hour, windows: HashMap::new() }
    }

    /// Takes one request off, in a new window if the last one is over; false where none is left.
    pub(super) fn spend(&mut self, token: &str, now: DateTime<Utc>) -> bool {
        let mut window = self.window(token, now);
        let left = window.used < window.limit;
        window.used += u32::from(left);
        match self.windows.get_mut(token) {
            Some(known) => *known = window,
            None => _ = self.windows.insert(token.to_owned(), window),
        }
        left
    }

    /// Gives a request back that turned out to cost nothing.
    pub(super) fn give_back(&mut self, token: &str) {
        if let Some(window) = self.windows.get_mut(token) {
            window.used = window.used.saturating_sub(1);
        }
    }

    /// How a caller stands at `now`.
    pub(super) fn window(&self, token: &str, now: DateTime<Utc>) -> Window {
        let now = now.timestamp();
        let fresh = Window { limit: self.requests_per_hour, used: 0, reset: now.saturating_add(WINDOW) };
        self.windows.get(token).copied().filter(|window| window.reset > now).unwrap_or(fresh)
    }

    /// A window that is used up, and over at `reset`.
    pub(super) fn used_up(&self, reset: i64) -> Window {
        Window { limit: self.requests_per_hour, used: self.requests_per_hour, reset }
    }
}

impl Window {
    pub(super) fn write(self, headers: &mut HeaderMap) {
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
    fn a_window_begins_with_its_first_request_and_is_full_again_an_hour_later() {
        let mut limits = Limits::new(2);
        assert_eq!([0, 1, 2, 3_599].map(|second| limits.spend("t", at(second))), [true, true, false, false]);
        let window = limits.window("t", at(3_599));
        assert_eq!((window.used, window.reset), (2, at(3_600).timestamp()));
        assert!(limits.spend("t", at(3_600)));
        assert_eq!(limits.window("t", at(3_600)).used, 1);
        assert_eq!(limits.window("t", at(7_200)).used, 0);
    }

    #[test]
    fn each_token_has_a_window_of_its_own() {
        let mut limits = Limits::new(1);
        assert!(limits.spend("t", at(0)) && limits.spend("u", at(1)));
        assert!(!limits.spend("t", at(2)));
    }

    #[test]
    fn what_is_given_back_can_be_spent_again() {
        let mut limits = Limits::new(1);
        assert!(limits.spend("t", at(0)));
        limits.give_back("t");
        assert!(limits.spend("t", at(0)));
        assert!(!limits.spend("t", at(0)));
    }
}
