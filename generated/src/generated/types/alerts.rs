// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/alerts.yaml.

use super::*;

/// A secret that was detected in a repository. Lists of an enterprise or an organization add
/// the repository, a single alert adds metadata, and older servers leave out other properties.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Alert {
    /// The assignee of the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assigned_to: ::std::option::Option<::std::boxed::Box<User>>,
    /// The comment of the user who requested to close the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub closure_request_comment: ::std::option::Option<::std::string::String>,
    /// The user who reviewed the request to close the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub closure_request_reviewer: ::std::option::Option<::std::boxed::Box<User>>,
    /// The comment of the reviewer of that request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub closure_request_reviewer_comment: ::std::option::Option<::std::string::String>,
    /// When the alert was opened (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The location at which the secret was first detected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_location_detected: ::std::option::Option<
        ::std::boxed::Box<FirstDetectedLocation>,
    >,
    /// Whether the secret was found at more than one location.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub has_more_locations: ::std::option::Option<bool>,
    /// The URL of the alert on GitHub.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// Whether the secret was found in Base64.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_base64_encoded: ::std::option::Option<bool>,
    /// The list of locations in the REST API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub locations_url: ::std::option::Option<::std::string::String>,
    /// Metadata of the secret, such as its owner; only of a single alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::vec::Vec<AlertMetadataEntry>>,
    /// Whether the same secret was found in another repository of the organization or enterprise.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub multi_repo: ::std::option::Option<bool>,
    /// The number of the alert within its repository, from 1.
    pub number: AlertNumber,
    /// The name of the service that issues such secrets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<::std::string::String>,
    /// The slug of that service, for the filters by provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider_slug: ::std::option::Option<::std::string::String>,
    /// Whether the secret was also leaked publicly.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub publicly_leaked: ::std::option::Option<bool>,
    /// The comment of the requester of the bypass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypass_request_comment: ::std::option::Option<
        ::std::string::String,
    >,
    /// The URL of the bypass request on GitHub.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypass_request_html_url: ::std::option::Option<
        ::std::string::String,
    >,
    /// The user who reviewed the request to bypass push protection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypass_request_reviewer: ::std::option::Option<
        ::std::boxed::Box<User>,
    >,
    /// The comment of the reviewer of the bypass request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypass_request_reviewer_comment: ::std::option::Option<
        ::std::string::String,
    >,
    /// Whether push protection was bypassed for this secret.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypassed: ::std::option::Option<bool>,
    /// When push protection was bypassed (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypassed_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
    /// The user who bypassed push protection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub push_protection_bypassed_by: ::std::option::Option<::std::boxed::Box<User>>,
    /// The repository in which the secret was found, in a list of several repositories.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub repository: ::std::option::Option<::std::boxed::Box<Repository>>,
    /// Why the alert was resolved; null while it is open.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resolution: ::std::option::Option<Resolution>,
    /// The comment of the user who resolved the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resolution_comment: ::std::option::Option<::std::string::String>,
    /// When the alert was resolved (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resolved_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The user who resolved the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resolved_by: ::std::option::Option<::std::boxed::Box<User>>,
    /// The secret itself, in plain text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret: ::std::option::Option<crate::Secret>,
    /// The slug of the type of secret, such as `mailchimp_api_key`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret_type: ::std::option::Option<::std::string::String>,
    /// The display name of the type of secret.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret_type_display_name: ::std::option::Option<::std::string::String>,
    /// The state of the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub state: ::std::option::Option<AlertState>,
    /// When the alert last changed (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The API URL of the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    /// Whether the secret worked when it was last checked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub validity: ::std::option::Option<Validity>,
}

impl Alert {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `number`: The number of the alert within its repository, from 1.
    pub fn new(number: impl ::std::convert::Into<AlertNumber>) -> Self {
        Self {
            number: number.into(),
            assigned_to: ::std::default::Default::default(),
            closure_request_comment: ::std::default::Default::default(),
            closure_request_reviewer: ::std::default::Default::default(),
            closure_request_reviewer_comment: ::std::default::Default::default(),
            created_at: ::std::default::Default::default(),
            first_location_detected: ::std::default::Default::default(),
            has_more_locations: ::std::default::Default::default(),
            html_url: ::std::default::Default::default(),
            is_base64_encoded: ::std::default::Default::default(),
            locations_url: ::std::default::Default::default(),
            metadata: ::std::default::Default::default(),
            multi_repo: ::std::default::Default::default(),
            provider: ::std::default::Default::default(),
            provider_slug: ::std::default::Default::default(),
            publicly_leaked: ::std::default::Default::default(),
            push_protection_bypass_request_comment: ::std::default::Default::default(),
            push_protection_bypass_request_html_url: ::std::default::Default::default(),
            push_protection_bypass_request_reviewer: ::std::default::Default::default(),
            push_protection_bypass_request_reviewer_comment: ::std::default::Default::default(),
            push_protection_bypassed: ::std::default::Default::default(),
            push_protection_bypassed_at: ::std::default::Default::default(),
            push_protection_bypassed_by: ::std::default::Default::default(),
            repository: ::std::default::Default::default(),
            resolution: ::std::default::Default::default(),
            resolution_comment: ::std::default::Default::default(),
            resolved_at: ::std::default::Default::default(),
            resolved_by: ::std::default::Default::default(),
            secret: ::std::default::Default::default(),
            secret_type: ::std::default::Default::default(),
            secret_type_display_name: ::std::default::Default::default(),
            state: ::std::default::Default::default(),
            updated_at: ::std::default::Default::default(),
            url: ::std::default::Default::default(),
            validity: ::std::default::Default::default(),
        }
    }
}

/// One entry of the metadata of a detected secret.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AlertMetadataEntry {
    /// The key of the entry, such as `owner_email`; other values may be added.
    pub key: ::std::string::String,
    /// The value of the entry, as text.
    pub value: ::std::string::String,
}

impl AlertMetadataEntry {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `key`: The key of the entry, such as `owner_email`; other values may be added.
    /// - `value`: The value of the entry, as text.
    pub fn new(
        key: impl ::std::convert::Into<::std::string::String>,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

/// A key of the metadata of a secret: its owner (`owner-email`, `owner-id`, `owner-name`), its
/// name (`secret-id`, `secret-name`), when it was issued, expires and was last used
/// (`secret-issued-date`, `secret-expiration-date`, `last-used-date`), and its organization at
/// the provider (`organization-name`, `organization-id`, `has-organization-access`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AlertMetadataKey {
    /// `owner-email`
    OwnerEmail,
    /// `owner-id`
    OwnerId,
    /// `owner-name`
    OwnerName,
    /// `secret-id`
    SecretId,
    /// `secret-name`
    SecretName,
    /// `secret-issued-date`
    SecretIssuedDate,
    /// `secret-expiration-date`
    SecretExpirationDate,
    /// `organization-name`
    OrganizationName,
    /// `organization-id`
    OrganizationId,
    /// `last-used-date`
    LastUsedDate,
    /// `has-organization-access`
    HasOrganizationAccess,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    AlertMetadataKey { OwnerEmail = "owner-email", OwnerId = "owner-id", OwnerName =
    "owner-name", SecretId = "secret-id", SecretName = "secret-name", SecretIssuedDate =
    "secret-issued-date", SecretExpirationDate = "secret-expiration-date",
    OrganizationName = "organization-name", OrganizationId = "organization-id",
    LastUsedDate = "last-used-date", HasOrganizationAccess = "has-organization-access" }
}

/// The order of a list of alerts: by time of creation (`created`) or of the last change
/// (`updated`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AlertSort {
    /// `created`
    Created,
    /// `updated`
    Updated,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    AlertSort { Created = "created", Updated = "updated" }
}

/// The state of an alert: `open`, or `resolved`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AlertState {
    /// `open`
    Open,
    /// `resolved`
    Resolved,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    AlertState { Open = "open", Resolved = "resolved" }
}

/// Changes to an alert. At least one of `state`, `assignee` and `validity` must be present;
/// absent properties stay unchanged.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct AlertUpdate {
    /// The login of the new assignee; null removes the assignee.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub assignee: ::std::option::Option<::std::option::Option<::std::string::String>>,
    /// The reason for resolving the alert; required to resolve it, and null clears it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub resolution: ::std::option::Option<::std::option::Option<Resolution>>,
    /// A comment on the resolution; it cannot be changed later, and must be null or absent when
    /// reopening.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub resolution_comment: ::std::option::Option<
        ::std::option::Option<::std::string::String>,
    >,
    /// The new state of the alert.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub state: ::std::option::Option<AlertState>,
    /// The validity of the secret, or null to use that of the automatic check again.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::three_state::deserialize")]
    pub validity: ::std::option::Option<::std::option::Option<ValidityOverride>>,
}

/// The reason for resolving an alert. `false_positive` is not a secret, `wont_fix` stays as it
/// is, `revoked` no longer works, `used_in_tests` is used in tests only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Resolution {
    /// `false_positive`
    FalsePositive,
    /// `wont_fix`
    WontFix,
    /// `revoked`
    Revoked,
    /// `used_in_tests`
    UsedInTests,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    Resolution { FalsePositive = "false_positive", WontFix = "wont_fix", Revoked =
    "revoked", UsedInTests = "used_in_tests" }
}

/// The reason for which an alert was resolved: those that a user can choose, and
/// `pattern_edited` and `pattern_deleted` for alerts that were closed because their custom
/// pattern was changed or deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ResolutionFilter {
    /// `false_positive`
    FalsePositive,
    /// `wont_fix`
    WontFix,
    /// `revoked`
    Revoked,
    /// `pattern_edited`
    PatternEdited,
    /// `pattern_deleted`
    PatternDeleted,
    /// `used_in_tests`
    UsedInTests,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    ResolutionFilter { FalsePositive = "false_positive", WontFix = "wont_fix", Revoked =
    "revoked", PatternEdited = "pattern_edited", PatternDeleted = "pattern_deleted",
    UsedInTests = "used_in_tests" }
}

/// The validity of a secret: `active` works, `inactive` does not, and `unknown` could not be
/// checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Validity {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// `unknown`
    Unknown,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    Validity { Active = "active", Inactive = "inactive", Unknown = "unknown" }
}

/// The validity of a secret as set by a user: `active` works, `inactive` does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ValidityOverride {
    /// `active`
    Active,
    /// `inactive`
    Inactive,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    ValidityOverride { Active = "active", Inactive = "inactive" }
}
