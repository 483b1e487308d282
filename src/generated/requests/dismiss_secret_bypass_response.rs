// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Dismisses a response to a secret bypass request.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Dismisses a response to a secret bypass request.
///
/// Dismisses the response of a reviewer to a request to bypass push protection for a secret.
/// The caller must be a bypass reviewer, and delegated bypass must be on.
///
/// `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}`
/// ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#dismiss-a-response-on-a-bypass-request-for-secret-scanning)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
/// Enterprise Server 3.17 to 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct DismissSecretBypassResponse {
    pub(crate) inner: Inner,
}

impl DismissSecretBypassResponse {
    pub(crate) fn new(scope: Repo, bypass_response_id: types::BypassResponseId) -> Self {
        let inner = Inner { scope, bypass_response_id };
        Self { inner }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(self) -> BoxFuture<'static, Result<(), Error>> {
        self.inner.send()
    }
}

impl IntoFuture for DismissSecretBypassResponse {
    type Output = Result<(), Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: Repo,
    bypass_response_id: types::BypassResponseId,
}

impl Inner {
    fn send(self) -> BoxFuture<'static, Result<(), Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::empty(&client, operation, request).await })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::DISMISS_SECRET_BYPASS_RESPONSE
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .secret_scanning_dismiss_bypass_response(
                    scope.owner(),
                    scope.name(),
                    &self.bypass_response_id,
                )
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "bypass_response_id",
            Some(self.bypass_response_id.get()),
            1u64,
            18446744073709551615u64,
        )?;
        Ok(())
    }
}
