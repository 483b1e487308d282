//! The cleaning of text that is shown.
//!
//! The first line of the input is the token of the caller, the rest the text.

#![no_main]

use github_secret_scanning::fuzzing::clean;
use github_secret_scanning_fuzz::line;
use libfuzzer_sys::fuzz_target;

/// The shortest piece of a token that is masked, in characters.
const PIECE: usize = 8;

const LIMIT: usize = 200;

fuzz_target!(|input: &[u8]| {
    let (token, text) = line(input);
    let token: String =
        token.iter().filter(|byte| byte.is_ascii_graphic()).map(|byte| char::from(*byte)).collect();
    // The beginning that all tokens of a kind have is no secret.
    let token = format!("x{token}");
    let text = String::from_utf8_lossy(text);

    let shown = clean(&text, LIMIT, &token);
    assert!(shown.chars().count() <= LIMIT + 1, "too long: {shown}");
    assert!(!shown.contains(char::is_control), "not one line: {shown:?}");
    let without_masks = shown.replace("[redacted]", "\n");
    for piece in token.as_bytes().windows(PIECE) {
        let piece = String::from_utf8_lossy(piece);
        assert!(!without_masks.contains(&*piece), "{piece} is in: {shown}");
    }
    for prefix in ["ghp_", "ghs_", "github_pat_"] {
        assert!(!without_masks.contains(prefix), "{prefix} is in: {shown}");
    }
});
