//! A hundred thousand requests through one client, to a server on loopback that fails one in
//! twenty: nothing may be lost or doubled, and memory must not grow. Run it with `cargo xtask soak`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

mod memory;
mod server;
mod tally;
mod trouble;
mod work;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tally::Tally;

/// How many calls are made in all.
const CALLS: usize = 100_000;

/// After so many calls everything that is kept for a while is there: connections, a full cache.
const SETTLED: usize = 1_000;

/// How much more memory may be in use at the end than when it had settled, in KiB.
const GROWTH: i64 = 10 * 1024;

/// It ends by then, whatever happens; it takes about a minute.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

#[tokio::main]
async fn main() -> ExitCode {
    match tokio::time::timeout(PATIENCE, run()).await {
        Ok(Ok(true)) => ExitCode::SUCCESS,
        Ok(Ok(false)) => ExitCode::FAILURE,
        Ok(Err(error)) => {
            eprintln!("soak: {error}");
            ExitCode::FAILURE
        }
        Err(_) => {
            eprintln!("soak: not done after {} s", PATIENCE.as_secs());
            ExitCode::FAILURE
        }
    }
}

/// Prints the figures; whether all is as it should be.
async fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let started = Instant::now();
    let tally = Arc::new(Tally::new(CALLS));
    let server = server::start(&tally);
    let settled = work::all(server.url(), &tally, SETTLED).await?;
    let end = memory::in_use()?;

    let seconds = started.elapsed().as_secs_f64();
    println!("soak: {CALLS} calls in {seconds:.1} s, {:.0} a second", CALLS as f64 / seconds);
    tally.print();
    let growth = i64::try_from(end)? - i64::try_from(settled)?;
    println!("memory: {settled} KiB after {SETTLED} calls, {end} KiB at the end, {growth:+} KiB");

    let mut faults = tally.faults();
    if growth > GROWTH {
        faults.push(format!("memory grew by {growth} KiB; {GROWTH} KiB are allowed"));
    }
    for fault in &faults {
        println!("FAULT: {fault}");
    }
    if faults.is_empty() {
        println!(
            "nothing was lost, nothing was doubled, and memory stayed within {GROWTH} KiB of where it settled"
        );
    }
    Ok(faults.is_empty())
}
