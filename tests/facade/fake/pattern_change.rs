//! `change` of a pattern configuration with a concurrent update.

use github_secret_scanning::models::{PatternConfiguration, PushProtectionSetting};
use github_secret_scanning::{Org, PatternConfigurationsScope};
use github_secret_scanning_fake::operations;

use super::patterns::{set_to, setting};
use super::{inspected, seeds};

#[tokio::test]
async fn change_starts_again_after_a_concurrent_update() {
    let github = inspected(seeds::all()).await;
    let configurations = github.client().org("acme").unwrap().pattern_configurations();
    let other = github.fake().client().unwrap().org("acme").unwrap().pattern_configurations();
    let mut seen = Vec::new();
    let changed = configurations
        .change(|current: &mut PatternConfiguration| {
            seen.push(setting(current));
            if seen.len() == 1 {
                // Between the read and the write; on a thread, because the closure is not async.
                let other = other.clone();
                std::thread::spawn(move || enable(&other)).join().unwrap();
            }
            let custom = &mut current.custom_pattern_overrides.as_mut().unwrap()[0];
            custom.setting = Some(PushProtectionSetting::Enabled);
        })
        .await
        .unwrap();
    assert_eq!(seen, [Some(PushProtectionSetting::Disabled), Some(PushProtectionSetting::Enabled)]);
    // Both updates have their effect.
    assert_eq!(setting(&changed), Some(PushProtectionSetting::Enabled));
    let mut now = configurations.get().await.unwrap();
    // The response to an update does not contain it.
    assert!(now.custom_pattern_overrides.as_mut().unwrap()[0].custom_pattern_version.take().is_some());
    assert_eq!(changed, now);
    assert_eq!(github.fake().received_for(&operations::UPDATE_ORG_PATTERN_CONFIGURATIONS).len(), 3);
}

fn enable(configurations: &PatternConfigurationsScope<Org>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let settings = [set_to(PushProtectionSetting::Enabled)];
    runtime.block_on(configurations.update().provider_pattern_settings(settings).send()).unwrap();
}
