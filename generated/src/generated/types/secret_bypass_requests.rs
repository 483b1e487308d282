// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/secret_bypass_requests.yaml.

use super::*;

/// The reason for a bypass. `used_in_tests` is used in tests only, `false_positive` is not a
/// secret, `fix_later` will be fixed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassReason {
    /// `used_in_tests`
    UsedInTests,
    /// `false_positive`
    FalsePositive,
    /// `fix_later`
    FixLater,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassReason { UsedInTests = "used_in_tests", FalsePositive = "false_positive",
    FixLater = "fix_later" }
}

/// A decision on a bypass request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct BypassReview {
    /// The reason for the decision.
    pub message: ::std::string::String,
    /// The decision.
    pub status: BypassReviewAction,
}

impl BypassReview {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `status`: The decision.
    /// - `message`: The reason for the decision.
    pub fn new(
        status: BypassReviewAction,
        message: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            status,
            message: message.into(),
        }
    }
}

/// The decision of a reviewer: `approve` allows the push, `reject` does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassReviewAction {
    /// `approve`
    Approve,
    /// `reject`
    Reject,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassReviewAction { Approve = "approve", Reject = "reject" }
}

/// The response to a review.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BypassReviewReceipt {
    /// The id of the review.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bypass_review_id: ::std::option::Option<i64>,
}

/// A secret for which a push was blocked.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SecretBypassDetail {
    /// The full name of the branch that was pushed to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub branch: ::std::option::Option<::std::string::String>,
    /// The reason for the bypass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bypass_reason: ::std::option::Option<BypassReason>,
    /// The position of the secret: path, line and column, joined by colons.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path: ::std::option::Option<::std::string::String>,
    /// The slug of the type of secret.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret_type: ::std::option::Option<::std::string::String>,
}

/// A request to bypass push protection for a secret.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SecretBypassRequest {
    /// When the request was made (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The secrets for which the push was blocked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<::std::vec::Vec<SecretBypassDetail>>,
    /// When the request expires (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The URL of the request on GitHub.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The id of the request, unique on the server.
    pub id: i64,
    /// The number of the request within its repository, from 1.
    pub number: BypassRequestNumber,
    /// The organization that owns the repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<BypassOrganization>,
    /// The repository of the push.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub repository: ::std::option::Option<BypassRepository>,
    /// The kind of request, such as `secret_scanning`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_type: ::std::option::Option<::std::string::String>,
    /// The user who made the request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub requester: ::std::option::Option<Actor>,
    /// The reason given by the requester.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub requester_comment: ::std::option::Option<::std::string::String>,
    /// The resource of the request, such as the SHA-1 of a commit.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource_identifier: ::std::option::Option<::std::string::String>,
    /// The responses of reviewers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub responses: ::std::option::Option<::std::vec::Vec<BypassResponse>>,
    /// The status of the request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<BypassRequestStatus>,
    /// The request in the REST API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}

impl SecretBypassRequest {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `id`: The id of the request, unique on the server.
    /// - `number`: The number of the request within its repository, from 1.
    pub fn new(id: i64, number: impl ::std::convert::Into<BypassRequestNumber>) -> Self {
        Self {
            id,
            number: number.into(),
            created_at: ::std::default::Default::default(),
            data: ::std::default::Default::default(),
            expires_at: ::std::default::Default::default(),
            html_url: ::std::default::Default::default(),
            organization: ::std::default::Default::default(),
            repository: ::std::default::Default::default(),
            request_type: ::std::default::Default::default(),
            requester: ::std::default::Default::default(),
            requester_comment: ::std::default::Default::default(),
            resource_identifier: ::std::default::Default::default(),
            responses: ::std::default::Default::default(),
            status: ::std::default::Default::default(),
            url: ::std::default::Default::default(),
        }
    }
}
