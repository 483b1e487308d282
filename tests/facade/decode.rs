//! Payloads decode into their models, and encode into the same JSON when secrets are exposed.

use std::collections::BTreeSet;

use github_secret_scanning::{Exposed, models};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value, json};

use crate::support::document::{self, Extent};
use crate::support::fixture::{self, without_nulls};

type RoundTrip = fn(&Value) -> Result<Value, Error>;

fn round_trip<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, Error> {
    // Through text, because the decoder of a response reads text.
    let model: T = serde_json::from_str(&value.to_string())?;
    serde_json::to_value(Exposed(&model))
}

/// The models of a service, and those of internal operations.
mod all {
    pub(super) use github_secret_scanning::models::*;
    pub(super) use github_secret_scanning::raw::internal_types::*;
}

macro_rules! models {
    ($($name:ident),* $(,)?) => { &[$((stringify!($name), round_trip::<all::$name> as RoundTrip)),*] };
}

/// All objects of the description, by the name of the schema.
const MODELS: &[(&str, RoundTrip)] = models![
    Actor,
    Alert,
    AlertMetadataEntry,
    AlertUpdate,
    BypassOrganization,
    BypassRepository,
    BypassResponse,
    BypassReview,
    BypassReviewReceipt,
    CommitLocation,
    CustomPatternSetting,
    DiscussionBodyLocation,
    DiscussionCommentLocation,
    DiscussionTitleLocation,
    ErrorBody,
    Installation,
    InstallationToken,
    IssueBodyLocation,
    IssueCommentLocation,
    IssueTitleLocation,
    PatternConfiguration,
    PatternConfigurationReceipt,
    PatternConfigurationUpdate,
    PatternOverride,
    ProviderPatternSetting,
    PullRequestBodyLocation,
    PullRequestCommentLocation,
    PullRequestReviewCommentLocation,
    PullRequestReviewLocation,
    PullRequestTitleLocation,
    PushRuleBypassRequest,
    PushRuleViolation,
    Repository,
    SecretBypassDetail,
    SecretBypassRequest,
    User,
    WikiCommitLocation,
];

/// Objects of request bodies, in which null differs from absent.
const BODIES: &[&str] = &[
    "AlertUpdate",
    "BypassReview",
    "CustomPatternSetting",
    "PatternConfigurationUpdate",
    "ProviderPatternSetting",
];

/// All fixtures, with their model, or for a list the model of its items.
const FIXTURES: &[(&str, RoundTrip)] = &[
    ("alerts/enterprise_list", round_trip::<Vec<models::Alert>>),
    ("alerts/full", round_trip::<models::Alert>),
    ("alerts/get", round_trip::<models::Alert>),
    ("alerts/repo_list", round_trip::<Vec<models::Alert>>),
    ("alerts/update_body", round_trip::<models::AlertUpdate>),
    ("alerts/update_response", round_trip::<models::Alert>),
    ("locations/all_kinds", round_trip::<Vec<models::Location>>),
    ("locations/list", round_trip::<Vec<models::Location>>),
    ("pattern_configurations/get", round_trip::<models::PatternConfiguration>),
    ("pattern_configurations/update_body", round_trip::<models::PatternConfigurationUpdate>),
    ("pattern_configurations/update_response", round_trip::<models::PatternConfigurationReceipt>),
    ("push_rule_bypass_requests/get", round_trip::<models::PushRuleBypassRequest>),
    ("push_rule_bypass_requests/list", round_trip::<Vec<models::PushRuleBypassRequest>>),
    ("secret_bypass_requests/get", round_trip::<models::SecretBypassRequest>),
    ("secret_bypass_requests/list", round_trip::<Vec<models::SecretBypassRequest>>),
    ("secret_bypass_requests/review_body", round_trip::<models::BypassReview>),
    ("secret_bypass_requests/review_response", round_trip::<models::BypassReviewReceipt>),
];

#[test]
fn fixtures_decode_and_encode_into_the_same_json() {
    for (name, round_trip) in FIXTURES {
        let payload = fixture::read(name);
        let back = round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(without_nulls(back), without_nulls(payload), "{name}");
    }
}

#[test]
fn table_has_every_fixture() {
    let known: Vec<_> = FIXTURES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(fixture::names(), known);
}

#[test]
fn table_has_every_object_of_the_description() {
    let known: BTreeSet<_> = MODELS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(document::schemas_with("properties"), known);
}

#[test]
fn objects_keep_all_properties() {
    for (name, round_trip) in MODELS {
        let payload = document::example(name, Extent::Full);
        assert_eq!(round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}")), payload, "{name}");
    }
}

#[test]
fn objects_decode_from_their_required_properties_and_encode_no_others() {
    for (name, round_trip) in MODELS {
        let payload = document::example(name, Extent::Least);
        assert_eq!(round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}")), payload, "{name}");
    }
}

#[test]
fn null_equals_absent_in_a_response() {
    for (name, round_trip) in MODELS.iter().filter(|(name, _)| !BODIES.contains(name)) {
        let payload = document::example(name, Extent::Nulls);
        let back = round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(back, document::example(name, Extent::Least), "{name}");
    }
}

#[test]
fn null_differs_from_absent_in_a_request_body() {
    let payload =
        json!({ "assignee": null, "resolution": null, "resolution_comment": null, "validity": null });
    assert_eq!(round_trip::<models::AlertUpdate>(&payload).unwrap(), payload);
    let payload = json!({ "pattern_config_version": null });
    assert_eq!(round_trip::<models::PatternConfigurationUpdate>(&payload).unwrap(), payload);
    let payload = json!({ "token_type": "cp_2", "custom_pattern_version": null });
    assert_eq!(round_trip::<models::CustomPatternSetting>(&payload).unwrap(), payload);
}

#[test]
fn object_without_a_required_property_does_not_decode() {
    for (name, round_trip) in MODELS {
        let payload = document::example(name, Extent::Least);
        for required in payload.as_object().unwrap().keys() {
            let mut without = payload.clone();
            without.as_object_mut().unwrap().remove(required);
            assert!(round_trip(&without).is_err(), "{name} without {required}");
        }
    }
}

#[test]
fn unknown_properties_are_ignored_at_any_depth() {
    fn with_unknown_properties(value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let mut fields: serde_json::Map<_, _> =
                    fields.into_iter().map(|(name, value)| (name, with_unknown_properties(value))).collect();
                fields.insert("aaa_new".into(), json!({ "deep": [null, 1.5, "ä"] }));
                fields.insert("zzz_new".into(), json!("text"));
                Value::Object(fields)
            }
            Value::Array(items) => items.into_iter().map(with_unknown_properties).collect(),
            scalar => scalar,
        }
    }
    for (name, round_trip) in FIXTURES {
        let payload = fixture::read(name);
        let back = round_trip(&with_unknown_properties(payload.clone()))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(without_nulls(back), without_nulls(payload), "{name}");
    }
}

#[test]
fn alert_of_an_old_server_lacks_new_properties() {
    let alert: models::Alert = serde_json::from_value(fixture::read("alerts/get")).unwrap();
    assert_eq!((alert.number.get(), alert.state), (42, Some(models::AlertState::Open)));
    assert_eq!(alert.secret_type.as_deref(), Some("mailchimp_api_key"));
    assert_eq!(alert.created_at.unwrap().to_rfc3339(), "2020-11-06T18:18:30+00:00");
    assert!(alert.secret.is_some() && alert.validity.is_none() && alert.updated_at.is_none());
    assert!(alert.first_location_detected.is_none() && alert.repository.is_none());
}

#[test]
fn time_in_another_zone_is_the_same_instant() {
    let payload = json!({ "number": 1, "created_at": "2020-11-06T19:18:30+01:00" });
    let alert: models::Alert = serde_json::from_value(payload).unwrap();
    assert_eq!(alert.created_at.unwrap().to_rfc3339(), "2020-11-06T18:18:30+00:00");
}
