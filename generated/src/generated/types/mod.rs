// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of requests and responses.

mod alerts;
mod locations;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;
mod shared;
pub use alerts::*;
pub use locations::*;
pub use pattern_configurations::*;
pub use push_rule_bypass_requests::*;
pub use secret_bypass_requests::*;
pub use shared::*;
