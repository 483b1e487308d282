// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/push_rule_bypass_requests.yaml.

use super::*;

/// A request to bypass a push rule.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PushRuleBypassRequest {
    /// When the request was made (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The rules that the push violated.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<::std::vec::Vec<PushRuleViolation>>,
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
    /// The kind of request, such as `push_ruleset_bypass`.
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

impl PushRuleBypassRequest {
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

/// A rule that a push violated.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PushRuleViolation {
    /// The kind of rule, such as `file_extension_restriction`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rule_type: ::std::option::Option<::std::string::String>,
    /// The number of the ruleset that holds the rule.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ruleset_id: ::std::option::Option<i64>,
    /// The name of that ruleset.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ruleset_name: ::std::option::Option<::std::string::String>,
    /// How often the push broke the rule.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_violations: ::std::option::Option<u64>,
}
