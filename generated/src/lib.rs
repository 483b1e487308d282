//! Machine-written bindings for GitHub's secret-scanning and push-protection endpoints.
//!
//! Services depend on the `github-secret-scanning` crate, which is built on this one, sends its requests, and
//! exports its models; of this crate, its semver promise covers those alone. All below `src/generated/` is
//! written by `cargo xtask generate` from `spec/`; the few files beside it are what the written code uses.

#[cfg(test)]
mod component_sizes;
#[rustfmt::skip]
#[allow(unused_imports, clippy::all, clippy::unwrap_used)]
mod generated;
mod location;
#[cfg(feature = "mock")]
mod mocking;
mod number;
mod open_enum;
mod operation;
mod request_builders;
mod secret;
mod text;
mod three_state;
mod union;

pub use generated::*;
pub use number::InvalidNumber;
pub use open_enum::UnknownValue;
pub use operation::{Operation, Pagination, Permissions};
pub use request_builders::RequestBuilders;
pub use secret::{Exposed, Secret};
pub use text::is_deceptive;
pub use union::UnknownObject;
