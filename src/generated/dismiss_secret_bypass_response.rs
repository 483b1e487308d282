// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `DismissSecretBypassResponse`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use crate::call;
use crate::error::Error;
use crate::scope::Repo;

/// Dismiss an answer to a secret bypass request.
///
/// Takes back what a reviewer answered to a request to get a secret past push protection. The
/// caller must be a bypass reviewer, and reviews of bypasses must be turned on.
///
/// `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`,
/// [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#dismiss-a-response-on-a-bypass-request-for-secret-scanning).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `security_events`;
/// installation tokens work.
/// Stands in the descriptions of ghec, ghes-3.17, ghes-3.18, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct DismissSecretBypassResponse {
    pub(crate) scope: Repo,
    bypass_response_id: i64,
}

impl DismissSecretBypassResponse {
    pub(crate) fn new(scope: &Repo, bypass_response_id: i64) -> Self {
        Self {
            scope: scope.clone(),
            bypass_response_id,
        }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
    pub fn send(self) -> BoxFuture<'static, Result<(), Error>> {
        let (client, request) = (self.scope.client().clone(), self.build());
        Box::pin(async move {
            call::empty(&client, &operations::DISMISS_SECRET_BYPASS_RESPONSE, request)
                .await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_dismiss_bypass_response(
                self.scope.owner(),
                self.scope.name(),
                self.bypass_response_id,
            )
            .map_err(Error::unwritable)
    }
}

impl IntoFuture for DismissSecretBypassResponse {
    type Output = Result<(), Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
