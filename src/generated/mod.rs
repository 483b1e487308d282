// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! All of the facade that is written from the spec.

pub(crate) mod requests;
pub(crate) mod scopes;
