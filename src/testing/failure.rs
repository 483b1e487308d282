//! How the fake fails on purpose.

use std::collections::VecDeque;
use std::time::Duration;

use github_secret_scanning_generated::Operation;

/// A way to fail, for [`FakeGitHub::fail_next`](super::FakeGitHub::fail_next).
#[derive(Clone, Debug)]
pub struct Failure(pub(super) Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Status(u16),
    Delay(Duration),
    RateLimit(Duration),
    SecondaryLimit(Duration),
    CutBefore,
    CutAfter,
}

impl Failure {
    /// Answers with this status, from 400 to 599, and GitHub's shape of a body, and does nothing.
    ///
    /// Any other from 200 to 999 is sent as well; for what no answer of HTTP can have, 500 is.
    pub fn status(status: u16) -> Self {
        Self(Kind::Status(status))
    }

    /// Does what was asked at once, and answers properly, but only after so long (of real time).
    ///
    /// A caller who gave up meanwhile has changed something all the same.
    pub fn delay(delay: Duration) -> Self {
        Self(Kind::Delay(delay))
    }

    /// Refuses as if the hourly limit were used up, and were full again after `reset`, rounded up to whole seconds by the
    /// fake's clock: a 403 with `x-ratelimit-remaining: 0`.
    ///
    /// The limit itself stays as it is.
    pub fn rate_limit(reset: Duration) -> Self {
        Self(Kind::RateLimit(reset))
    }

    /// Refuses for too many requests at once: a 403 with a `Retry-After` of so many seconds, rounded up.
    pub fn secondary_limit(retry_after: Duration) -> Self {
        Self(Kind::SecondaryLimit(retry_after))
    }

    /// Closes the connection in place of an answer, and does nothing.
    pub fn cut() -> Self {
        Self(Kind::CutBefore)
    }

    /// Does what was asked, and closes the connection in place of an answer.
    pub fn cut_after_acting() -> Self {
        Self(Kind::CutAfter)
    }
}

/// The failures that are still to come, in the order in which they were asked for.
#[derive(Default)]
pub(super) struct Failures(VecDeque<Planned>);

struct Planned {
    operation: &'static Operation,
    left: usize,
    kind: Kind,
}

impl Failures {
    pub(super) fn plan(&mut self, times: usize, operation: &'static Operation, failure: Failure) {
        if times > 0 {
            self.0.push_back(Planned { operation, left: times, kind: failure.0 });
        }
    }

    /// How the request that came in now is to fail, if it is.
    pub(super) fn next(&mut self, operation: &Operation) -> Option<Kind> {
        let position = self.0.iter().position(|planned| planned.operation.id == operation.id)?;
        let planned = self.0.get_mut(position)?;
        let kind = planned.kind;
        planned.left -= 1;
        if planned.left == 0 {
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
    fn failures_of_one_operation_come_in_the_order_in_which_they_were_planned() {
        let mut failures = Failures::default();
        failures.plan(2, &GET_ALERT, Failure::status(500));
        failures.plan(0, &GET_ALERT, Failure::status(501));
        failures.plan(1, &UPDATE_ALERT, Failure::cut());
        failures.plan(1, &GET_ALERT, Failure::status(502));
        let coming: Vec<_> = std::iter::from_fn(|| failures.next(&GET_ALERT)).collect();
        assert_eq!(coming, [Kind::Status(500), Kind::Status(500), Kind::Status(502)]);
        assert_eq!(failures.next(&UPDATE_ALERT), Some(Kind::CutBefore));
        assert_eq!(failures.next(&UPDATE_ALERT), None);
    }
}
