// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The requests of a repository.

use github_secret_scanning_generated::types;
use super::alert::AlertScope;
use super::push_rule_bypass_request::PushRuleBypassRequestScope;
use super::secret_bypass_request::SecretBypassRequestScope;
use crate::generated::requests::DismissSecretBypassResponse;
use crate::generated::requests::ListAlerts;
use crate::generated::requests::ListRepoPushRuleBypassRequests;
use crate::generated::requests::ListSecretBypassRequests;
use crate::generated::requests::scope_sets::EnterpriseOrOrgOrRepo;
use crate::generated::requests::scope_sets::OrgOrRepo;
use crate::scope::Repo;

impl Repo {
    /// Lists the push rule bypass requests of a repository.
    ///
    /// Lists the requests to bypass the push rules of a repository. By default it contains those
    /// of the last day only, so an empty list can mean that all requests are older. Reading
    /// requires write permission for contents. GitHub also returns 404 if the feature is off, or
    /// if the caller cannot access the repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/push-rules` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/repos/bypass-requests#list-repository-push-rule-bypass-requests)).
    ///
    /// Requires the fine-grained permission `contents=write`, or a classic token, whose scope
    /// GitHub does not document. Available on GitHub Enterprise Cloud and GitHub Enterprise Server
    /// 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut items = repo.push_rule_bypass_requests().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn push_rule_bypass_requests(&self) -> ListRepoPushRuleBypassRequests {
        ListRepoPushRuleBypassRequests::new(self.clone())
    }

    /// Lists the secret bypass requests of a repository.
    ///
    /// Lists the requests to bypass push protection for a secret in one repository. By default it
    /// contains those of the last day only, so an empty list can mean that all requests are older.
    /// The caller must be a bypass reviewer, and delegated bypass must be on. GitHub also returns
    /// 404 if the feature is off, or if the caller cannot access the repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-a-repository)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
    /// Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut items = repo.secret_bypass_requests().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn secret_bypass_requests(&self) -> ListSecretBypassRequests<Repo> {
        ListSecretBypassRequests::new(OrgOrRepo::Repo(self.clone()))
    }

    /// Dismisses a response to a secret bypass request.
    ///
    /// Dismisses the response of a reviewer to a request to bypass push protection for a secret.
    /// The caller must be a bypass reviewer, and delegated bypass must be on.
    ///
    /// `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`
    /// ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#dismiss-a-response-on-a-bypass-request-for-secret-scanning)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
    /// Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// repo.dismiss_secret_bypass_response(42).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn dismiss_secret_bypass_response(
        &self,
        bypass_response_id: impl Into<types::BypassResponseId>,
    ) -> DismissSecretBypassResponse {
        DismissSecretBypassResponse::new(self.clone(), bypass_response_id.into())
    }

    /// Lists the alerts of a repository.
    ///
    /// Lists the alerts of one repository, newest first by default. The caller must administer the
    /// repository or its organization; for public repositories a classic token with `public_repo`
    /// is sufficient. Generic patterns are listed only if `secret_type` names them, so an empty
    /// list can hide some. Pages have numbers, or cursors after a request with an empty cursor.
    /// GitHub also returns 404 if secret scanning is off, or if the caller cannot access the
    /// repository.
    ///
    /// `GET /repos/{owner}/{repo}/secret-scanning/alerts` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
    /// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut items = repo.alerts().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListAlerts<Repo> {
        ListAlerts::new(EnterpriseOrOrgOrRepo::Repo(self.clone()))
    }

    /// Returns the sub-scope of one alert, for [`get`](crate::AlertScope::get),
    /// [`update`](crate::AlertScope::update), and [`locations`](crate::AlertScope::locations).
    ///
    /// `alert_number`: The number of the alert within its repository, counted from 1.
    ///
    /// Nothing is sent.
    pub fn alert(&self, alert_number: impl Into<types::AlertNumber>) -> AlertScope {
        AlertScope::new(self.clone(), alert_number.into())
    }

    /// Returns the sub-scope of one push rule bypass request, for
    /// [`get`](crate::PushRuleBypassRequestScope::get).
    ///
    /// `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    ///
    /// Nothing is sent.
    pub fn push_rule_bypass_request(
        &self,
        bypass_request_number: impl Into<types::BypassRequestNumber>,
    ) -> PushRuleBypassRequestScope {
        PushRuleBypassRequestScope::new(self.clone(), bypass_request_number.into())
    }

    /// Returns the sub-scope of one secret bypass request, for
    /// [`get`](crate::SecretBypassRequestScope::get) and
    /// [`review`](crate::SecretBypassRequestScope::review).
    ///
    /// `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    ///
    /// Nothing is sent.
    pub fn secret_bypass_request(
        &self,
        bypass_request_number: impl Into<types::BypassRequestNumber>,
    ) -> SecretBypassRequestScope {
        SecretBypassRequestScope::new(self.clone(), bypass_request_number.into())
    }
}
