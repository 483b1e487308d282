//! Makes 100,000 calls with one client, to a server on loopback with faults in one response of twenty: no call may be
//! lost or duplicated, and memory must not grow. Run it with `cargo xtask soak`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the output of a command")]

mod faults;
mod load;
mod memory;
mod server;
mod tally;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tally::Tally;

/// The number of calls.
const CALLS: usize = 100_000;

/// The number of calls until connections are established and the cache is full.
const WARM_UP: usize = 1_000;

/// The most that memory may grow after the warm-up, in KiB.
const MAX_GROWTH: i64 = 10 * 1024;

/// The timeout of a run, which takes about a minute.
const TIMEOUT: Duration = Duration::from_secs(5 * 60);

#[tokio::main]
async fn main() -> ExitCode {
    match tokio::time::timeout(TIMEOUT, run()).await {
        Ok(Ok(true)) => ExitCode::SUCCESS,
        Ok(Ok(false)) => ExitCode::FAILURE,
        Ok(Err(error)) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
        Err(_) => {
            eprintln!("soak: timed out after {} s", TIMEOUT.as_secs());
            ExitCode::FAILURE
        }
    }
}

/// Prints a report, and returns whether there are no violations.
async fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let started = Instant::now();
    let tally = Arc::new(Tally::new(CALLS));
    let server = server::start(&tally);
    let warm = load::run(server.url(), &tally, WARM_UP).await?;
    let end = memory::in_use()?;

    let seconds = started.elapsed().as_secs_f64();
    println!("soak: {CALLS} calls in {seconds:.1} s, {:.0} a second", CALLS as f64 / seconds);
    tally.print();
    let growth = i64::try_from(end)? - i64::try_from(warm)?;
    println!("memory: {warm} KiB after {WARM_UP} calls, {end} KiB at the end, {growth:+} KiB");

    let mut violations = tally.violations();
    if growth > MAX_GROWTH {
        violations.push(format!("memory grew by {growth} KiB; {MAX_GROWTH} KiB are allowed"));
    }
    for violation in &violations {
        println!("VIOLATION: {violation}");
    }
    if violations.is_empty() {
        println!("no call was lost or duplicated, and memory grew by less than {MAX_GROWTH} KiB");
    }
    Ok(violations.is_empty())
}
