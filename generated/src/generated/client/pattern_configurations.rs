// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/pattern_configurations.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// Get the pattern configuration of an enterprise
    ///
    /// Shows for every pattern whether it blocks a push anywhere in the enterprise, and how well
    /// it does: how often it raised an alert, was wrong, or was bypassed. Only a classic token
    /// works here: no app, and no fine-grained token.
    ///
    /// Sends a `GET` request to `/enterprises/{enterprise}/secret-scanning/pattern-configurations`
    ///
    /// Arguments:
    /// - `enterprise`: The slug of the enterprise, or its numeric id.
    pub async fn secret_scanning_list_enterprise_pattern_configs<'a>(
        &'a self,
        enterprise: &'a str,
    ) -> Result<ResponseValue<types::PatternConfiguration>, Error<()>> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/pattern-configurations", self.baseurl,
            encode_path(& enterprise.to_string()),
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
            operation_id: "secret_scanning_list_enterprise_pattern_configs",
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

    /// Change the pattern configuration of an enterprise
    ///
    /// Says for the patterns it names whether they block a push; the others stay as they are. With
    /// the version that was last read, the answer is 409 if somebody changed the configuration
    /// since. Only a classic token works here: no app, and no fine-grained token.
    ///
    /// Sends a `PATCH` request to
    /// `/enterprises/{enterprise}/secret-scanning/pattern-configurations`
    ///
    /// Arguments:
    /// - `enterprise`: The slug of the enterprise, or its numeric id.
    /// - `body`
    pub async fn secret_scanning_update_enterprise_pattern_configs<'a>(
        &'a self,
        enterprise: &'a str,
        body: &'a types::PatternConfigurationUpdate,
    ) -> Result<ResponseValue<types::PatternConfigurationReceipt>, Error<()>> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/pattern-configurations", self.baseurl,
            encode_path(& enterprise.to_string()),
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
            operation_id: "secret_scanning_update_enterprise_pattern_configs",
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

    /// Get the pattern configuration of an organization
    ///
    /// Shows for every pattern whether it blocks a push anywhere in the organization, and how well
    /// it does: how often it raised an alert, was wrong, or was bypassed. Even reading needs the
    /// right to write.
    ///
    /// Sends a `GET` request to `/orgs/{org}/secret-scanning/pattern-configurations`
    ///
    /// Arguments:
    /// - `org`: The login of the organization, in any case of letters.
    pub async fn secret_scanning_list_org_pattern_configs<'a>(
        &'a self,
        org: &'a str,
    ) -> Result<ResponseValue<types::PatternConfiguration>, Error<()>> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/pattern-configurations", self.baseurl,
            encode_path(& org.to_string()),
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
            operation_id: "secret_scanning_list_org_pattern_configs",
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

    /// Change the pattern configuration of an organization
    ///
    /// Says for the patterns it names whether they block a push; the others stay as they are. With
    /// the version that was last read, the answer is 409 if somebody changed the configuration
    /// since.
    ///
    /// Sends a `PATCH` request to `/orgs/{org}/secret-scanning/pattern-configurations`
    ///
    /// Arguments:
    /// - `org`: The login of the organization, in any case of letters.
    /// - `body`
    pub async fn secret_scanning_update_org_pattern_configs<'a>(
        &'a self,
        org: &'a str,
        body: &'a types::PatternConfigurationUpdate,
    ) -> Result<ResponseValue<types::PatternConfigurationReceipt>, Error<()>> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/pattern-configurations", self.baseurl,
            encode_path(& org.to_string()),
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
            operation_id: "secret_scanning_update_org_pattern_configs",
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
