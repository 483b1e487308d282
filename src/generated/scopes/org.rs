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
    /// Lists the requests to bypass push protection for a secret in all repositories of the
    /// organization. By default it contains those of the last day only, so an empty list can mean
    /// that all requests are older. The caller must be a bypass reviewer, and delegated bypass
    /// must be on. GitHub also returns 404 if the feature is off, or if the caller cannot access
    /// the organization.
    ///
    /// `GET /orgs/{org}/bypass-requests/secret-scanning` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-an-org)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
    /// Enterprise Server 3.17 to 3.19.
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
    /// Lists the alerts of all repositories in the organization, newest first by default. The
    /// caller must administer the organization or be one of its security managers; if all of its
    /// repositories are public, a classic token with `public_repo` is sufficient. Generic patterns
    /// are listed only if `secret_type` names them, so an empty list can hide some. Pages have
    /// numbers, or cursors after a request with an empty cursor. GitHub also returns 404 if the
    /// caller cannot access the organization.
    ///
    /// `GET /orgs/{org}/secret-scanning/alerts` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-organization)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
    /// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
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

    /// Returns the sub-scope of the pattern configurations, for
    /// [`get`](crate::PatternConfigurationsScope::get) and
    /// [`update`](crate::PatternConfigurationsScope::update).
    ///
    /// Nothing is sent.
    pub fn pattern_configurations(&self) -> PatternConfigurationsScope<Org> {
        PatternConfigurationsScope::new(self.clone(), EnterpriseOrOrg::Org(self.clone()))
    }
}
