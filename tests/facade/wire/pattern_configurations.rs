//! The four operations on pattern configurations.

use github_secret_scanning::models::{
    CustomPatternSetting, ProviderPatternSetting, PushProtectionSetting, PushProtectionToggle,
};
use serde_json::json;

use super::{assert_sent, assert_sent_body, serving};
use crate::support::{enterprise, fixture, org};

const OF_ENTERPRISE: &str = "/enterprises/acme-inc/secret-scanning/pattern-configurations";
const OF_ORG: &str = "/orgs/acme/secret-scanning/pattern-configurations";
const VERSION: &str = "0ujsswThIGTUYm2K8FjOOfXtY1K";

fn provider() -> ProviderPatternSetting {
    let mut setting = ProviderPatternSetting::new("GITHUB_PERSONAL_ACCESS_TOKEN");
    setting.push_protection_setting = Some(PushProtectionSetting::Enabled);
    setting
}

fn custom() -> CustomPatternSetting {
    let mut setting = CustomPatternSetting::new("cp_2");
    setting.custom_pattern_version = Some(Some(VERSION.into()));
    setting.push_protection_setting = Some(PushProtectionToggle::Enabled);
    setting
}

#[tokio::test]
async fn get_sends_only_its_path() {
    let server = serving("pattern_configurations/get");
    enterprise(&server).pattern_configurations().get().await.unwrap();
    org(&server).pattern_configurations().get().await.unwrap();
    let received = server.received();
    assert_sent(&received[0], "GET", OF_ENTERPRISE);
    assert_sent(&received[1], "GET", OF_ORG);
}

#[tokio::test]
async fn update_sends_the_documented_body() {
    let server = serving("pattern_configurations/update_response");
    let body = fixture::read("pattern_configurations/update_body");
    let of_enterprise = enterprise(&server).pattern_configurations().update();
    let of_enterprise = of_enterprise
        .pattern_config_version(VERSION)
        .provider_pattern_settings([provider()])
        .custom_pattern_settings([custom()]);
    let of_org = org(&server).pattern_configurations().update();
    let of_org = of_org
        .pattern_config_version(VERSION)
        .provider_pattern_settings([provider()])
        .custom_pattern_settings([custom()]);
    of_enterprise.await.unwrap();
    of_org.await.unwrap();

    let received = server.received();
    assert_sent_body(&received[0], "PATCH", OF_ENTERPRISE, &body);
    assert_sent_body(&received[1], "PATCH", OF_ORG, &body);
}

#[tokio::test]
async fn version_can_be_null_and_a_setting_can_be_unknown() {
    let server = serving("pattern_configurations/update_response");
    server.expect_fault("/custom_pattern_settings/0/push_protection_setting");
    let mut custom = CustomPatternSetting::new("cp_2");
    custom.custom_pattern_version = Some(None);
    custom.push_protection_setting = Some(PushProtectionToggle::from("audit"));
    let update = || org(&server).pattern_configurations().update().custom_pattern_settings([custom.clone()]);
    update().clear_pattern_config_version().await.unwrap();
    let update = enterprise(&server).pattern_configurations().update();
    update.clear_pattern_config_version().provider_pattern_settings([provider()]).await.unwrap();

    let received = server.received();
    let setting =
        json!({ "token_type": "cp_2", "custom_pattern_version": null, "push_protection_setting": "audit" });
    let body = json!({ "pattern_config_version": null, "custom_pattern_settings": [setting] });
    assert_eq!(received[0].json(), body);
    assert_eq!(received[1].json()["pattern_config_version"], json!(null));
}
