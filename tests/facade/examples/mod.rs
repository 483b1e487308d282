//! The examples, as processes that send requests to a fake in the process of the test.

mod connection;
mod environment;
mod export;
mod export_resume;
mod malformed_items;
mod program;
mod review_bypasses;
#[cfg(target_os = "linux")]
mod review_bypasses_prompts;
#[cfg(target_os = "linux")]
mod terminal;
mod triage;
#[cfg(target_os = "linux")]
mod triage_prompts;
mod triage_resolve;
#[cfg(feature = "cache")]
mod watch;
#[cfg(feature = "cache")]
mod watch_changes;
#[cfg(feature = "cache")]
mod watch_failures;
