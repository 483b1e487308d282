//! What is exported: exactly one of a repository, an organization and an enterprise.

use std::fmt;

use clap::Args;
use github_secret_scanning::models::{Alert, AlertSort, SortDirection};
use github_secret_scanning::{Client, Error, Pages, ResumeToken};

/// As many as GitHub gives.
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
    /// The full name of the repository, which its own list does not repeat for each alert.
    pub(crate) fn repository(&self) -> Option<&str> {
        self.repo.as_deref()
    }

    /// All alerts by their time of creation, so that new ones come at the end; and by cursor, so that none is
    /// skipped when others vanish meanwhile. Where a server links by number alone, the walk does as it says.
    pub(crate) fn pages(
        &self,
        client: &Client,
        include_secrets: bool,
        resume: Option<&ResumeToken>,
    ) -> Result<Pages<Alert>, Error> {
        macro_rules! pages {
            ($alerts:expr) => {{
                let alerts = $alerts.sort(AlertSort::Created).direction(SortDirection::Asc);
                let alerts = alerts.per_page(PER_PAGE).hide_secret(!include_secrets);
                match resume {
                    Some(resume) => alerts.resume(resume).pages(),
                    None => alerts.pages(),
                }
            }};
        }
        Ok(match (&self.repo, &self.org, &self.enterprise) {
            (Some(repo), ..) => pages!(client.repo_by_full_name(repo)?.alerts().by_cursor()),
            (None, Some(org), _) => pages!(client.org(org)?.alerts().by_cursor()),
            (None, None, enterprise) => {
                pages!(client.enterprise(enterprise.as_deref().unwrap_or_default())?.alerts())
            }
        })
    }
}

/// As it stands in a checkpoint.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.repo, &self.org, &self.enterprise) {
            (Some(repo), ..) => write!(f, "repository {repo}"),
            (None, Some(org), _) => write!(f, "organization {org}"),
            (None, None, enterprise) => write!(f, "enterprise {}", enterprise.as_deref().unwrap_or_default()),
        }
    }
}
