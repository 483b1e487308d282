//! Requests to push past push rules.

use crate::requests::{GetPushRuleBypassRequest, ListRepoPushRuleBypassRequests};
use crate::scope::Repo;

impl Repo {
    /// The bypass requests for push rules in this repository.
    pub fn push_rule_bypass_requests(&self) -> ListRepoPushRuleBypassRequests {
        ListRepoPushRuleBypassRequests::new(self)
    }

    /// One bypass request for push rules, by the number that it has in this repository.
    pub fn push_rule_bypass_request(&self, bypass_request_number: u64) -> PushRuleBypassRequestScope {
        PushRuleBypassRequestScope { repo: self.clone(), bypass_request_number }
    }
}

/// One bypass request for push rules; made by [`Repo::push_rule_bypass_request`].
#[derive(Clone, Debug)]
pub struct PushRuleBypassRequestScope {
    repo: Repo,
    bypass_request_number: u64,
}

impl PushRuleBypassRequestScope {
    /// Reads it.
    pub fn get(&self) -> GetPushRuleBypassRequest {
        GetPushRuleBypassRequest::new(&self.repo, self.bypass_request_number)
    }
}
