//! What happened to each call, on both sides.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering::Relaxed};

use crate::trouble::WAYS;

/// How a call ended for its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum End {
    /// It did not.
    Pending = 1,
    /// With the answer to this very call.
    Answered,
    /// With the answer to another one.
    Mixed,
    /// With an error that says that a write may have been applied.
    InDoubt,
    /// With an error that says that nothing was applied.
    Failed,
}

/// All calls, each by its number.
pub(crate) struct Tally {
    ends: Vec<AtomicU8>,
    /// How often the server answered it in full.
    served: Vec<AtomicU8>,
    /// How often the server carried it out, where it is a write.
    applied: Vec<AtomicU8>,
    requests: AtomicU64,
    strays: AtomicU64,
    troubles: [AtomicU64; WAYS.len()],
}

/// Every tenth call is a write.
pub(crate) fn is_write(call: usize) -> bool {
    call % 10 == 3
}

/// The number of the alert that a call is about; the first is 1.
pub(crate) fn number(call: usize) -> u64 {
    call as u64 + 1
}

impl Tally {
    pub(crate) fn new(calls: usize) -> Self {
        // Written now, so that their memory is not taken for growth.
        let numbers = |first: u8| (0..calls).map(|_| AtomicU8::new(first)).collect();
        Self {
            ends: numbers(End::Pending as u8),
            served: numbers(0),
            applied: numbers(0),
            requests: AtomicU64::new(0),
            strays: AtomicU64::new(0),
            troubles: Default::default(),
        }
    }

    pub(crate) fn calls(&self) -> usize {
        self.ends.len()
    }

    /// A request arrived; which one it is.
    pub(crate) fn arrived(&self) -> u64 {
        self.requests.fetch_add(1, Relaxed)
    }

    /// A request arrived that no call asked for.
    pub(crate) fn stray(&self) {
        self.strays.fetch_add(1, Relaxed);
    }

    pub(crate) fn trouble(&self, way: usize) {
        self.troubles[way].fetch_add(1, Relaxed);
    }

    pub(crate) fn served(&self, call: usize) {
        self.served[call].fetch_add(1, Relaxed);
    }

    pub(crate) fn applied(&self, call: usize) {
        self.applied[call].fetch_add(1, Relaxed);
    }

    pub(crate) fn ended(&self, call: usize, end: End) {
        self.ends[call].store(end as u8, Relaxed);
    }

    fn count(&self, holds: impl Fn(&One) -> bool) -> usize {
        (0..self.calls()).map(|call| self.one(call)).filter(holds).count()
    }

    fn one(&self, call: usize) -> One {
        let of = |numbers: &[AtomicU8]| numbers[call].load(Relaxed);
        let end = of(&self.ends);
        let ends = [End::Answered, End::Mixed, End::InDoubt, End::Failed];
        One {
            is_write: is_write(call),
            end: ends.into_iter().find(|e| *e as u8 == end).unwrap_or(End::Pending),
            served: of(&self.served),
            applied: of(&self.applied),
        }
    }

    pub(crate) fn print(&self) {
        let (requests, troubles) =
            (self.requests.load(Relaxed), self.troubles.each_ref().map(|t| t.load(Relaxed)));
        let failed: u64 = troubles.iter().sum();
        let share = 100.0 * failed as f64 / requests as f64;
        println!("requests: {requests}, of which the server failed {failed} ({share:.1} %)");
        for ((name, _), times) in WAYS.iter().zip(troubles) {
            println!("  {times:>5} {name}");
        }
        let reads = self.count(|one| !one.is_write);
        let answered = self.count(|one| !one.is_write && one.end == End::Answered);
        println!("reads: {reads}, answered {answered}");
        let writes = |end: End, applied: u8| {
            self.count(|one| one.is_write && one.end == end && one.applied == applied)
        };
        println!(
            "writes: {}, answered {}; in doubt {} that were applied and {} that were not; refused {}",
            self.count(|one| one.is_write),
            writes(End::Answered, 1),
            writes(End::InDoubt, 1),
            writes(End::InDoubt, 0),
            writes(End::Failed, 0),
        );
    }

    /// What should not be; empty if all is well.
    pub(crate) fn faults(&self) -> Vec<String> {
        let checks: [(&str, Check); 8] = [
            ("calls never ended", |one| one.end == End::Pending),
            ("calls got the answer to another one", |one| one.end == End::Mixed),
            ("reads were lost", |one| !one.is_write && one.end != End::Answered && one.end != End::Mixed),
            ("calls got an answer that the server did not give", |one| {
                one.end == End::Answered && one.served == 0
            }),
            ("calls were sent again although they were answered", |one| one.served > 1),
            ("writes were applied more than once", |one| one.applied > 1),
            ("writes were answered and not applied", |one| {
                one.is_write && one.end == End::Answered && one.applied == 0
            }),
            ("writes were applied although the error says that they were not", |one| {
                one.end == End::Failed && one.applied > 0
            }),
        ];
        let mut faults: Vec<String> = Vec::new();
        for (what, holds) in checks {
            match self.count(holds) {
                0 => {}
                times => faults.push(format!("{times} {what}")),
            }
        }
        match self.strays.load(Relaxed) {
            0 => {}
            strays => faults.push(format!("{strays} requests belong to no call")),
        }
        faults
    }
}

/// Whether something is wrong with a call.
type Check = fn(&One) -> bool;

/// One call.
struct One {
    is_write: bool,
    end: End,
    served: u8,
    applied: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Call 0 is a read, call 3 a write.
    fn tally(ends: impl Fn(&Tally)) -> Vec<String> {
        let tally = Tally::new(4);
        for call in 0..4 {
            tally.ended(call, End::Answered);
            tally.served(call);
        }
        tally.applied(3);
        assert_eq!(tally.faults(), Vec::<String>::new());
        ends(&tally);
        tally.faults()
    }

    #[test]
    fn whatever_is_lost_or_doubled_is_a_fault() {
        assert_eq!(tally(|t| t.ended(0, End::Failed)), ["1 reads were lost"]);
        assert_eq!(tally(|t| t.ended(0, End::Mixed)), ["1 calls got the answer to another one"]);
        assert_eq!(tally(|t| t.served(0)), ["1 calls were sent again although they were answered"]);
        assert_eq!(tally(|t| t.applied(3)), ["1 writes were applied more than once"]);
        assert_eq!(tally(Tally::stray), ["1 requests belong to no call"]);
        assert_eq!(
            tally(|t| t.ended(3, End::Failed)),
            ["1 writes were applied although the error says that they were not"]
        );
    }

    #[test]
    fn a_write_in_doubt_outcome_unknown_or_not() {
        assert_eq!(tally(|t| t.ended(3, End::InDoubt)), Vec::<String>::new());
    }
}
