//! Neither the token nor a detected secret is in `Debug`, `Display`, errors or serialised output.

mod failures;
mod requests;
mod responses;

use std::error::Error as _;
use std::fmt::Debug;

use github_secret_scanning::Error;

/// A secret that matches no token pattern.
const PLANTED: &str = "hunter2-Zq9Kx";

/// A secret that is a number.
const PLANTED_NUMBER: u64 = 55_512_340_987;

/// Returns both `Debug` forms of a value.
fn debugged(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// Returns all text of an error and its sources.
fn text_of(error: &Error) -> String {
    let mut text = format!("{error} {error:#} {}", debugged(error));
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(" {cause} {cause:#} {cause:?} {cause:#?}"));
        source = cause.source();
    }
    text
}

fn assert_hides(text: &str, planted: &str) {
    assert!(!text.contains(planted), "{planted} is in: {text}");
}

fn assert_error_hides(error: &Error, planted: &str) {
    assert_hides(&text_of(error), planted);
}
