//! The payloads of GitHub's documentation conform to the description.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};

use super::description::description;
use super::{response, schema::Schema};
use crate::support::calls::{documented_answer, operations};
use crate::support::{document, fixture};

fn json_headers() -> HeaderMap {
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    HeaderMap::from_iter([(CONTENT_TYPE, json)])
}

#[test]
fn every_documented_response_conforms() {
    for operation in operations() {
        let answer = documented_answer(operation.id);
        let described = description().operation(operation.id);
        let faults = response(described, answer.status_code(), &json_headers(), answer.body_bytes());
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

/// The schema of each fixture, or of its items.
const FIXTURES: &[(&str, &str)] = &[
    ("alerts/enterprise_list", "Alert"),
    ("alerts/full", "Alert"),
    ("alerts/get", "Alert"),
    ("alerts/repo_list", "Alert"),
    ("alerts/update_body", "AlertUpdate"),
    ("alerts/update_response", "Alert"),
    ("locations/all_kinds", "Location"),
    ("locations/list", "Location"),
    ("pattern_configurations/get", "PatternConfiguration"),
    ("pattern_configurations/update_body", "PatternConfigurationUpdate"),
    ("pattern_configurations/update_response", "PatternConfigurationReceipt"),
    ("push_rule_bypass_requests/get", "PushRuleBypassRequest"),
    ("push_rule_bypass_requests/list", "PushRuleBypassRequest"),
    ("secret_bypass_requests/get", "SecretBypassRequest"),
    ("secret_bypass_requests/list", "SecretBypassRequest"),
    ("secret_bypass_requests/review_body", "BypassReview"),
    ("secret_bypass_requests/review_response", "BypassReviewReceipt"),
];

#[test]
fn every_fixture_conforms() {
    let document = document::read();
    for (name, schema) in FIXTURES {
        let schema = Schema::compile(&document, &document["components"]["schemas"][schema]);
        let payload = fixture::read(name);
        let items = payload.as_array().map_or(std::slice::from_ref(&payload), Vec::as_slice);
        let faults: Vec<_> = items.iter().flat_map(|item| schema.faults(name, item)).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn every_fixture_is_in_the_table() {
    assert_eq!(fixture::names(), FIXTURES.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}
