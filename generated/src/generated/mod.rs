// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! All that is written from the description.

mod client;
#[cfg(feature = "mock")]
#[allow(
    missing_docs,
    reason = "progenitor writes none; the names are those of the operations"
)]
pub mod mock;
pub mod operations;
pub mod types;
pub use client::Client;
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
