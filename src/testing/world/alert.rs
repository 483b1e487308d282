//! An alert, its locations, and what a seed leaves out of it.

use chrono::{DateTime, SubsecRound, Utc};
use github_secret_scanning_generated::Secret;
use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, AlertState, FirstDetectedLocation, Location, Repository, Validity,
};

/// The type of a secret of which nothing is said.
const SECRET_TYPE: &str = "example_api_key";

/// An alert, and what is known of it besides.
#[derive(Debug)]
pub(in crate::testing) struct AlertEntry {
    /// Without the next three, which not every answer shows.
    pub(in crate::testing) alert: Alert,
    pub(in crate::testing) secret: Option<Secret>,
    pub(in crate::testing) repository: Option<Repository>,
    pub(in crate::testing) metadata: Option<Vec<AlertMetadataEntry>>,
    /// What the automatic check found, which counts where no person says otherwise.
    pub(in crate::testing) checked_validity: Option<Validity>,
    locations: Vec<Location>,
}

impl AlertEntry {
    /// Takes over all that is set, and fills in the rest.
    pub(super) fn new(now: DateTime<Utc>, repo: &str, mut alert: Alert) -> Self {
        fill_in(now, repo, &mut alert);
        Self {
            secret: alert.secret.take(),
            repository: alert.repository.take(),
            metadata: alert.metadata.take(),
            checked_validity: alert.validity.clone(),
            alert,
            locations: Vec::new(),
        }
    }

    pub(super) fn add_locations(&mut self, locations: Vec<Location>) {
        self.locations.extend(locations);
        let first = &mut self.alert.first_location_detected;
        *first = first.take().or_else(|| self.locations.first().and_then(details));
    }

    /// Where the secret was found: as seeded, else where it was found first.
    pub(in crate::testing) fn locations(&self) -> Vec<Location> {
        if !self.locations.is_empty() {
            return self.locations.clone();
        }
        self.alert.first_location_detected.clone().and_then(with_kind).into_iter().collect()
    }

    pub(in crate::testing) fn has_more_locations(&self) -> bool {
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

/// The names of a type and its provider follow from its slug, whose first word is the provider.
fn fill_in_type(alert: &mut Alert) {
    let slug = alert.secret_type.get_or_insert_with(|| SECRET_TYPE.to_owned());
    alert.secret_type_display_name.get_or_insert_with(|| title(slug));
    let provider_slug = alert.provider_slug.get_or_insert_with(|| match &alert.provider {
        Some(provider) => provider.to_lowercase().replace(' ', "_"),
        None => slug.split('_').next().unwrap_or_default().to_owned(),
    });
    alert.provider.get_or_insert_with(|| title(provider_slug));
}

/// `example_api_key` as a title: `Example Api Key`.
fn title(slug: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    slug.split('_').filter_map(capital).collect::<Vec<_>>().join(" ")
}

/// The details of a location without the word for its kind.
fn details(location: &Location) -> Option<FirstDetectedLocation> {
    use FirstDetectedLocation as First;
    Some(match location.clone() {
        Location::Commit(place) => First::CommitLocation(place),
        Location::WikiCommit(place) => First::WikiCommitLocation(place),
        Location::IssueTitle(place) => First::IssueTitleLocation(place),
        Location::IssueBody(place) => First::IssueBodyLocation(place),
        Location::IssueComment(place) => First::IssueCommentLocation(place),
        Location::DiscussionTitle(place) => First::DiscussionTitleLocation(place),
        Location::DiscussionBody(place) => First::DiscussionBodyLocation(place),
        Location::DiscussionComment(place) => First::DiscussionCommentLocation(place),
        Location::PullRequestTitle(place) => First::PullRequestTitleLocation(place),
        Location::PullRequestBody(place) => First::PullRequestBodyLocation(place),
        Location::PullRequestComment(place) => First::PullRequestCommentLocation(place),
        Location::PullRequestReview(place) => First::PullRequestReviewLocation(place),
        Location::PullRequestReviewComment(place) => First::PullRequestReviewCommentLocation(place),
        _ => return None,
    })
}

/// The other way round; `None` for a kind that has no word here.
fn with_kind(place: FirstDetectedLocation) -> Option<Location> {
    use FirstDetectedLocation as First;
    Some(match place {
        First::CommitLocation(place) => Location::Commit(place),
        First::WikiCommitLocation(place) => Location::WikiCommit(place),
        First::IssueTitleLocation(place) => Location::IssueTitle(place),
        First::IssueBodyLocation(place) => Location::IssueBody(place),
        First::IssueCommentLocation(place) => Location::IssueComment(place),
        First::DiscussionTitleLocation(place) => Location::DiscussionTitle(place),
        First::DiscussionBodyLocation(place) => Location::DiscussionBody(place),
        First::DiscussionCommentLocation(place) => Location::DiscussionComment(place),
        First::PullRequestTitleLocation(place) => Location::PullRequestTitle(place),
        First::PullRequestBodyLocation(place) => Location::PullRequestBody(place),
        First::PullRequestCommentLocation(place) => Location::PullRequestComment(place),
        First::PullRequestReviewLocation(place) => Location::PullRequestReview(place),
        First::PullRequestReviewCommentLocation(place) => Location::PullRequestReviewComment(place),
        _ => return None,
    })
}
