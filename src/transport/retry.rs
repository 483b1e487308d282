//! When a failed request is sent again.

use std::fmt;
use std::time::Duration;

use crate::error::Error;

/// Decides when a failed request is sent again.
///
/// It is called only where a retry is safe: after a failure that may pass, of an idempotent operation
/// or of a request that the server has certainly not acted on. It is not called for waits for a rate
/// limit, nor after a refreshed token. A backoff beyond the deadline of the call is not started: the
/// call fails with the last error.
///
/// If it panics, the call fails with [`Panicked`](crate::ErrorKind::Panicked) and the last error as its source, and no
/// other call is affected. With `panic = "abort"` the process ends.
pub trait RetryPolicy: Send + Sync + 'static {
    /// Returns the backoff before the next attempt; `None` to give up.
    fn decide(&self, attempt: &FailedAttempt<'_>) -> Option<Duration>;

    /// Limits this policy to `retries` retries.
    fn at_most(self, retries: u32) -> AtMost<Self>
    where
        Self: Sized,
    {
        AtMost { policy: self, retries }
    }

    /// Limits this policy to attempts for which `condition` is true.
    fn only_if<F>(self, condition: F) -> OnlyIf<Self, F>
    where
        Self: Sized,
        F: Fn(&FailedAttempt<'_>) -> bool + Send + Sync + 'static,
    {
        OnlyIf { policy: self, condition }
    }
}

/// A failed attempt, for a [`RetryPolicy`].
#[derive(Debug)]
pub struct FailedAttempt<'a> {
    pub(super) retries: u32,
    pub(super) error: &'a Error,
    pub(super) operation: &'static str,
}

impl FailedAttempt<'_> {
    /// Returns the number of retries before this attempt; 0 after the first.
    pub fn retries(&self) -> u32 {
        self.retries
    }

    /// Returns the error with which the call fails if there is no retry.
    pub fn error(&self) -> &Error {
        self.error
    }

    /// Returns the published id of the operation, for example `secret-scanning/get-alert`; the path
    /// template for a [custom request](crate::Client::request).
    pub fn operation(&self) -> &'static str {
        self.operation
    }
}

/// A number of retries with exponential backoff and full jitter.
///
/// Default: three retries, with a random backoff of up to 0.5, 1 and 2 seconds. The jitter keeps
/// services that failed together from retrying together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    times: u32,
    from: Duration,
    up_to: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self { times: 3, from: Duration::from_millis(500), up_to: Duration::from_secs(30) }
    }
}

impl Retry {
    /// Creates a policy without retries.
    pub fn never() -> Self {
        Self::times(0)
    }

    /// Creates a policy of at most `retries` retries: `retries + 1` attempts.
    pub fn times(retries: u32) -> Self {
        Self { times: retries, ..Self::default() }
    }

    /// Sets the longest first backoff, which doubles with each retry, and the longest of all. Default:
    /// 0.5 and 30 seconds.
    pub fn backoff(self, from: Duration, up_to: Duration) -> Self {
        Self { from, up_to, ..self }
    }

    fn ceiling(&self, retries: u32) -> Duration {
        let factor = 1u32.checked_shl(retries).unwrap_or(u32::MAX);
        self.from.saturating_mul(factor).min(self.up_to)
    }
}

impl RetryPolicy for Retry {
    fn decide(&self, attempt: &FailedAttempt<'_>) -> Option<Duration> {
        (attempt.retries() < self.times).then(|| self.ceiling(attempt.retries()).mul_f64(fastrand::f64()))
    }
}

/// A policy with a limited number of retries; created by [`RetryPolicy::at_most`].
#[derive(Clone, Debug)]
pub struct AtMost<P> {
    policy: P,
    retries: u32,
}

impl<P: RetryPolicy> RetryPolicy for AtMost<P> {
    fn decide(&self, attempt: &FailedAttempt<'_>) -> Option<Duration> {
        if attempt.retries() < self.retries { self.policy.decide(attempt) } else { None }
    }
}

/// A policy with a condition; created by [`RetryPolicy::only_if`].
#[derive(Clone)]
pub struct OnlyIf<P, F> {
    policy: P,
    condition: F,
}

impl<P, F> RetryPolicy for OnlyIf<P, F>
where
    P: RetryPolicy,
    F: Fn(&FailedAttempt<'_>) -> bool + Send + Sync + 'static,
{
    fn decide(&self, attempt: &FailedAttempt<'_>) -> Option<Duration> {
        if (self.condition)(attempt) { self.policy.decide(attempt) } else { None }
    }
}

impl<P: fmt::Debug, F> fmt::Debug for OnlyIf<P, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnlyIf").field("policy", &self.policy).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::GET_ALERT;

    use super::*;

    fn decide(policy: &impl RetryPolicy, retries: u32) -> Option<Duration> {
        let error = Error::invalid_argument("a", "b");
        policy.decide(&FailedAttempt { retries, error: &error, operation: GET_ALERT.id })
    }

    #[test]
    fn the_default_is_three_retries_with_a_backoff_that_doubles() {
        let policy = Retry::default();
        for (retries, ceiling) in [(0, 500), (1, 1_000), (2, 2_000)] {
            for _ in 0..200 {
                let backoff = decide(&policy, retries);
                assert!(backoff.is_some_and(|b| b <= Duration::from_millis(ceiling)), "{backoff:?}");
            }
        }
        assert_eq!(decide(&policy, 3), None);
    }

    #[test]
    fn the_backoff_uses_the_whole_range_up_to_the_longest() {
        let policy = Retry::times(u32::MAX);
        let backoffs: Vec<_> = (0..300).filter_map(|_| decide(&policy, 40)).collect();
        assert!(backoffs.iter().all(|backoff| *backoff <= Duration::from_secs(30)));
        assert!(backoffs.iter().any(|backoff| *backoff < Duration::from_secs(10)));
        assert!(backoffs.iter().any(|backoff| *backoff > Duration::from_secs(20)));
    }

    #[test]
    fn policies_compose() {
        assert_eq!(decide(&Retry::never(), 0), None);
        assert!(decide(&Retry::times(9).at_most(2), 1).is_some());
        assert_eq!(decide(&Retry::times(9).at_most(2), 2), None);
        let reads = Retry::default().only_if(|attempt| attempt.operation() == "other");
        assert_eq!(decide(&reads, 0), None);
    }
}
