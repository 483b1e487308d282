// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/locations.yaml.

use progenitor_client::encode_path;
use crate::{RequestBuilders, types};

impl RequestBuilders {
    /// Builds `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations`; see
    /// [`LIST_ALERT_LOCATIONS`](crate::operations::LIST_ALERT_LOCATIONS).
    pub fn secret_scanning_list_locations_for_alert(
        &self,
        owner: &str,
        repo: &str,
        alert_number: &types::AlertNumber,
        page: Option<u64>,
        per_page: Option<u64>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}/locations", self.base_url,
            encode_path(& owner.to_string()), encode_path(& repo.to_string()),
            encode_path(& alert_number.to_string()),
        );
        self.http
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .build()
    }
}
