// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/secret_bypass_requests.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `GET /orgs/{org}/bypass-requests/secret-scanning`; see
    /// [`LIST_ORG_SECRET_BYPASS_REQUESTS`](crate::operations::LIST_ORG_SECRET_BYPASS_REQUESTS).
    pub fn secret_scanning_list_org_bypass_requests(
        &self,
        org: &str,
        page: Option<u64>,
        per_page: Option<u64>,
        repository_name: Option<&str>,
        request_status: Option<types::BypassRequestStatusFilter>,
        requester: Option<&str>,
        reviewer: Option<&str>,
        time_period: Option<types::TimePeriod>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/orgs/{}/bypass-requests/secret-scanning", self.base_url, encode_path(&
            org.to_string()),
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
                &progenitor_client::QueryParam::new("repository_name", &repository_name),
            )
            .query(
                &progenitor_client::QueryParam::new("request_status", &request_status),
            )
            .query(&progenitor_client::QueryParam::new("requester", &requester))
            .query(&progenitor_client::QueryParam::new("reviewer", &reviewer))
            .query(&progenitor_client::QueryParam::new("time_period", &time_period))
            .build()
    }

    /// Builds `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning`; see
    /// [`LIST_REPO_SECRET_BYPASS_REQUESTS`](crate::operations::LIST_REPO_SECRET_BYPASS_REQUESTS).
    pub fn secret_scanning_list_repo_bypass_requests(
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
            "{}/repos/{}/{}/bypass-requests/secret-scanning", self.base_url,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
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

    /// Builds `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`;
    /// see [`GET_SECRET_BYPASS_REQUEST`](crate::operations::GET_SECRET_BYPASS_REQUEST).
    pub fn secret_scanning_get_bypass_request(
        &self,
        owner: &str,
        repo: &str,
        bypass_request_number: &types::BypassRequestNumber,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/secret-scanning/{}", self.base_url,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_request_number.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }

    /// Builds `PATCH
    /// /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`; see
    /// [`REVIEW_SECRET_BYPASS_REQUEST`](crate::operations::REVIEW_SECRET_BYPASS_REQUEST).
    pub fn secret_scanning_review_bypass_request(
        &self,
        owner: &str,
        repo: &str,
        bypass_request_number: &types::BypassRequestNumber,
        body: &types::BypassReview,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/secret-scanning/{}", self.base_url,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_request_number.to_string()),
        );
        self.http
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .build()
    }

    /// Builds `DELETE
    /// /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`; see
    /// [`DISMISS_SECRET_BYPASS_RESPONSE`](crate::operations::DISMISS_SECRET_BYPASS_RESPONSE).
    pub fn secret_scanning_dismiss_bypass_response(
        &self,
        owner: &str,
        repo: &str,
        bypass_response_id: &types::BypassResponseId,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/bypass-responses/secret-scanning/{}", self.base_url,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_response_id.to_string()),
        );
        self.http.delete(url).build()
    }
}
