//! The open alerts of an organization or a repository, newest first; and resolving one of them.

#[path = "../shared/age.rs"]
mod age;
#[path = "../shared/asking.rs"]
mod asking;
#[path = "../shared/connection.rs"]
mod connection;
#[path = "../shared/ending.rs"]
mod ending;
mod listing;
#[path = "../shared/location.rs"]
mod location;
#[path = "../shared/reference.rs"]
mod reference;
mod resolving;
#[path = "../shared/scope.rs"]
mod scope;
#[path = "../shared/table.rs"]
mod table;
#[path = "../shared/text.rs"]
mod text;
#[path = "../shared/unreadable.rs"]
mod unreadable;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use connection::Connection;
use ending::{Failure, ending};
use reference::Reference;
use resolving::{Decision, Reason};
use scope::ScopeArguments;

/// Show the open alerts of an organization or a repository, newest first, and resolve one of them
///
/// At a terminal it asks which one to resolve, and why; elsewhere it only shows them. The secrets themselves
/// are never asked for.
#[derive(Parser)]
#[command(name = "triage", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// Resolve this alert instead: 3 with --repo, widgets#3 with --org
    #[arg(long, value_name = "NUMBER", requires = "reason")]
    resolve: Option<Reference>,
    /// Why it is resolved
    #[arg(long = "as", value_name = "RESOLUTION", requires = "resolve")]
    reason: Option<Reason>,
    /// A remark that is kept with the resolution
    #[arg(long, value_name = "TEXT", requires = "resolve")]
    comment: Option<String>,
    /// Resolve without asking
    #[arg(long, requires = "resolve")]
    yes: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    ending(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let scope = arguments.scope.named::<Arguments>(&builder.build()?, fake.is_some())?;
    if let (Some(reference), Some(reason)) = (arguments.resolve, arguments.reason) {
        let repo = scope.repo(&reference)?;
        let decision = Decision { reason, comment: arguments.comment };
        resolving::resolve(&repo, reference.number, decision, arguments.yes).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let alerts = listing::open(&scope).await?;
    if alerts.is_empty() {
        writeln!(io::stdout(), "no open alerts")?;
        return Ok(ExitCode::SUCCESS);
    }
    listing::show(&alerts, &scope)?;
    if asking::is_interactive() {
        resolving::offer(&alerts, &scope).await?;
    }
    Ok(ExitCode::SUCCESS)
}
