//! What the headers of an answer say about the caller's rate limit.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use http::HeaderMap;

use crate::error::clean::resource;
use crate::transport;

/// The longest wait that is taken seriously; GitHub's own windows last an hour.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// How long to wait where GitHub names no time, by its own advice.
pub(crate) const UNNAMED_WAIT: Duration = Duration::from_secs(60);

/// The state of the caller's rate limit, after the answer that it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// How many requests a window allows.
    pub limit: Option<u64>,
    /// How many are left of them.
    pub remaining: Option<u64>,
    /// How many are spent.
    pub used: Option<u64>,
    /// When the window ends and the count begins anew.
    pub reset: Option<DateTime<Utc>>,
    /// Which of GitHub's limits this is, for example `core`.
    pub resource: Option<String>,
}

impl RateLimit {
    /// Reads the headers; `None` when there is not one of them, as on servers without limits.
    pub(crate) fn read(headers: &HeaderMap) -> Option<Self> {
        let read = Self {
            limit: number(headers, "x-ratelimit-limit"),
            remaining: number(headers, "x-ratelimit-remaining"),
            used: number(headers, "x-ratelimit-used"),
            reset: number(headers, "x-ratelimit-reset")
                .and_then(|seconds| i64::try_from(seconds).ok())
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
            resource: text(headers, "x-ratelimit-resource").and_then(resource),
        };
        let empty = read.limit.is_none()
            && read.remaining.is_none()
            && read.used.is_none()
            && read.reset.is_none()
            && read.resource.is_none();
        (!empty).then_some(read)
    }
}

/// What a refusal (403 or 429) says of the limit that it is for, and so how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// `Retry-After` names the wait; it may be nothing.
    Named(Duration),
    /// The window is used up, and this is how long it still lasts.
    Window(Duration),
    /// A limit for which no time is named: a secondary one, mostly.
    Unnamed,
}

impl Limit {
    /// What a refusal says; `None` where it shows no sign of a limit, as for want of permission.
    ///
    /// `words` is whether GitHub's own words speak of a limit, if it said anything at all: the last
    /// request of a window can be one that would have been refused anyway.
    pub(crate) fn read(headers: &HeaderMap, words: Option<bool>, now: SystemTime) -> Option<Self> {
        if let Some(wait) = named_wait(headers, now) {
            return Some(Self::Named(wait));
        }
        let limit = RateLimit::read(headers);
        if words != Some(false) && limit.as_ref().is_some_and(|limit| limit.remaining == Some(0)) {
            let reset = limit.and_then(|limit| limit.reset);
            return Some(reset.map_or(Self::Unnamed, |reset| Self::Window(window(reset, headers, now))));
        }
        (words == Some(true)).then_some(Self::Unnamed)
    }

    /// The wait that it asks for when it is hit for the first time.
    pub(crate) fn wait(self) -> Duration {
        match self {
            Self::Named(wait) | Self::Window(wait) => wait,
            Self::Unnamed => UNNAMED_WAIT,
        }
    }
}

/// The wait that the answer asks for by `Retry-After`, in seconds or as a date; `None` where there
/// is none or it cannot be read.
pub(crate) fn named_wait(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text(headers, "retry-after")?;
    let wait = match value.trim().parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => until(http_date(value)?, headers, now),
    };
    Some(wait.min(LONGEST_WAIT))
}

/// How long a window still lasts that ends at `reset`, with a second for the parts of one that
/// neither date tells.
pub(crate) fn window(reset: DateTime<Utc>, headers: &HeaderMap, now: SystemTime) -> Duration {
    (until(reset, headers, now) + Duration::from_secs(1)).min(LONGEST_WAIT)
}

/// The time from the answer's own date, because this machine's clock may be wrong.
fn until(moment: DateTime<Utc>, headers: &HeaderMap, now: SystemTime) -> Duration {
    let now = text(headers, "date").and_then(http_date).unwrap_or_else(|| transport::date(now));
    (moment - now).to_std().unwrap_or_default()
}

/// When the server answered, by its own clock, in seconds since 1970.
pub(crate) fn date(headers: &HeaderMap) -> Option<i64> {
    text(headers, "date").and_then(http_date).map(|date| date.timestamp())
}

fn http_date(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc2822(text.trim()).ok().map(|date| date.to_utc())
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

    fn read(words: Option<bool>, pairs: &[(&'static str, &'static str)]) -> Option<Limit> {
        Limit::read(&headers(pairs), words, NOW)
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn retry_after_goes_before_the_end_of_the_window() {
        let used_up = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")];
        let with_both = [&used_up[..], &[("retry-after", "7")]].concat();
        assert_eq!(read(Some(true), &with_both), Some(Limit::Named(seconds(7))));
        assert_eq!(read(Some(true), &used_up), Some(Limit::Window(seconds(101))));
    }

    #[test]
    fn a_window_that_already_ended_asks_for_a_second_and_one_without_an_end_for_a_minute() {
        let ended = [DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1")];
        assert_eq!(read(None, &ended), Some(Limit::Window(seconds(1))));
        let endless = read(None, &[DATE, ("x-ratelimit-remaining", "0")]);
        assert_eq!(endless.map(|limit| (limit, limit.wait())), Some((Limit::Unnamed, seconds(60))));
    }

    #[test]
    fn with_requests_left_only_words_make_it_a_limit() {
        let left = [DATE, ("x-ratelimit-remaining", "4000"), ("x-ratelimit-reset", "784111877")];
        assert_eq!(read(Some(true), &left), Some(Limit::Unnamed));
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
        let wait = |pairs: &[_]| named_wait(&headers(pairs), NOW);
        let date = |date| wait(&[DATE, ("retry-after", date)]);
        assert_eq!(date("Sun, 06 Nov 1994 08:50:37 GMT"), Some(seconds(60)));
        assert_eq!(date("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        for rubbish in ["soon", "", "-1", "1.5"] {
            assert_eq!(date(rubbish), None, "{rubbish}");
        }
        assert_eq!(wait(&[("retry-after", "18446744073709551615")]), Some(LONGEST_WAIT));
    }

    #[test]
    fn a_clock_beyond_all_dates_makes_no_wait_endless_and_panics_nowhere() {
        let far = seconds(1 << 53);
        let named = headers(&[("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT")]);
        let used_up = headers(&[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")]);
        for (now, wait, window) in
            [(NOW + far, Duration::ZERO, seconds(1)), (NOW - far, LONGEST_WAIT, LONGEST_WAIT)]
        {
            assert_eq!(named_wait(&named, now), Some(wait));
            assert_eq!(Limit::read(&used_up, None, now), Some(Limit::Window(window)));
        }
    }

    #[test]
    fn headers_that_are_missing_or_garbled_are_none() {
        assert_eq!(RateLimit::read(&HeaderMap::new()), None);
        let read = RateLimit::read(&headers(&[
            ("x-ratelimit-limit", "5000"),
            ("x-ratelimit-remaining", "many"),
            ("x-ratelimit-reset", "18446744073709551615"),
        ]));
        let read = read.map(|r| (r.limit, r.remaining, r.reset));
        assert_eq!(read, Some((Some(5000), None, None)));
    }
}
