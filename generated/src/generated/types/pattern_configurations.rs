// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/pattern_configurations.yaml.

use super::*;

/// The new setting of one custom pattern.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CustomPatternSetting {
    /// The version of the pattern that was last read.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub custom_pattern_version: ::std::option::Option<
        ::std::option::Option<::std::string::String>,
    >,
    /// Whether the pattern blocks a push.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_setting: ::std::option::Option<PushProtectionToggle>,
    /// The `token_type` of the pattern.
    pub token_type: ::std::string::String,
}

impl CustomPatternSetting {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `token_type`: The `token_type` of the pattern.
    pub fn new(token_type: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            token_type: token_type.into(),
            custom_pattern_version: ::std::default::Default::default(),
            push_protection_setting: ::std::default::Default::default(),
        }
    }
}

/// The settings of push protection for each pattern, in an organization or an enterprise.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PatternConfiguration {
    /// One entry for each pattern that the organization or enterprise made itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_pattern_overrides: ::std::option::Option<
        ::std::vec::Vec<PatternOverride>,
    >,
    /// The version of this configuration, for the next update.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pattern_config_version: ::std::option::Option<::std::string::String>,
    /// One entry for each pattern of a provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider_pattern_overrides: ::std::option::Option<
        ::std::vec::Vec<PatternOverride>,
    >,
}

/// The response to an update of the configuration.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PatternConfigurationReceipt {
    /// The version of the configuration after the change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pattern_config_version: ::std::option::Option<::std::string::String>,
}

/// Changes to settings of patterns.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct PatternConfigurationUpdate {
    /// The new settings of custom patterns.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub custom_pattern_settings: ::std::vec::Vec<CustomPatternSetting>,
    /// The version that was last read; if it is no longer the current one, GitHub returns 409.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub pattern_config_version: ::std::option::Option<
        ::std::option::Option<::std::string::String>,
    >,
    /// The new settings of patterns of providers.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub provider_pattern_settings: ::std::vec::Vec<ProviderPatternSetting>,
}

/// The setting of push protection for one pattern, and statistics of its alerts.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PatternOverride {
    /// The number of alerts of the pattern.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alert_total: ::std::option::Option<u64>,
    /// Its share of all alerts, in percent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alert_total_percentage: ::std::option::Option<u64>,
    /// How often a block was bypassed, in percent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bypass_rate: ::std::option::Option<u64>,
    /// The version of a custom pattern; absent for patterns of providers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_pattern_version: ::std::option::Option<::std::string::String>,
    /// The default of GitHub.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_setting: ::std::option::Option<PushProtectionToggle>,
    /// The display name of the pattern.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display_name: ::std::option::Option<::std::string::String>,
    /// The setting of the enterprise; null if there is none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enterprise_setting: ::std::option::Option<PushProtectionSetting>,
    /// The share of false positives among its alerts, in percent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub false_positive_rate: ::std::option::Option<u64>,
    /// The number of its alerts that were false positives.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub false_positives: ::std::option::Option<u64>,
    /// The setting of this organization or enterprise.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub setting: ::std::option::Option<PushProtectionSetting>,
    /// A readable id of the pattern, in lower case.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub slug: ::std::option::Option<::std::string::String>,
    /// The id of the pattern, for an update.
    pub token_type: ::std::string::String,
}

impl PatternOverride {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `token_type`: The id of the pattern, for an update.
    pub fn new(token_type: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            token_type: token_type.into(),
            alert_total: ::std::default::Default::default(),
            alert_total_percentage: ::std::default::Default::default(),
            bypass_rate: ::std::default::Default::default(),
            custom_pattern_version: ::std::default::Default::default(),
            default_setting: ::std::default::Default::default(),
            display_name: ::std::default::Default::default(),
            enterprise_setting: ::std::default::Default::default(),
            false_positive_rate: ::std::default::Default::default(),
            false_positives: ::std::default::Default::default(),
            setting: ::std::default::Default::default(),
            slug: ::std::default::Default::default(),
        }
    }
}

/// The new setting of one pattern of a provider.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderPatternSetting {
    /// Whether the pattern blocks a push.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_setting: ::std::option::Option<PushProtectionSetting>,
    /// The `token_type` of the pattern.
    pub token_type: ::std::string::String,
}

impl ProviderPatternSetting {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `token_type`: The `token_type` of the pattern.
    pub fn new(token_type: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            token_type: token_type.into(),
            push_protection_setting: ::std::default::Default::default(),
        }
    }
}

/// Whether a pattern blocks a push. `enabled` does, `disabled` does not, and `not-set` leaves
/// it to the level above or to the default.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PushProtectionSetting {
    /// `not-set`
    NotSet,
    /// `disabled`
    Disabled,
    /// `enabled`
    Enabled,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    PushProtectionSetting { NotSet = "not-set", Disabled = "disabled", Enabled =
    "enabled" }
}

/// Whether a pattern blocks a push, where it must be decided. `enabled` does, `disabled` does
/// not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PushProtectionToggle {
    /// `disabled`
    Disabled,
    /// `enabled`
    Enabled,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    PushProtectionToggle { Disabled = "disabled", Enabled = "enabled" }
}
