//! Tests of the facade's public API, over real sockets on loopback.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

// `.ci/run` sets the variable for a build without `app`. Cargo unifies features, so a dev-dependency could enable `app`.
const _: () = assert!(
    option_env!("EXPECT_WITHOUT_APP").is_none() || !cfg!(feature = "app"),
    "a dev-dependency enables feature `app`"
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
mod malformed_items;
mod mock;
mod pagination;
mod pattern_configurations;
mod quickstart;
mod runtimes;
mod support;
mod unknown_values;
mod wire;
