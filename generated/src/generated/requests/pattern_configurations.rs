// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/pattern_configurations.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `GET /enterprises/{enterprise}/secret-scanning/pattern-configurations`; see
    /// [`GET_ENTERPRISE_PATTERN_CONFIGURATIONS`](crate::operations::GET_ENTERPRISE_PATTERN_CONFIGURATIONS).
    pub fn secret_scanning_list_enterprise_pattern_configs(
        &self,
        enterprise: &str,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/pattern-configurations", self.base_url,
            encode_path(& enterprise.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }

    /// Builds `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations`; see
    /// [`UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS`](crate::operations::UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS).
    pub fn secret_scanning_update_enterprise_pattern_configs(
        &self,
        enterprise: &str,
        body: &types::PatternConfigurationUpdate,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/pattern-configurations", self.base_url,
            encode_path(& enterprise.to_string()),
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

    /// Builds `GET /orgs/{org}/secret-scanning/pattern-configurations`; see
    /// [`GET_ORG_PATTERN_CONFIGURATIONS`](crate::operations::GET_ORG_PATTERN_CONFIGURATIONS).
    pub fn secret_scanning_list_org_pattern_configs(
        &self,
        org: &str,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/pattern-configurations", self.base_url,
            encode_path(& org.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
    }

    /// Builds `PATCH /orgs/{org}/secret-scanning/pattern-configurations`; see
    /// [`UPDATE_ORG_PATTERN_CONFIGURATIONS`](crate::operations::UPDATE_ORG_PATTERN_CONFIGURATIONS).
    pub fn secret_scanning_update_org_pattern_configs(
        &self,
        org: &str,
        body: &types::PatternConfigurationUpdate,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/pattern-configurations", self.base_url,
            encode_path(& org.to_string()),
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
}
