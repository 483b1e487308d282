//! An HTTP/1.1 server on loopback for tests. It writes each response as raw bytes, so that a test decides where a
//! response is slow, malformed or cut off, and it records the requests.
//!
//! It depends on no other package of the workspace, so that unit tests of any of them can use it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod connection;
mod reply;
mod request;
mod server;
mod tls;
mod traffic;

pub use reply::{Gate, Reply};
pub use request::Request;
pub use server::{Server, ServerBuilder, listener, script};
pub use tls::Certificates;
pub use traffic::Traffic;
