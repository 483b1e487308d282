//! Unused ids. A test has to keep the ids of its own seeds distinct.

use github_secret_scanning_generated::types::BypassResponseId;

/// Generated ids start after this, because seeds mostly have small ones.
const SEEDED: i64 = 1_000;

/// A sequence of ids.
#[derive(Debug)]
pub(super) struct Ids {
    last: i64,
}

impl Default for Ids {
    fn default() -> Self {
        Self { last: SEEDED }
    }
}

impl Ids {
    pub(super) fn next(&mut self) -> i64 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// Returns the next id, for a response to a bypass request.
    pub(super) fn next_response(&mut self) -> BypassResponseId {
        self.next().unsigned_abs().into()
    }

    /// Returns the id of a response in a seed; see [`Ids::reserve`].
    pub(super) fn reserve_response(&mut self, id: BypassResponseId) -> BypassResponseId {
        if id == 0 {
            return self.next_response();
        }
        self.last = self.last.max(i64::try_from(id.get()).unwrap_or(i64::MAX));
        id
    }

    /// Returns the id of a seed, which is not generated again; a new one for 0.
    pub(super) fn reserve(&mut self, id: i64) -> i64 {
        if id == 0 {
            return self.next();
        }
        self.last = self.last.max(id);
        id
    }
}
