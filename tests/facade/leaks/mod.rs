//! Neither the token nor a detected secret is ever shown, whatever goes wrong.

mod answers;
mod failures;
mod requests;

use std::error::Error as _;
use std::fmt::Debug;

use github_secret_scanning::Error;

/// A secret that looks like nothing in particular, so that no pattern finds it.
const PLANTED: &str = "hunter2-Zq9Kx";

/// The same, where a number stands.
const PLANTED_NUMBER: u64 = 55_512_340_987;

/// All that `Debug` makes of a value.
fn debugged(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// All that an error and its sources show.
fn shown(error: &Error) -> String {
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
    assert_hides(&shown(error), planted);
}
