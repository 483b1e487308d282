// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/locations.yaml.

use super::*;

/// A secret in a file of the repository, as of one commit.
///
/// Its default has empty texts and zeros; each required property has a method that sets it:
///
/// ```
/// # use github_secret_scanning_generated::types::CommitLocation;
/// let built = CommitLocation::default()
///     .path("path")
///     .start_line(12)
///     .end_line(12)
///     .start_column(12)
///     .end_column(12)
///     .blob_sha("blob_sha")
///     .blob_url("blob_url")
///     .commit_sha("commit_sha")
///     .commit_url("commit_url");
/// ```
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
#[derive(Default)]
pub struct CommitLocation {
    /// The SHA-1 of the Git blob, in hex.
    pub blob_sha: ::std::string::String,
    /// The blob in the REST API.
    pub blob_url: ::std::string::String,
    /// The SHA-1 of the commit, in hex.
    pub commit_sha: ::std::string::String,
    /// The commit in the REST API.
    pub commit_url: ::std::string::String,
    /// The column in which the secret ends, in bytes of its last line.
    pub end_column: u64,
    /// The line on which the secret ends.
    pub end_line: u64,
    /// The lines of the file on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The path of the file from the root of the repository.
    pub path: ::std::string::String,
    /// The column in which the secret begins, in bytes of its first line.
    pub start_column: u64,
    /// The line on which the secret begins.
    pub start_line: u64,
}

impl CommitLocation {
    /// Sets `path`.
    ///
    /// The path of the file from the root of the repository.
    pub fn path(
        mut self,
        path: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.path = path.into();
        self
    }

    /// Sets `start_line`.
    ///
    /// The line on which the secret begins.
    pub fn start_line(mut self, start_line: u64) -> Self {
        self.start_line = start_line;
        self
    }

    /// Sets `end_line`.
    ///
    /// The line on which the secret ends.
    pub fn end_line(mut self, end_line: u64) -> Self {
        self.end_line = end_line;
        self
    }

    /// Sets `start_column`.
    ///
    /// The column in which the secret begins, in bytes of its first line.
    pub fn start_column(mut self, start_column: u64) -> Self {
        self.start_column = start_column;
        self
    }

    /// Sets `end_column`.
    ///
    /// The column in which the secret ends, in bytes of its last line.
    pub fn end_column(mut self, end_column: u64) -> Self {
        self.end_column = end_column;
        self
    }

    /// Sets `blob_sha`.
    ///
    /// The SHA-1 of the Git blob, in hex.
    pub fn blob_sha(
        mut self,
        blob_sha: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.blob_sha = blob_sha.into();
        self
    }

    /// Sets `blob_url`.
    ///
    /// The blob in the REST API.
    pub fn blob_url(
        mut self,
        blob_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.blob_url = blob_url.into();
        self
    }

    /// Sets `commit_sha`.
    ///
    /// The SHA-1 of the commit, in hex.
    pub fn commit_sha(
        mut self,
        commit_sha: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.commit_sha = commit_sha.into();
        self
    }

    /// Sets `commit_url`.
    ///
    /// The commit in the REST API.
    pub fn commit_url(
        mut self,
        commit_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.commit_url = commit_url.into();
        self
    }
}

/// A secret in the text of a discussion.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DiscussionBodyLocation {
    /// The text of the discussion on the website.
    pub discussion_body_url: ::std::string::String,
}

impl DiscussionBodyLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `discussion_body_url`: The text of the discussion on the website.
    pub fn new(
        discussion_body_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            discussion_body_url: discussion_body_url.into(),
        }
    }
}

/// A secret in a comment on a discussion.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DiscussionCommentLocation {
    /// The comment on the website.
    pub discussion_comment_url: ::std::string::String,
}

impl DiscussionCommentLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `discussion_comment_url`: The comment on the website.
    pub fn new(
        discussion_comment_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            discussion_comment_url: discussion_comment_url.into(),
        }
    }
}

/// A secret in the title of a discussion.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DiscussionTitleLocation {
    /// The discussion on the website.
    pub discussion_title_url: ::std::string::String,
}

impl DiscussionTitleLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `discussion_title_url`: The discussion on the website.
    pub fn new(
        discussion_title_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            discussion_title_url: discussion_title_url.into(),
        }
    }
}

/// The location at which a secret was first detected: the details alone, without their kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FirstDetectedLocation {
    /// An object of the shape [`CommitLocation`].
    CommitLocation(CommitLocation),
    /// An object of the shape [`WikiCommitLocation`].
    WikiCommitLocation(WikiCommitLocation),
    /// An object of the shape [`IssueTitleLocation`].
    IssueTitleLocation(IssueTitleLocation),
    /// An object of the shape [`IssueBodyLocation`].
    IssueBodyLocation(IssueBodyLocation),
    /// An object of the shape [`IssueCommentLocation`].
    IssueCommentLocation(IssueCommentLocation),
    /// An object of the shape [`DiscussionTitleLocation`].
    DiscussionTitleLocation(DiscussionTitleLocation),
    /// An object of the shape [`DiscussionBodyLocation`].
    DiscussionBodyLocation(DiscussionBodyLocation),
    /// An object of the shape [`DiscussionCommentLocation`].
    DiscussionCommentLocation(DiscussionCommentLocation),
    /// An object of the shape [`PullRequestTitleLocation`].
    PullRequestTitleLocation(PullRequestTitleLocation),
    /// An object of the shape [`PullRequestBodyLocation`].
    PullRequestBodyLocation(PullRequestBodyLocation),
    /// An object of the shape [`PullRequestCommentLocation`].
    PullRequestCommentLocation(PullRequestCommentLocation),
    /// An object of the shape [`PullRequestReviewLocation`].
    PullRequestReviewLocation(PullRequestReviewLocation),
    /// An object of the shape [`PullRequestReviewCommentLocation`].
    PullRequestReviewCommentLocation(PullRequestReviewCommentLocation),
    /// An object of a kind unknown to this version, as JSON.
    Other(crate::UnknownObject),
}

crate::union::untagged_union! {
    FirstDetectedLocation { CommitLocation["path", "start_line", "end_line",
    "start_column", "end_column", "blob_sha", "blob_url", "commit_sha", "commit_url"],
    WikiCommitLocation["path", "start_line", "end_line", "start_column", "end_column",
    "blob_sha", "page_url", "commit_sha", "commit_url"],
    IssueTitleLocation["issue_title_url"], IssueBodyLocation["issue_body_url"],
    IssueCommentLocation["issue_comment_url"],
    DiscussionTitleLocation["discussion_title_url"],
    DiscussionBodyLocation["discussion_body_url"],
    DiscussionCommentLocation["discussion_comment_url"],
    PullRequestTitleLocation["pull_request_title_url"],
    PullRequestBodyLocation["pull_request_body_url"],
    PullRequestCommentLocation["pull_request_comment_url"],
    PullRequestReviewLocation["pull_request_review_url"],
    PullRequestReviewCommentLocation["pull_request_review_comment_url"] }
}

crate::union::into_tagged_union! {
    FirstDetectedLocation => Location("type", "details") { CommitLocation => Commit,
    WikiCommitLocation => WikiCommit, IssueTitleLocation => IssueTitle, IssueBodyLocation
    => IssueBody, IssueCommentLocation => IssueComment, DiscussionTitleLocation =>
    DiscussionTitle, DiscussionBodyLocation => DiscussionBody, DiscussionCommentLocation
    => DiscussionComment, PullRequestTitleLocation => PullRequestTitle,
    PullRequestBodyLocation => PullRequestBody, PullRequestCommentLocation =>
    PullRequestComment, PullRequestReviewLocation => PullRequestReview,
    PullRequestReviewCommentLocation => PullRequestReviewComment }
}

/// A secret in the text of an issue.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IssueBodyLocation {
    /// The issue on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The issue in the REST API.
    pub issue_body_url: ::std::string::String,
}

impl IssueBodyLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `issue_body_url`: The issue in the REST API.
    pub fn new(
        issue_body_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            issue_body_url: issue_body_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in a comment on an issue.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IssueCommentLocation {
    /// The comment on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The comment in the REST API.
    pub issue_comment_url: ::std::string::String,
}

impl IssueCommentLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `issue_comment_url`: The comment in the REST API.
    pub fn new(
        issue_comment_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            issue_comment_url: issue_comment_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in the title of an issue.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IssueTitleLocation {
    /// The issue on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The issue in the REST API.
    pub issue_title_url: ::std::string::String,
}

impl IssueTitleLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `issue_title_url`: The issue in the REST API.
    pub fn new(
        issue_title_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            issue_title_url: issue_title_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A location at which a secret was detected: its kind in `type`, the position in `details`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Location {
    /// An object of the shape [`CommitLocation`].
    Commit(CommitLocation),
    /// An object of the shape [`WikiCommitLocation`].
    WikiCommit(WikiCommitLocation),
    /// An object of the shape [`IssueTitleLocation`].
    IssueTitle(IssueTitleLocation),
    /// An object of the shape [`IssueBodyLocation`].
    IssueBody(IssueBodyLocation),
    /// An object of the shape [`IssueCommentLocation`].
    IssueComment(IssueCommentLocation),
    /// An object of the shape [`DiscussionTitleLocation`].
    DiscussionTitle(DiscussionTitleLocation),
    /// An object of the shape [`DiscussionBodyLocation`].
    DiscussionBody(DiscussionBodyLocation),
    /// An object of the shape [`DiscussionCommentLocation`].
    DiscussionComment(DiscussionCommentLocation),
    /// An object of the shape [`PullRequestTitleLocation`].
    PullRequestTitle(PullRequestTitleLocation),
    /// An object of the shape [`PullRequestBodyLocation`].
    PullRequestBody(PullRequestBodyLocation),
    /// An object of the shape [`PullRequestCommentLocation`].
    PullRequestComment(PullRequestCommentLocation),
    /// An object of the shape [`PullRequestReviewLocation`].
    PullRequestReview(PullRequestReviewLocation),
    /// An object of the shape [`PullRequestReviewCommentLocation`].
    PullRequestReviewComment(PullRequestReviewCommentLocation),
    /// An object of a kind unknown to this version, as JSON.
    Other(crate::UnknownObject),
}

crate::union::tagged_union! {
    Location("type", "details") { Commit = "commit", WikiCommit = "wiki_commit",
    IssueTitle = "issue_title", IssueBody = "issue_body", IssueComment = "issue_comment",
    DiscussionTitle = "discussion_title", DiscussionBody = "discussion_body",
    DiscussionComment = "discussion_comment", PullRequestTitle = "pull_request_title",
    PullRequestBody = "pull_request_body", PullRequestComment = "pull_request_comment",
    PullRequestReview = "pull_request_review", PullRequestReviewComment =
    "pull_request_review_comment" }
}

/// A secret in the text of a pull request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestBodyLocation {
    /// The pull request on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The pull request in the REST API.
    pub pull_request_body_url: ::std::string::String,
}

impl PullRequestBodyLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `pull_request_body_url`: The pull request in the REST API.
    pub fn new(
        pull_request_body_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            pull_request_body_url: pull_request_body_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in a comment on a pull request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestCommentLocation {
    /// The comment on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The comment in the REST API.
    pub pull_request_comment_url: ::std::string::String,
}

impl PullRequestCommentLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `pull_request_comment_url`: The comment in the REST API.
    pub fn new(
        pull_request_comment_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            pull_request_comment_url: pull_request_comment_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in a comment on the changed lines of a pull request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestReviewCommentLocation {
    /// The comment on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The comment in the REST API.
    pub pull_request_review_comment_url: ::std::string::String,
}

impl PullRequestReviewCommentLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `pull_request_review_comment_url`: The comment in the REST API.
    pub fn new(
        pull_request_review_comment_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            pull_request_review_comment_url: pull_request_review_comment_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in the text of a review.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestReviewLocation {
    /// The review on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The review in the REST API.
    pub pull_request_review_url: ::std::string::String,
}

impl PullRequestReviewLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `pull_request_review_url`: The review in the REST API.
    pub fn new(
        pull_request_review_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            pull_request_review_url: pull_request_review_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in the title of a pull request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PullRequestTitleLocation {
    /// The pull request on the website.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub html_url: ::std::option::Option<::std::string::String>,
    /// The pull request in the REST API.
    pub pull_request_title_url: ::std::string::String,
}

impl PullRequestTitleLocation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `pull_request_title_url`: The pull request in the REST API.
    pub fn new(
        pull_request_title_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            pull_request_title_url: pull_request_title_url.into(),
            html_url: ::std::default::Default::default(),
        }
    }
}

/// A secret in a page of the wiki, as of one commit.
///
/// Its default has empty texts and zeros; each required property has a method that sets it:
///
/// ```
/// # use github_secret_scanning_generated::types::WikiCommitLocation;
/// let built = WikiCommitLocation::default()
///     .path("path")
///     .start_line(12)
///     .end_line(12)
///     .start_column(12)
///     .end_column(12)
///     .blob_sha("blob_sha")
///     .page_url("page_url")
///     .commit_sha("commit_sha")
///     .commit_url("commit_url");
/// ```
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
#[derive(Default)]
pub struct WikiCommitLocation {
    /// The SHA-1 of the Git blob, in hex.
    pub blob_sha: ::std::string::String,
    /// The SHA-1 of the commit, in hex.
    pub commit_sha: ::std::string::String,
    /// The commit of the wiki on the website.
    pub commit_url: ::std::string::String,
    /// The column in which the secret ends, in bytes of its last line.
    pub end_column: u64,
    /// The line on which the secret ends.
    pub end_line: u64,
    /// The page on the website, as of that commit.
    pub page_url: ::std::string::String,
    /// The path of the file that holds the page.
    pub path: ::std::string::String,
    /// The column in which the secret begins, in bytes of its first line.
    pub start_column: u64,
    /// The line on which the secret begins.
    pub start_line: u64,
}

impl WikiCommitLocation {
    /// Sets `path`.
    ///
    /// The path of the file that holds the page.
    pub fn path(
        mut self,
        path: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.path = path.into();
        self
    }

    /// Sets `start_line`.
    ///
    /// The line on which the secret begins.
    pub fn start_line(mut self, start_line: u64) -> Self {
        self.start_line = start_line;
        self
    }

    /// Sets `end_line`.
    ///
    /// The line on which the secret ends.
    pub fn end_line(mut self, end_line: u64) -> Self {
        self.end_line = end_line;
        self
    }

    /// Sets `start_column`.
    ///
    /// The column in which the secret begins, in bytes of its first line.
    pub fn start_column(mut self, start_column: u64) -> Self {
        self.start_column = start_column;
        self
    }

    /// Sets `end_column`.
    ///
    /// The column in which the secret ends, in bytes of its last line.
    pub fn end_column(mut self, end_column: u64) -> Self {
        self.end_column = end_column;
        self
    }

    /// Sets `blob_sha`.
    ///
    /// The SHA-1 of the Git blob, in hex.
    pub fn blob_sha(
        mut self,
        blob_sha: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.blob_sha = blob_sha.into();
        self
    }

    /// Sets `page_url`.
    ///
    /// The page on the website, as of that commit.
    pub fn page_url(
        mut self,
        page_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.page_url = page_url.into();
        self
    }

    /// Sets `commit_sha`.
    ///
    /// The SHA-1 of the commit, in hex.
    pub fn commit_sha(
        mut self,
        commit_sha: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.commit_sha = commit_sha.into();
        self
    }

    /// Sets `commit_url`.
    ///
    /// The commit of the wiki on the website.
    pub fn commit_url(
        mut self,
        commit_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.commit_url = commit_url.into();
        self
    }
}
