//! A repository and its contents.

use std::collections::BTreeMap;
use std::io;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{
    Alert, AlertNumber, BypassOrganization, BypassRepository, BypassRequestNumber, PushRuleBypassRequest,
    SecretBypassRequest,
};

use super::alert::AlertEntry;
use super::bypass_request::BypassRequest;
use super::invalid_seed;

#[derive(Debug)]
pub(crate) struct Repository {
    pub(crate) id: i64,
    pub(crate) owner_id: i64,
    pub(crate) owner: String,
    pub(crate) name: String,
    /// `owner/name` in lower case: its sort key among repositories.
    pub(crate) key: String,
    pub(crate) alerts: BTreeMap<AlertNumber, AlertEntry>,
    pub(crate) secret_bypass_requests: BTreeMap<BypassRequestNumber, SecretBypassRequest>,
    pub(crate) push_rule_bypass_requests: BTreeMap<BypassRequestNumber, PushRuleBypassRequest>,
}

/// A bypass request that a repository contains.
pub(crate) trait RepositoryBypassRequest: BypassRequest {
    fn all(repository: &Repository) -> &BTreeMap<BypassRequestNumber, Self>;
    fn all_mut(repository: &mut Repository) -> &mut BTreeMap<BypassRequestNumber, Self>;
}

impl RepositoryBypassRequest for SecretBypassRequest {
    fn all(repository: &Repository) -> &BTreeMap<BypassRequestNumber, Self> {
        &repository.secret_bypass_requests
    }

    fn all_mut(repository: &mut Repository) -> &mut BTreeMap<BypassRequestNumber, Self> {
        &mut repository.secret_bypass_requests
    }
}

impl RepositoryBypassRequest for PushRuleBypassRequest {
    fn all(repository: &Repository) -> &BTreeMap<BypassRequestNumber, Self> {
        &repository.push_rule_bypass_requests
    }

    fn all_mut(repository: &mut Repository) -> &mut BTreeMap<BypassRequestNumber, Self> {
        &mut repository.push_rule_bypass_requests
    }
}

impl Repository {
    pub(super) fn new(id: i64, owner_id: i64, owner: &str, name: &str) -> Self {
        Self {
            id,
            owner_id,
            owner: owner.to_owned(),
            name: name.to_owned(),
            key: format!("{owner}/{name}").to_ascii_lowercase(),
            alerts: BTreeMap::new(),
            secret_bypass_requests: BTreeMap::new(),
            push_rule_bypass_requests: BTreeMap::new(),
        }
    }

    pub(crate) fn full_name(&self) -> String {
        format!("{}/{}", self.owner, self.name)
    }

    pub(super) fn add_alert(&mut self, now: DateTime<Utc>, mut alert: Alert) -> io::Result<AlertNumber> {
        alert.number = free_number(alert.number, &self.alerts)?;
        let number = alert.number;
        let entry = AlertEntry::new(now, &self.full_name(), alert);
        self.alerts.insert(number, entry);
        Ok(number)
    }

    pub(super) fn add_bypass_request<R: RepositoryBypassRequest>(
        &mut self,
        now: DateTime<Utc>,
        mut request: R,
    ) -> io::Result<BypassRequestNumber> {
        let number = free_number(*request.fields_mut().number, R::all(self))?;
        *request.fields_mut().number = number;
        let mut repository = BypassRepository::default();
        repository.id = Some(self.id);
        repository.name = Some(self.name.clone());
        repository.full_name = Some(self.full_name());
        let mut owner = BypassOrganization::default();
        owner.id = Some(self.owner_id);
        owner.name = Some(self.owner.clone());
        request.fill_in(now, repository, owner);
        R::all_mut(self).insert(number, request);
        Ok(number)
    }
}

/// Returns `number`, or the one after the highest for 0.
fn free_number<N, T>(number: N, taken: &BTreeMap<N, T>) -> io::Result<N>
where
    N: Copy + Ord + PartialEq<u64> + From<u64> + Into<u64>,
{
    if number != 0 {
        return Ok(number);
    }
    let highest = taken.last_key_value().map_or(0, |(highest, _)| (*highest).into());
    let free = highest.checked_add(1).map(N::from);
    free.ok_or_else(|| invalid_seed("no number is left after the highest one".into()))
}
