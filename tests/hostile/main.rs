//! Hostile servers, by class: what a server sends, what a caller sees, and how many requests were sent.
//!
//! Each attack is tried on four calls: a read, a list, a write, and the token request of a GitHub App. Afterwards the
//! server behaves, and a read, two writes and a list succeed on the same client, which has one permit and one write
//! lane; so permits, write lane and token requests are free after every attack. The output of each call, with the
//! events of all dependencies, contains no planted token, key or secret.
//!
//! | class | the server sends | attacks | a caller sees | requests at most |
//! | --- | --- | --- | --- | --- |
//!
//! `properties` tries any bytes as a response, and a token in fourteen encodings at twelve places of one; `memory`
//! measures the memory of one call. Attacks by HTTP/2 frames are in `tests/faults/http2.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod attack;
mod bodies;
mod caching;
mod echoes;
mod framing;
mod links;
#[cfg(target_os = "linux")]
mod memory;
mod properties;
mod rate_limits;
mod redirects;
mod statuses;
#[path = "../faults/support/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "shared with another binary, which uses the rest")]
mod support;
mod timing;
mod trial;

/// Defines a test for each class, and the list of all.
macro_rules! classes {
    ($($class:ident),* $(,)?) => {
        const CLASSES: &[&attack::Class] = &[$(&$class::CLASS),*];

        $(#[test]
        fn $class() {
            $class::CLASS.run();
        })*
    };
}

classes![framing, bodies, statuses, timing, rate_limits, redirects, links, caching, echoes];
