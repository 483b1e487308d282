// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/push_rule_bypass_requests.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `GET /repos/{owner}/{repo}/bypass-requests/push-rules`; see
    /// [`LIST_REPO_PUSH_RULE_BYPASS_REQUESTS`](crate::operations::LIST_REPO_PUSH_RULE_BYPASS_REQUESTS).
    pub fn repos_list_repo_push_bypass_requests(
        &self,
        owner: &str,
        repo: &str,
        page: Option<u64>,
        per_page: Option<u64>,
        request_status: Option<types::BypassRequestStatusFilter>,
        requester: Option<&str>,
        reviewer: Option<&str>,
        time_period: Option<types::TimePeriod>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/push-rules", self.base_url, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(
                &progenitor_client::QueryParam::new("request_status", &request_status),
            )
            .query(&progenitor_client::QueryParam::new("requester", &requester))
            .query(&progenitor_client::QueryParam::new("reviewer", &reviewer))
            .query(&progenitor_client::QueryParam::new("time_period", &time_period))
            .build()
    }

    /// Builds `GET /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}`; see
    /// [`GET_PUSH_RULE_BYPASS_REQUEST`](crate::operations::GET_PUSH_RULE_BYPASS_REQUEST).
    pub fn repos_get_repo_push_bypass_request(
        &self,
        owner: &str,
        repo: &str,
        bypass_request_number: &types::BypassRequestNumber,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/push-rules/{}", self.base_url, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()), encode_path(&
            bypass_request_number.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }
}
