// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/apps.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// Create the token of an installation
    ///
    /// Gives out a token that speaks for an App where it is installed, with all of its permissions
    /// and repositories. It ends one hour later. The caller is the App itself, with a signed token
    /// (JWT) of its own. Optionally GitHub takes a body that narrows the token down; this client
    /// leaves it out. Asking again only gives out another token.
    ///
    /// Sends a `POST` request to `/app/installations/{installation_id}/access_tokens`
    ///
    /// Arguments:
    /// - `installation_id`: The number of the installation, on the whole server.
    pub async fn apps_create_installation_access_token<'a>(
        &'a self,
        installation_id: u64,
    ) -> Result<ResponseValue<types::InstallationToken>, Error<()>> {
        let url = format!(
            "{}/app/installations/{}/access_tokens", self.baseurl, encode_path(&
            installation_id.to_string()),
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
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "apps_create_installation_access_token",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            201u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// Find the installation of an organization
    ///
    /// Says by which installation the calling App is at home in the organization. The caller is
    /// the App itself, with a signed token (JWT) of its own.
    ///
    /// Sends a `GET` request to `/orgs/{org}/installation`
    ///
    /// Arguments:
    /// - `org`: The login of the organization, in any case of letters.
    pub async fn apps_get_org_installation<'a>(
        &'a self,
        org: &'a str,
    ) -> Result<ResponseValue<types::Installation>, Error<()>> {
        let url = format!(
            "{}/orgs/{}/installation", self.baseurl, encode_path(& org.to_string()),
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
            operation_id: "apps_get_org_installation",
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

    /// Find the installation that a repository belongs to
    ///
    /// Says by which installation the calling App may see the repository: that of the organization
    /// or of the user that owns it. The caller is the App itself, with a signed token (JWT) of its
    /// own.
    ///
    /// Sends a `GET` request to `/repos/{owner}/{repo}/installation`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    pub async fn apps_get_repo_installation<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
    ) -> Result<ResponseValue<types::Installation>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/installation", self.baseurl, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()),
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
            operation_id: "apps_get_repo_installation",
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
