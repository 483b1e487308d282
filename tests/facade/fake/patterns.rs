//! Pattern configurations, and concurrent updates.

use github_secret_scanning::ErrorKind;
use github_secret_scanning::models::{PatternConfiguration, ProviderPatternSetting, PushProtectionSetting};

use super::{inspected, seeds};

const PATTERN: &str = "GITHUB_PERSONAL_ACCESS_TOKEN";

pub(super) fn set_to(setting: PushProtectionSetting) -> ProviderPatternSetting {
    let mut change = ProviderPatternSetting::new(PATTERN);
    change.push_protection_setting = Some(setting);
    change
}

pub(super) fn setting(configuration: &PatternConfiguration) -> Option<PushProtectionSetting> {
    configuration.provider_pattern_overrides.as_ref().unwrap()[0].setting.clone()
}

#[tokio::test]
async fn update_based_on_an_old_version_is_a_conflict_without_effect() {
    let github = inspected(seeds::all()).await;
    let configurations = github.client().org("acme").unwrap().pattern_configurations();
    let version = configurations.get().await.unwrap().pattern_config_version.unwrap();
    let change = |setting| {
        let settings = [set_to(setting)];
        configurations.update().pattern_config_version(&version).provider_pattern_settings(settings).send()
    };
    let receipt = change(PushProtectionSetting::Enabled).await.unwrap();
    let error = change(PushProtectionSetting::NotSet).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Conflict, Some(409)));

    let read = configurations.get().await.unwrap();
    assert_eq!(setting(&read), Some(PushProtectionSetting::Enabled));
    assert_eq!(read.pattern_config_version, receipt.pattern_config_version);
    assert_ne!(read.pattern_config_version, Some(version));
}

#[tokio::test]
async fn enterprise_and_organization_have_separate_configurations() {
    let github = inspected(seeds::all()).await;
    let of_enterprise = github.client().enterprise("acme-inc").unwrap().pattern_configurations();
    let change = of_enterprise.update().provider_pattern_settings([set_to(PushProtectionSetting::Enabled)]);
    change.await.unwrap();
    assert_eq!(setting(&of_enterprise.get().await.unwrap()), Some(PushProtectionSetting::Enabled));
    let of_org = github.client().org("acme").unwrap().pattern_configurations();
    assert_eq!(setting(&of_org.get().await.unwrap()), Some(PushProtectionSetting::Disabled));
}
