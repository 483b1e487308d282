//! What both kinds of bypass request have in common, and what a seed leaves out of them.

use std::collections::BTreeMap;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use github_secret_scanning_generated::types::{
    Actor, BypassOrganization, BypassRepository, BypassRequestStatus, BypassResponse, BypassResponseStatus,
    PushRuleBypassRequest, SecretBypassRequest,
};
use serde::Serialize;

use super::repository::Repository;

/// How long a request waits where its seed does not say.
const LIFETIME: TimeDelta = TimeDelta::days(7);

/// A bypass request of either kind.
pub(in crate::testing) trait BypassRequest: Clone + Serialize {
    /// The kind, as addresses have it.
    const SEGMENT: &'static str;
    /// The kind, as `request_type` has it.
    const TYPE: &'static str;

    fn all(repository: &Repository) -> &BTreeMap<u64, Self>;
    fn all_mut(repository: &mut Repository) -> &mut BTreeMap<u64, Self>;
    fn facts(&self) -> Facts<'_>;
    fn parts(&mut self) -> Parts<'_>;

    /// Fills in all that is not set, but the ids and who asks.
    fn fill_in(&mut self, now: DateTime<Utc>, repository: &Repository) {
        let parts = self.parts();
        let created = *parts.created_at.get_or_insert(now.trunc_subsecs(0));
        let end = || created.checked_add_signed(LIFETIME).unwrap_or(created);
        parts.expires_at.get_or_insert_with(end);
        let decided = decided(parts.responses.as_deref().unwrap_or_default());
        parts.status.get_or_insert(decided.unwrap_or(BypassRequestStatus::Open));
        parts.request_type.get_or_insert_with(|| Self::TYPE.to_owned());
        parts.responses.get_or_insert_default();
        let place = parts.repository.get_or_insert_default();
        place.id.get_or_insert(repository.id);
        place.name.get_or_insert_with(|| repository.name.clone());
        place.full_name.get_or_insert_with(|| repository.full_name());
        let owner = parts.organization.get_or_insert_default();
        owner.id.get_or_insert(repository.owner_id);
        owner.name.get_or_insert_with(|| repository.owner.clone());
    }

    /// How far it has come by now: one that still waits runs out by itself.
    fn status_at(&self, now: DateTime<Utc>) -> BypassRequestStatus {
        let facts = self.facts();
        let status = facts.status.cloned().unwrap_or(BypassRequestStatus::Open);
        let is_over = facts.expires_at.is_some_and(|end| end <= now);
        if is_over && is_waiting(&status) { BypassRequestStatus::Expired } else { status }
    }
}

/// What the last response that stands has decided.
pub(in crate::testing) fn decided(responses: &[BypassResponse]) -> Option<BypassRequestStatus> {
    responses.iter().rev().find_map(|response| match response.status {
        Some(BypassResponseStatus::Approved) => Some(BypassRequestStatus::Approved),
        Some(BypassResponseStatus::Denied) => Some(BypassRequestStatus::Denied),
        _ => None,
    })
}

/// Whether a reviewer may still decide.
pub(in crate::testing) fn is_waiting(status: &BypassRequestStatus) -> bool {
    matches!(status, BypassRequestStatus::Open | BypassRequestStatus::Pending)
}

/// What lists go by.
pub(in crate::testing) struct Facts<'a> {
    pub(in crate::testing) created_at: Option<DateTime<Utc>>,
    pub(in crate::testing) expires_at: Option<DateTime<Utc>>,
    pub(in crate::testing) status: Option<&'a BypassRequestStatus>,
    pub(in crate::testing) requester: Option<&'a Actor>,
    pub(in crate::testing) responses: &'a [BypassResponse],
}

/// What is filled in and changed.
pub(in crate::testing) struct Parts<'a> {
    pub(in crate::testing) id: &'a mut i64,
    pub(in crate::testing) number: &'a mut u64,
    pub(in crate::testing) created_at: &'a mut Option<DateTime<Utc>>,
    pub(in crate::testing) expires_at: &'a mut Option<DateTime<Utc>>,
    pub(in crate::testing) status: &'a mut Option<BypassRequestStatus>,
    pub(in crate::testing) requester: &'a mut Option<Actor>,
    pub(in crate::testing) request_type: &'a mut Option<String>,
    pub(in crate::testing) repository: &'a mut Option<BypassRepository>,
    pub(in crate::testing) organization: &'a mut Option<BypassOrganization>,
    pub(in crate::testing) responses: &'a mut Option<Vec<BypassResponse>>,
    pub(in crate::testing) url: &'a mut Option<String>,
    pub(in crate::testing) html_url: &'a mut Option<String>,
}

/// The two kinds are two types with the same fields, but for `data`.
macro_rules! bypass_request {
    ($request:ident, $all:ident, $segment:literal, $type:literal) => {
        impl BypassRequest for $request {
            const SEGMENT: &'static str = $segment;
            const TYPE: &'static str = $type;

            fn all(repository: &Repository) -> &BTreeMap<u64, Self> {
                &repository.$all
            }

            fn all_mut(repository: &mut Repository) -> &mut BTreeMap<u64, Self> {
                &mut repository.$all
            }

            fn facts(&self) -> Facts<'_> {
                Facts {
                    created_at: self.created_at,
                    expires_at: self.expires_at,
                    status: self.status.as_ref(),
                    requester: self.requester.as_ref(),
                    responses: self.responses.as_deref().unwrap_or_default(),
                }
            }

            fn parts(&mut self) -> Parts<'_> {
                Parts {
                    id: &mut self.id,
                    number: &mut self.number,
                    created_at: &mut self.created_at,
                    expires_at: &mut self.expires_at,
                    status: &mut self.status,
                    requester: &mut self.requester,
                    request_type: &mut self.request_type,
                    repository: &mut self.repository,
                    organization: &mut self.organization,
                    responses: &mut self.responses,
                    url: &mut self.url,
                    html_url: &mut self.html_url,
                }
            }
        }
    };
}

bypass_request!(SecretBypassRequest, secret_bypass_requests, "secret-scanning", "secret_scanning");
bypass_request!(PushRuleBypassRequest, push_rule_bypass_requests, "push-rules", "push_ruleset_bypass");
