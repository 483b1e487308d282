// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `DismissSecretBypassResponse`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use crate::call::Call;
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
    scope: Repo,
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
    /// Every kind of [`Error`]; see its methods for what is safe to try again.
    pub fn send(self) -> BoxFuture<'static, Result<(), Error>> {
        let call = self.call();
        self.send_on(call)
    }

    pub(crate) fn call(&self) -> Call {
        Call::new(self.scope.client(), &operations::DISMISS_SECRET_BYPASS_RESPONSE)
    }

    pub(crate) fn send_on(self, call: Call) -> BoxFuture<'static, Result<(), Error>> {
        let request = self;
        Box::pin(async move {
            let result = call
                .wire()
                .secret_scanning_dismiss_bypass_response(
                    request.scope.owner(),
                    request.scope.repo(),
                    request.bypass_response_id,
                )
                .await;
            call.value(result)
        })
    }
}

impl IntoFuture for DismissSecretBypassResponse {
    type Output = Result<(), Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
