//! Tests of `generate` from outside: what it refuses and how it says so, and that nothing else can happen.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod broken_specs;
mod determinism;
mod hostile_specs;
mod internal_types;
mod mutation;
mod real_spec;
mod small_spec;
