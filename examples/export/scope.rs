//! The scope of an export: exactly one of a repository, an organization and an enterprise.

use std::fmt;

use clap::Args;
use github_secret_scanning::models::{Alert, AlertSort, SortDirection};
use github_secret_scanning::requests::ListAlerts;
use github_secret_scanning::{Client, Error, Pages, ResumeToken};

/// GitHub's maximum.
const PER_PAGE: u64 = 100;

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Scope {
    /// Export this repository
    #[arg(long, value_name = "OWNER/REPO")]
    repo: Option<String>,
    /// Export all repositories of this organization
    #[arg(long)]
    org: Option<String>,
    /// Export all repositories of this enterprise
    #[arg(long)]
    enterprise: Option<String>,
}

impl Scope {
    /// Returns the full name of the repository, which the alerts in the list of a repository do not contain.
    pub(crate) fn repository(&self) -> Option<&str> {
        self.repo.as_deref()
    }

    /// Lists all alerts by cursor, so that none is skipped if others disappear in the meantime. On a server that only
    /// links by page number, the pager follows those links.
    pub(crate) fn pages(
        &self,
        client: &Client,
        include_secrets: bool,
        resume: Option<&ResumeToken>,
    ) -> Result<Pages<Alert>, Error> {
        Ok(match (&self.repo, &self.org, &self.enterprise) {
            (Some(repo), ..) => {
                let alerts = client.repo_by_full_name(repo)?.alerts();
                oldest_first(alerts.by_cursor(), include_secrets, resume)
            }
            (None, Some(org), _) => {
                oldest_first(client.org(org)?.alerts().by_cursor(), include_secrets, resume)
            }
            (None, None, enterprise) => {
                let alerts = client.enterprise(enterprise.as_deref().unwrap_or_default())?.alerts();
                oldest_first(alerts, include_secrets, resume)
            }
        })
    }
}

/// Returns all alerts of any scope in the order of creation, so that new ones are added at the end.
fn oldest_first<S>(
    alerts: ListAlerts<S>,
    include_secrets: bool,
    resume: Option<&ResumeToken>,
) -> Pages<Alert> {
    let alerts = alerts.sort(AlertSort::Created).direction(SortDirection::Asc);
    let alerts = alerts.per_page(PER_PAGE).hide_secret(!include_secrets);
    match resume {
        Some(resume) => alerts.resume(resume).pages(),
        None => alerts.pages(),
    }
}

/// Formats the scope for a checkpoint.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.repo, &self.org, &self.enterprise) {
            (Some(repo), ..) => write!(f, "repository {repo}"),
            (None, Some(org), _) => write!(f, "organization {org}"),
            (None, None, enterprise) => write!(f, "enterprise {}", enterprise.as_deref().unwrap_or_default()),
        }
    }
}
