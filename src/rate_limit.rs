//! What the headers of a response report about rate limits.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};

use crate::text::{Redaction, resource};
use crate::time::parse_http_date;

/// The longest wait that is accepted from a header; GitHub's own windows last an hour.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The longest window that is believed: GitHub's last an hour, and its servers' clocks differ.
pub(crate) const LONGEST_WINDOW: Duration = Duration::from_secs(61 * 60);

/// The first wait for a secondary rate limit, as GitHub recommends.
const SECONDARY_WAIT: Duration = Duration::from_secs(60);

/// The rate limit reported by a response.
///
/// Source: [rate limits for the REST
/// API](https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// The number of requests that a window allows.
    pub limit: Option<u64>,
    /// The number of requests left in the window.
    pub remaining: Option<u64>,
    /// The number of requests spent in the window.
    pub used: Option<u64>,
    /// The end of the window, at which the count restarts.
    pub reset: Option<DateTime<Utc>>,
    /// The name of the limit, for example `core`.
    pub resource: Option<String>,
}

impl RateLimit {
    /// Reads the headers; `None` if all are missing, as on servers without limits.
    pub(crate) fn read(headers: &HeaderMap, redaction: &Redaction) -> Option<Self> {
        let read = Self {
            limit: number(headers, "x-ratelimit-limit"),
            remaining: number(headers, "x-ratelimit-remaining"),
            used: number(headers, "x-ratelimit-used"),
            reset: number(headers, "x-ratelimit-reset")
                .and_then(|seconds| i64::try_from(seconds).ok())
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
            resource: text(headers, "x-ratelimit-resource").and_then(|name| resource(name, redaction)),
        };
        let empty = read.limit.is_none()
            && read.remaining.is_none()
            && read.used.is_none()
            && read.reset.is_none()
            && read.resource.is_none();
        (!empty).then_some(read)
    }
}

/// The rate limit that a response with status 403 or 429 was refused for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LimitHit {
    /// `Retry-After` names the wait; it may be zero.
    RetryAfter(Duration),
    /// The window is used up, and lasts this long.
    Window(Duration),
    /// A secondary rate limit, or another one without a time.
    Secondary,
}

impl LimitHit {
    /// Reads a refusal as far as its message does not matter: one with `Retry-After`, and every 429, which has no other
    /// cause. Without a time, an immediate retry would prolong a secondary limit.
    pub(crate) fn of_headers(status: StatusCode, headers: &HeaderMap, now: SystemTime) -> Option<Self> {
        match status {
            StatusCode::TOO_MANY_REQUESTS => Self::read(headers, None, now).or(Some(Self::Secondary)),
            StatusCode::FORBIDDEN => retry_after(headers, now).map(Self::RetryAfter),
            _ => None,
        }
    }

    /// Reads a refusal; `None` if nothing in it points to a limit, as for missing permissions.
    ///
    /// `message_names_limit` is whether GitHub's message is about a limit, if there is one: the last
    /// request of a window can be refused for another reason.
    pub(crate) fn read(
        headers: &HeaderMap,
        message_names_limit: Option<bool>,
        now: SystemTime,
    ) -> Option<Self> {
        if let Some(wait) = retry_after(headers, now) {
            return Some(Self::RetryAfter(wait));
        }
        // Its name is not shown.
        let limit = RateLimit::read(headers, &Redaction::none());
        if message_names_limit != Some(false)
            && limit.as_ref().is_some_and(|limit| limit.remaining == Some(0))
        {
            let reset = limit.and_then(|limit| limit.reset);
            let reset = reset.filter(|reset| !ended(*reset, headers, now));
            return Some(reset.map_or(Self::Secondary, |reset| Self::Window(window(reset, headers, now))));
        }
        (message_names_limit == Some(true)).then_some(Self::Secondary)
    }

    /// Returns the wait when it is hit for the first time.
    pub(crate) fn wait(self) -> Duration {
        match self {
            Self::RetryAfter(wait) | Self::Window(wait) => wait,
            Self::Secondary => SECONDARY_WAIT,
        }
    }
}

/// Reads `Retry-After`, in seconds or as a date; `None` if it is missing or malformed.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text(headers, "retry-after")?;
    let wait = match value.trim().parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => until(parse_http_date(value)?, headers, now),
    };
    Some(wait.min(LONGEST_WAIT))
}

/// Returns how long a window lasts that ends at `reset`, at most [`LONGEST_WINDOW`], plus a second for
/// the fractions of seconds that neither date contains.
pub(crate) fn window(reset: DateTime<Utc>, headers: &HeaderMap, now: SystemTime) -> Duration {
    let reset = u64::try_from(reset.timestamp()).unwrap_or_default();
    let reset = UNIX_EPOCH.checked_add(Duration::from_secs(reset));
    let left = reset.map_or(LONGEST_WINDOW, |reset| until(reset, headers, now));
    left.saturating_add(Duration::from_secs(1)).min(LONGEST_WINDOW)
}

/// Returns whether a window ended so long before the response that it is no reason for a refusal. Within a minute
/// it can be: the server counts, writes the header and sends the date at different times.
fn ended(reset: DateTime<Utc>, headers: &HeaderMap, now: SystemTime) -> bool {
    let sent = crate::time::date(date(headers).unwrap_or(now));
    sent.signed_duration_since(reset).num_seconds() > 60
}

/// Counts from the response's own date, because the clock of this machine may be wrong.
fn until(time: SystemTime, headers: &HeaderMap, now: SystemTime) -> Duration {
    time.duration_since(date(headers).unwrap_or(now)).unwrap_or_default()
}

/// Returns the time at which the server responded, by its own clock.
pub(crate) fn date(headers: &HeaderMap) -> Option<SystemTime> {
    parse_http_date(text(headers, "date")?)
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    text(headers, name)?.trim().parse().ok()
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect()
    }

    const DATE: (&str, &str) = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    /// A clock that is far off.
    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn read(names_limit: Option<bool>, pairs: &[(&'static str, &'static str)]) -> Option<LimitHit> {
        LimitHit::read(&headers(pairs), names_limit, NOW)
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn retry_after_takes_precedence_over_the_end_of_the_window() {
        let used_up = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")];
        let with_both = [&used_up[..], &[("retry-after", "7")]].concat();
        assert_eq!(read(Some(true), &with_both), Some(LimitHit::RetryAfter(seconds(7))));
        assert_eq!(read(Some(true), &used_up), Some(LimitHit::Window(seconds(101))));
    }

    #[test]
    fn a_window_that_just_ended_waits_a_second_and_one_that_ended_long_ago_or_has_no_end_a_minute() {
        let used_up = ("x-ratelimit-remaining", "0");
        for just in ["784111777", "784111717"] {
            let ended = [DATE, used_up, ("x-ratelimit-reset", just)];
            assert_eq!(read(None, &ended), Some(LimitHit::Window(seconds(1))));
        }
        // Otherwise a server whose window never moves on would receive a request each second.
        let ended = [DATE, used_up, ("x-ratelimit-reset", "784111716")];
        for without_end in [&ended[..], &[DATE, used_up]] {
            let limit = read(None, without_end);
            assert_eq!(limit.map(|limit| (limit, limit.wait())), Some((LimitHit::Secondary, seconds(60))));
        }
    }

    #[test]
    fn with_requests_left_only_the_message_makes_it_a_limit() {
        let left = [DATE, ("x-ratelimit-remaining", "4000"), ("x-ratelimit-reset", "784111877")];
        assert_eq!(read(Some(true), &left), Some(LimitHit::Secondary));
        assert_eq!(read(Some(false), &left), None);
        assert_eq!(read(None, &left), None);
    }

    #[test]
    fn the_last_request_of_a_window_can_be_refused_for_another_reason() {
        let used_up = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")];
        assert_eq!(read(Some(false), &used_up), None);
    }

    #[test]
    fn retry_after_may_be_a_date_and_is_never_absurdly_long() {
        let wait = |pairs: &[_]| retry_after(&headers(pairs), NOW);
        let date = |date| wait(&[DATE, ("retry-after", date)]);
        assert_eq!(date("Sun, 06 Nov 1994 08:50:37 GMT"), Some(seconds(60)));
        assert_eq!(date("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        for rubbish in ["soon", "", "-1", "1.5"] {
            assert_eq!(date(rubbish), None, "{rubbish}");
        }
        assert_eq!(wait(&[("retry-after", "18446744073709551615")]), Some(LONGEST_WAIT));
    }

    #[test]
    fn a_clock_beyond_all_dates_makes_no_endless_wait() {
        let far = seconds(1 << 53);
        let named = headers(&[("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT")]);
        let used_up = headers(&[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")]);
        for (now, wait, limit) in [
            (NOW + far, Duration::ZERO, LimitHit::Secondary),
            (NOW - far, LONGEST_WAIT, LimitHit::Window(LONGEST_WINDOW)),
        ] {
            assert_eq!(retry_after(&named, now), Some(wait));
            assert_eq!(LimitHit::read(&used_up, None, now), Some(limit));
        }
    }

    #[test]
    fn a_window_that_ends_in_a_year_is_believed_for_about_an_hour() {
        for reset in ["815647777", "9999999999", "253402300799"] {
            let used_up = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", reset)];
            assert_eq!(read(None, &used_up), Some(LimitHit::Window(LONGEST_WINDOW)), "{reset}");
        }
        let full_hour = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784115377")];
        assert_eq!(read(None, &full_hour), Some(LimitHit::Window(seconds(3601))));
    }

    #[test]
    fn missing_and_malformed_headers_are_none() {
        assert_eq!(RateLimit::read(&HeaderMap::new(), &Redaction::none()), None);
        let read = RateLimit::read(
            &headers(&[
                ("x-ratelimit-limit", "5000"),
                ("x-ratelimit-remaining", "many"),
                ("x-ratelimit-reset", "18446744073709551615"),
            ]),
            &Redaction::none(),
        );
        let read = read.map(|r| (r.limit, r.remaining, r.reset));
        assert_eq!(read, Some((Some(5000), None, None)));
    }
}
