//! Failures that a test schedules.

use std::collections::VecDeque;
use std::time::Duration;

use github_secret_scanning_generated::Operation;

/// A failure of one request, for [`FakeGitHub::fail_next`](crate::FakeGitHub::fail_next).
#[derive(Clone, Debug)]
pub struct Failure(FailureKind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FailureKind {
    Status(u16),
    Delay(Duration),
    RateLimit(Duration),
    SecondaryLimit(Duration),
    Disconnect,
    DisconnectAfterProcessing,
}

impl Failure {
    /// Responds with this status, from 400 to 599, and a body in GitHub's format. The request has no effect.
    ///
    /// Other statuses from 200 to 999 are sent as well; 500 replaces a status that an HTTP response cannot have.
    pub fn status(status: u16) -> Self {
        Self(FailureKind::Status(status))
    }

    /// Processes the request at once and responds properly, but only after `delay` of real time.
    ///
    /// A write has its effect even if the client has timed out by then.
    pub fn delay(delay: Duration) -> Self {
        Self(FailureKind::Delay(delay))
    }

    /// Responds as if the hourly limit were used up until `reset` from now by the fake's clock, rounded up to whole
    /// seconds: a 403 with `x-ratelimit-remaining: 0`. The request has no effect.
    ///
    /// The actual limit does not change.
    pub fn rate_limit(reset: Duration) -> Self {
        Self(FailureKind::RateLimit(reset))
    }

    /// Responds with a secondary rate limit: a 403 with a `Retry-After`, rounded up to whole seconds. The request has
    /// no effect.
    pub fn secondary_limit(retry_after: Duration) -> Self {
        Self(FailureKind::SecondaryLimit(retry_after))
    }

    /// Closes the connection without a response. The request has no effect.
    pub fn disconnect() -> Self {
        Self(FailureKind::Disconnect)
    }

    /// Processes the request, then closes the connection without a response.
    pub fn disconnect_after_processing() -> Self {
        Self(FailureKind::DisconnectAfterProcessing)
    }
}

/// The scheduled failures that are still to come, oldest first.
#[derive(Default)]
pub(crate) struct FailureQueue(VecDeque<ScheduledFailure>);

struct ScheduledFailure {
    operation: &'static Operation,
    remaining: usize,
    kind: FailureKind,
}

impl FailureQueue {
    pub(crate) fn schedule(&mut self, times: usize, operation: &'static Operation, failure: Failure) {
        if times > 0 {
            self.0.push_back(ScheduledFailure { operation, remaining: times, kind: failure.0 });
        }
    }

    /// Takes the next failure of an operation off the queue.
    pub(crate) fn next(&mut self, operation: &Operation) -> Option<FailureKind> {
        let position = self.0.iter().position(|scheduled| scheduled.operation.id == operation.id)?;
        let scheduled = self.0.get_mut(position)?;
        let kind = scheduled.kind;
        scheduled.remaining -= 1;
        if scheduled.remaining == 0 {
            self.0.remove(position);
        }
        Some(kind)
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::{GET_ALERT, UPDATE_ALERT};

    use super::*;

    #[test]
    fn failures_of_an_operation_come_in_the_order_in_which_they_were_scheduled() {
        let mut failures = FailureQueue::default();
        failures.schedule(2, &GET_ALERT, Failure::status(500));
        failures.schedule(0, &GET_ALERT, Failure::status(501));
        failures.schedule(1, &UPDATE_ALERT, Failure::disconnect());
        failures.schedule(1, &GET_ALERT, Failure::status(502));
        let scheduled: Vec<_> = std::iter::from_fn(|| failures.next(&GET_ALERT)).collect();
        let status = FailureKind::Status;
        assert_eq!(scheduled, [status(500), status(500), status(502)]);
        assert_eq!(failures.next(&UPDATE_ALERT), Some(FailureKind::Disconnect));
        assert_eq!(failures.next(&UPDATE_ALERT), None);
    }
}
