// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `GetEnterprisePatternConfigurations`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::error::Error;
use crate::scope::Enterprise;

/// Get the pattern configuration of an enterprise.
///
/// Shows for every pattern whether it blocks a push anywhere in the enterprise, and how well
/// it does: how often it raised an alert, was wrong, or was bypassed. Only a classic token
/// works here: no app, and no fine-grained token.
///
/// `GET /enterprises/{enterprise}/secret-scanning/pattern-configurations`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-enterprise-pattern-configurations).
///
/// A fine-grained token needs what none can have;
/// a classic one needs one of `admin:enterprise`;
/// installation tokens do not work.
/// Stands in the descriptions of ghec, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetEnterprisePatternConfigurations {
    pub(crate) scope: Enterprise,
}

impl GetEnterprisePatternConfigurations {
    pub(crate) fn new(scope: &Enterprise) -> Self {
        Self { scope: scope.clone() }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
    pub fn send(self) -> BoxFuture<'static, Result<types::PatternConfiguration, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build());
        Box::pin(async move {
            call::value(
                    &client,
                    &operations::GET_ENTERPRISE_PATTERN_CONFIGURATIONS,
                    request,
                )
                .await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_list_enterprise_pattern_configs(self.scope.slug())
            .map_err(Error::unwritable)
    }
}

impl IntoFuture for GetEnterprisePatternConfigurations {
    type Output = Result<types::PatternConfiguration, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
