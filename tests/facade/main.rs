//! The facade as a service meets it: over real sockets on loopback, through its public API alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod checks;
mod decode;
mod errors;
mod leaks;
mod lenient;
#[cfg(feature = "mock")]
mod mock;
mod open;
mod pagination;
mod support;
mod wire;
