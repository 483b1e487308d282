//! What the headers of an answer say about the caller's rate limit.

use std::time::Duration;

use chrono::{DateTime, Utc};
use http::HeaderMap;

use crate::error::clean::resource;

/// The longest wait that is ever advised; GitHub's own windows last an hour.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// How long to wait where GitHub names no time, by its own advice.
const UNNAMED_WAIT: Duration = Duration::from_secs(60);

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

/// Whether the headers alone say that a limit was hit.
pub(crate) fn is_exhausted(headers: &HeaderMap) -> bool {
    headers.contains_key("retry-after") || number(headers, "x-ratelimit-remaining") == Some(0)
}

/// The wait that the answer asks for by `Retry-After`, in seconds or as a date.
pub(crate) fn named_wait(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, "retry-after")?;
    let wait = match value.trim().parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => until(http_date(value)?, headers),
    };
    Some(wait.min(LONGEST_WAIT))
}

/// The wait after a limit was hit: what the answer asks for, else the end of the window if it is
/// used up, else a minute.
pub(crate) fn wait(headers: &HeaderMap) -> Duration {
    named_wait(headers).unwrap_or_else(|| {
        let limit = RateLimit::read(headers);
        // With requests left, it is a secondary limit, and the window says nothing about that.
        let window_used_up = limit.as_ref().is_some_and(|l| l.remaining.is_none_or(|n| n == 0));
        match limit.and_then(|limit| limit.reset) {
            Some(reset) if window_used_up => until(reset, headers).min(LONGEST_WAIT),
            _ => UNNAMED_WAIT,
        }
    })
}

/// The time from the answer's own date, because this machine's clock may be wrong.
fn until(moment: DateTime<Utc>, headers: &HeaderMap) -> Duration {
    let now = text(headers, "date")
        .and_then(http_date)
        .unwrap_or_else(|| DateTime::from(std::time::SystemTime::now()));
    (moment - now).to_std().unwrap_or_default()
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

    #[test]
    fn retry_after_goes_before_the_end_of_the_window() {
        let headers = headers(&[
            DATE,
            ("retry-after", "7"),
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset", "784111877"),
        ]);
        assert_eq!(wait(&headers), Duration::from_secs(7));
    }

    #[test]
    fn the_end_of_the_window_counts_from_the_answers_own_date() {
        let headers = headers(&[DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111877")]);
        assert_eq!(wait(&headers), Duration::from_secs(100));
    }

    #[test]
    fn a_window_that_already_ended_asks_for_no_wait() {
        let headers = headers(&[DATE, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1")]);
        assert_eq!(wait(&headers), Duration::ZERO);
    }

    #[test]
    fn a_secondary_limit_without_a_time_asks_for_a_minute() {
        let headers = headers(&[DATE, ("x-ratelimit-remaining", "4000"), ("x-ratelimit-reset", "784111877")]);
        assert_eq!(wait(&headers), UNNAMED_WAIT);
    }

    #[test]
    fn retry_after_may_be_a_date_and_is_never_absurdly_long() {
        let date = headers(&[DATE, ("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT")]);
        assert_eq!(named_wait(&date), Some(Duration::from_secs(60)));
        let absurd = headers(&[("retry-after", "18446744073709551615")]);
        assert_eq!(named_wait(&absurd), Some(LONGEST_WAIT));
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
