// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/secret_bypass_requests.yaml.

use super::*;

/// Why somebody wants to push a secret. `used_in_tests` matters to tests alone,
/// `false_positive` is no secret, `fix_later` will be dealt with afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassReason {
    /// `used_in_tests`
    UsedInTests,
    /// `false_positive`
    FalsePositive,
    /// `fix_later`
    FixLater,
    /// A value that this version does not know; it keeps its text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassReason { UsedInTests = "used_in_tests", FalsePositive = "false_positive",
    FixLater = "fix_later" }
}

/// A decision about a bypass request, and the reason for it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct BypassReview {
    /// Why it is so decided, in 1 to 2,048 characters.
    pub message: ::std::string::String,
    /// What is decided.
    pub status: BypassReviewAction,
}

impl BypassReview {
    /// Builds one from its required properties; the others are left out.
    pub fn new(
        message: impl ::std::convert::Into<::std::string::String>,
        status: BypassReviewAction,
    ) -> Self {
        Self {
            message: message.into(),
            status,
        }
    }
}

/// What a reviewer decides. `approve` lets the push through, `reject` does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassReviewAction {
    /// `approve`
    Approve,
    /// `reject`
    Reject,
    /// A value that this version does not know; it keeps its text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassReviewAction { Approve = "approve", Reject = "reject" }
}

/// What is left of a review.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BypassReviewReceipt {
    /// The id of the review.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bypass_review_id: ::std::option::Option<i64>,
}

/// One secret that a push was blocked for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SecretBypassDetail {
    /// The full name of the branch that was pushed to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub branch: ::std::option::Option<::std::string::String>,
    /// Why the requester wants to push it all the same.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bypass_reason: ::std::option::Option<BypassReason>,
    /// Where the secret stands: path, line and column, joined by colons.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path: ::std::option::Option<::std::string::String>,
    /// The slug of the type of secret.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub secret_type: ::std::option::Option<::std::string::String>,
}

/// A wish to push a secret although push protection blocks it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SecretBypassRequest {
    /// When the request was made (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The secrets that the push was blocked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<::std::vec::Vec<SecretBypassDetail>>,
    /// When the request runs out (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The page of the request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The id of the request, unique on the server.
    pub id: i64,
    /// The number of the request within its repository, from 1.
    pub number: u64,
    /// The organization that owns the repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<BypassOrganization>,
    /// The repository that the push was meant for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub repository: ::std::option::Option<BypassRepository>,
    /// What kind of request it is, such as `secret_scanning`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_type: ::std::option::Option<::std::string::String>,
    /// Who asks.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub requester: ::std::option::Option<Actor>,
    /// Why the requester says it is needed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub requester_comment: ::std::option::Option<::std::string::String>,
    /// What the request is tied to, such as the SHA-1 of a commit.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub resource_identifier: ::std::option::Option<::std::string::String>,
    /// What reviewers have answered.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub responses: ::std::option::Option<::std::vec::Vec<BypassResponse>>,
    /// How far the request has come.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<BypassRequestStatus>,
    /// The request in the REST API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}

impl SecretBypassRequest {
    /// Builds one from its required properties; the others are left out.
    pub fn new(id: i64, number: u64) -> Self {
        Self {
            created_at: ::std::default::Default::default(),
            data: ::std::default::Default::default(),
            expires_at: ::std::default::Default::default(),
            html_url: ::std::default::Default::default(),
            id,
            number,
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
