//! Which alerts a list keeps.

use std::fmt::Write;

use aws_lc_rs::digest::{SHA256, digest};
use github_secret_scanning_generated::types::{
    Alert, AlertMetadataKey, AlertState, ResolutionFilter, Validity,
};

use super::super::query::Query;
use crate::testing::world::AlertEntry;

/// The patterns that are listed only when they are named: those of no provider, and the passwords.
/// <https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns>
const GENERIC: [&str; 12] = [
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

/// What a list asks for; `None` asks for nothing.
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
    pub(super) fn read(query: &mut Query<'a>) -> Self {
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
            owner_email_hash: query.choice("owner_email_hash", sha256_text),
        }
    }

    pub(super) fn keeps(&self, entry: &AlertEntry) -> bool {
        let alert = &entry.alert;
        self.keeps_type(alert)
            && self.keeps_provider(alert)
            && self.keeps_assignee(alert)
            && self.keeps_owner(entry)
            && (self.state.is_none() || self.state == alert.state)
            && is_among(&self.resolutions, alert.resolution.as_ref(), |one, other| {
                one.as_str() == other.as_str()
            })
            && is_among(&self.validities, alert.validity.as_ref(), |one, other| one == other)
            && (!self.publicly_leaked || alert.publicly_leaked == Some(true))
            && (!self.multi_repo || alert.multi_repo == Some(true))
            && self.bypassed.is_none_or(|wanted| wanted == (alert.push_protection_bypassed == Some(true)))
    }

    fn keeps_type(&self, alert: &Alert) -> bool {
        let secret_type = alert.secret_type.as_deref().unwrap_or_default();
        match &self.secret_types {
            Some(named) => named.contains(&secret_type),
            None => !GENERIC.contains(&secret_type) && !self.exclude_secret_types.contains(&secret_type),
        }
    }

    fn keeps_provider(&self, alert: &Alert) -> bool {
        let provider = alert.provider_slug.as_deref().unwrap_or_default();
        let is_wanted = self.providers.as_ref().is_none_or(|wanted| wanted.contains(&provider));
        is_wanted && !self.exclude_providers.contains(&provider)
    }

    fn keeps_assignee(&self, alert: &Alert) -> bool {
        let assignee = alert.assigned_to.as_ref().map(|user| user.login.as_str());
        match self.assignee {
            None => true,
            Some("*") => assignee.is_some(),
            Some("none") => assignee.is_none(),
            Some(login) => assignee.is_some_and(|assignee| assignee.eq_ignore_ascii_case(login)),
        }
    }

    /// By what is known of the owner of the secret.
    fn keeps_owner(&self, entry: &AlertEntry) -> bool {
        let has_all = self.metadata.iter().all(|key| metadata(entry, key).is_some());
        has_all
            && self.owner_email_hash.as_ref().is_none_or(|wanted| {
                metadata(entry, &AlertMetadataKey::OwnerEmail).is_some_and(|email| sha256(email) == *wanted)
            })
    }
}

fn is_among<W, T>(wanted: &Option<Vec<W>>, value: Option<&T>, is: impl Fn(&W, &T) -> bool) -> bool {
    let Some(wanted) = wanted else { return true };
    value.is_some_and(|value| wanted.iter().any(|wanted| is(wanted, value)))
}

/// A fact about the secret, whose key has underscores where the filter has hyphens.
fn metadata<'a>(entry: &'a AlertEntry, key: &AlertMetadataKey) -> Option<&'a str> {
    let key = key.as_str().replace('-', "_");
    let fact = entry.metadata.iter().flatten().find(|fact| fact.key == key)?;
    Some(&fact.value)
}

/// A hash as the filter takes it.
fn sha256_text(text: &str) -> Option<String> {
    let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hex && text.len() == 64).then(|| text.to_owned())
}

/// In lower-case hex digits.
fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in digest(&SHA256, text.as_bytes()).as_ref() {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
