//! Lists the open alerts of an organization or a repository, newest first, and resolves one of them.

#[path = "../shared/connection.rs"]
mod connection;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/location.rs"]
mod location;
#[path = "../shared/malformed_items.rs"]
mod malformed_items;
mod open_alerts;
#[path = "../shared/prompt.rs"]
mod prompt;
#[path = "../shared/reference.rs"]
mod reference;
#[path = "../shared/relative_time.rs"]
mod relative_time;
mod resolve;
#[path = "../shared/scope.rs"]
mod scope;
#[path = "../shared/table.rs"]
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use connection::Connection;
use exit::{Failure, exit_code};
use reference::Reference;
use resolve::{Decision, Reason};
use scope::ScopeArguments;

/// List the open alerts of an organization or a repository, newest first, and resolve one of them
///
/// Prompts for an alert to resolve at a terminal. Never requests the secrets.
#[derive(Parser)]
#[command(name = "triage", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// Resolve this alert without listing any: 3 with --repo, widgets#3 with --org
    #[arg(long, value_name = "NUMBER", requires = "reason")]
    resolve: Option<Reference>,
    /// The resolution
    #[arg(long = "as", value_name = "RESOLUTION", requires = "resolve")]
    reason: Option<Reason>,
    /// A comment on the resolution
    #[arg(long, value_name = "TEXT", requires = "resolve")]
    comment: Option<String>,
    /// Resolve without a confirmation
    #[arg(long, requires = "resolve")]
    yes: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit_code(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let scope = arguments.scope.scope::<Arguments>(&builder.build()?, fake.is_some())?;
    if let (Some(reference), Some(reason)) = (arguments.resolve, arguments.reason) {
        let repo = scope.repo(&reference)?;
        let decision = Decision { reason, comment: arguments.comment };
        resolve::resolve(&repo, reference.number, decision, arguments.yes).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let alerts = open_alerts::list(&scope).await?;
    if alerts.is_empty() {
        writeln!(io::stdout(), "no open alerts")?;
        return Ok(ExitCode::SUCCESS);
    }
    open_alerts::show(&alerts, &scope)?;
    if prompt::is_interactive() {
        resolve::prompt_for_resolution(&alerts, &scope).await?;
    }
    Ok(ExitCode::SUCCESS)
}
