//! The programs in `examples/`, run as processes against a fake in the test's own process.

mod environment;
mod export;
mod export_interrupted;
mod gone;
mod program;
mod review_bypasses;
#[cfg(target_os = "linux")]
mod review_bypasses_asking;
#[cfg(target_os = "linux")]
mod terminal;
mod triage;
#[cfg(target_os = "linux")]
mod triage_asking;
mod triage_resolving;
mod unreadable;
#[cfg(feature = "cache")]
mod watch;
#[cfg(feature = "cache")]
mod watch_failures;
#[cfg(feature = "cache")]
mod watch_rounds;
