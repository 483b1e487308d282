//! The checkpoint file of the example `export`.

#![no_main]

#[path = "../../examples/export/checkpoint.rs"]
#[allow(dead_code, reason = "the example uses the rest")]
mod checkpoint;

use checkpoint::Checkpoint;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(parsed) = Checkpoint::parse(input) else { return };
    let text = serde_json::to_vec(&parsed).expect("a checkpoint encodes");
    assert_eq!(Checkpoint::parse(&text).as_ref(), Ok(&parsed), "does not parse to the same checkpoint");
    // What a run adds to them does not overflow.
    for number in [parsed.bytes, parsed.alerts, parsed.malformed] {
        assert!(number.checked_add(1 << 53).is_some());
    }
    assert!(parsed.check(&parsed.export).is_ok());
});
