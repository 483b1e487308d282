//! What is known of the limits of each caller, and until when its requests must wait.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;
use http::HeaderMap;

use super::clock::later;
use crate::auth::Principal;
use crate::rate_limit::{self, LONGEST_WAIT, Limit, RateLimit};

/// How many of GitHub's limits are kept for one caller; it has about ten.
const RESOURCES: usize = 32;

/// The limits of every caller that this client speaks for.
#[derive(Debug, Default)]
pub(super) struct Limits(Mutex<HashMap<Principal, Standing>>);

/// How one caller stands.
#[derive(Debug, Default)]
struct Standing {
    /// Nothing is sent before this.
    hold: Option<SystemTime>,
    /// How many limits without a named time were hit in a row.
    strikes: u32,
    windows: HashMap<String, Window>,
    /// Which limit an operation counts against, once an answer of it said so.
    resources: HashMap<&'static str, String>,
}

/// One of GitHub's limits, up to its next reset.
#[derive(Clone, Copy, Debug)]
struct Window {
    remaining: u64,
    /// By the server's clock: tells windows apart.
    reset: DateTime<Utc>,
    /// The same by our own clock.
    end: SystemTime,
}

/// Leave to send, and what was known then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    strikes: u32,
}

impl Limits {
    /// Leave to send now, or until when to wait.
    pub(super) fn admit(
        &self,
        principal: &Principal,
        operation: &Operation,
        now: SystemTime,
    ) -> Result<Ticket, SystemTime> {
        let callers = self.callers();
        let Some(standing) = callers.get(principal) else { return Ok(Ticket { strikes: 0 }) };
        let resource = standing.resources.get(operation.id);
        let empty = standing
            .windows
            .iter()
            // As long as it is not known which one counts, each of them might.
            .filter(|(name, window)| window.remaining == 0 && resource.is_none_or(|r| r == *name))
            .map(|(_, window)| window.end);
        match standing.hold.into_iter().chain(empty).filter(|end| *end > now).max() {
            Some(end) => Err(end),
            None => Ok(Ticket { strikes: standing.strikes }),
        }
    }

    /// Takes in what the headers of an answer say, whatever its status.
    pub(super) fn learn(
        &self,
        principal: &Principal,
        operation: &'static Operation,
        headers: &HeaderMap,
        now: SystemTime,
    ) {
        // Enterprise Server may have no limits, and then says nothing of them.
        let Some(read) = RateLimit::read(headers) else { return };
        let resource = read.resource.unwrap_or_default();
        let mut callers = self.callers();
        let standing = callers.entry(principal.clone()).or_default();
        standing.windows.retain(|_, window| window.end > now);
        if standing.resources.get(operation.id) != Some(&resource) {
            standing.resources.insert(operation.id, resource.clone());
        }
        let (Some(remaining), Some(reset)) = (read.remaining, read.reset) else { return };
        let end = later(now, rate_limit::window(reset, headers, now));
        let full = standing.windows.len() >= RESOURCES;
        match standing.windows.get_mut(&resource) {
            // Answers overtake each other: the smaller number is the later one.
            Some(window) if window.reset == reset => window.remaining = window.remaining.min(remaining),
            Some(window) if window.reset > reset => {}
            Some(window) => *window = Window { remaining, reset, end },
            None if full => {}
            None => {
                standing.windows.insert(resource, Window { remaining, reset, end });
            }
        }
    }

    /// A request was refused for `limit`: holds back all requests of this caller, and says for
    /// how long.
    pub(super) fn hit(
        &self,
        principal: &Principal,
        ticket: Ticket,
        limit: Limit,
        now: SystemTime,
    ) -> Duration {
        let mut callers = self.callers();
        let standing = callers.entry(principal.clone()).or_default();
        let wait = match limit {
            Limit::Named(wait) | Limit::Window(wait) => wait,
            Limit::Unnamed => {
                // Requests that were on their way together are refused together: one strike.
                if ticket.strikes >= standing.strikes {
                    standing.strikes = standing.strikes.saturating_add(1);
                }
                let doublings = standing.strikes.saturating_sub(1);
                let factor = 1u32.checked_shl(doublings).unwrap_or(u32::MAX);
                limit.wait().saturating_mul(factor).min(LONGEST_WAIT)
            }
        };
        let end = later(now, wait);
        standing.hold = Some(standing.hold.map_or(end, |hold| hold.max(end)));
        wait
    }

    /// A request was let through: limits that were hit before it was sent are over.
    pub(super) fn passed(&self, principal: &Principal, ticket: Ticket) {
        if let Some(standing) = self.callers().get_mut(principal)
            && ticket.strikes == standing.strikes
        {
            standing.strikes = 0;
        }
    }

    fn callers(&self) -> MutexGuard<'_, HashMap<Principal, Standing>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::{GET_ALERT, LIST_REPO_ALERTS, UPDATE_ALERT};
    use http::{HeaderName, HeaderValue};

    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;
    const TICKET: Ticket = Ticket { strikes: 0 };

    fn caller() -> Principal {
        Principal::Provider("t".into())
    }

    /// An answer at 1 January 1970, whose window ends `reset` seconds later.
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
    fn the_request_after_the_last_one_waits_for_the_window_of_its_own_limit() {
        let limits = Limits::default();
        limits.learn(&caller(), &GET_ALERT, &headers(0, 100, "core"), NOW);
        limits.learn(&caller(), &LIST_REPO_ALERTS, &headers(5, 100, "search"), NOW);
        assert_eq!(limits.admit(&caller(), &GET_ALERT, NOW), Err(at(101)));
        assert!(limits.admit(&caller(), &LIST_REPO_ALERTS, NOW).is_ok());
        assert_eq!(limits.admit(&caller(), &UPDATE_ALERT, NOW), Err(at(101)), "not known yet");
        assert!(limits.admit(&caller(), &GET_ALERT, at(101)).is_ok());
        assert!(limits.admit(&Principal::Provider("u".into()), &GET_ALERT, NOW).is_ok());
    }

    #[test]
    fn a_late_answer_never_raises_what_is_left_and_a_new_window_does() {
        let limits = Limits::default();
        let learn = |remaining, reset| {
            limits.learn(&caller(), &GET_ALERT, &headers(remaining, reset, "core"), NOW);
            limits.admit(&caller(), &GET_ALERT, NOW).is_ok()
        };
        assert!(!learn(0, 100));
        assert!(!learn(3, 100), "overtaken");
        assert!(!learn(4000, 90), "of a window before");
        assert!(learn(5000, 3700));
        assert!(learn(0, 100), "late");
    }

    #[test]
    fn servers_without_limits_never_hold_anything_back() {
        let limits = Limits::default();
        limits.learn(&caller(), &GET_ALERT, &HeaderMap::new(), NOW);
        assert_eq!(limits.admit(&caller(), &GET_ALERT, NOW), Ok(TICKET));
    }

    #[test]
    fn a_refusal_holds_back_all_requests_of_its_caller_and_no_others() {
        let limits = Limits::default();
        limits.hit(&caller(), TICKET, Limit::Named(Duration::from_secs(7)), NOW);
        limits.hit(&caller(), TICKET, Limit::Named(Duration::from_secs(3)), NOW);
        assert_eq!(limits.admit(&caller(), &GET_ALERT, NOW), Err(at(7)));
        assert_eq!(limits.admit(&caller(), &UPDATE_ALERT, at(6)), Err(at(7)));
        assert!(limits.admit(&caller(), &GET_ALERT, at(7)).is_ok());
        assert!(limits.admit(&Principal::Provider("u".into()), &GET_ALERT, NOW).is_ok());
    }

    #[test]
    fn a_limit_without_a_time_doubles_once_for_all_that_were_on_their_way_together() {
        let limits = Limits::default();
        let hit = |ticket, now| limits.hit(&caller(), ticket, Limit::Unnamed, now).as_secs();
        assert_eq!((hit(TICKET, NOW), hit(TICKET, NOW), hit(TICKET, NOW)), (60, 60, 60));
        let second = limits.admit(&caller(), &GET_ALERT, at(60)).unwrap();
        assert_eq!((hit(second, at(60)), hit(second, at(60))), (120, 120));
        let third = limits.admit(&caller(), &GET_ALERT, at(180)).unwrap();
        limits.passed(&caller(), second);
        assert_eq!(hit(third, at(180)), 240, "an answer from before says nothing");
        let fourth = limits.admit(&caller(), &GET_ALERT, at(420)).unwrap();
        limits.passed(&caller(), fourth);
        assert_eq!(hit(TICKET, at(420)), 60);
    }

    #[test]
    fn doubling_ends_at_the_longest_wait() {
        let limits = Limits::default();
        let mut now = NOW;
        for _ in 0..80 {
            let ticket = limits.admit(&caller(), &GET_ALERT, now).unwrap();
            let wait = limits.hit(&caller(), ticket, Limit::Unnamed, now);
            assert!(wait <= LONGEST_WAIT);
            now += wait;
        }
    }
}
