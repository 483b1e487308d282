//! Requests to push past push protection: listing them, reviewing them, taking a review back.

use github_secret_scanning_generated::types::BypassReviewAction;

use crate::generated::{
    DismissSecretBypassResponse, GetSecretBypassRequest, ListOrgSecretBypassRequests,
    ListRepoSecretBypassRequests, ReviewSecretBypassRequest,
};
use crate::scope::{Org, Repo};

impl Org {
    /// The bypass requests for secret scanning in all repositories of this organization.
    ///
    /// `GET /orgs/{org}/bypass-requests/secret-scanning`. Needs `secret_scanning_alerts=read`, or a
    /// classic token with `security_events`. The caller must be a bypass reviewer, and reviews of
    /// bypasses must be turned on.
    ///
    /// Unless [`time_period`](ListOrgSecretBypassRequests::time_period) says otherwise, it looks
    /// back one day only: an empty list can mean that all requests are older. 404 is the answer
    /// where there is no such organization, the feature is off, or the caller may not know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::{BypassRequestStatusFilter, TimePeriod}};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let org = github.org("acme")?;
    /// let open = org
    ///     .secret_bypass_requests()
    ///     .request_status(BypassRequestStatusFilter::Open)
    ///     .time_period(TimePeriod::Month);
    /// let mut open = open.stream();
    /// while let Some(request) = open.try_next().await? {
    ///     println!("#{}: {:?}", request.number, request.requester_comment);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn secret_bypass_requests(&self) -> ListOrgSecretBypassRequests {
        ListOrgSecretBypassRequests::new(self)
    }
}

impl Repo {
    /// The bypass requests for secret scanning in this repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning`. Needs
    /// `secret_scanning_alerts=read`, or a classic token with `security_events`. The caller must be
    /// a bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// Unless [`time_period`](ListRepoSecretBypassRequests::time_period) says otherwise, it looks
    /// back one day only: an empty list can mean that all requests are older. 404 is the answer
    /// where there is no such repository, the feature is off, or the caller may not know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::TimePeriod};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let page = repo.secret_bypass_requests().time_period(TimePeriod::Week).page().await?;
    /// for request in page.items {
    ///     println!("#{}: {:?}", request.number, request.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn secret_bypass_requests(&self) -> ListRepoSecretBypassRequests {
        ListRepoSecretBypassRequests::new(self)
    }

    /// One bypass request for secret scanning, by the number that it has in this repository.
    ///
    /// `GET` and `PATCH /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`.
    /// Both need `secret_scanning_alerts=read`, or a classic token with `security_events`. The caller
    /// must be a bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// 404 is the answer where there is no such request, the feature is off, or the caller may not
    /// know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = github.repo("acme", "widgets")?.secret_bypass_request(21).get().await?;
    /// for secret in request.data.iter().flatten() {
    ///     println!("{:?} at {:?}", secret.secret_type, secret.path);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn secret_bypass_request(&self, bypass_request_number: u64) -> SecretBypassRequestScope {
        SecretBypassRequestScope { repo: self.clone(), bypass_request_number }
    }

    /// Takes back a review of a bypass request, by the id of the review's response.
    ///
    /// `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`. Needs
    /// `secret_scanning_alerts=read`, or a classic token with `security_events`. The caller must be a
    /// bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// 404 is the answer where there is no such response, the feature is off, or the caller may not
    /// know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let request = repo.secret_bypass_request(21).get().await?;
    /// for response in request.responses.iter().flatten() {
    ///     repo.dismiss_secret_bypass_response(response.id).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn dismiss_secret_bypass_response(&self, bypass_response_id: i64) -> DismissSecretBypassResponse {
        DismissSecretBypassResponse::new(self, bypass_response_id)
    }
}

/// One bypass request for secret scanning; made by [`Repo::secret_bypass_request`].
#[derive(Clone, Debug)]
pub struct SecretBypassRequestScope {
    repo: Repo,
    bypass_request_number: u64,
}

impl SecretBypassRequestScope {
    /// Reads it.
    pub fn get(&self) -> GetSecretBypassRequest {
        GetSecretBypassRequest::new(&self.repo, self.bypass_request_number)
    }

    /// Decides on it, with a message of 1 to 2,048 characters for whom it is from.
    pub fn review(
        &self,
        action: BypassReviewAction,
        message: impl Into<String>,
    ) -> ReviewSecretBypassRequest {
        ReviewSecretBypassRequest::new(&self.repo, self.bypass_request_number, message, action)
    }

    /// Lets the push happen, and says why in 1 to 2,048 characters.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = github.repo("acme", "widgets")?.secret_bypass_request(21);
    /// request.approve("the key is of a sandbox, and ends today").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn approve(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Approve, message)
    }

    /// Refuses it, and says why in 1 to 2,048 characters.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = github.repo("acme", "widgets")?.secret_bypass_request(21);
    /// request.deny("take the key from the vault instead").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn deny(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Reject, message)
    }
}
