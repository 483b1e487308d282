//! The number of JSON values of a body.
//!
//! The first line of the input is the bound, the rest the body.

#![no_main]

use github_secret_scanning::fuzzing::values_are_at_most;
use github_secret_scanning_fuzz::line;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|input: &[u8]| {
    let (most, body) = line(input);
    let most = std::str::from_utf8(most).ok().and_then(|most| most.parse().ok()).unwrap_or(5);
    let fits = values_are_at_most(most, body);
    assert!(
        !fits || values_are_at_most(most.saturating_add(1), body),
        "fits, and does not fit a larger bound"
    );
    if let Ok(tree) = serde_json::from_slice::<Value>(body) {
        assert!(!fits || count(&tree) <= most, "more values than the bound");
    }
});

/// Returns the number of values of a tree. Keys that occur twice count once.
fn count(tree: &Value) -> usize {
    1 + match tree {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}
