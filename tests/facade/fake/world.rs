//! A world in which every call of `support/calls.rs` finds what it asks for.

use github_secret_scanning::models::{
    Alert, BypassRequestStatus, BypassResponse, BypassResponseStatus, Location, PatternConfiguration,
    PatternOverride, PushProtectionSetting, PushRuleBypassRequest, SecretBypassRequest,
};
use github_secret_scanning::testing::{FakeGitHub, FakeGitHubBuilder};

use crate::support::fixture;

pub(super) const REPO: &str = "acme/widgets";

/// The id of the response that every call dismisses.
pub(super) const RESPONSE: i64 = 42;
/// The number of the request that it answers.
pub(super) const ANSWERED: u64 = 22;

/// One of everything.
pub(super) fn full() -> FakeGitHubBuilder {
    let locations: Vec<Location> = serde_json::from_value(fixture::read("locations/all_kinds")).unwrap();
    FakeGitHub::builder()
        .enterprise("acme-inc", ["acme"])
        .alert(REPO, Alert::new(42))
        .locations(REPO, 42, locations)
        .bypass_request(REPO, SecretBypassRequest::new(0, 21))
        .bypass_request(REPO, answered())
        .push_rule_bypass_request(REPO, PushRuleBypassRequest::new(0, 24))
        .org_pattern_configuration("acme", configuration())
        .enterprise_pattern_configuration("acme-inc", configuration())
}

/// A request that was approved.
fn answered() -> SecretBypassRequest {
    let mut response = BypassResponse::new(RESPONSE);
    response.status = Some(BypassResponseStatus::Approved);
    let mut request = SecretBypassRequest::new(0, ANSWERED);
    request.status = Some(BypassRequestStatus::Approved);
    request.responses = Some(vec![response]);
    request
}

/// With one pattern of GitHub and one custom pattern, neither of which blocks a push.
pub(super) fn configuration() -> PatternConfiguration {
    let pattern = |token_type| {
        let mut pattern = PatternOverride::new(token_type);
        pattern.setting = Some(PushProtectionSetting::Disabled);
        pattern
    };
    let mut custom = pattern("cp_2");
    custom.custom_pattern_version = Some("0ujsswThIGTUYm2K8FjOOfXtY1K".into());
    let mut configuration = PatternConfiguration::default();
    configuration.provider_pattern_overrides = Some(vec![pattern("GITHUB_PERSONAL_ACCESS_TOKEN")]);
    configuration.custom_pattern_overrides = Some(vec![custom]);
    configuration
}
