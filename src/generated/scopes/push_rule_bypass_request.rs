// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The sub-scope `push_rule_bypass_request`.

use github_secret_scanning_generated::types;
use crate::generated::requests::GetPushRuleBypassRequest;
use crate::scope::Repo;

/// The sub-scope of one push rule bypass request of a repository; created by
/// [`Repo::push_rule_bypass_request`](crate::Repo::push_rule_bypass_request).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PushRuleBypassRequestScope {
    repo: Repo,
    bypass_request_number: types::BypassRequestNumber,
}

impl PushRuleBypassRequestScope {
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

impl PushRuleBypassRequestScope {
    /// Returns one push rule bypass request.
    ///
    /// Returns one request to bypass the push rules of a repository. Reading requires write
    /// permission for contents. GitHub also returns 404 if the feature is off, or if the caller
    /// cannot access the repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/repos/bypass-requests#get-a-repository-push-bypass-request)).
    ///
    /// Requires the fine-grained permission `contents=write`, or a classic token, whose scope
    /// GitHub does not document. Available on GitHub Enterprise Cloud and GitHub Enterprise Server
    /// 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let response = repo.push_rule_bypass_request(42).get().await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> GetPushRuleBypassRequest {
        GetPushRuleBypassRequest::new(self.repo.clone(), self.bypass_request_number)
    }
}
