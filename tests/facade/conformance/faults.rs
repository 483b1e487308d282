//! Collects the conformance faults of a test, and fails the test for them.

use std::sync::{Mutex, PoisonError};

/// Conformance faults. The owner of a test server calls [`judge`](Self::judge) when it is dropped.
#[derive(Default)]
pub(crate) struct Faults {
    found: Mutex<Vec<String>>,
    expected: Mutex<Vec<&'static str>>,
}

impl Faults {
    pub(crate) fn add(&self, faults: impl IntoIterator<Item = String>) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).extend(faults);
    }

    /// Expects at least one fault that contains this text.
    pub(crate) fn expect(&self, text: &'static str) {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }

    /// Panics if there is an unexpected fault, or if an expected one is missing; but not during another
    /// panic, whose message is more useful.
    pub(crate) fn judge(&self) {
        if std::thread::panicking() {
            return;
        }
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let expected = self.expected.lock().unwrap_or_else(PoisonError::into_inner);
        let unexpected: Vec<_> =
            found.iter().filter(|fault| !expected.iter().any(|text| fault.contains(text))).collect();
        assert!(unexpected.is_empty(), "does not conform to generated/openapi.json: {unexpected:#?}");
        let missing: Vec<_> =
            expected.iter().filter(|text| !found.iter().any(|fault| fault.contains(**text))).collect();
        assert!(missing.is_empty(), "expected faults are missing: {missing:#?}");
    }
}
