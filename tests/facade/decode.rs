//! Payloads decode into their models and, secrets exposed, encode back into the same JSON.

use std::collections::BTreeSet;

use github_secret_scanning::{expose_secrets, models};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value, json};

use crate::support::document::{self, Extent};
use crate::support::fixture::{self, without_nulls};

type RoundTrip = fn(&Value) -> Result<Value, Error>;

fn round_trip<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, Error> {
    // By way of text, as from the wire.
    let model: T = serde_json::from_str(&value.to_string())?;
    expose_secrets(|| serde_json::to_value(&model))
}

macro_rules! models {
    ($($name:ident),* $(,)?) => { &[$((stringify!($name), round_trip::<models::$name> as RoundTrip)),*] };
}

/// Every object of the description, by the name of its schema.
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

/// Objects that are sent alone, in which null is not the same as absent.
const BODIES: &[&str] = &[
    "AlertUpdate",
    "BypassReview",
    "CustomPatternSetting",
    "PatternConfigurationUpdate",
    "ProviderPatternSetting",
];

/// Every fixture, with the model of it, or of its items where it is a list.
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
fn every_fixture_decodes_and_encodes_back_into_the_same_json() {
    for (name, round_trip) in FIXTURES {
        let payload = fixture::read(name);
        let back = round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(without_nulls(back), without_nulls(payload), "{name}");
    }
}

#[test]
fn every_fixture_is_in_the_table() {
    let known: Vec<_> = FIXTURES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(fixture::names(), known);
}

#[test]
fn every_object_of_the_description_is_in_the_table() {
    let known: BTreeSet<_> = MODELS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(document::schemas_with("properties"), known);
}

#[test]
fn every_object_with_all_of_its_properties_loses_none_of_them() {
    for (name, round_trip) in MODELS {
        let payload = document::example(name, Extent::Full);
        assert_eq!(round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}")), payload, "{name}");
    }
}

#[test]
fn every_object_decodes_from_its_required_properties_and_writes_no_others() {
    for (name, round_trip) in MODELS {
        let payload = document::example(name, Extent::Least);
        assert_eq!(round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}")), payload, "{name}");
    }
}

#[test]
fn in_an_answer_null_is_the_same_as_absent() {
    for (name, round_trip) in MODELS.iter().filter(|(name, _)| !BODIES.contains(name)) {
        let payload = document::example(name, Extent::Nulls);
        let back = round_trip(&payload).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(back, document::example(name, Extent::Least), "{name}");
    }
}

#[test]
fn in_an_update_null_stays_apart_from_absent() {
    let payload =
        json!({ "assignee": null, "resolution": null, "resolution_comment": null, "validity": null });
    assert_eq!(round_trip::<models::AlertUpdate>(&payload).unwrap(), payload);
    let payload = json!({ "pattern_config_version": null });
    assert_eq!(round_trip::<models::PatternConfigurationUpdate>(&payload).unwrap(), payload);
    let payload = json!({ "token_type": "cp_2", "custom_pattern_version": null });
    assert_eq!(round_trip::<models::CustomPatternSetting>(&payload).unwrap(), payload);
}

#[test]
fn an_object_without_what_identifies_it_does_not_decode() {
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
fn a_field_that_this_version_does_not_know_is_passed_over_wherever_it_stands() {
    fn with_news(value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let mut fields: serde_json::Map<_, _> =
                    fields.into_iter().map(|(name, value)| (name, with_news(value))).collect();
                fields.insert("aaa_new".into(), json!({ "deep": [null, 1.5, "ä"] }));
                fields.insert("zzz_new".into(), json!("text"));
                Value::Object(fields)
            }
            Value::Array(items) => items.into_iter().map(with_news).collect(),
            scalar => scalar,
        }
    }
    for (name, round_trip) in FIXTURES {
        let payload = fixture::read(name);
        let back = round_trip(&with_news(payload.clone())).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(without_nulls(back), without_nulls(payload), "{name}");
    }
}

#[test]
fn an_old_servers_alert_has_what_it_sent_and_none_of_the_rest() {
    let alert: models::Alert = serde_json::from_value(fixture::read("alerts/get")).unwrap();
    assert_eq!((alert.number, alert.state), (42, Some(models::AlertState::Open)));
    assert_eq!(alert.secret_type.as_deref(), Some("mailchimp_api_key"));
    assert_eq!(alert.created_at.unwrap().to_rfc3339(), "2020-11-06T18:18:30+00:00");
    assert!(alert.secret.is_some() && alert.validity.is_none() && alert.updated_at.is_none());
    assert!(alert.first_location_detected.is_none() && alert.repository.is_none());
}

#[test]
fn a_time_of_another_zone_is_the_same_moment() {
    let payload = json!({ "number": 1, "created_at": "2020-11-06T19:18:30+01:00" });
    let alert: models::Alert = serde_json::from_value(payload).unwrap();
    assert_eq!(alert.created_at.unwrap().to_rfc3339(), "2020-11-06T18:18:30+00:00");
}
