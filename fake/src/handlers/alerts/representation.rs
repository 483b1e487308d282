//! The representation of an alert in responses.

use std::borrow::Cow;

use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, Repository as RepositoryModel, User,
};
use github_secret_scanning_generated::{Exposed, Secret};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::store::{AlertEntry, Repository};

/// Fields that only some responses have.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum OptionalFields {
    None,
    Repository,
    Metadata,
}

/// An alert in a response, by reference: cloning each alert of a page costs more than all other work.
#[derive(Serialize)]
pub(super) struct AlertRepresentation<'a> {
    #[serde(flatten)]
    alert: &'a Alert,
    #[serde(flatten)]
    urls: Urls,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_more_locations: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a Secret>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repository: Option<Cow<'a, RepositoryModel>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<&'a [AlertMetadataEntry]>,
}

/// An alert in a response, whose seed may have replaced properties.
#[derive(Serialize)]
#[serde(untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "each is serialised where it is made, and nearly all are the large one"
)]
pub(super) enum Represented<'a> {
    Model(AlertRepresentation<'a>),
    Raw(Map<String, Value>),
}

/// The URLs that a seed does not set. They contain the port, which is unknown when the seed is added.
#[derive(Serialize)]
struct Urls {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    html_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations_url: Option<String>,
}

pub(super) fn represent<'a>(
    base_url: &str,
    repository: &Repository,
    entry: &'a AlertEntry,
    fields: OptionalFields,
    hide_secret: bool,
) -> Represented<'a> {
    let alert = &entry.alert;
    let repository_field = || match entry.repository.as_deref() {
        Some(seeded) => Cow::Borrowed(seeded),
        None => Cow::Owned(repository_model(base_url, repository)),
    };
    let representation = AlertRepresentation {
        alert,
        urls: urls(base_url, repository, alert),
        has_more_locations: alert.has_more_locations.is_none().then(|| entry.has_more_locations()),
        secret: entry.secret.as_ref().filter(|_| !hide_secret),
        repository: (fields == OptionalFields::Repository).then(repository_field),
        metadata: entry.metadata.as_deref().filter(|_| fields == OptionalFields::Metadata),
    };
    if entry.raw_properties.is_empty() {
        return Represented::Model(representation);
    }
    // The secret is plain text here: the value only lives until it is sent.
    let Ok(Value::Object(mut object)) = serde_json::to_value(Exposed(&representation)) else {
        return Represented::Model(representation);
    };
    object.extend(entry.raw_properties.clone());
    Represented::Raw(object)
}

fn urls(base_url: &str, repository: &Repository, alert: &Alert) -> Urls {
    let (owner, name, number) = (&repository.owner, &repository.name, alert.number);
    let url = || format!("{base_url}/repos/{owner}/{name}/secret-scanning/alerts/{number}");
    let html_url = || format!("{base_url}/{owner}/{name}/security/secret-scanning/{number}");
    Urls {
        url: alert.url.is_none().then(url),
        html_url: alert.html_url.is_none().then(html_url),
        locations_url: alert.locations_url.is_none().then(|| format!("{}/locations", url())),
    }
}

fn repository_model(base_url: &str, repository: &Repository) -> RepositoryModel {
    let full_name = repository.full_name();
    let mut model = RepositoryModel::new(repository.id, &repository.name, &full_name);
    let mut owner = user(base_url, repository.owner_id, &repository.owner);
    owner.type_ = Some("Organization".into());
    model.owner = Some(Box::new(owner));
    model.private = Some(true);
    model.fork = Some(false);
    model.url = Some(format!("{base_url}/repos/{full_name}"));
    model.html_url = Some(format!("{base_url}/{full_name}"));
    model
}

/// Returns an account for a field of another object.
pub(super) fn user(base_url: &str, id: i64, login: &str) -> User {
    let mut user = User::new(id, login);
    user.type_ = Some("User".into());
    user.site_admin = Some(false);
    user.url = Some(format!("{base_url}/users/{login}"));
    user.html_url = Some(format!("{base_url}/{login}"));
    user
}
