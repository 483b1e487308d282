// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/locations.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// List the locations of an alert
    ///
    /// Lists every place in which the secret of one alert was found. The caller must administer
    /// the repository or its organization; on public repositories a classic token with
    /// `public_repo` is enough. The answer is 404 where secret scanning is off.
    ///
    /// Sends a `GET` request to
    /// `/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `alert_number`: The number of the alert within its repository, counted from 1.
    /// - `page`: The page to fetch, counted from 1.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    pub async fn secret_scanning_list_locations_for_alert<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        alert_number: u64,
        page: Option<u64>,
        per_page: Option<u64>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Location>>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}/locations", self.baseurl,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& alert_number.to_string()),
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
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_list_locations_for_alert",
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
