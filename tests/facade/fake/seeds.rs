//! A seeded fake on which every generated call succeeds.

use github_secret_scanning::models::{
    Alert, BypassRequestStatus, BypassResponse, BypassResponseStatus, Location, PatternConfiguration,
    PatternOverride, PushProtectionSetting, PushRuleBypassRequest, SecretBypassRequest,
};
use github_secret_scanning_fake::{FakeGitHub, FakeGitHubBuilder};

use crate::support::fixture;

pub(super) const REPO: &str = "acme/widgets";

/// The id of the bypass response that the calls dismiss.
pub(super) const RESPONSE: u64 = 42;
/// The number of its bypass request.
pub(super) const ANSWERED: u64 = 22;

/// One of each resource.
pub(super) fn all() -> FakeGitHubBuilder {
    let locations: Vec<Location> = serde_json::from_value(fixture::read("locations/all_kinds")).unwrap();
    FakeGitHub::builder()
        .enterprise("acme-inc", ["acme"])
        .alert(REPO, Alert::new(42))
        .locations(REPO, 42, locations)
        .bypass_request(REPO, SecretBypassRequest::new(0, 42))
        .bypass_request(REPO, approved())
        .push_rule_bypass_request(REPO, PushRuleBypassRequest::new(0, 42))
        .org_pattern_configuration("acme", configuration())
        .enterprise_pattern_configuration("acme-inc", configuration())
}

/// An approved request.
fn approved() -> SecretBypassRequest {
    let mut response = BypassResponse::new(RESPONSE);
    response.status = Some(BypassResponseStatus::Approved);
    let mut request = SecretBypassRequest::new(0, ANSWERED);
    request.status = Some(BypassRequestStatus::Approved);
    request.responses = Some(vec![response]);
    request
}

/// One provider pattern and two custom patterns, all without push protection.
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
    // The calls name patterns by the name of the property.
    configuration.custom_pattern_overrides = Some(vec![custom, pattern("token_type")]);
    configuration
}
