//! The arguments `--org` and `--repo`, one or the other.

use clap::error::ErrorKind;
use clap::{Args, CommandFactory};
use github_secret_scanning::{Client, Error, Org, Repo};

/// The organization of the embedded fake.
const DEMO_ORG: &str = "acme";

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
    /// Returns the scope of the arguments. Without any it is the organization of the fake; without a fake the program
    /// exits with a usage error.
    pub(crate) fn scope<C: CommandFactory>(&self, client: &Client, is_fake: bool) -> Result<Scope, Error> {
        match (&self.org, &self.repo) {
            (_, Some(repo)) => client.repo_by_full_name(repo).map(Scope::Repo),
            (Some(org), None) => client.org(org).map(Scope::Org),
            (None, None) if is_fake => client.org(DEMO_ORG).map(Scope::Org),
            (None, None) => {
                let message = "--org or --repo is required";
                C::command().error(ErrorKind::MissingRequiredArgument, message).exit()
            }
        }
    }
}
