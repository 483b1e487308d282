//! Prints a line for each change of the alerts of an organization or a repository, until it is stopped.

mod changes;
#[path = "../shared/connection.rs"]
mod connection;
mod demo_changes;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/location.rs"]
mod location;
#[path = "../shared/scope.rs"]
mod scope;
mod watcher;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use connection::Connection;
use exit::{Failure, exit_code, log};
use scope::ScopeArguments;
use watcher::Watcher;

/// The size of the response cache, for conditional requests.
const CACHE_BYTES: u64 = 16 * 1024 * 1024;

/// Print a line for each change of an alert: opened, resolved, reopened, assigned, validity
///
/// Polls with conditional requests, which do not count against the rate limit while nothing has changed. Waits
/// for rate limits, and retries after temporary failures. Stop it with Ctrl-C.
#[derive(Parser)]
#[command(name = "watch", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// The time between two polls [default: 60, or 2 with the embedded fake]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    interval: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit_code(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let client = builder.cache(CACHE_BYTES).build()?;
    let scope = arguments.scope.scope::<Arguments>(&client, fake.is_some())?;
    let interval = arguments.interval.unwrap_or(if fake.is_some() { 2 } else { 60 });
    if let Some(fake) = fake {
        tokio::spawn(demo_changes::run(fake));
    }
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => Ok(stopped.map(|()| ExitCode::SUCCESS)?),
        failed = watch(Watcher::new(scope), Duration::from_secs(interval)) => failed,
    }
}

/// Polls until an error that is not retryable.
async fn watch(mut watcher: Watcher, interval: Duration) -> Result<ExitCode, Failure> {
    loop {
        let polled = watcher.poll().await;
        // Also after a failed poll: the next one does not report these changes again.
        for line in watcher.take_lines() {
            writeln!(io::stdout(), "{line}")?;
        }
        let wait = match polled {
            Ok(()) => interval,
            Err(error) if error.is_retryable() => {
                log(format_args!("retrying after: {error}"));
                interval.max(error.retry_after().unwrap_or_default())
            }
            Err(error) => return Err(error.into()),
        };
        tokio::time::sleep(wait).await;
    }
}
