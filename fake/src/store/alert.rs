//! An alert, its locations, and the defaults of its fields.

use chrono::{DateTime, SubsecRound, Utc};
use github_secret_scanning_generated::Secret;
use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, AlertState, FirstDetectedLocation, Location, Repository, Validity,
};
use serde_json::{Map, Value};

/// The default type of a secret.
const SECRET_TYPE: &str = "example_api_key";

/// An alert with its data that only some responses contain.
#[derive(Debug)]
pub(crate) struct AlertEntry {
    /// Without the next three fields, which only some responses have.
    pub(crate) alert: Alert,
    pub(crate) secret: Option<Secret>,
    pub(crate) repository: Option<Box<Repository>>,
    pub(crate) metadata: Option<Vec<AlertMetadataEntry>>,
    /// The result of the automatic check, which an override replaces.
    pub(crate) checked_validity: Option<Validity>,
    locations: Vec<Location>,
    /// Replaces properties in responses, with values that the model cannot have.
    pub(crate) raw_properties: Map<String, Value>,
}

impl AlertEntry {
    /// Keeps the fields that are set, and fills in the others.
    pub(super) fn new(now: DateTime<Utc>, repo: &str, mut alert: Alert) -> Self {
        fill_in(now, repo, &mut alert);
        Self {
            secret: alert.secret.take(),
            repository: alert.repository.take(),
            metadata: alert.metadata.take(),
            checked_validity: alert.validity.clone(),
            alert,
            locations: Vec::new(),
            raw_properties: Map::new(),
        }
    }

    pub(super) fn add_locations(&mut self, locations: Vec<Location>) {
        self.locations.extend(locations);
        let first = &mut self.alert.first_location_detected;
        *first = first.take().or_else(|| self.locations.first().and_then(to_first_detected).map(Into::into));
    }

    /// Returns the seeded locations; without any, the first detected one.
    pub(crate) fn locations(&self) -> Vec<Location> {
        if !self.locations.is_empty() {
            return self.locations.clone();
        }
        let first = self.alert.first_location_detected.clone().map(|first| Location::from(*first));
        first.filter(|location| !matches!(location, Location::Other(_))).into_iter().collect()
    }

    pub(crate) fn has_more_locations(&self) -> bool {
        self.alert.has_more_locations.unwrap_or(self.locations.len() > 1)
    }
}

fn fill_in(now: DateTime<Utc>, repo: &str, alert: &mut Alert) {
    // GitHub's times are whole seconds.
    let created = *alert.created_at.get_or_insert(now.trunc_subsecs(0));
    let updated = *alert.updated_at.get_or_insert(created);
    let is_resolved = alert.resolution.is_some() || alert.resolved_at.is_some();
    let state = if is_resolved { AlertState::Resolved } else { AlertState::Open };
    if *alert.state.get_or_insert(state) == AlertState::Resolved {
        alert.resolved_at.get_or_insert(updated);
    }
    alert.validity.get_or_insert(Validity::Unknown);
    alert.push_protection_bypassed.get_or_insert(false);
    alert.publicly_leaked.get_or_insert(false);
    alert.multi_repo.get_or_insert(false);
    let made_up = || Secret::from(format!("made-up-secret-{}-of-{repo}", alert.number));
    alert.secret.get_or_insert_with(made_up);
    fill_in_type(alert);
}

/// Derives missing names of the type and its provider from the slug, whose first word is the provider.
fn fill_in_type(alert: &mut Alert) {
    let slug = alert.secret_type.get_or_insert_with(|| SECRET_TYPE.to_owned());
    alert.secret_type_display_name.get_or_insert_with(|| title(slug));
    let provider_slug = alert.provider_slug.get_or_insert_with(|| match &alert.provider {
        Some(provider) => provider.to_lowercase().replace(' ', "_"),
        None => slug.split('_').next().unwrap_or_default().to_owned(),
    });
    alert.provider.get_or_insert_with(|| title(provider_slug));
}

/// Converts `example_api_key` to `Example Api Key`.
fn title(slug: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    slug.split('_').filter_map(capital).collect::<Vec<_>>().join(" ")
}

/// Converts a location to the model without a `type` field; `None` for an unknown kind.
fn to_first_detected(location: &Location) -> Option<FirstDetectedLocation> {
    use FirstDetectedLocation as First;
    Some(match location.clone() {
        Location::Commit(details) => First::CommitLocation(details),
        Location::WikiCommit(details) => First::WikiCommitLocation(details),
        Location::IssueTitle(details) => First::IssueTitleLocation(details),
        Location::IssueBody(details) => First::IssueBodyLocation(details),
        Location::IssueComment(details) => First::IssueCommentLocation(details),
        Location::DiscussionTitle(details) => First::DiscussionTitleLocation(details),
        Location::DiscussionBody(details) => First::DiscussionBodyLocation(details),
        Location::DiscussionComment(details) => First::DiscussionCommentLocation(details),
        Location::PullRequestTitle(details) => First::PullRequestTitleLocation(details),
        Location::PullRequestBody(details) => First::PullRequestBodyLocation(details),
        Location::PullRequestComment(details) => First::PullRequestCommentLocation(details),
        Location::PullRequestReview(details) => First::PullRequestReviewLocation(details),
        Location::PullRequestReviewComment(details) => First::PullRequestReviewCommentLocation(details),
        _ => return None,
    })
}
