//! Setters of timeouts, permits, rate limits, retries, and the clock.

use std::sync::Arc;
use std::time::Duration;

use super::ClientBuilder;
use crate::error::Error;
use crate::time::{CallersClock, Clock};
use crate::transport::{RetryPolicy, Settings};

impl ClientBuilder {
    /// Sets the timeout of one attempt, from connecting to the last byte of the response. Default: 30
    /// seconds.
    ///
    /// It goes by real time, and is never longer than the rest of the call. The body of an error has at most 5 seconds of
    /// it; the status counts with what arrived until then.
    ///
    /// A connection over HTTP/2 that does not acknowledge a `PING` within 20 seconds is closed, and after two timeouts
    /// in a row without a response new connections are opened.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = timeout;
        self
    }

    /// Sets the deadline of a call, with all its waits: for permits, rate limits, retries, a token.
    /// Default: 10 minutes.
    ///
    /// A list makes a call for each page: reading all of them has no deadline of its own.
    ///
    /// A wait beyond the deadline is not started: the call fails at once with
    /// [`Deadline`](crate::ErrorKind::Deadline), or for a retry with the error of the last attempt.
    pub fn call_timeout(mut self, timeout: Duration) -> Self {
        self.settings.call_timeout = timeout;
        self
    }

    /// Sets the largest response body, in bytes after decompression. Default: 8 MiB.
    ///
    /// At a larger one, the call fails with [`TooLarge`](crate::ErrorKind::TooLarge). So do a page with more than 1,000
    /// items and a body with more than 131,072 JSON values, whatever their size: a page of GitHub's has at most a hundred
    /// items, and about 25,000 values. With the default, one call grows the process by at most 200 MiB, whatever a server
    /// sends; a larger limit raises that.
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_body_bytes = bytes;
        self
    }

    /// Sets how many requests of this client are in flight at once; others wait for a permit. Default:
    /// 10; `None` for no limit.
    ///
    /// GitHub allows 100, and recommends to send one after the other.
    pub fn max_in_flight(mut self, requests: Option<usize>) -> Self {
        self.settings.max_in_flight = requests;
        self
    }

    /// Sets the time between the end of one write and the next. Default: 1 second, as GitHub
    /// recommends.
    ///
    /// Writes are sent one at a time, in order. `None` disables both: writes are then sent like reads.
    /// Waiting counts towards [`call_timeout`](Self::call_timeout).
    pub fn write_spacing(mut self, spacing: Option<Duration>) -> Self {
        self.settings.write_spacing = spacing;
        self
    }

    /// Sets whether calls wait for rate limits, within [`call_timeout`](Self::call_timeout). Default:
    /// true.
    ///
    /// A request that was refused for a limit is then sent again after the wait, also a write, and all
    /// other requests of the same credentials wait too; with no request left in a window, the next one
    /// waits before it is sent. With false, all of these fail at once with
    /// [`RateLimited`](crate::ErrorKind::RateLimited), and nothing is sent before the limit is over.
    pub fn wait_for_limits(mut self, wait: bool) -> Self {
        self.settings.wait_for_limits = wait;
        self
    }

    /// Sets the retry policy. Default: [`Retry::default`](crate::Retry), three retries with a random
    /// backoff of up to 0.5, 1 and 2 seconds.
    ///
    /// It is called for failed connections, timeouts of attempts, connections that closed early, the
    /// status 408, 500, 502, 503 and 504, and a rate limit without a wait. It is never called for a
    /// write whose outcome is unknown.
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.settings.retry = Arc::new(policy);
        self
    }

    /// Sets the clock for all waits but those for the network. Default: the system's.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Arc::new(CallersClock(clock));
        self
    }
}

/// Refuses settings with which no request could be sent.
pub(super) fn check(settings: &Settings) -> Result<(), Error> {
    for (argument, timeout) in
        [("attempt_timeout", settings.attempt_timeout), ("call_timeout", settings.call_timeout)]
    {
        if timeout.is_zero() {
            return Err(Error::invalid_argument(argument, "must be greater than zero"));
        }
    }
    for (argument, number) in
        [("max_in_flight", settings.max_in_flight), ("max_body_bytes", Some(settings.max_body_bytes))]
    {
        if number == Some(0) {
            return Err(Error::invalid_argument(argument, "must be at least 1"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::decode::{MOST_ITEMS, MOST_VALUES};
    use crate::transport::ERROR_BODY_TIME;
    use crate::{Client, ClientBuilder};

    use super::*;

    #[test]
    fn settings_that_prevent_every_request_are_refused_by_name() {
        let refused = |set: fn(ClientBuilder) -> ClientBuilder| {
            let builder = set(Client::builder().token("t"));
            builder.build().err().and_then(|error| error.argument())
        };
        assert_eq!(refused(|b| b.attempt_timeout(Duration::ZERO)), Some("attempt_timeout"));
        assert_eq!(refused(|b| b.call_timeout(Duration::ZERO)), Some("call_timeout"));
        assert_eq!(refused(|b| b.max_in_flight(Some(0))), Some("max_in_flight"));
        assert_eq!(refused(|b| b.max_body_bytes(0)), Some("max_body_bytes"));
        assert_eq!(refused(|b| b.max_in_flight(None).write_spacing(Some(Duration::ZERO))), None);
    }

    fn thousands(number: usize) -> String {
        format!("{},{:03}", number / 1_000, number % 1_000)
    }

    #[test]
    fn the_documented_defaults_are_those_of_the_code() {
        let settings = Settings::default();
        let builder = Client::builder();
        let retry = format!("{:?}", crate::Retry::default());
        assert_eq!(retry, "Retry { times: 3, from: 500ms, up_to: 30s }");
        assert!(settings.wait_for_limits);
        let rows = [
            ("requests in flight", settings.max_in_flight.unwrap().to_string()),
            ("writes", format!("one at a time, {} s apart", settings.write_spacing.unwrap().as_secs())),
            ("rate limits", "all requests of the credentials wait as long as GitHub requires".to_owned()),
            ("retries, where they are safe", "3, with a random backoff of up to 0.5, 1 and 2 s".to_owned()),
            ("timeout of connecting", format!("{} s", builder.connection.connect_timeout.as_secs())),
            ("timeout of an attempt", format!("{} s", settings.attempt_timeout.as_secs())),
            ("deadline of a call, with all its waits", format!("{} s", settings.call_timeout.as_secs())),
            ("time for the body of an error", format!("{} s", ERROR_BODY_TIME.as_secs())),
            ("largest response body", format!("{} MiB, decompressed", settings.max_body_bytes >> 20)),
            (
                "items of a page, and JSON values of a response",
                format!("{} and {}", thousands(MOST_ITEMS), thousands(MOST_VALUES)),
            ),
            ("cache of responses, revalidated before use", "none".to_owned()),
        ];
        for text in [include_str!("../../README.md"), include_str!("../lib.rs")] {
            for (setting, default) in &rows {
                assert!(text.contains(&format!("| {setting} | {default} |")), "{setting}: {default}");
            }
        }
    }
}
