//! The outcome of each call, at the client and at the server.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering::Relaxed};

use crate::faults::FAULTS;

/// The outcome of a call at the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Outcome {
    /// The call has not ended.
    Pending = 1,
    /// The response of this call.
    Succeeded,
    /// The response of another call.
    WrongResponse,
    /// An error whose outcome is unknown.
    Unknown,
    /// An error of a request without effect.
    Failed,
}

/// The outcomes of all calls, by the index of the call.
pub(crate) struct Tally {
    outcomes: Vec<AtomicU8>,
    /// The number of complete responses to each call.
    responses: Vec<AtomicU8>,
    /// How often each write was applied.
    applied: Vec<AtomicU8>,
    requests: AtomicU64,
    unexpected: AtomicU64,
    faults: [AtomicU64; FAULTS.len()],
}

/// Returns whether a call is a write, as every tenth one is.
pub(crate) fn is_write(call: usize) -> bool {
    call % 10 == 3
}

/// Returns the number of the alert of a call.
pub(crate) fn number(call: usize) -> u64 {
    call as u64 + 1
}

impl Tally {
    pub(crate) fn new(calls: usize) -> Self {
        // Written now, so that their memory does not count as growth.
        let numbers = |first: u8| (0..calls).map(|_| AtomicU8::new(first)).collect();
        Self {
            outcomes: numbers(Outcome::Pending as u8),
            responses: numbers(0),
            applied: numbers(0),
            requests: AtomicU64::new(0),
            unexpected: AtomicU64::new(0),
            faults: Default::default(),
        }
    }

    pub(crate) fn calls(&self) -> usize {
        self.outcomes.len()
    }

    /// Counts a request, and returns its index.
    pub(crate) fn count_request(&self) -> u64 {
        self.requests.fetch_add(1, Relaxed)
    }

    /// Counts a request that belongs to no call.
    pub(crate) fn count_unexpected(&self) {
        self.unexpected.fetch_add(1, Relaxed);
    }

    pub(crate) fn count_fault(&self, fault: usize) {
        self.faults[fault].fetch_add(1, Relaxed);
    }

    pub(crate) fn count_response(&self, call: usize) {
        self.responses[call].fetch_add(1, Relaxed);
    }

    pub(crate) fn count_applied(&self, call: usize) {
        self.applied[call].fetch_add(1, Relaxed);
    }

    pub(crate) fn set_outcome(&self, call: usize, outcome: Outcome) {
        self.outcomes[call].store(outcome as u8, Relaxed);
    }

    fn count(&self, condition: impl Fn(&Call) -> bool) -> usize {
        (0..self.calls()).map(|call| self.call(call)).filter(condition).count()
    }

    fn call(&self, call: usize) -> Call {
        let of = |numbers: &[AtomicU8]| numbers[call].load(Relaxed);
        let outcome = of(&self.outcomes);
        let outcomes = [Outcome::Succeeded, Outcome::WrongResponse, Outcome::Unknown, Outcome::Failed];
        Call {
            is_write: is_write(call),
            outcome: outcomes.into_iter().find(|o| *o as u8 == outcome).unwrap_or(Outcome::Pending),
            responses: of(&self.responses),
            applied: of(&self.applied),
        }
    }

    pub(crate) fn print(&self) {
        let (requests, faults) =
            (self.requests.load(Relaxed), self.faults.each_ref().map(|t| t.load(Relaxed)));
        let failed: u64 = faults.iter().sum();
        let share = 100.0 * failed as f64 / requests as f64;
        println!("requests: {requests}, with faults: {failed} ({share:.1} %)");
        for ((name, _), times) in FAULTS.iter().zip(faults) {
            println!("  {times:>5} {name}");
        }
        let reads = self.count(|call| !call.is_write);
        let succeeded = self.count(|call| !call.is_write && call.outcome == Outcome::Succeeded);
        println!("reads: {reads}, succeeded: {succeeded}");
        let writes = |outcome: Outcome, applied: u8| {
            self.count(|call| call.is_write && call.outcome == outcome && call.applied == applied)
        };
        println!(
            "writes: {}, succeeded: {}, outcome unknown: {} applied and {} not applied, failed: {}",
            self.count(|call| call.is_write),
            writes(Outcome::Succeeded, 1),
            writes(Outcome::Unknown, 1),
            writes(Outcome::Unknown, 0),
            writes(Outcome::Failed, 0),
        );
    }

    /// Returns the violations of the client's guarantees.
    pub(crate) fn violations(&self) -> Vec<String> {
        let checks: [(&str, Check); 8] = [
            ("calls did not end", |call| call.outcome == Outcome::Pending),
            ("calls received the response of another call", |call| call.outcome == Outcome::WrongResponse),
            ("reads failed", |call| {
                !call.is_write && call.outcome != Outcome::Succeeded && call.outcome != Outcome::WrongResponse
            }),
            ("calls succeeded without a response", |call| {
                call.outcome == Outcome::Succeeded && call.responses == 0
            }),
            ("calls were sent again after a response", |call| call.responses > 1),
            ("writes were applied more than once", |call| call.applied > 1),
            ("writes succeeded and were not applied", |call| {
                call.is_write && call.outcome == Outcome::Succeeded && call.applied == 0
            }),
            ("writes failed with a known outcome and were applied", |call| {
                call.outcome == Outcome::Failed && call.applied > 0
            }),
        ];
        let mut violations: Vec<String> = Vec::new();
        for (what, condition) in checks {
            match self.count(condition) {
                0 => {}
                count => violations.push(format!("{count} {what}")),
            }
        }
        match self.unexpected.load(Relaxed) {
            0 => {}
            count => violations.push(format!("{count} requests belong to no call")),
        }
        violations
    }
}

/// Returns whether a call violates a guarantee.
type Check = fn(&Call) -> bool;

/// One call, at the client and at the server.
struct Call {
    is_write: bool,
    outcome: Outcome,
    responses: u8,
    applied: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the violations after a change to four successful calls; call 0 is a read, call 3 a write.
    fn violations_after(change: impl Fn(&Tally)) -> Vec<String> {
        let tally = Tally::new(4);
        for call in 0..4 {
            tally.set_outcome(call, Outcome::Succeeded);
            tally.count_response(call);
        }
        tally.count_applied(3);
        assert_eq!(tally.violations(), Vec::<String>::new());
        change(&tally);
        tally.violations()
    }

    #[test]
    fn lost_and_duplicate_calls_are_violations() {
        assert_eq!(violations_after(|t| t.set_outcome(0, Outcome::Failed)), ["1 reads failed"]);
        assert_eq!(
            violations_after(|t| t.set_outcome(0, Outcome::WrongResponse)),
            ["1 calls received the response of another call"]
        );
        assert_eq!(violations_after(|t| t.count_response(0)), ["1 calls were sent again after a response"]);
        assert_eq!(violations_after(|t| t.count_applied(3)), ["1 writes were applied more than once"]);
        assert_eq!(violations_after(Tally::count_unexpected), ["1 requests belong to no call"]);
        assert_eq!(
            violations_after(|t| t.set_outcome(3, Outcome::Failed)),
            ["1 writes failed with a known outcome and were applied"]
        );
    }

    #[test]
    fn unknown_outcome_of_a_write_is_no_violation() {
        assert_eq!(violations_after(|t| t.set_outcome(3, Outcome::Unknown)), Vec::<String>::new());
    }
}
