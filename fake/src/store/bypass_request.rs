//! What both kinds of bypass request share, and the defaults of their fields.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use github_secret_scanning_generated::types::{
    Actor, BypassOrganization, BypassRepository, BypassRequestNumber, BypassRequestStatus, BypassResponse,
    BypassResponseStatus, PushRuleBypassRequest, SecretBypassRequest,
};
use serde::Serialize;

/// The default time until a request expires.
const LIFETIME: TimeDelta = TimeDelta::days(7);

/// A bypass request of either kind.
pub(crate) trait BypassRequest: Clone + Serialize {
    /// The path segment of the kind.
    const SEGMENT: &'static str;
    /// The `request_type` of the kind.
    const TYPE: &'static str;

    fn filter_fields(&self) -> FilterFields<'_>;
    fn fields_mut(&mut self) -> FieldsMut<'_>;

    /// Fills in fields that are not set, except for ids and the requester.
    fn fill_in(&mut self, now: DateTime<Utc>, repository: BypassRepository, owner: BypassOrganization) {
        let fields = self.fields_mut();
        let created = *fields.created_at.get_or_insert(now.trunc_subsecs(0));
        let default = || created.checked_add_signed(LIFETIME).unwrap_or(created);
        fields.expires_at.get_or_insert_with(default);
        let decided = decided_status(fields.responses.as_deref().unwrap_or_default());
        fields.status.get_or_insert(decided.unwrap_or(BypassRequestStatus::Open));
        fields.request_type.get_or_insert_with(|| Self::TYPE.to_owned());
        fields.responses.get_or_insert_default();
        let seeded = fields.repository.get_or_insert_default();
        seeded.id = seeded.id.or(repository.id);
        seeded.name = seeded.name.take().or(repository.name);
        seeded.full_name = seeded.full_name.take().or(repository.full_name);
        let seeded = fields.organization.get_or_insert_default();
        seeded.id = seeded.id.or(owner.id);
        seeded.name = seeded.name.take().or(owner.name);
    }

    /// Returns the status at `now`: an undecided request expires.
    fn status_at(&self, now: DateTime<Utc>) -> BypassRequestStatus {
        let fields = self.filter_fields();
        let status = fields.status.cloned().unwrap_or(BypassRequestStatus::Open);
        let has_expired = fields.expires_at.is_some_and(|expires_at| expires_at <= now);
        if has_expired && is_undecided(&status) { BypassRequestStatus::Expired } else { status }
    }
}

/// Returns the status that the last effective response has decided; `None` without one.
pub(crate) fn decided_status(responses: &[BypassResponse]) -> Option<BypassRequestStatus> {
    responses.iter().rev().find_map(|response| match response.status {
        Some(BypassResponseStatus::Approved) => Some(BypassRequestStatus::Approved),
        Some(BypassResponseStatus::Denied) => Some(BypassRequestStatus::Denied),
        _ => None,
    })
}

/// Whether a review is still possible.
pub(crate) fn is_undecided(status: &BypassRequestStatus) -> bool {
    matches!(status, BypassRequestStatus::Open | BypassRequestStatus::Pending)
}

/// The fields that filters and sort orders need.
pub(crate) struct FilterFields<'a> {
    pub(crate) created_at: Option<DateTime<Utc>>,
    pub(crate) expires_at: Option<DateTime<Utc>>,
    pub(crate) status: Option<&'a BypassRequestStatus>,
    pub(crate) requester: Option<&'a Actor>,
    pub(crate) responses: &'a [BypassResponse],
}

/// The fields that are filled in and changed.
pub(crate) struct FieldsMut<'a> {
    pub(crate) id: &'a mut i64,
    pub(crate) number: &'a mut BypassRequestNumber,
    pub(crate) created_at: &'a mut Option<DateTime<Utc>>,
    pub(crate) expires_at: &'a mut Option<DateTime<Utc>>,
    pub(crate) status: &'a mut Option<BypassRequestStatus>,
    pub(crate) requester: &'a mut Option<Actor>,
    pub(crate) request_type: &'a mut Option<String>,
    pub(crate) repository: &'a mut Option<BypassRepository>,
    pub(crate) organization: &'a mut Option<BypassOrganization>,
    pub(crate) responses: &'a mut Option<Vec<BypassResponse>>,
    pub(crate) url: &'a mut Option<String>,
    pub(crate) html_url: &'a mut Option<String>,
}

/// The models of the two kinds have the same fields, except for `data`.
macro_rules! bypass_request {
    ($request:ident, $segment:literal, $type:literal) => {
        impl BypassRequest for $request {
            const SEGMENT: &'static str = $segment;
            const TYPE: &'static str = $type;

            fn filter_fields(&self) -> FilterFields<'_> {
                FilterFields {
                    created_at: self.created_at,
                    expires_at: self.expires_at,
                    status: self.status.as_ref(),
                    requester: self.requester.as_ref(),
                    responses: self.responses.as_deref().unwrap_or_default(),
                }
            }

            fn fields_mut(&mut self) -> FieldsMut<'_> {
                FieldsMut {
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

bypass_request!(SecretBypassRequest, "secret-scanning", "secret_scanning");
bypass_request!(PushRuleBypassRequest, "push-rules", "push_ruleset_bypass");
