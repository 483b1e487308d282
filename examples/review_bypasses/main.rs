//! The open bypass requests of an organization or a repository, oldest first; and deciding on one of them.

#[path = "../shared/age.rs"]
mod age;
#[path = "../shared/asking.rs"]
mod asking;
#[path = "../shared/connection.rs"]
mod connection;
mod deciding;
#[path = "../shared/ending.rs"]
mod ending;
mod listing;
#[path = "../shared/reference.rs"]
mod reference;
mod requests;
#[path = "../shared/scope.rs"]
mod scope;
#[path = "../shared/table.rs"]
mod table;
#[path = "../shared/text.rs"]
mod text;
#[path = "../shared/unreadable.rs"]
mod unreadable;

use std::process::ExitCode;

use clap::Parser;
use github_secret_scanning::models::BypassReviewAction;

use connection::Connection;
use ending::{Failure, ending};
use scope::{Scope, ScopeArguments};

/// Show the bypass requests of the last month that are still open, oldest first, and decide on one of them
///
/// There are two kinds: to push a secret, and to push against push rules. Those of push rules are listed for a
/// repository alone, and are decided on the website. At a terminal it asks what to decide; elsewhere it only
/// shows them.
#[derive(Parser)]
#[command(name = "review_bypasses", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// Let this push of a secret happen
    #[arg(long, value_name = "NUMBER", group = "decision", requires_all = ["message", "repo"], conflicts_with = "org")]
    approve: Option<u64>,
    /// Refuse this push of a secret
    #[arg(long, value_name = "NUMBER", group = "decision", requires_all = ["message", "repo"], conflicts_with = "org")]
    deny: Option<u64>,
    /// What the one who asked is told, in 1 to 2,048 characters
    #[arg(long, value_name = "TEXT", requires = "decision")]
    message: Option<String>,
    /// Decide without asking
    #[arg(long, requires = "decision")]
    yes: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    ending(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let scope = arguments.scope.named::<Arguments>(&builder.build()?, fake.is_some())?;
    let decided = match (arguments.approve, arguments.deny) {
        (Some(number), _) => Some((number, BypassReviewAction::Approve)),
        (None, Some(number)) => Some((number, BypassReviewAction::Reject)),
        (None, None) => None,
    };
    // A decision is never without a repository and a message: the arguments see to that.
    if let (Scope::Repo(repo), Some((number, action)), Some(message)) = (&scope, decided, arguments.message) {
        deciding::decide(repo, number, action, &message, arguments.yes).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let requests = requests::open(&scope).await?;
    listing::show(&requests, &scope)?;
    if requests.iter().any(|request| request.push_rule_page.is_none()) && asking::is_interactive() {
        deciding::offer(&requests, &scope).await?;
    }
    Ok(ExitCode::SUCCESS)
}
