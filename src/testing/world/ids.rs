//! Ids that nothing has yet. That those of seeds differ is for the test to see to.

/// Ids that a test chooses are mostly small: those given out come after these.
const SMALL: i64 = 1_000;

/// Gives out ids.
#[derive(Debug)]
pub(super) struct Ids {
    last: i64,
}

impl Default for Ids {
    fn default() -> Self {
        Self { last: SMALL }
    }
}

impl Ids {
    pub(super) fn next(&mut self) -> i64 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// The id of something that a test has seeded: its own, or a new one where that is 0.
    pub(super) fn claim(&mut self, id: i64) -> i64 {
        if id == 0 {
            return self.next();
        }
        self.last = self.last.max(id);
        id
    }
}
