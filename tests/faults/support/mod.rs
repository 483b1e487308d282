//! Cases, their servers and clock, and a transcript of their output.

pub(crate) mod case;
mod clock;
mod context;
pub(crate) mod http2;
mod leak;
pub(crate) mod planted;
mod transcript;

pub(crate) use case::{Case, cases};
pub(crate) use clock::IdleClock;
pub(crate) use context::Context;
pub(crate) use http2::{Behavior, Http2};
pub(crate) use leak::{leaks, needles};
pub(crate) use test_kit::{Certificates, Gate, Reply, Request, Server};
pub(crate) use transcript::Transcript;
