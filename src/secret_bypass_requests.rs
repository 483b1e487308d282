//! Requests to push past push protection: listing them, reviewing them, taking a review back.

use github_secret_scanning_generated::types::BypassReviewAction;

use crate::requests::{
    DismissSecretBypassResponse, GetSecretBypassRequest, ListOrgSecretBypassRequests,
    ListRepoSecretBypassRequests, ReviewSecretBypassRequest,
};
use crate::scope::{Org, Repo};

impl Org {
    /// The bypass requests for secret scanning in all repositories of this organization.
    pub fn secret_bypass_requests(&self) -> ListOrgSecretBypassRequests {
        ListOrgSecretBypassRequests::new(self)
    }
}

impl Repo {
    /// The bypass requests for secret scanning in this repository.
    pub fn secret_bypass_requests(&self) -> ListRepoSecretBypassRequests {
        ListRepoSecretBypassRequests::new(self)
    }

    /// One bypass request for secret scanning, by the number that it has in this repository.
    pub fn secret_bypass_request(&self, bypass_request_number: u64) -> SecretBypassRequestScope {
        SecretBypassRequestScope { repo: self.clone(), bypass_request_number }
    }

    /// Takes back a review of a bypass request, by the id of the review's response.
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

    /// Lets the push happen.
    pub fn approve(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Approve, message)
    }

    /// Refuses it.
    pub fn deny(&self, message: impl Into<String>) -> ReviewSecretBypassRequest {
        self.review(BypassReviewAction::Reject, message)
    }
}
