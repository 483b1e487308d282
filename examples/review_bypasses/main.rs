//! Lists the open bypass requests of an organization or a repository, oldest first, and reviews one of them.

#[path = "../shared/connection.rs"]
mod connection;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/malformed_items.rs"]
mod malformed_items;
#[path = "../shared/prompt.rs"]
mod prompt;
#[path = "../shared/reference.rs"]
mod reference;
#[path = "../shared/relative_time.rs"]
mod relative_time;
mod request_table;
mod requests;
mod review;
#[path = "../shared/scope.rs"]
mod scope;
#[path = "../shared/table.rs"]
mod table;

use std::process::ExitCode;

use clap::Parser;
use github_secret_scanning::models::BypassReviewAction;

use connection::Connection;
use exit::{Failure, exit_code};
use scope::{Scope, ScopeArguments};

/// List the open bypass requests of the last month, oldest first, and review one of them
///
/// There are two kinds: for secrets, and for push rules. Those for push rules are only listed for a repository,
/// and are reviewed on the website. Prompts for a review at a terminal.
#[derive(Parser)]
#[command(name = "review_bypasses", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: ScopeArguments,
    /// Approve this request for a secret
    #[arg(long, value_name = "NUMBER", group = "decision", requires_all = ["message", "repo"], conflicts_with = "org")]
    approve: Option<u64>,
    /// Deny this request for a secret
    #[arg(long, value_name = "NUMBER", group = "decision", requires_all = ["message", "repo"], conflicts_with = "org")]
    deny: Option<u64>,
    /// A message for the requester, 1 to 2,048 characters
    #[arg(long, value_name = "TEXT", requires = "decision")]
    message: Option<String>,
    /// Review without a confirmation
    #[arg(long, requires = "decision")]
    yes: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit_code(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let (builder, fake) = arguments.connection.open()?;
    let scope = arguments.scope.scope::<Arguments>(&builder.build()?, fake.is_some())?;
    let decision = match (arguments.approve, arguments.deny) {
        (Some(number), _) => Some((number, BypassReviewAction::Approve)),
        (None, Some(number)) => Some((number, BypassReviewAction::Reject)),
        (None, None) => None,
    };
    // The parser of the arguments refuses a decision without a repository or a message.
    if let (Scope::Repo(repo), Some((number, action)), Some(message)) = (&scope, decision, arguments.message)
    {
        review::review(repo, number, action, &message, arguments.yes).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let requests = requests::open(&scope).await?;
    request_table::show(&requests, &scope)?;
    if requests.iter().any(|request| request.push_rule_url.is_none()) && prompt::is_interactive() {
        review::prompt_for_review(&requests, &scope).await?;
    }
    Ok(ExitCode::SUCCESS)
}
