// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The sub-scope `secret_bypass_request`.

use github_secret_scanning_generated::types;
use crate::generated::requests::GetSecretBypassRequest;
use crate::generated::requests::ReviewSecretBypassRequest;
use crate::scope::Repo;

/// The sub-scope of one secret bypass request of a repository; created by
/// [`Repo::secret_bypass_request`](crate::Repo::secret_bypass_request).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecretBypassRequestScope {
    repo: Repo,
    bypass_request_number: types::BypassRequestNumber,
}

impl SecretBypassRequestScope {
    pub(crate) fn new(
        repo: Repo,
        bypass_request_number: types::BypassRequestNumber,
    ) -> Self {
        Self {
            repo,
            bypass_request_number,
        }
    }

    /// Returns the repository that it was created from.
    pub fn repo(&self) -> &Repo {
        &self.repo
    }

    /// The number of the bypass request within its repository, counted from 1.
    pub fn bypass_request_number(&self) -> types::BypassRequestNumber {
        self.bypass_request_number
    }
}

impl SecretBypassRequestScope {
    /// Returns one secret bypass request.
    ///
    /// Returns one request to bypass push protection for a secret. The caller must be a bypass
    /// reviewer, and delegated bypass must be on.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`
    /// ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#get-a-bypass-request-for-secret-scanning)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
    /// Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let response = repo.secret_bypass_request(42).get().await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> GetSecretBypassRequest {
        GetSecretBypassRequest::new(self.repo.clone(), self.bypass_request_number)
    }

    /// Reviews a secret bypass request.
    ///
    /// Approves or rejects a request to bypass push protection for a secret, with a message of 1
    /// to 2,048 characters. The caller must be a bypass reviewer, and delegated bypass must be on.
    ///
    /// `PATCH /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`
    /// ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#review-a-bypass-request-for-secret-scanning)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
    /// Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let response = repo
    ///     .secret_bypass_request(42)
    ///     .review(models::BypassReviewAction::Approve, "message")
    ///     .await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn review(
        &self,
        status: types::BypassReviewAction,
        message: impl Into<String>,
    ) -> ReviewSecretBypassRequest {
        ReviewSecretBypassRequest::new(
            self.repo.clone(),
            self.bypass_request_number,
            status,
            message,
        )
    }
}
