//! Rate-limit state per credential.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use http::HeaderMap;

use crate::exchange::CredentialKey;
use crate::rate_limit::{self, LONGEST_WAIT, LONGEST_WINDOW, LimitHit, RateLimit};
use crate::text::Redaction;
use crate::time::saturating_add;

/// The number of limits that are kept for one credential; GitHub has about ten.
const MOST_RESOURCES: usize = 32;

/// The rate-limit state of every credential of a client.
#[derive(Debug, Default)]
pub(super) struct RateLimits(Mutex<HashMap<CredentialKey, RateLimitState>>);

/// The rate-limit state of one credential.
#[derive(Debug, Default)]
struct RateLimitState {
    /// No request is sent before this time.
    blocked_until: Option<SystemTime>,
    /// How many secondary limits were hit in a row.
    secondary_hits: u32,
    windows: HashMap<String, Window>,
    /// The limit that each operation counts against, as reported by a response to it.
    resources: HashMap<&'static str, String>,
}

/// The window of one limit, up to its next reset.
#[derive(Clone, Copy, Debug)]
struct Window {
    remaining: u64,
    /// By the server's clock; tells windows apart. `None` if it is too late to be believed, so that the
    /// next response replaces it.
    reset: Option<DateTime<Utc>>,
    /// The same by the injected clock.
    end: SystemTime,
}

/// The admission of one request, and the state at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Admission {
    secondary_hits: u32,
}

impl RateLimits {
    /// Admits a request, or returns the time until which it must wait.
    pub(super) fn admit(
        &self,
        credential: &CredentialKey,
        operation: &'static str,
        now: SystemTime,
    ) -> Result<Admission, SystemTime> {
        let states = self.states();
        let Some(state) = states.get(credential) else { return Ok(Admission { secondary_hits: 0 }) };
        let resource = state.resources.get(operation);
        let used_up = state
            .windows
            .iter()
            // As long as the limit of the operation is unknown, any may apply.
            .filter(|(name, window)| window.remaining == 0 && resource.is_none_or(|r| r == *name))
            .map(|(_, window)| window.end);
        // No wait is longer: the clock was set back since.
        let applies = |end: &SystemTime| *end > now && *end <= saturating_add(now, LONGEST_WAIT);
        match state.blocked_until.into_iter().chain(used_up).filter(applies).max() {
            Some(end) => Err(end),
            None => Ok(Admission { secondary_hits: state.secondary_hits }),
        }
    }

    /// Records the limit that a response reports, whatever its status.
    pub(super) fn record(
        &self,
        credential: &CredentialKey,
        operation: &'static str,
        headers: &HeaderMap,
        now: SystemTime,
    ) {
        // Enterprise Server may have no limits, and then sends no such header.
        // Its name is not shown.
        let Some(read) = RateLimit::read(headers, &Redaction::none()) else { return };
        let resource = read.resource.unwrap_or_default();
        let mut states = self.states();
        let state = states.entry(credential.clone()).or_default();
        state.windows.retain(|_, window| window.end > now);
        if state.resources.get(operation) != Some(&resource) {
            state.resources.insert(operation, resource.clone());
        }
        let (Some(remaining), Some(reset)) = (read.remaining, read.reset) else { return };
        let length = rate_limit::window(reset, headers, now);
        let end = saturating_add(now, length);
        let reset = Some(reset).filter(|_| length < LONGEST_WINDOW);
        let full = state.windows.len() >= MOST_RESOURCES;
        match state.windows.get_mut(&resource) {
            // Responses can arrive out of order: the smaller number is the later one.
            Some(window) if window.reset == reset => window.remaining = window.remaining.min(remaining),
            // `None` is before any other.
            Some(window) if window.reset > reset => {}
            Some(window) => *window = Window { remaining, reset, end },
            None if full => {}
            None => {
                state.windows.insert(resource, Window { remaining, reset, end });
            }
        }
    }

    /// Blocks all requests of the credential after a refusal, and returns for how long.
    pub(super) fn hit(
        &self,
        credential: &CredentialKey,
        admission: Admission,
        limit: LimitHit,
        now: SystemTime,
    ) -> Duration {
        let mut states = self.states();
        let state = states.entry(credential.clone()).or_default();
        let wait = match limit {
            LimitHit::RetryAfter(wait) | LimitHit::Window(wait) => wait,
            LimitHit::Secondary => {
                // Requests that were in flight together are refused together: that is one hit.
                if admission.secondary_hits >= state.secondary_hits {
                    state.secondary_hits = state.secondary_hits.saturating_add(1);
                }
                let doublings = state.secondary_hits.saturating_sub(1);
                let factor = 1u32.checked_shl(doublings).unwrap_or(u32::MAX);
                limit.wait().saturating_mul(factor).min(LONGEST_WAIT)
            }
        };
        let end = saturating_add(now, wait);
        state.blocked_until = Some(state.blocked_until.map_or(end, |blocked| blocked.max(end)));
        wait
    }

    /// Records a request that no limit refused: secondary limits hit before it was sent are over.
    pub(super) fn passed(&self, credential: &CredentialKey, admission: Admission) {
        if let Some(state) = self.states().get_mut(credential)
            && admission.secondary_hits == state.secondary_hits
        {
            state.secondary_hits = 0;
        }
    }

    fn states(&self) -> MutexGuard<'_, HashMap<CredentialKey, RateLimitState>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::{GET_ALERT, LIST_REPO_ALERTS, UPDATE_ALERT};
    use http::{HeaderName, HeaderValue};

    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;
    const ADMISSION: Admission = Admission { secondary_hits: 0 };

    fn credential() -> CredentialKey {
        CredentialKey::new("provider t")
    }

    fn other() -> CredentialKey {
        CredentialKey::new("provider u")
    }

    /// The headers of a response at 1 January 1970, whose window ends `reset` seconds later.
    fn headers(remaining: u64, reset: u64, resource: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let mut insert = |name, value: String| {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_str(&value).unwrap())
        };
        insert("date", "Thu, 01 Jan 1970 00:00:00 GMT".into());
        insert("x-ratelimit-remaining", remaining.to_string());
        insert("x-ratelimit-reset", reset.to_string());
        insert("x-ratelimit-resource", resource.into());
        headers
    }

    fn at(seconds: u64) -> SystemTime {
        NOW + Duration::from_secs(seconds)
    }

    #[test]
    fn after_the_last_request_of_a_window_the_next_one_waits_for_its_end() {
        let limits = RateLimits::default();
        limits.record(&credential(), GET_ALERT.id, &headers(0, 100, "core"), NOW);
        limits.record(&credential(), LIST_REPO_ALERTS.id, &headers(5, 100, "search"), NOW);
        assert_eq!(limits.admit(&credential(), GET_ALERT.id, NOW), Err(at(101)));
        assert!(limits.admit(&credential(), LIST_REPO_ALERTS.id, NOW).is_ok());
        assert_eq!(limits.admit(&credential(), UPDATE_ALERT.id, NOW), Err(at(101)), "its limit is unknown");
        assert!(limits.admit(&credential(), GET_ALERT.id, at(101)).is_ok());
        assert!(limits.admit(&other(), GET_ALERT.id, NOW).is_ok());
    }

    #[test]
    fn a_late_response_does_not_raise_remaining_and_a_new_window_does() {
        let limits = RateLimits::default();
        let record = |remaining, reset| {
            limits.record(&credential(), GET_ALERT.id, &headers(remaining, reset, "core"), NOW);
            limits.admit(&credential(), GET_ALERT.id, NOW).is_ok()
        };
        assert!(!record(0, 100));
        assert!(!record(3, 100), "out of order");
        assert!(!record(4000, 90), "of an earlier window");
        assert!(record(5000, 3600));
        assert!(record(0, 100), "late");
    }

    #[test]
    fn a_window_that_ends_too_late_blocks_for_about_an_hour_and_hides_no_other() {
        let limits = RateLimits::default();
        let record = |remaining, reset, now| {
            limits.record(&credential(), GET_ALERT.id, &headers(remaining, reset, "core"), now);
            limits.admit(&credential(), GET_ALERT.id, now).err()
        };
        assert_eq!(record(0, 1 << 40, NOW), Some(NOW + LONGEST_WINDOW));
        assert_eq!(record(5, 100, NOW), None, "of a request that was in flight");
        assert_eq!(record(0, 1 << 40, NOW), None, "the true window is known");
        assert_eq!(record(0, 100, NOW), Some(at(101)));
    }

    #[test]
    fn a_server_without_limits_blocks_no_request() {
        let limits = RateLimits::default();
        limits.record(&credential(), GET_ALERT.id, &HeaderMap::new(), NOW);
        assert_eq!(limits.admit(&credential(), GET_ALERT.id, NOW), Ok(ADMISSION));
    }

    #[test]
    fn a_refusal_blocks_all_requests_of_its_credential_and_no_others() {
        let limits = RateLimits::default();
        limits.hit(&credential(), ADMISSION, LimitHit::RetryAfter(Duration::from_secs(7)), NOW);
        limits.hit(&credential(), ADMISSION, LimitHit::RetryAfter(Duration::from_secs(3)), NOW);
        assert_eq!(limits.admit(&credential(), GET_ALERT.id, NOW), Err(at(7)));
        assert_eq!(limits.admit(&credential(), UPDATE_ALERT.id, at(6)), Err(at(7)));
        assert!(limits.admit(&credential(), GET_ALERT.id, at(7)).is_ok());
        assert!(limits.admit(&other(), GET_ALERT.id, NOW).is_ok());
    }

    #[test]
    fn a_secondary_limit_doubles_once_for_all_requests_in_flight_together() {
        let limits = RateLimits::default();
        let hit = |ticket, now| limits.hit(&credential(), ticket, LimitHit::Secondary, now).as_secs();
        assert_eq!((hit(ADMISSION, NOW), hit(ADMISSION, NOW), hit(ADMISSION, NOW)), (60, 60, 60));
        let second = limits.admit(&credential(), GET_ALERT.id, at(60)).unwrap();
        assert_eq!((hit(second, at(60)), hit(second, at(60))), (120, 120));
        let third = limits.admit(&credential(), GET_ALERT.id, at(180)).unwrap();
        limits.passed(&credential(), second);
        assert_eq!(hit(third, at(180)), 240, "an earlier response changes nothing");
        let fourth = limits.admit(&credential(), GET_ALERT.id, at(420)).unwrap();
        limits.passed(&credential(), fourth);
        assert_eq!(hit(ADMISSION, at(420)), 60);
    }

    #[test]
    fn doubling_ends_at_the_longest_wait() {
        let limits = RateLimits::default();
        let mut now = NOW;
        for _ in 0..80 {
            let ticket = limits.admit(&credential(), GET_ALERT.id, now).unwrap();
            let wait = limits.hit(&credential(), ticket, LimitHit::Secondary, now);
            assert!(wait <= LONGEST_WAIT);
            now += wait;
        }
    }
}
