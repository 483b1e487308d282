// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/secret_bypass_requests.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// List the secret bypass requests of an organization
    ///
    /// Lists the requests to get a secret past push protection in any repository of the
    /// organization. Unless told otherwise it looks back one day only. The caller must be a bypass
    /// reviewer, and reviews of bypasses must be turned on.
    ///
    /// Sends a `GET` request to `/orgs/{org}/bypass-requests/secret-scanning`
    ///
    /// Arguments:
    /// - `org`: The login of the organization, in any case of letters.
    /// - `page`: The page to fetch, counted from 1.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    /// - `repository_name`: Keep only requests for the repository with this name, given without
    /// its owner.
    /// - `request_status`: Keep only requests in this status.
    /// - `requester`: Keep only requests that the user with this login has made.
    /// - `reviewer`: Keep only requests that the user with this login has reviewed.
    /// - `time_period`: How far back to look, counted from now.
    pub async fn secret_scanning_list_org_bypass_requests<'a>(
        &'a self,
        org: &'a str,
        page: Option<u64>,
        per_page: Option<u64>,
        repository_name: Option<&'a str>,
        request_status: Option<types::BypassRequestStatusFilter>,
        requester: Option<&'a str>,
        reviewer: Option<&'a str>,
        time_period: Option<types::TimePeriod>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::SecretBypassRequest>>, Error<()>> {
        let url = format!(
            "{}/orgs/{}/bypass-requests/secret-scanning", self.baseurl, encode_path(& org
            .to_string()),
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
                &progenitor_client::QueryParam::new("repository_name", &repository_name),
            )
            .query(
                &progenitor_client::QueryParam::new("request_status", &request_status),
            )
            .query(&progenitor_client::QueryParam::new("requester", &requester))
            .query(&progenitor_client::QueryParam::new("reviewer", &reviewer))
            .query(&progenitor_client::QueryParam::new("time_period", &time_period))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_list_org_bypass_requests",
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

    /// List the secret bypass requests of a repository
    ///
    /// Lists the requests to get a secret past push protection in one repository. Unless told
    /// otherwise it looks back one day only. The caller must be a bypass reviewer, and reviews of
    /// bypasses must be turned on.
    ///
    /// Sends a `GET` request to `/repos/{owner}/{repo}/bypass-requests/secret-scanning`
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
    pub async fn secret_scanning_list_repo_bypass_requests<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        page: Option<u64>,
        per_page: Option<u64>,
        request_status: Option<types::BypassRequestStatusFilter>,
        requester: Option<&'a str>,
        reviewer: Option<&'a str>,
        time_period: Option<types::TimePeriod>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::SecretBypassRequest>>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/secret-scanning", self.baseurl, encode_path(&
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
            operation_id: "secret_scanning_list_repo_bypass_requests",
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

    /// Get one secret bypass request
    ///
    /// Fetches one request to get a secret past push protection. The caller must be a bypass
    /// reviewer, and reviews of bypasses must be turned on.
    ///
    /// Sends a `GET` request to
    /// `/repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    pub async fn secret_scanning_get_bypass_request<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        bypass_request_number: u64,
    ) -> Result<ResponseValue<types::SecretBypassRequest>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/secret-scanning/{}", self.baseurl,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_request_number.to_string()),
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
            operation_id: "secret_scanning_get_bypass_request",
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

    /// Review a secret bypass request
    ///
    /// Approves or rejects a request to get a secret past push protection, and says why. The
    /// caller must be a bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// Sends a `PATCH` request to
    /// `/repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `bypass_request_number`: The number of the bypass request within its repository, counted
    /// from 1.
    /// - `body`
    pub async fn secret_scanning_review_bypass_request<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        bypass_request_number: u64,
        body: &'a types::BypassReview,
    ) -> Result<ResponseValue<types::BypassReviewReceipt>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/bypass-requests/secret-scanning/{}", self.baseurl,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_request_number.to_string()),
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
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_review_bypass_request",
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

    /// Dismiss an answer to a secret bypass request
    ///
    /// Takes back what a reviewer answered to a request to get a secret past push protection. The
    /// caller must be a bypass reviewer, and reviews of bypasses must be turned on.
    ///
    /// Sends a `DELETE` request to
    /// `/repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `bypass_response_id`: The id of the answer, as the request shows it among its responses.
    pub async fn secret_scanning_dismiss_bypass_response<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        bypass_response_id: i64,
    ) -> Result<ResponseValue<()>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/bypass-responses/secret-scanning/{}", self.baseurl,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& bypass_response_id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self.client.delete(url).headers(header_map).build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_dismiss_bypass_response",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            204u16 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
