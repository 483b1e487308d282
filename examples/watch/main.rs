//! What happens to the alerts of an organization or a repository, a line for each change, until it is stopped.

mod changes;
#[path = "../shared/connection.rs"]
mod connection;
#[path = "../shared/ending.rs"]
mod ending;
mod happenings;
#[path = "../shared/location.rs"]
mod location;
#[path = "../shared/scope.rs"]
mod scope;
#[path = "../shared/text.rs"]
mod text;
mod watcher;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use connection::Connection;
use ending::{Failure, ending, say};
use scope::ScopeArguments;
use watcher::Watcher;

/// What is kept of answers in memory, so that the server is only asked whether they changed.
const CACHE_BYTES: u64 = 16 * 1024 * 1024;

/// Print a line for each change of an alert: opened, resolved, reopened, assigned, and what is known of its
/// validity
///
/// It asks again and again, in a way that costs nothing of the rate limit as long as nothing has changed. What
/// may pass (a server that is down, a limit) is waited for. Ctrl-C ends it.
#[derive(Parser)]
#[command(name = "watch", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// The time from one look to the next: 60 by default, and 2 on the made-up GitHub
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    interval: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    ending(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let client = builder.cache(CACHE_BYTES).build()?;
    let scope = arguments.scope.named::<Arguments>(&client, fake.is_some())?;
    let interval = arguments.interval.unwrap_or(if fake.is_some() { 2 } else { 60 });
    if let Some(fake) = fake {
        tokio::spawn(happenings::go_on(fake));
    }
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => Ok(stopped.map(|()| ExitCode::SUCCESS)?),
        failed = watch(Watcher::new(scope), Duration::from_secs(interval)) => failed,
    }
}

/// Ends only by failing.
async fn watch(mut watcher: Watcher, interval: Duration) -> Result<ExitCode, Failure> {
    loop {
        let looked = watcher.look().await;
        // Also what was seen before a failure: it is not said again.
        for line in watcher.take_lines() {
            writeln!(io::stdout(), "{line}")?;
        }
        let wait = match looked {
            Ok(()) => interval,
            Err(error) if error.is_retryable() => {
                say(format_args!("going on after: {error}"));
                interval.max(error.retry_after().unwrap_or_default())
            }
            Err(error) => return Err(error.into()),
        };
        tokio::time::sleep(wait).await;
    }
}
