//! What did not conform in the course of a test, and how the test comes to fail for it.

use std::sync::{Mutex, PoisonError};

/// What did not conform. Whoever owns the server of a test calls [`judge`](Self::judge) as it is dropped.
#[derive(Default)]
pub(crate) struct Faults {
    found: Mutex<Vec<String>>,
    expected: Mutex<Vec<&'static str>>,
}

impl Faults {
    pub(crate) fn add(&self, faults: impl IntoIterator<Item = String>) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).extend(faults);
    }

    /// Faults that contain this text are meant to be. One of them must come.
    pub(crate) fn expect(&self, text: &'static str) {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }

    /// Panics, and so fails the test, if anything did not conform that was not expected to, or the other way
    /// round; but not in the midst of another panic, which has more to say.
    pub(crate) fn judge(&self) {
        if std::thread::panicking() {
            return;
        }
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let expected = self.expected.lock().unwrap_or_else(PoisonError::into_inner);
        let unexpected: Vec<_> =
            found.iter().filter(|fault| !expected.iter().any(|text| fault.contains(text))).collect();
        assert!(unexpected.is_empty(), "not as generated/openapi.json has it: {unexpected:#?}");
        let missing: Vec<_> =
            expected.iter().filter(|text| !found.iter().any(|fault| fault.contains(**text))).collect();
        assert!(missing.is_empty(), "expected not to conform, but all did: {missing:#?}");
    }
}
