// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `GetOrgPatternConfigurations`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::error::Error;
use crate::scope::Org;

/// Get the pattern configuration of an organization.
///
/// Shows for every pattern whether it blocks a push anywhere in the organization, and how well
/// it does: how often it raised an alert, was wrong, or was bypassed. Even reading needs the
/// right to write.
///
/// `GET /orgs/{org}/secret-scanning/pattern-configurations`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-organization-pattern-configurations).
///
/// A fine-grained token needs `organization_administration=write`;
/// a classic one needs one of `write:org`;
/// installation tokens work.
/// Stands in the descriptions of dotcom, ghec, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetOrgPatternConfigurations {
    pub(crate) scope: Org,
}

impl GetOrgPatternConfigurations {
    pub(crate) fn new(scope: &Org) -> Self {
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
            call::value(&client, &operations::GET_ORG_PATTERN_CONFIGURATIONS, request)
                .await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_list_org_pattern_configs(self.scope.login())
            .map_err(Error::unwritable)
    }
}

impl IntoFuture for GetOrgPatternConfigurations {
    type Output = Result<types::PatternConfiguration, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
