//! The pattern configuration of an organization or enterprise.

use github_secret_scanning_generated::types::{PatternConfiguration, PatternOverride};

/// A configuration that has a version.
#[derive(Debug)]
pub(crate) struct Patterns {
    pub(crate) configuration: PatternConfiguration,
}

impl Patterns {
    /// Keeps the fields that are set; `version` fills in a missing one.
    pub(super) fn new(mut configuration: PatternConfiguration, version: String) -> Self {
        configuration.pattern_config_version.get_or_insert(version);
        configuration.provider_pattern_overrides.get_or_insert_default();
        configuration.custom_pattern_overrides.get_or_insert_default();
        Self { configuration }
    }

    pub(crate) fn provider(&mut self) -> &mut Vec<PatternOverride> {
        self.configuration.provider_pattern_overrides.get_or_insert_default()
    }

    pub(crate) fn custom(&mut self) -> &mut Vec<PatternOverride> {
        self.configuration.custom_pattern_overrides.get_or_insert_default()
    }
}
