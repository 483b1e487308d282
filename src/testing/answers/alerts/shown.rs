//! An alert as an answer shows it.

use std::borrow::Cow;

use github_secret_scanning_generated::Secret;
use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, Repository as RepositoryModel, User,
};
use serde::Serialize;

use crate::testing::world::{AlertEntry, Repository};

/// What an answer shows of an alert beyond what all of them do.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Extras {
    Nothing,
    Repository,
    Metadata,
}

/// An alert in an answer, by reference: a page of them is long, and a clone of each costs more than all the rest.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    #[serde(flatten)]
    alert: &'a Alert,
    #[serde(flatten)]
    addresses: Addresses,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_more_locations: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a Secret>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<Cow<'a, RepositoryModel>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<&'a [AlertMetadataEntry]>,
}

/// Those that a seed left out: the port is known only when an answer is given.
#[derive(Serialize)]
struct Addresses {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    html_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations_url: Option<String>,
}

pub(super) fn shown<'a>(
    base_url: &str,
    repository: &Repository,
    entry: &'a AlertEntry,
    extras: Extras,
    hide_secret: bool,
) -> Shown<'a> {
    let alert = &entry.alert;
    let of_repository = || match &entry.repository {
        Some(seeded) => Cow::Borrowed(seeded),
        None => Cow::Owned(repository_model(base_url, repository)),
    };
    Shown {
        alert,
        addresses: addresses(base_url, repository, alert),
        has_more_locations: alert.has_more_locations.is_none().then(|| entry.has_more_locations()),
        secret: entry.secret.as_ref().filter(|_| !hide_secret),
        repository: (extras == Extras::Repository).then(of_repository),
        metadata: entry.metadata.as_deref().filter(|_| extras == Extras::Metadata),
    }
}

fn addresses(base_url: &str, repository: &Repository, alert: &Alert) -> Addresses {
    let (owner, name, number) = (&repository.owner, &repository.name, alert.number);
    let url = || format!("{base_url}/repos/{owner}/{name}/secret-scanning/alerts/{number}");
    let html_url = || format!("{base_url}/{owner}/{name}/security/secret-scanning/{number}");
    Addresses {
        url: alert.url.is_none().then(url),
        html_url: alert.html_url.is_none().then(html_url),
        locations_url: alert.locations_url.is_none().then(|| format!("{}/locations", url())),
    }
}

fn repository_model(base_url: &str, repository: &Repository) -> RepositoryModel {
    let full_name = repository.full_name();
    let mut model = RepositoryModel::new(&full_name, repository.id, &repository.name);
    let mut owner = user(base_url, repository.owner_id, &repository.owner);
    owner.type_ = Some("Organization".into());
    model.owner = Some(owner);
    model.private = Some(true);
    model.fork = Some(false);
    model.url = Some(format!("{base_url}/repos/{full_name}"));
    model.html_url = Some(format!("{base_url}/{full_name}"));
    model
}

/// An account as it stands in other things.
pub(super) fn user(base_url: &str, id: i64, login: &str) -> User {
    let mut user = User::new(id, login);
    user.type_ = Some("User".into());
    user.site_admin = Some(false);
    user.url = Some(format!("{base_url}/users/{login}"));
    user.html_url = Some(format!("{base_url}/{login}"));
    user
}
