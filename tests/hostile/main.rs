//! Hostile servers, by class: what a server sends, what a caller sees, and how many requests were sent.
//!
//! Each attack is tried on four calls: a read, a list, a write, and the token request of a GitHub App. Afterwards the
//! server behaves, and a read, two writes and a list succeed on the same client, which has one permit and one write
//! lane; so permits, write lane and token requests are free after every attack. The output of each call, with the
//! events of all dependencies, contains no planted token, key or secret.
//!
//! A caller sees a value, a part of a list (`0 of 2 items`: the others are malformed), or the kind of an error; in the
//! tables of the classes with `?` if the outcome of a write is unknown, and with the number of requests. The leak search is
//! for planted values as they are; `encodings` is for the others.
//!
//! | class | the server sends | attacks | a caller sees | requests at most |
//! | --- | --- | --- | --- | --- |
//! | framing | bytes that are no HTTP response, or one of a doubtful length | 31 | `decode`, `token_unavailable`, `transport`, `unexpected_status`, `value` | 4 |
//! | bodies | a success whose body is cut, compressed, endless, or not the JSON of the operation | 38 | `0 of 2 items`, `decode`, `token_unavailable`, `too_large`, `transport`, `value` | 4 |
//! | statuses | a complete response with a status that the operation does not declare | 28 | `app_unauthenticated`, `bad_request`, `conflict`, `forbidden`, `installation_unavailable`, `not_found`, `server`, `token_unavailable`, `unauthenticated`, `unexpected_status`, `validation` | 4 |
//! | timing | a response that is late, slow, or never complete | 8 | `deadline`, `forbidden`, `installation_unavailable`, `redirect`, `server`, `timeout`, `token_unavailable` | 20 |
//! | rate_limits | a rate limit that is none, has no time, or has an absurd one | 17 | `deadline`, `forbidden`, `installation_unavailable`, `rate_limited`, `token_unavailable`, `value` | 4 |
//! | redirects | a redirect that leaves the base URL, never ends, or cannot be followed | 21 | `redirect`, `token_unavailable` | 6 |
//! | links | a `Link` header that is damaged, leads in a circle, or leads elsewhere | 15 | `pagination`, `token_unavailable`, `value` | 2 |
//! | caching | a validator that is malformed, too long or another one (each call is made twice, with a cache) | 10 | `0 of 2 items`, `decode`, `token_unavailable`, `unexpected_status`, `value` | 3 |
//! | echoes | a response that repeats the token of the request | 21 | `0 of 1 items`, `decode`, `forbidden`, `installation_unavailable`, `pagination`, `server`, `token_unavailable`, `transport`, `validation`, `value` | 4 |
//!
//! `properties` tries any bytes as a response, `encodings` a token in eighteen forms at every place of a response that is
//! shown, and `memory` measures the memory of one call. Attacks by HTTP/2 frames are in `tests/faults/http2.rs`, panics in
//! code of the caller in `tests/faults/panics.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod attack;
mod bodies;
mod caching;
mod echoes;
mod encodings;
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
