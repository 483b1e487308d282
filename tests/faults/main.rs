//! The client against a server that misbehaves on purpose, each case by name.
//!
//! A case asserts what the caller gets and how many requests the server saw. It is a test of its
//! own, and `leaks` plays all of them again and searches what was printed. Nothing here waits for
//! long: the client's own waits go by the clock of the case, which jumps when nothing else is
//! left to do, and socket timeouts are 50 to 200 ms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod answers;
#[cfg(feature = "app")]
mod app;
mod bodies;
#[cfg(feature = "cache")]
mod cache;
mod cancellation;
mod connection;
mod credentials;
mod crowd;
mod deadlines;
mod http2;
mod leaks;
mod limits;
mod lists;
mod proxies;
mod queue;
mod redirects;
mod retries;
mod support;
mod timeouts;
mod unknown;
mod writes;
