//! The arguments `--org` and `--repo`, one or the other.

use clap::error::ErrorKind;
use clap::{Args, CommandFactory};
use github_secret_scanning::{Client, Error, Org, Repo};

/// What the made-up GitHub has, for those who name nothing.
const ON_THE_FAKE: &str = "acme";

#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct ScopeArguments {
    /// All repositories of this organization
    #[arg(long)]
    org: Option<String>,
    /// This repository alone
    #[arg(long, value_name = "OWNER/REPO")]
    repo: Option<String>,
}

pub(crate) enum Scope {
    Org(Org),
    Repo(Repo),
}

impl ScopeArguments {
    /// What was named. Ends the program as for any wrong argument if that is nothing, unless it runs on the
    /// fake: there it is the organization that the fake has.
    pub(crate) fn named<C: CommandFactory>(
        &self,
        client: &Client,
        on_the_fake: bool,
    ) -> Result<Scope, Error> {
        match (&self.org, &self.repo) {
            (_, Some(repo)) => client.repo_by_full_name(repo).map(Scope::Repo),
            (Some(org), None) => client.org(org).map(Scope::Org),
            (None, None) if on_the_fake => client.org(ON_THE_FAKE).map(Scope::Org),
            (None, None) => {
                let message = "one of --org and --repo is needed";
                C::command().error(ErrorKind::MissingRequiredArgument, message).exit()
            }
        }
    }
}
