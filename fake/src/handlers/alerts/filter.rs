//! The filters of lists of alerts.

use std::fmt::Write;

use aws_lc_rs::digest::{SHA256, digest};
use github_secret_scanning_generated::types::{
    Alert, AlertMetadataKey, AlertState, ResolutionFilter, Validity,
};

use crate::handlers::query::Query;
use crate::store::AlertEntry;

/// The types that a list contains only if `secret_type` names them: those without a provider, and passwords.
/// <https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns>
const GENERIC_TYPES: [&str; 12] = [
    "ec_private_key",
    "generic_private_key",
    "http_basic_authentication_header",
    "http_bearer_authentication_header",
    "mongodb_connection_string",
    "mysql_connection_string",
    "mysql_connection_url",
    "openssh_private_key",
    "password",
    "pgp_private_key",
    "postgres_connection_string",
    "rsa_private_key",
];

/// The filters of a request; `None` matches every alert.
pub(super) struct Filter<'a> {
    state: Option<AlertState>,
    secret_types: Option<Vec<&'a str>>,
    exclude_secret_types: Vec<&'a str>,
    providers: Option<Vec<&'a str>>,
    exclude_providers: Vec<&'a str>,
    resolutions: Option<Vec<ResolutionFilter>>,
    assignee: Option<&'a str>,
    validities: Option<Vec<Validity>>,
    publicly_leaked: bool,
    multi_repo: bool,
    bypassed: Option<bool>,
    metadata: Vec<AlertMetadataKey>,
    owner_email_hash: Option<String>,
}

impl<'a> Filter<'a> {
    pub(super) fn parse(query: &mut Query<'a>) -> Self {
        query.exclusive("secret_type", "exclude_secret_types");
        query.exclusive("providers", "exclude_providers");
        Self {
            state: query.choice("state", known!(AlertState)),
            secret_types: query.list("secret_type"),
            exclude_secret_types: query.list("exclude_secret_types").unwrap_or_default(),
            providers: query.list("providers"),
            exclude_providers: query.list("exclude_providers").unwrap_or_default(),
            resolutions: query.choices("resolution", known!(ResolutionFilter)),
            assignee: query.text("assignee"),
            validities: query.choices("validity", known!(Validity)),
            publicly_leaked: query.flag("is_publicly_leaked").unwrap_or(false),
            multi_repo: query.flag("is_multi_repo").unwrap_or(false),
            bypassed: query.flag("is_bypassed"),
            metadata: query.choices("included_metadata", known!(AlertMetadataKey)).unwrap_or_default(),
            owner_email_hash: query.choice("owner_email_hash", parse_sha256),
        }
    }

    pub(super) fn matches(&self, entry: &AlertEntry) -> bool {
        let alert = &entry.alert;
        self.matches_type(alert)
            && self.matches_provider(alert)
            && self.matches_assignee(alert)
            && self.matches_owner(entry)
            && (self.state.is_none() || self.state == alert.state)
            && matches_any(&self.resolutions, alert.resolution.as_ref(), |one, other| {
                one.as_str() == other.as_str()
            })
            && matches_any(&self.validities, alert.validity.as_ref(), |one, other| one == other)
            && (!self.publicly_leaked || alert.publicly_leaked == Some(true))
            && (!self.multi_repo || alert.multi_repo == Some(true))
            && self.bypassed.is_none_or(|bypassed| bypassed == (alert.push_protection_bypassed == Some(true)))
    }

    fn matches_type(&self, alert: &Alert) -> bool {
        let secret_type = alert.secret_type.as_deref().unwrap_or_default();
        match &self.secret_types {
            Some(types) => types.contains(&secret_type),
            None => {
                !GENERIC_TYPES.contains(&secret_type) && !self.exclude_secret_types.contains(&secret_type)
            }
        }
    }

    fn matches_provider(&self, alert: &Alert) -> bool {
        let provider = alert.provider_slug.as_deref().unwrap_or_default();
        let is_included = self.providers.as_ref().is_none_or(|included| included.contains(&provider));
        is_included && !self.exclude_providers.contains(&provider)
    }

    fn matches_assignee(&self, alert: &Alert) -> bool {
        let assignee = alert.assigned_to.as_ref().map(|user| user.login.as_str());
        match self.assignee {
            None => true,
            Some("*") => assignee.is_some(),
            Some("none") => assignee.is_none(),
            Some(login) => assignee.is_some_and(|assignee| assignee.eq_ignore_ascii_case(login)),
        }
    }

    /// Compares the metadata about the owner of the secret.
    fn matches_owner(&self, entry: &AlertEntry) -> bool {
        let has_all = self.metadata.iter().all(|key| metadata(entry, key).is_some());
        has_all
            && self.owner_email_hash.as_ref().is_none_or(|hash| {
                metadata(entry, &AlertMetadataKey::OwnerEmail).is_some_and(|email| sha256(email) == *hash)
            })
    }
}

fn matches_any<F, T>(filters: &Option<Vec<F>>, value: Option<&T>, matches: impl Fn(&F, &T) -> bool) -> bool {
    let Some(filters) = filters else { return true };
    value.is_some_and(|value| filters.iter().any(|filter| matches(filter, value)))
}

/// Returns a metadata value. Its key has underscores where the filter has hyphens.
fn metadata<'a>(entry: &'a AlertEntry, key: &AlertMetadataKey) -> Option<&'a str> {
    let key = key.as_str().replace('-', "_");
    let found = entry.metadata.iter().flatten().find(|entry| entry.key == key)?;
    Some(&found.value)
}

/// Parses a hash: 64 lower-case hex digits.
fn parse_sha256(text: &str) -> Option<String> {
    let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hex && text.len() == 64).then(|| text.to_owned())
}

/// Returns the hash in lower-case hex digits.
fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in digest(&SHA256, text.as_bytes()).as_ref() {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
