// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/alerts.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `GET /enterprises/{enterprise}/secret-scanning/alerts`; see
    /// [`LIST_ENTERPRISE_ALERTS`](crate::operations::LIST_ENTERPRISE_ALERTS).
    pub fn secret_scanning_list_alerts_for_enterprise(
        &self,
        enterprise: &str,
        after: Option<&str>,
        assignee: Option<&str>,
        before: Option<&str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&str>,
        exclude_secret_types: Option<&str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&str>,
        per_page: Option<u64>,
        providers: Option<&str>,
        resolution: Option<&str>,
        secret_type: Option<&str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&str>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/alerts", self.base_url, encode_path(&
            enterprise.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .build()
    }

    /// Builds `GET /orgs/{org}/secret-scanning/alerts`; see
    /// [`LIST_ORG_ALERTS`](crate::operations::LIST_ORG_ALERTS).
    pub fn secret_scanning_list_alerts_for_org(
        &self,
        org: &str,
        after: Option<&str>,
        assignee: Option<&str>,
        before: Option<&str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&str>,
        exclude_secret_types: Option<&str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&str>,
        page: Option<u64>,
        per_page: Option<u64>,
        providers: Option<&str>,
        resolution: Option<&str>,
        secret_type: Option<&str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&str>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/alerts", self.base_url, encode_path(& org
            .to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .build()
    }

    /// Builds `GET /repos/{owner}/{repo}/secret-scanning/alerts`; see
    /// [`LIST_REPO_ALERTS`](crate::operations::LIST_REPO_ALERTS).
    pub fn secret_scanning_list_alerts_for_repo(
        &self,
        owner: &str,
        repo: &str,
        after: Option<&str>,
        assignee: Option<&str>,
        before: Option<&str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&str>,
        exclude_secret_types: Option<&str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&str>,
        page: Option<u64>,
        per_page: Option<u64>,
        providers: Option<&str>,
        resolution: Option<&str>,
        secret_type: Option<&str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&str>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts", self.base_url, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .build()
    }

    /// Builds `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`; see
    /// [`GET_ALERT`](crate::operations::GET_ALERT).
    pub fn secret_scanning_get_alert(
        &self,
        owner: &str,
        repo: &str,
        alert_number: &types::AlertNumber,
        hide_secret: Option<bool>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}", self.base_url, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()), encode_path(&
            alert_number.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .build()
    }

    /// Builds `PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`; see
    /// [`UPDATE_ALERT`](crate::operations::UPDATE_ALERT).
    pub fn secret_scanning_update_alert(
        &self,
        owner: &str,
        repo: &str,
        alert_number: &types::AlertNumber,
        body: &types::AlertUpdate,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}", self.base_url, encode_path(&
            owner.to_string()), encode_path(& repo.to_string()), encode_path(&
            alert_number.to_string()),
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
