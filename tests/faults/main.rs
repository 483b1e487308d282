//! Tests of the client with faulty servers.
//!
//! A case asserts the result of calls and the number of requests that the server received. Each case is a test, and
//! `leaks` runs all of them again and searches their output. Delays of the client take no real time: the clock of a case
//! advances when nothing else is left to do. Timeouts of sockets are 50 to 200 ms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[cfg(feature = "app")]
mod app;
mod bodies;
#[cfg(feature = "cache")]
mod cache;
mod cancellation;
mod concurrency;
mod connection;
mod connection_failures;
mod credentials;
mod deadlines;
mod http2;
mod leaks;
mod loopback;
mod pagination;
mod panics;
mod permits;
mod proxies;
mod rate_limits;
mod redirects;
mod responses;
mod retries;
mod support;
mod timeouts;
mod unknown_values;
#[cfg(feature = "cache")]
mod validators;
mod writes;
