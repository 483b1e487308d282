//! A repository and what is in it.

use std::collections::BTreeMap;
use std::io;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{Alert, PushRuleBypassRequest, SecretBypassRequest};

use super::alert::AlertEntry;
use super::bypass_request::BypassRequest;
use super::wrong;

#[derive(Debug)]
pub(in crate::testing) struct Repository {
    pub(in crate::testing) id: i64,
    pub(in crate::testing) owner_id: i64,
    pub(in crate::testing) owner: String,
    pub(in crate::testing) name: String,
    /// `owner/name` in lower case: its place among repositories.
    pub(in crate::testing) key: String,
    pub(in crate::testing) alerts: BTreeMap<u64, AlertEntry>,
    pub(in crate::testing) secret_bypass_requests: BTreeMap<u64, SecretBypassRequest>,
    pub(in crate::testing) push_rule_bypass_requests: BTreeMap<u64, PushRuleBypassRequest>,
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

    pub(in crate::testing) fn full_name(&self) -> String {
        format!("{}/{}", self.owner, self.name)
    }

    pub(super) fn add_alert(&mut self, now: DateTime<Utc>, mut alert: Alert) -> io::Result<u64> {
        alert.number = free_number(alert.number, &self.alerts)?;
        let number = alert.number;
        let entry = AlertEntry::new(now, &self.full_name(), alert);
        self.alerts.insert(number, entry);
        Ok(number)
    }

    pub(super) fn add_request<R: BypassRequest>(
        &mut self,
        now: DateTime<Utc>,
        mut request: R,
    ) -> io::Result<u64> {
        let number = free_number(*request.parts().number, R::all(self))?;
        *request.parts().number = number;
        request.fill_in(now, self);
        R::all_mut(self).insert(number, request);
        Ok(number)
    }
}

/// The number that was asked for, or for 0 the one after the highest.
fn free_number<T>(number: u64, taken: &BTreeMap<u64, T>) -> io::Result<u64> {
    if number != 0 {
        return Ok(number);
    }
    let highest = taken.last_key_value().map_or(0, |(highest, _)| *highest);
    highest.checked_add(1).ok_or_else(|| wrong("the highest number is taken, so that none comes next".into()))
}
