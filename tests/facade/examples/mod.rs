//! The programs in `examples/`, run as processes against a fake in the test's own process.

mod export;
mod export_interrupted;
mod gone;
mod program;
mod review_bypasses;
mod triage;
mod watch;
