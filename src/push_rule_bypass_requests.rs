//! Requests to push past push rules.

use crate::generated::{GetPushRuleBypassRequest, ListRepoPushRuleBypassRequests};
use crate::scope::Repo;

impl Repo {
    /// The bypass requests for push rules in this repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/push-rules`. Needs `contents=write`; which scope a
    /// classic token needs, GitHub does not say.
    ///
    /// Unless [`time_period`](ListRepoPushRuleBypassRequests::time_period) says otherwise, it looks
    /// back one day only: an empty list can mean that all requests are older. 404 is the answer
    /// where there is no such repository, the feature is off, or the caller may not know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::TimePeriod};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut requests = repo.push_rule_bypass_requests().time_period(TimePeriod::Month).stream();
    /// while let Some(request) = requests.try_next().await? {
    ///     println!("#{}: {:?}", request.number, request.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn push_rule_bypass_requests(&self) -> ListRepoPushRuleBypassRequests {
        ListRepoPushRuleBypassRequests::new(self)
    }

    /// One bypass request for push rules, by the number that it has in this repository.
    ///
    /// `GET /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}`. Needs
    /// `contents=write`; which scope a classic token needs, GitHub does not say.
    ///
    /// 404 is the answer where there is no such request, the feature is off, or the caller may not
    /// know of it.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = github.repo("acme", "widgets")?.push_rule_bypass_request(24).get().await?;
    /// for violated in request.data.iter().flatten() {
    ///     println!("{:?}: {:?} times", violated.ruleset_name, violated.total_violations);
    /// }
    /// # Ok(())
    /// # }
    /// ```
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
