//! Reviewing secret bypass requests.

use github_secret_scanning_generated::types::{BypassReviewAction, SecretBypassRequest};

use crate::client::Client;
use crate::error::Error;
use crate::generated::requests::ReviewSecretBypassRequest;
use crate::generated::scopes::SecretBypassRequestScope;

impl Client {
    /// Returns the scope of a bypass request from the list of an organization.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// for request in github.org("acme")?.secret_bypass_requests().page().await?.items {
    ///     github.secret_bypass_request_scope(&request)?.deny("take the key from the vault").await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `request` if it has no `repository`.
    pub fn secret_bypass_request_scope(
        &self,
        request: &SecretBypassRequest,
    ) -> Result<SecretBypassRequestScope, Error> {
        let repository = request.repository.as_ref().and_then(|repository| repository.full_name.as_deref());
        Ok(self.repo_of_item("request", repository)?.secret_bypass_request(request.number))
    }
}

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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::Client;

    #[test]
    fn a_bypass_request_with_a_repository_has_its_scope() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::builder().token("t").build()?;
        let repository = json!({ "full_name": "acme/widgets" });
        let request = serde_json::from_value(json!({ "id": 1, "number": 21, "repository": repository }))?;
        assert_eq!(client.secret_bypass_request_scope(&request)?.repo().to_string(), "acme/widgets");
        let nowhere = serde_json::from_value(json!({ "id": 1, "number": 21 }))?;
        let error = client.secret_bypass_request_scope(&nowhere).unwrap_err();
        assert_eq!(error.argument(), Some("request"));
        Ok(())
    }
}
