// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations table.

use crate::{Operation, Pagination, Permissions};

/// The value of the header `X-GitHub-Api-Version`: the date of the API that is described.
pub const API_VERSION: &str = "2022-11-28";

/// Creates an installation access token. `POST
/// /app/installations/{installation_id}/access_tokens`.
pub static CREATE_INSTALLATION_TOKEN: Operation = Operation {
    id: "apps/create-installation-access-token",
    method: "POST",
    path: "/app/installations/{installation_id}/access_tokens",
    family: "apps",
    pagination: None,
    idempotent: true,
    success_status: 201u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &[],
        installation: false,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/apps/apps#create-an-installation-access-token-for-an-app",
};

/// Lists the alerts of an enterprise. `GET /enterprises/{enterprise}/secret-scanning/alerts`.
pub static LIST_ENTERPRISE_ALERTS: Operation = Operation {
    id: "secret-scanning/list-alerts-for-enterprise",
    method: "GET",
    path: "/enterprises/{enterprise}/secret-scanning/alerts",
    family: "alerts",
    pagination: Some(Pagination::Cursor),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &["repo", "security_events"],
        installation: false,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-enterprise",
};

/// Returns the pattern configuration of an enterprise. `GET
/// /enterprises/{enterprise}/secret-scanning/pattern-configurations`.
pub static GET_ENTERPRISE_PATTERN_CONFIGURATIONS: Operation = Operation {
    id: "secret-scanning/list-enterprise-pattern-configs",
    method: "GET",
    path: "/enterprises/{enterprise}/secret-scanning/pattern-configurations",
    family: "pattern_configurations",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &["admin:enterprise"],
        installation: false,
    },
    availability: &["ghec", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-enterprise-pattern-configurations",
};

/// Changes the pattern configuration of an enterprise. `PATCH
/// /enterprises/{enterprise}/secret-scanning/pattern-configurations`.
pub static UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS: Operation = Operation {
    id: "secret-scanning/update-enterprise-pattern-configs",
    method: "PATCH",
    path: "/enterprises/{enterprise}/secret-scanning/pattern-configurations",
    family: "pattern_configurations",
    pagination: None,
    idempotent: false,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &["admin:enterprise"],
        installation: false,
    },
    availability: &["ghec", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#update-enterprise-pattern-configurations",
};

/// Lists the secret bypass requests of an organization. `GET
/// /orgs/{org}/bypass-requests/secret-scanning`.
pub static LIST_ORG_SECRET_BYPASS_REQUESTS: Operation = Operation {
    id: "secret-scanning/list-org-bypass-requests",
    method: "GET",
    path: "/orgs/{org}/bypass-requests/secret-scanning",
    family: "secret_bypass_requests",
    pagination: Some(Pagination::Page),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["security_events"],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-an-org",
};

/// Finds the installation of an organization. `GET /orgs/{org}/installation`.
pub static GET_ORG_INSTALLATION: Operation = Operation {
    id: "apps/get-org-installation",
    method: "GET",
    path: "/orgs/{org}/installation",
    family: "apps",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &[],
        installation: false,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/apps/apps#get-an-organization-installation-for-the-authenticated-app",
};

/// Lists the alerts of an organization. `GET /orgs/{org}/secret-scanning/alerts`.
pub static LIST_ORG_ALERTS: Operation = Operation {
    id: "secret-scanning/list-alerts-for-org",
    method: "GET",
    path: "/orgs/{org}/secret-scanning/alerts",
    family: "alerts",
    pagination: Some(Pagination::PageAndCursor),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["repo", "security_events"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-organization",
};

/// Returns the pattern configuration of an organization. `GET
/// /orgs/{org}/secret-scanning/pattern-configurations`.
pub static GET_ORG_PATTERN_CONFIGURATIONS: Operation = Operation {
    id: "secret-scanning/list-org-pattern-configs",
    method: "GET",
    path: "/orgs/{org}/secret-scanning/pattern-configurations",
    family: "pattern_configurations",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["organization_administration=write"],
        classic: &["write:org"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-organization-pattern-configurations",
};

/// Changes the pattern configuration of an organization. `PATCH
/// /orgs/{org}/secret-scanning/pattern-configurations`.
pub static UPDATE_ORG_PATTERN_CONFIGURATIONS: Operation = Operation {
    id: "secret-scanning/update-org-pattern-configs",
    method: "PATCH",
    path: "/orgs/{org}/secret-scanning/pattern-configurations",
    family: "pattern_configurations",
    pagination: None,
    idempotent: false,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["organization_administration=write"],
        classic: &["write:org"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#update-organization-pattern-configurations",
};

/// Lists the push rule bypass requests of a repository. `GET
/// /repos/{owner}/{repo}/bypass-requests/push-rules`.
pub static LIST_REPO_PUSH_RULE_BYPASS_REQUESTS: Operation = Operation {
    id: "repos/list-repo-push-bypass-requests",
    method: "GET",
    path: "/repos/{owner}/{repo}/bypass-requests/push-rules",
    family: "push_rule_bypass_requests",
    pagination: Some(Pagination::Page),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["contents=write"],
        classic: &[],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/repos/bypass-requests#list-repository-push-rule-bypass-requests",
};

/// Returns one push rule bypass request. `GET
/// /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}`.
pub static GET_PUSH_RULE_BYPASS_REQUEST: Operation = Operation {
    id: "repos/get-repo-push-bypass-request",
    method: "GET",
    path: "/repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}",
    family: "push_rule_bypass_requests",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["contents=write"],
        classic: &[],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/repos/bypass-requests#get-a-repository-push-bypass-request",
};

/// Lists the secret bypass requests of a repository. `GET
/// /repos/{owner}/{repo}/bypass-requests/secret-scanning`.
pub static LIST_REPO_SECRET_BYPASS_REQUESTS: Operation = Operation {
    id: "secret-scanning/list-repo-bypass-requests",
    method: "GET",
    path: "/repos/{owner}/{repo}/bypass-requests/secret-scanning",
    family: "secret_bypass_requests",
    pagination: Some(Pagination::Page),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["security_events"],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-a-repository",
};

/// Returns one secret bypass request. `GET
/// /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`.
pub static GET_SECRET_BYPASS_REQUEST: Operation = Operation {
    id: "secret-scanning/get-bypass-request",
    method: "GET",
    path: "/repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}",
    family: "secret_bypass_requests",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["security_events"],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#get-a-bypass-request-for-secret-scanning",
};

/// Reviews a secret bypass request. `PATCH
/// /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`.
pub static REVIEW_SECRET_BYPASS_REQUEST: Operation = Operation {
    id: "secret-scanning/review-bypass-request",
    method: "PATCH",
    path: "/repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}",
    family: "secret_bypass_requests",
    pagination: None,
    idempotent: false,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["security_events"],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#review-a-bypass-request-for-secret-scanning",
};

/// Dismisses a response to a secret bypass request. `DELETE
/// /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`.
pub static DISMISS_SECRET_BYPASS_RESPONSE: Operation = Operation {
    id: "secret-scanning/dismiss-bypass-response",
    method: "DELETE",
    path: "/repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}",
    family: "secret_bypass_requests",
    pagination: None,
    idempotent: false,
    success_status: 204u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["security_events"],
        installation: true,
    },
    availability: &["ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#dismiss-a-response-on-a-bypass-request-for-secret-scanning",
};

/// Finds the installation of a repository. `GET /repos/{owner}/{repo}/installation`.
pub static GET_REPO_INSTALLATION: Operation = Operation {
    id: "apps/get-repo-installation",
    method: "GET",
    path: "/repos/{owner}/{repo}/installation",
    family: "apps",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &[],
        classic: &[],
        installation: false,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app",
};

/// Lists the alerts of a repository. `GET /repos/{owner}/{repo}/secret-scanning/alerts`.
pub static LIST_REPO_ALERTS: Operation = Operation {
    id: "secret-scanning/list-alerts-for-repo",
    method: "GET",
    path: "/repos/{owner}/{repo}/secret-scanning/alerts",
    family: "alerts",
    pagination: Some(Pagination::PageAndCursor),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["repo", "security_events"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository",
};

/// Returns one alert. `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`.
pub static GET_ALERT: Operation = Operation {
    id: "secret-scanning/get-alert",
    method: "GET",
    path: "/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}",
    family: "alerts",
    pagination: None,
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["repo", "security_events"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#get-a-secret-scanning-alert",
};

/// Resolves, reopens or assigns an alert, or sets its validity. `PATCH
/// /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`.
pub static UPDATE_ALERT: Operation = Operation {
    id: "secret-scanning/update-alert",
    method: "PATCH",
    path: "/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}",
    family: "alerts",
    pagination: None,
    idempotent: false,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=write"],
        classic: &["repo", "security_events"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#update-a-secret-scanning-alert",
};

/// Lists the locations of an alert. `GET
/// /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations`.
pub static LIST_ALERT_LOCATIONS: Operation = Operation {
    id: "secret-scanning/list-locations-for-alert",
    method: "GET",
    path: "/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations",
    family: "locations",
    pagination: Some(Pagination::Page),
    idempotent: true,
    success_status: 200u16,
    permissions: Permissions {
        fine_grained: &["secret_scanning_alerts=read"],
        classic: &["repo", "security_events"],
        installation: true,
    },
    availability: &["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"],
    docs: "https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-locations-for-a-secret-scanning-alert",
};

/// Every operation, in the order of their paths.
pub static ALL: &[&Operation] = &[
    &CREATE_INSTALLATION_TOKEN,
    &LIST_ENTERPRISE_ALERTS,
    &GET_ENTERPRISE_PATTERN_CONFIGURATIONS,
    &UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS,
    &LIST_ORG_SECRET_BYPASS_REQUESTS,
    &GET_ORG_INSTALLATION,
    &LIST_ORG_ALERTS,
    &GET_ORG_PATTERN_CONFIGURATIONS,
    &UPDATE_ORG_PATTERN_CONFIGURATIONS,
    &LIST_REPO_PUSH_RULE_BYPASS_REQUESTS,
    &GET_PUSH_RULE_BYPASS_REQUEST,
    &LIST_REPO_SECRET_BYPASS_REQUESTS,
    &GET_SECRET_BYPASS_REQUEST,
    &REVIEW_SECRET_BYPASS_REQUEST,
    &DISMISS_SECRET_BYPASS_RESPONSE,
    &GET_REPO_INSTALLATION,
    &LIST_REPO_ALERTS,
    &GET_ALERT,
    &UPDATE_ALERT,
    &LIST_ALERT_LOCATIONS,
];
