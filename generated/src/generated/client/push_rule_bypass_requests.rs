// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/push_rule_bypass_requests.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// List the push rule bypass requests of a repository
    ///
    /// Lists the requests to get a push past the push rules of one repository. Unless told
    /// otherwise it looks back one day only. Reading them needs the right to write contents.
    ///
    /// Sends a `GET` request to `/repos/{owner}/{repo}/bypass-requests/push-rules`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `page`: The page to fetch, counted from 1.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    /// - `request_status`: Keep only requests in this status.
    /// - `requester`: Keep only requests that the user with this login has made.
    /// - `reviewer`: Keep only requests that the user with this login has reviewed.
    /// - `time_period`: How far back to look, counted from now.
    pub async fn repos_list_repo_push_bypass_requests<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        page: Option<u64>,
        per_page: Option<u64>,
        request_status: Option<types::BypassRequestStatusFilter>,
        requester: Option<&'a str>,
        reviewer: Option<&'a str>,
        time_period: Option<types::TimePeriod>,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::PushRuleBypassRequest>>,
        Error<()>,
    > {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/push-rules", self.baseurl, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
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
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "repos_list_repo_push_bypass_requests",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// Get one push rule bypass request
    ///
    /// Fetches one request to get a push past the push rules of a repository. Reading it needs the
    /// right to write contents.
    ///
    /// Sends a `GET` request to
    /// `/repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    pub async fn repos_get_repo_push_bypass_request<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        bypass_request_number: u64,
    ) -> Result<ResponseValue<types::PushRuleBypassRequest>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/push-rules/{}", self.baseurl, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()), encode_path(&
            bypass_request_number.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "repos_get_repo_push_bypass_request",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
