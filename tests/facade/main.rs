//! The facade as a service meets it: over real sockets on loopback, through its public API alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

// `.ci/run` sets the variable for a build without `app`, which a dev-dependency must not turn on again: Cargo gives all
// crates of a build the same features of this one.
const _: () = assert!(
    option_env!("EXPECT_WITHOUT_APP").is_none() || !cfg!(feature = "app"),
    "a dev-dependency turns feature `app` on"
);

mod checks;
mod conformance;
mod custom_request;
mod decode;
mod errors;
#[cfg(unix)]
mod examples;
mod fake;
mod front_page;
#[rustfmt::skip]
mod generated;
mod leaks;
mod lenient;
mod mock;
mod open;
mod pagination;
mod pattern_configurations;
mod support;
mod wire;
