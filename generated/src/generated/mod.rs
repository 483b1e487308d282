// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! All that is written from the description.

#[doc(hidden)]
pub mod internal_types;
#[cfg(feature = "mock")]
#[allow(
    missing_docs,
    reason = "progenitor writes none; the names are those of the operations"
)]
pub mod mock;
pub mod operations;
mod requests;
#[cfg(test)]
pub(crate) mod sizes;
pub mod types;
