// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/shared.yaml.

use super::*;

/// A user who requested a bypass, or responded to a request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Actor {
    /// The number of the account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actor_id: ::std::option::Option<i64>,
    /// The login of the account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actor_name: ::std::option::Option<::std::string::String>,
}

/// The number of an alert within its repository, counted from 1.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    ::serde::Deserialize,
    ::serde::Serialize
)]
#[serde(transparent)]
pub struct AlertNumber(u64);
crate::number::number! {
    AlertNumber { 1u64 }
}

/// The organization of a bypass request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BypassOrganization {
    /// The number of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The login of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// The repository of a bypass request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BypassRepository {
    /// Owner and name, as in `octo-org/smile`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub full_name: ::std::option::Option<::std::string::String>,
    /// The number of the repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The name of the repository without its owner.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

/// The number of a bypass request within its repository, counted from 1.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    ::serde::Deserialize,
    ::serde::Serialize
)]
#[serde(transparent)]
pub struct BypassRequestNumber(u64);
crate::number::number! {
    BypassRequestNumber { 1u64 }
}

/// The status of a bypass request. `pending` and `open` wait for a reviewer; `approved` and
/// `denied` were reviewed; `completed` was approved and used; `cancelled` was withdrawn;
/// `expired` was not reviewed in time; `deleted` was removed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassRequestStatus {
    /// `pending`
    Pending,
    /// `denied`
    Denied,
    /// `approved`
    Approved,
    /// `cancelled`
    Cancelled,
    /// `completed`
    Completed,
    /// `expired`
    Expired,
    /// `deleted`
    Deleted,
    /// `open`
    Open,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassRequestStatus { Pending = "pending", Denied = "denied", Approved = "approved",
    Cancelled = "cancelled", Completed = "completed", Expired = "expired", Deleted =
    "deleted", Open = "open" }
}

/// A filter by status of bypass requests. `all` keeps every request; each other value keeps
/// those in the status of the same name. Older servers do not support `approved` and
/// `deleted`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassRequestStatusFilter {
    /// `completed`
    Completed,
    /// `cancelled`
    Cancelled,
    /// `approved`
    Approved,
    /// `expired`
    Expired,
    /// `deleted`
    Deleted,
    /// `denied`
    Denied,
    /// `open`
    Open,
    /// `all`
    All,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassRequestStatusFilter { Completed = "completed", Cancelled = "cancelled",
    Approved = "approved", Expired = "expired", Deleted = "deleted", Denied = "denied",
    Open = "open", All = "all" }
}

/// The response of a reviewer to a bypass request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BypassResponse {
    /// When the response was given (UTC).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// The id of the response, by which it can be dismissed.
    pub id: BypassResponseId,
    /// The reviewer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reviewer: ::std::option::Option<Actor>,
    /// The status of the response.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<BypassResponseStatus>,
}

impl BypassResponse {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `id`: The id of the response, by which it can be dismissed.
    pub fn new(id: impl ::std::convert::Into<BypassResponseId>) -> Self {
        Self {
            id: id.into(),
            created_at: ::std::default::Default::default(),
            reviewer: ::std::default::Default::default(),
            status: ::std::default::Default::default(),
        }
    }
}

/// The id of a response to a bypass request.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    ::serde::Deserialize,
    ::serde::Serialize
)]
#[serde(transparent)]
pub struct BypassResponseId(u64);
crate::number::number! {
    BypassResponseId { 1u64 }
}

/// The status of a response to a bypass request: `approved` allows the push, `denied` does
/// not, and `dismissed` no longer applies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BypassResponseStatus {
    /// `approved`
    Approved,
    /// `denied`
    Denied,
    /// `dismissed`
    Dismissed,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    BypassResponseStatus { Approved = "approved", Denied = "denied", Dismissed =
    "dismissed" }
}

/// The body of an error response, of any status. Every property may be absent.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorBody {
    /// A short code for the error.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// A page of the documentation.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub documentation_url: ::std::option::Option<::std::string::String>,
    /// The single errors, if there are several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
    /// The error message.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The HTTP status once more, as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
    /// The URL that the error is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}

/// A repository, in the short form in which it accompanies other things.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Repository {
    /// Template of where to download it as an archive.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub archive_url: ::std::option::Option<::std::string::String>,
    /// Template of its possible assignees in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assignees_url: ::std::option::Option<::std::string::String>,
    /// Template of its Git blobs in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub blobs_url: ::std::option::Option<::std::string::String>,
    /// Template of its branches in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub branches_url: ::std::option::Option<::std::string::String>,
    /// Template of its collaborators in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub collaborators_url: ::std::option::Option<::std::string::String>,
    /// Template of its commit comments in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub comments_url: ::std::option::Option<::std::string::String>,
    /// Template of its commits in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub commits_url: ::std::option::Option<::std::string::String>,
    /// Template of a comparison between two commits in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub compare_url: ::std::option::Option<::std::string::String>,
    /// Template of its files in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub contents_url: ::std::option::Option<::std::string::String>,
    /// Its contributors in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub contributors_url: ::std::option::Option<::std::string::String>,
    /// Its deployments in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deployments_url: ::std::option::Option<::std::string::String>,
    /// The description of the repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Its downloads in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub downloads_url: ::std::option::Option<::std::string::String>,
    /// Its events in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub events_url: ::std::option::Option<::std::string::String>,
    /// Whether it was forked from another repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fork: ::std::option::Option<bool>,
    /// Its forks in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub forks_url: ::std::option::Option<::std::string::String>,
    /// Owner and name, as in `octocat/Hello-World`.
    pub full_name: ::std::string::String,
    /// Template of its raw Git commits in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub git_commits_url: ::std::option::Option<::std::string::String>,
    /// Template of its Git references in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub git_refs_url: ::std::option::Option<::std::string::String>,
    /// Template of its raw Git tags in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub git_tags_url: ::std::option::Option<::std::string::String>,
    /// Its webhooks in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hooks_url: ::std::option::Option<::std::string::String>,
    /// The URL of the repository on GitHub.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The number of the repository, which never changes.
    pub id: i64,
    /// Template of its issue comments in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issue_comment_url: ::std::option::Option<::std::string::String>,
    /// Template of its issue events in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issue_events_url: ::std::option::Option<::std::string::String>,
    /// Template of its issues in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issues_url: ::std::option::Option<::std::string::String>,
    /// Template of its deploy keys in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub keys_url: ::std::option::Option<::std::string::String>,
    /// Template of its labels in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub labels_url: ::std::option::Option<::std::string::String>,
    /// Its programming languages in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub languages_url: ::std::option::Option<::std::string::String>,
    /// Its merges in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub merges_url: ::std::option::Option<::std::string::String>,
    /// Template of its milestones in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub milestones_url: ::std::option::Option<::std::string::String>,
    /// The name of the repository without its owner.
    pub name: ::std::string::String,
    /// The id of the repository in the GraphQL API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub node_id: ::std::option::Option<::std::string::String>,
    /// Template of its notifications in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub notifications_url: ::std::option::Option<::std::string::String>,
    /// The account that owns the repository.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub owner: ::std::option::Option<::std::boxed::Box<User>>,
    /// Whether the repository is hidden from the public.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub private: ::std::option::Option<bool>,
    /// Template of its pull requests in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pulls_url: ::std::option::Option<::std::string::String>,
    /// Template of its releases in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub releases_url: ::std::option::Option<::std::string::String>,
    /// Its stargazers in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stargazers_url: ::std::option::Option<::std::string::String>,
    /// Template of its commit statuses in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub statuses_url: ::std::option::Option<::std::string::String>,
    /// Its watchers in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscribers_url: ::std::option::Option<::std::string::String>,
    /// The subscription of the caller to it, in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscription_url: ::std::option::Option<::std::string::String>,
    /// Its tags in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags_url: ::std::option::Option<::std::string::String>,
    /// The teams with access to it, in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub teams_url: ::std::option::Option<::std::string::String>,
    /// Template of its Git trees in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trees_url: ::std::option::Option<::std::string::String>,
    /// The repository in the REST API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}

impl Repository {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `id`: The number of the repository, which never changes.
    /// - `name`: The name of the repository without its owner.
    /// - `full_name`: Owner and name, as in `octocat/Hello-World`.
    pub fn new(
        id: i64,
        name: impl ::std::convert::Into<::std::string::String>,
        full_name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            full_name: full_name.into(),
            archive_url: ::std::default::Default::default(),
            assignees_url: ::std::default::Default::default(),
            blobs_url: ::std::default::Default::default(),
            branches_url: ::std::default::Default::default(),
            collaborators_url: ::std::default::Default::default(),
            comments_url: ::std::default::Default::default(),
            commits_url: ::std::default::Default::default(),
            compare_url: ::std::default::Default::default(),
            contents_url: ::std::default::Default::default(),
            contributors_url: ::std::default::Default::default(),
            deployments_url: ::std::default::Default::default(),
            description: ::std::default::Default::default(),
            downloads_url: ::std::default::Default::default(),
            events_url: ::std::default::Default::default(),
            fork: ::std::default::Default::default(),
            forks_url: ::std::default::Default::default(),
            git_commits_url: ::std::default::Default::default(),
            git_refs_url: ::std::default::Default::default(),
            git_tags_url: ::std::default::Default::default(),
            hooks_url: ::std::default::Default::default(),
            html_url: ::std::default::Default::default(),
            issue_comment_url: ::std::default::Default::default(),
            issue_events_url: ::std::default::Default::default(),
            issues_url: ::std::default::Default::default(),
            keys_url: ::std::default::Default::default(),
            labels_url: ::std::default::Default::default(),
            languages_url: ::std::default::Default::default(),
            merges_url: ::std::default::Default::default(),
            milestones_url: ::std::default::Default::default(),
            node_id: ::std::default::Default::default(),
            notifications_url: ::std::default::Default::default(),
            owner: ::std::default::Default::default(),
            private: ::std::default::Default::default(),
            pulls_url: ::std::default::Default::default(),
            releases_url: ::std::default::Default::default(),
            stargazers_url: ::std::default::Default::default(),
            statuses_url: ::std::default::Default::default(),
            subscribers_url: ::std::default::Default::default(),
            subscription_url: ::std::default::Default::default(),
            tags_url: ::std::default::Default::default(),
            teams_url: ::std::default::Default::default(),
            trees_url: ::std::default::Default::default(),
            url: ::std::default::Default::default(),
        }
    }
}

/// The direction of an order: `asc` is smallest or oldest first, `desc` largest or newest
/// first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SortDirection {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    SortDirection { Asc = "asc", Desc = "desc" }
}

/// The period of a list: `hour` is the last hour, `day` the last 24 hours, `week` the last 7
/// days, `month` the last month.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TimePeriod {
    /// `hour`
    Hour,
    /// `day`
    Day,
    /// `week`
    Week,
    /// `month`
    Month,
    /// A value unknown to this version, as text.
    Other(crate::UnknownValue),
}

crate::open_enum::open_enum! {
    TimePeriod { Hour = "hour", Day = "day", Week = "week", Month = "month" }
}

/// An account on GitHub.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The address of the profile picture.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub avatar_url: ::std::option::Option<::std::string::String>,
    /// The public mail address, if the account has one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Template of the events of the account in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub events_url: ::std::option::Option<::std::string::String>,
    /// The followers in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub followers_url: ::std::option::Option<::std::string::String>,
    /// Template of the followed accounts in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub following_url: ::std::option::Option<::std::string::String>,
    /// Template of the gists in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gists_url: ::std::option::Option<::std::string::String>,
    /// The Gravatar id; mostly empty.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub gravatar_id: ::std::option::Option<::std::string::String>,
    /// The profile page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The number of the account, which never changes.
    pub id: i64,
    /// The handle of the account, unique at any one time; its holder can change it.
    pub login: ::std::string::String,
    /// The name that the account shows, if it has set one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The id of the account in the GraphQL API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub node_id: ::std::option::Option<::std::string::String>,
    /// The organizations of the account in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organizations_url: ::std::option::Option<::std::string::String>,
    /// The events that the account receives, in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub received_events_url: ::std::option::Option<::std::string::String>,
    /// The repositories of the account in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub repos_url: ::std::option::Option<::std::string::String>,
    /// Whether the account administers the GitHub installation itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub site_admin: ::std::option::Option<bool>,
    /// When the account starred something (UTC); only in lists of stargazers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub starred_at: ::std::option::Option<::std::string::String>,
    /// Template of the starred repositories in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub starred_url: ::std::option::Option<::std::string::String>,
    /// The watched repositories in the API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscriptions_url: ::std::option::Option<::std::string::String>,
    /// The kind of account, such as `User`, `Bot` or `Organization`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    /// The account in the REST API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    /// How much of the account is shown, such as `public`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_view_type: ::std::option::Option<::std::string::String>,
}

impl User {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `id`: The number of the account, which never changes.
    /// - `login`: The handle of the account, unique at any one time; its holder can change it.
    pub fn new(
        id: i64,
        login: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            id,
            login: login.into(),
            avatar_url: ::std::default::Default::default(),
            email: ::std::default::Default::default(),
            events_url: ::std::default::Default::default(),
            followers_url: ::std::default::Default::default(),
            following_url: ::std::default::Default::default(),
            gists_url: ::std::default::Default::default(),
            gravatar_id: ::std::default::Default::default(),
            html_url: ::std::default::Default::default(),
            name: ::std::default::Default::default(),
            node_id: ::std::default::Default::default(),
            organizations_url: ::std::default::Default::default(),
            received_events_url: ::std::default::Default::default(),
            repos_url: ::std::default::Default::default(),
            site_admin: ::std::default::Default::default(),
            starred_at: ::std::default::Default::default(),
            starred_url: ::std::default::Default::default(),
            subscriptions_url: ::std::default::Default::default(),
            type_: ::std::default::Default::default(),
            url: ::std::default::Default::default(),
            user_view_type: ::std::default::Default::default(),
        }
    }
}
