//! Changes a pattern configuration by an edit, without overwriting concurrent changes.

use github_secret_scanning_generated::types::{
    CustomPatternSetting, PatternConfiguration, PatternConfigurationUpdate, PatternOverride,
    ProviderPatternSetting, PushProtectionSetting, PushProtectionToggle,
};

use crate::error::{Error, ErrorKind};
use crate::generated::requests::scope_sets::EnterpriseOrOrg;
use crate::generated::requests::{GetPatternConfigurations, UpdatePatternConfigurations};

/// The requests without the type of their scope, so that a change is compiled once for both scopes.
type Get = GetPatternConfigurations<()>;
type Update = UpdatePatternConfigurations<()>;

/// The maximum number of attempts at a change.
const ATTEMPTS: u32 = 5;

/// Sends the changes that `edit` makes to the configuration; starts over after a conflict.
pub(super) async fn change(
    scope: EnterpriseOrOrg,
    mut edit: impl FnMut(&mut PatternConfiguration),
) -> Result<PatternConfiguration, Error> {
    let mut attempt = 1;
    loop {
        let before = Get::new(scope.clone()).await?;
        let mut after = before.clone();
        edit(&mut after);
        let request = Update::new(scope.clone());
        let update = difference(&before, &after).map_err(|reason| {
            Error::invalid_argument("edit", reason).in_operation(request.inner.operation().into())
        })?;
        let Some(update) = update else { return Ok(before) };
        match set(request, update).await {
            Ok(receipt) => {
                after.pattern_config_version = receipt.pattern_config_version;
                forget_own_versions(&before, &mut after);
                return Ok(after);
            }
            Err(error) if error.kind() == ErrorKind::Conflict && attempt < ATTEMPTS => attempt += 1,
            Err(error) => return Err(error),
        }
    }
}

fn set(request: Update, update: PatternConfigurationUpdate) -> Update {
    let request = request
        .provider_pattern_settings(update.provider_pattern_settings)
        .custom_pattern_settings(update.custom_pattern_settings);
    match update.pattern_config_version.flatten() {
        Some(version) => request.pattern_config_version(version),
        None => request.clear_pattern_config_version(),
    }
}

/// The receipt does not contain the new versions of custom patterns, and the old ones are outdated.
fn forget_own_versions(before: &PatternConfiguration, after: &mut PatternConfiguration) {
    let before = before.custom_pattern_overrides.iter().flatten();
    let after = after.custom_pattern_overrides.iter_mut().flatten();
    for (_, pattern) in before.zip(after).filter(|(old, new)| old.setting != new.setting) {
        pattern.custom_pattern_version = None;
    }
}

/// Returns the update from `before` to `after`; `None` if they are equal. Fails with the rule that
/// `edit` violates.
fn difference(
    before: &PatternConfiguration,
    after: &PatternConfiguration,
) -> Result<Option<PatternConfigurationUpdate>, &'static str> {
    if before.pattern_config_version != after.pattern_config_version {
        return Err("must not change the version");
    }
    let providers = changed(&before.provider_pattern_overrides, &after.provider_pattern_overrides)?;
    let customs = changed(&before.custom_pattern_overrides, &after.custom_pattern_overrides)?;
    if providers.is_empty() && customs.is_empty() {
        return Ok(None);
    }
    let mut update = PatternConfigurationUpdate {
        pattern_config_version: Some(before.pattern_config_version.clone()),
        ..PatternConfigurationUpdate::default()
    };
    for (pattern, setting) in providers {
        let mut change = ProviderPatternSetting::new(&pattern.token_type);
        change.push_protection_setting = Some(setting.clone());
        update.provider_pattern_settings.push(change);
    }
    for (pattern, setting) in customs {
        if *setting == PushProtectionSetting::NotSet {
            return Err("must not set a custom pattern to `not-set`, which GitHub does not accept");
        }
        let mut change = CustomPatternSetting::new(&pattern.token_type);
        change.custom_pattern_version = Some(pattern.custom_pattern_version.clone());
        change.push_protection_setting = Some(PushProtectionToggle::from(setting.as_str()));
        update.custom_pattern_settings.push(change);
    }
    Ok(Some(update))
}

/// Returns the entries whose setting differs, each with its new setting.
fn changed<'c>(
    before: &'c Option<Vec<PatternOverride>>,
    after: &'c Option<Vec<PatternOverride>>,
) -> Result<Vec<(&'c PatternOverride, &'c PushProtectionSetting)>, &'static str> {
    const ENTRIES: &str = "must not add, remove or move entries, nor change anything but a `setting`";
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) if before.len() == after.len() => (before, after),
        (None, None) => return Ok(Vec::new()),
        _ => return Err(ENTRIES),
    };
    let mut changed = Vec::new();
    for (old, new) in before.iter().zip(after) {
        let mut allowed = old.clone();
        allowed.setting = new.setting.clone();
        if allowed != *new {
            return Err(ENTRIES);
        }
        match &new.setting {
            setting if *setting == old.setting => {}
            Some(setting) => changed.push((old, setting)),
            None => return Err("must not remove a `setting`; use `not-set` to inherit"),
        }
    }
    Ok(changed)
}
