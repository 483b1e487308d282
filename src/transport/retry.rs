//! Whether and when a request that failed is sent again.

use std::fmt;
use std::time::Duration;

use github_secret_scanning_generated::Operation;

use crate::error::Error;

/// Decides when a request that failed is sent again.
///
/// It is asked only about what may be repeated without harm: a failure that may pass, of an
/// operation that can be sent twice, or of a request that the server has certainly not acted on.
/// It is not asked about waiting for a rate limit, nor about a token that had to be renewed. A
/// wait that would pass the deadline of the call is not begun: the call fails with what it has.
pub trait RetryPolicy: Send + Sync + 'static {
    /// How long to wait before the next attempt; `None` to give up.
    fn decide(&self, attempt: &FailedAttempt<'_>) -> Option<Duration>;

    /// This policy, but never more than `retries` retries.
    fn at_most(self, retries: u32) -> AtMost<Self>
    where
        Self: Sized,
    {
        AtMost { policy: self, retries }
    }

    /// This policy, but only where `condition` holds.
    fn only_if<F>(self, condition: F) -> OnlyIf<Self, F>
    where
        Self: Sized,
        F: Fn(&FailedAttempt<'_>) -> bool + Send + Sync + 'static,
    {
        OnlyIf { policy: self, condition }
    }
}

/// An attempt that failed, as a [`RetryPolicy`] sees it.
#[derive(Debug)]
pub struct FailedAttempt<'a> {
    pub(super) retries: u32,
    pub(super) error: &'a Error,
    pub(super) operation: &'static Operation,
}

impl FailedAttempt<'_> {
    /// How many retries there were in this call already; 0 after the first attempt.
    pub fn retries(&self) -> u32 {
        self.retries
    }

    /// What the call will fail with if it is not tried again.
    pub fn error(&self) -> &Error {
        self.error
    }

    /// The published id of the operation, for example `secret-scanning/get-alert`.
    pub fn operation(&self) -> &'static str {
        self.operation.id
    }
}

/// A number of retries with growing pauses, each of random length.
///
/// By default three, the first within half a second, then within twice as much each time, up to
/// 30 seconds. The random part («full jitter») keeps services that failed together from coming
/// back together.
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
    /// Every failure is final.
    pub fn never() -> Self {
        Self::times(0)
    }

    /// At most `retries` retries: `retries + 1` attempts.
    pub fn times(retries: u32) -> Self {
        Self { times: retries, ..Self::default() }
    }

    /// The longest first pause, and the longest of all; between, it doubles each time. 0.5 and 30
    /// seconds by default.
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

/// A policy with a bound on the number of retries; made by [`RetryPolicy::at_most`].
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

/// A policy with a condition; made by [`RetryPolicy::only_if`].
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
        policy.decide(&FailedAttempt { retries, error: &error, operation: &GET_ALERT })
    }

    #[test]
    fn by_default_there_are_three_retries_with_pauses_that_double_at_most() {
        let policy = Retry::default();
        for (retries, ceiling) in [(0, 500), (1, 1_000), (2, 2_000)] {
            for _ in 0..200 {
                let pause = decide(&policy, retries);
                assert!(pause.is_some_and(|p| p <= Duration::from_millis(ceiling)), "{pause:?}");
            }
        }
        assert_eq!(decide(&policy, 3), None);
    }

    #[test]
    fn pauses_use_the_whole_range_and_none_is_longer_than_the_longest() {
        let policy = Retry::times(u32::MAX);
        let pauses: Vec<_> = (0..300).filter_map(|_| decide(&policy, 40)).collect();
        assert!(pauses.iter().all(|pause| *pause <= Duration::from_secs(30)));
        assert!(pauses.iter().any(|pause| *pause < Duration::from_secs(10)));
        assert!(pauses.iter().any(|pause| *pause > Duration::from_secs(20)));
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
