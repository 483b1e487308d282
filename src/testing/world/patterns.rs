//! The pattern configuration of an organization or enterprise.

use github_secret_scanning_generated::types::{PatternConfiguration, PatternOverride};

/// A configuration, which always has a version.
#[derive(Debug)]
pub(in crate::testing) struct Patterns {
    pub(in crate::testing) configuration: PatternConfiguration,
}

impl Patterns {
    /// Takes over all that is set; `version` is for one that has none.
    pub(super) fn new(mut configuration: PatternConfiguration, version: String) -> Self {
        configuration.pattern_config_version.get_or_insert(version);
        configuration.provider_pattern_overrides.get_or_insert_default();
        configuration.custom_pattern_overrides.get_or_insert_default();
        Self { configuration }
    }

    pub(in crate::testing) fn provider(&mut self) -> &mut Vec<PatternOverride> {
        self.configuration.provider_pattern_overrides.get_or_insert_default()
    }

    pub(in crate::testing) fn custom(&mut self) -> &mut Vec<PatternOverride> {
        self.configuration.custom_pattern_overrides.get_or_insert_default()
    }
}
