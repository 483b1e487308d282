//! Reviewing secret bypass requests.

use github_secret_scanning_generated::types::BypassReviewAction;

use crate::generated::requests::ReviewSecretBypassRequest;
use crate::generated::scopes::SecretBypassRequestScope;

impl SecretBypassRequestScope {
    /// Approves the bypass request, with a reason of 1 to 2,048 characters.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let request = github.repo("acme", "widgets")?.secret_bypass_request(21);
    /// request.approve("the key is of a sandbox, and expires today").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn approve(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Approve, message)
    }

    /// Denies the bypass request, with a reason of 1 to 2,048 characters.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let request = github.repo("acme", "widgets")?.secret_bypass_request(21);
    /// request.deny("take the key from the vault instead").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn deny(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Reject, message)
    }
}
