//! What the cases stand on: a server that misbehaves, a clock that takes no time, and a record of
//! all that is printed.

mod case;
mod clock;
mod http2;
pub(crate) mod planted;
mod transcript;
mod world;

pub(crate) use case::Case;
pub(crate) use case::cases;
#[cfg(feature = "app")]
pub(crate) use clock::ManualClock;
pub(crate) use http2::{Http2, Turn};
pub(crate) use test_kit::{Certificates, Gate, Reply, Request, Server};
pub(crate) use transcript::Transcript;
pub(crate) use world::World;
