//! What the cases stand on: a server that misbehaves, a clock that takes no time, and a record of
//! all that is printed.

mod case;
mod clock;
mod http2;
mod line;
pub(crate) mod planted;
mod reply;
mod request;
mod sending;
mod server;
mod tls;
mod traffic;
mod transcript;
mod world;

pub(crate) use case::Case;
pub(crate) use case::cases;
pub(crate) use clock::ManualClock;
pub(crate) use http2::{Http2, Turn};
pub(crate) use reply::{Gate, Reply};
pub(crate) use request::Request;
pub(crate) use server::Server;
pub(crate) use tls::Certificates;
pub(crate) use transcript::Transcript;
pub(crate) use world::World;
