// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/apps.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `POST /app/installations/{installation_id}/access_tokens`; see
    /// [`CREATE_INSTALLATION_TOKEN`](crate::operations::CREATE_INSTALLATION_TOKEN).
    pub fn apps_create_installation_access_token(
        &self,
        installation_id: u64,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/app/installations/{}/access_tokens", self.base_url, encode_path(&
            installation_id.to_string()),
        );
        self.http
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }

    /// Builds `GET /orgs/{org}/installation`; see
    /// [`GET_ORG_INSTALLATION`](crate::operations::GET_ORG_INSTALLATION).
    pub fn apps_get_org_installation(
        &self,
        org: &str,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/orgs/{}/installation", self.base_url, encode_path(& org.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }

    /// Builds `GET /repos/{owner}/{repo}/installation`; see
    /// [`GET_REPO_INSTALLATION`](crate::operations::GET_REPO_INSTALLATION).
    pub fn apps_get_repo_installation(
        &self,
        owner: &str,
        repo: &str,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/installation", self.base_url, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()),
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
