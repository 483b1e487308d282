// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The requests of a repository.

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
    /// Lists the requests to get a push past the push rules of one repository. Unless told
    /// otherwise it looks back one day only. Reading them needs the right to write contents.
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
    /// Lists the requests to get a secret past push protection in one repository. Unless told
    /// otherwise it looks back one day only. The caller must be a bypass reviewer, and reviews of
    /// bypasses must be turned on.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-a-repository)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the scope `security_events`. Available on GitHub Enterprise Cloud and GitHub Enterprise
    /// Server 3.17 to 3.19.
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
    /// Takes back what a reviewer answered to a request to get a secret past push protection. The
    /// caller must be a bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`
    /// ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#dismiss-a-response-on-a-bypass-request-for-secret-scanning)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the scope `security_events`. Available on GitHub Enterprise Cloud and GitHub Enterprise
    /// Server 3.17 to 3.19.
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
        bypass_response_id: i64,
    ) -> DismissSecretBypassResponse {
        DismissSecretBypassResponse::new(self.clone(), bypass_response_id)
    }

    /// Lists the alerts of a repository.
    ///
    /// Lists the alerts of one repository, newest first unless asked otherwise. The caller must
    /// administer the repository or its organization; on public repositories a classic token with
    /// `public_repo` is enough. The answer is 404 where secret scanning is off. Pages go by
    /// number, or by cursor once an empty cursor was sent.
    ///
    /// `GET /repos/{owner}/{repo}/secret-scanning/alerts` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise Cloud,
    /// and GitHub Enterprise Server 3.17 to 3.19.
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

    /// Returns the scope of one alert, for [`get`](crate::AlertScope::get),
    /// [`update`](crate::AlertScope::update), and [`locations`](crate::AlertScope::locations).
    ///
    /// `alert_number`: The number of the alert within its repository, counted from 1.
    ///
    /// Nothing is sent.
    pub fn alert(&self, alert_number: u64) -> AlertScope {
        AlertScope::new(self.clone(), alert_number)
    }

    /// Returns the scope of one push rule bypass request, for
    /// [`get`](crate::PushRuleBypassRequestScope::get).
    ///
    /// `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    ///
    /// Nothing is sent.
    pub fn push_rule_bypass_request(
        &self,
        bypass_request_number: u64,
    ) -> PushRuleBypassRequestScope {
        PushRuleBypassRequestScope::new(self.clone(), bypass_request_number)
    }

    /// Returns the scope of one secret bypass request, for
    /// [`get`](crate::SecretBypassRequestScope::get) and
    /// [`review`](crate::SecretBypassRequestScope::review).
    ///
    /// `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    ///
    /// Nothing is sent.
    pub fn secret_bypass_request(
        &self,
        bypass_request_number: u64,
    ) -> SecretBypassRequestScope {
        SecretBypassRequestScope::new(self.clone(), bypass_request_number)
    }
}
