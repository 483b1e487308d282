// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The requests of an enterprise.

use super::pattern_configurations::PatternConfigurationsScope;
use crate::generated::requests::ListAlerts;
use crate::generated::requests::scope_sets::EnterpriseOrOrg;
use crate::generated::requests::scope_sets::EnterpriseOrOrgOrRepo;
use crate::scope::Enterprise;

impl Enterprise {
    /// Lists the alerts of an enterprise.
    ///
    /// Lists the alerts of all repositories in the enterprise, newest first by default. Contains
    /// only organizations in which the caller is an owner or a security manager, and repositories
    /// of managed users, so an empty list can mean that the caller has neither role. Generic
    /// patterns are listed only if `secret_type` names them. Pages have cursors, and no page
    /// numbers. GitHub also returns 404 if the caller cannot access the enterprise.
    ///
    /// `GET /enterprises/{enterprise}/secret-scanning/alerts` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-enterprise)).
    ///
    /// Requires a classic token with the OAuth scope `repo` or `security_events`. Fine-grained
    /// tokens are not supported. Installation access tokens are not supported. Available on GitHub
    /// Enterprise Cloud and GitHub Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let enterprise = github.enterprise("acme-inc")?;
    /// let mut items = enterprise.alerts().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListAlerts<Enterprise> {
        ListAlerts::new(EnterpriseOrOrgOrRepo::Enterprise(self.clone()))
    }

    /// Returns the sub-scope of the pattern configurations, for
    /// [`get`](crate::PatternConfigurationsScope::get) and
    /// [`update`](crate::PatternConfigurationsScope::update).
    ///
    /// Nothing is sent.
    pub fn pattern_configurations(&self) -> PatternConfigurationsScope<Enterprise> {
        PatternConfigurationsScope::new(
            self.clone(),
            EnterpriseOrOrg::Enterprise(self.clone()),
        )
    }
}
