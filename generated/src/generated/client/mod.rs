// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The client that speaks to the seam.

mod alerts;
mod apps;
mod locations;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;
use progenitor_client::{ClientHooks, ClientInfo};

#[derive(Clone, Debug)]
/// Client for GitHub secret scanning
///
/// A hand-written slice of the GitHub REST API: secret scanning alerts and their locations,
/// push protection pattern configurations, and the requests of people who want to get past
/// push protection or a push rule.
///
/// Version: 2022-11-28
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: ::std::sync::Arc<dyn crate::seam::Execute>,
}

impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: ::std::sync::Arc<dyn crate::seam::Execute>,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}

impl ClientInfo<::std::sync::Arc<dyn crate::seam::Execute>> for Client {
    fn api_version() -> &'static str {
        "2022-11-28"
    }

    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }

    fn client(&self) -> &reqwest::Client {
        &self.client
    }

    fn inner(&self) -> &::std::sync::Arc<dyn crate::seam::Execute> {
        &self.inner
    }
}

const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<::std::sync::Arc<dyn crate::seam::Execute>>,
    {}
};
