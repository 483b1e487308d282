//! The hand-written side: the same fields with the same optionality, plain strings for enums and for the
//! secret, and one struct for the location. Nested objects are boxed.

use chrono::{DateTime, Utc};
use serde::Deserialize;

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded, and measured for that alone")]
pub(crate) struct Alert {
    assigned_to: Option<Box<User>>,
    closure_request_comment: Option<String>,
    closure_request_reviewer: Option<Box<User>>,
    closure_request_reviewer_comment: Option<String>,
    created_at: Option<DateTime<Utc>>,
    first_location_detected: Option<Box<CommitLocation>>,
    has_more_locations: Option<bool>,
    html_url: Option<String>,
    is_base64_encoded: Option<bool>,
    locations_url: Option<String>,
    metadata: Option<Vec<AlertMetadataEntry>>,
    multi_repo: Option<bool>,
    number: u64,
    provider: Option<String>,
    provider_slug: Option<String>,
    publicly_leaked: Option<bool>,
    push_protection_bypass_request_comment: Option<String>,
    push_protection_bypass_request_html_url: Option<String>,
    push_protection_bypass_request_reviewer: Option<Box<User>>,
    push_protection_bypass_request_reviewer_comment: Option<String>,
    push_protection_bypassed: Option<bool>,
    push_protection_bypassed_at: Option<DateTime<Utc>>,
    push_protection_bypassed_by: Option<Box<User>>,
    repository: Option<Box<Repository>>,
    resolution: Option<String>,
    resolution_comment: Option<String>,
    resolved_at: Option<DateTime<Utc>>,
    resolved_by: Option<Box<User>>,
    secret: Option<String>,
    secret_type: Option<String>,
    secret_type_display_name: Option<String>,
    state: Option<String>,
    updated_at: Option<DateTime<Utc>>,
    url: Option<String>,
    validity: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded, and measured for that alone")]
pub(crate) struct User {
    avatar_url: Option<String>,
    email: Option<String>,
    events_url: Option<String>,
    followers_url: Option<String>,
    following_url: Option<String>,
    gists_url: Option<String>,
    gravatar_id: Option<String>,
    html_url: Option<String>,
    id: i64,
    login: String,
    name: Option<String>,
    node_id: Option<String>,
    organizations_url: Option<String>,
    received_events_url: Option<String>,
    repos_url: Option<String>,
    site_admin: Option<bool>,
    starred_at: Option<String>,
    starred_url: Option<String>,
    subscriptions_url: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    url: Option<String>,
    user_view_type: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded, and measured for that alone")]
pub(crate) struct Repository {
    archive_url: Option<String>,
    assignees_url: Option<String>,
    blobs_url: Option<String>,
    branches_url: Option<String>,
    collaborators_url: Option<String>,
    comments_url: Option<String>,
    commits_url: Option<String>,
    compare_url: Option<String>,
    contents_url: Option<String>,
    contributors_url: Option<String>,
    deployments_url: Option<String>,
    description: Option<String>,
    downloads_url: Option<String>,
    events_url: Option<String>,
    fork: Option<bool>,
    forks_url: Option<String>,
    full_name: String,
    git_commits_url: Option<String>,
    git_refs_url: Option<String>,
    git_tags_url: Option<String>,
    hooks_url: Option<String>,
    html_url: Option<String>,
    id: i64,
    issue_comment_url: Option<String>,
    issue_events_url: Option<String>,
    issues_url: Option<String>,
    keys_url: Option<String>,
    labels_url: Option<String>,
    languages_url: Option<String>,
    merges_url: Option<String>,
    milestones_url: Option<String>,
    name: String,
    node_id: Option<String>,
    notifications_url: Option<String>,
    owner: Option<Box<User>>,
    private: Option<bool>,
    pulls_url: Option<String>,
    releases_url: Option<String>,
    stargazers_url: Option<String>,
    statuses_url: Option<String>,
    subscribers_url: Option<String>,
    subscription_url: Option<String>,
    tags_url: Option<String>,
    teams_url: Option<String>,
    trees_url: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded, and measured for that alone")]
pub(crate) struct CommitLocation {
    blob_sha: String,
    blob_url: String,
    commit_sha: String,
    commit_url: String,
    end_column: u64,
    end_line: u64,
    html_url: Option<String>,
    path: String,
    start_column: u64,
    start_line: u64,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded, and measured for that alone")]
pub(crate) struct AlertMetadataEntry {
    key: String,
    value: String,
}
