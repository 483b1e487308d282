// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The requests of an organization.

use super::pattern_configurations::PatternConfigurationsScope;
use crate::generated::requests::ListAlerts;
use crate::generated::requests::ListSecretBypassRequests;
use crate::generated::requests::scope_sets::EnterpriseOrOrg;
use crate::generated::requests::scope_sets::EnterpriseOrOrgOrRepo;
use crate::generated::requests::scope_sets::OrgOrRepo;
use crate::scope::Org;

impl Org {
    /// Lists the secret bypass requests of an organization.
    ///
    /// Lists the requests to get a secret past push protection in any repository of the
    /// organization. Unless told otherwise it looks back one day only. The caller must be a bypass
    /// reviewer, and reviews of bypasses must be turned on.
    ///
    /// `GET /orgs/{org}/bypass-requests/secret-scanning` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-an-org)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the scope `security_events`. Available on GitHub Enterprise Cloud and GitHub Enterprise
    /// Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let org = github.org("acme")?;
    /// let mut items = org.secret_bypass_requests().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn secret_bypass_requests(&self) -> ListSecretBypassRequests<Org> {
        ListSecretBypassRequests::new(OrgOrRepo::Org(self.clone()))
    }

    /// Lists the alerts of an organization.
    ///
    /// Lists the alerts of all repositories in the organization, newest first unless asked
    /// otherwise. The caller must administer the organization or be one of its security managers;
    /// where all of the repositories are public, a classic token with `public_repo` is enough.
    /// Pages go by number, or by cursor once an empty cursor was sent.
    ///
    /// `GET /orgs/{org}/secret-scanning/alerts` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-organization)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise Cloud,
    /// and GitHub Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let org = github.org("acme")?;
    /// let mut items = org.alerts().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListAlerts<Org> {
        ListAlerts::new(EnterpriseOrOrgOrRepo::Org(self.clone()))
    }

    /// Returns the scope of the pattern configurations, for
    /// [`get`](crate::PatternConfigurationsScope::get) and
    /// [`update`](crate::PatternConfigurationsScope::update).
    ///
    /// Nothing is sent.
    pub fn pattern_configurations(&self) -> PatternConfigurationsScope<Org> {
        PatternConfigurationsScope::new(self.clone(), EnterpriseOrOrg::Org(self.clone()))
    }
}
