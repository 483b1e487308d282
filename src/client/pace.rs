//! Setters for how long requests may take, how fast they may go, and when they go again.

use std::sync::Arc;
use std::time::Duration;

use super::ClientBuilder;
use crate::error::Error;
use crate::transport::{Clock, RetryPolicy, Settings};

impl ClientBuilder {
    /// How long one attempt may take from connecting to the last byte of the answer; 30 seconds by
    /// default.
    ///
    /// An attempt never takes longer than what is left of the call. It goes by real time.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = timeout;
        self
    }

    /// How long a call may take with all that it waits for: its place in the queue, rate limits,
    /// retries, a token; 10 minutes by default.
    ///
    /// A wait that would go beyond it is not begun: the call fails at once with
    /// [`Deadline`](crate::ErrorKind::Deadline), or for a retry with what it failed with before.
    pub fn call_timeout(mut self, timeout: Duration) -> Self {
        self.settings.call_timeout = timeout;
        self
    }

    /// The largest answer that is read, in bytes after decompression; 32 MiB by default.
    ///
    /// A larger one is cut off, and the call fails with [`TooLarge`](crate::ErrorKind::TooLarge).
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_body_bytes = bytes;
        self
    }

    /// How many requests of this client are on their way at once; the others wait in line. 10 by
    /// default, `None` for no bound.
    ///
    /// GitHub allows 100 in all, and advises to send one after the other.
    pub fn max_in_flight(mut self, requests: Option<usize>) -> Self {
        self.settings.max_in_flight = requests;
        self
    }

    /// The time from the end of one write to the next; 1 second by default, as GitHub advises.
    ///
    /// Writes go one at a time, in the order in which they were sent. `None` ends both: writes then
    /// go like reads. Standing in line counts towards [`call_timeout`](Self::call_timeout).
    pub fn write_spacing(mut self, spacing: Option<Duration>) -> Self {
        self.settings.write_spacing = spacing;
        self
    }

    /// Whether calls wait for rate limits, within [`call_timeout`](Self::call_timeout); true by
    /// default.
    ///
    /// A request that was refused for a limit is then repeated after the wait, a write as well, and
    /// all others of the same token wait with it; one that would go beyond what is left of a window
    /// waits before it is sent. With false, all of these fail at once with
    /// [`RateLimited`](crate::ErrorKind::RateLimited), and nothing is sent before the limit is over.
    pub fn wait_for_limits(mut self, wait: bool) -> Self {
        self.settings.wait_for_limits = wait;
        self
    }

    /// When a request that failed is sent again; [`Retry::default`](crate::Retry) by default: three
    /// retries, with pauses of random length up to 0.5, 1 and 2 seconds.
    ///
    /// The policy is asked about failed connections, attempts that took too long, answers that broke
    /// off, the status 408, 500, 502, 503 and 504, and a 429 that names no limit. It is never asked
    /// about a write that the server may have acted on.
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.settings.retry = Arc::new(policy);
        self
    }

    /// The clock that all waits but those for the network go by; the system's by default.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Arc::new(clock);
        self
    }
}

/// Refuses what would let nothing through.
pub(super) fn check(settings: &Settings) -> Result<(), Error> {
    for (argument, timeout) in
        [("attempt_timeout", settings.attempt_timeout), ("call_timeout", settings.call_timeout)]
    {
        if timeout.is_zero() {
            return Err(Error::invalid_argument(argument, "must be longer than nothing"));
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
    use crate::{Client, ClientBuilder};

    use super::*;

    #[test]
    fn what_would_let_nothing_through_is_refused_under_its_own_name() {
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
}
