// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Reviews a secret bypass request.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Reviews a secret bypass request.
///
/// Approves or rejects a request to bypass push protection for a secret, with a message of 1
/// to 2,048 characters. The caller must be a bypass reviewer, and delegated bypass must be on.
///
/// `PATCH /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`
/// ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#review-a-bypass-request-for-secret-scanning)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
/// Enterprise Server 3.17 to 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct ReviewSecretBypassRequest {
    pub(crate) inner: Inner,
}

impl ReviewSecretBypassRequest {
    pub(crate) fn new(
        scope: Repo,
        bypass_request_number: types::BypassRequestNumber,
        status: types::BypassReviewAction,
        message: impl Into<String>,
    ) -> Self {
        let inner = Inner {
            scope,
            bypass_request_number,
            body: types::BypassReview::new(status, message),
        };
        Self { inner }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(self) -> BoxFuture<'static, Result<types::BypassReviewReceipt, Error>> {
        self.inner.send()
    }
}

impl IntoFuture for ReviewSecretBypassRequest {
    type Output = Result<types::BypassReviewReceipt, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: Repo,
    bypass_request_number: types::BypassRequestNumber,
    body: types::BypassReview,
}

impl Inner {
    fn send(self) -> BoxFuture<'static, Result<types::BypassReviewReceipt, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::REVIEW_SECRET_BYPASS_REQUEST
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .secret_scanning_review_bypass_request(
                    scope.owner(),
                    scope.name(),
                    &self.bypass_request_number,
                    &self.body,
                )
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "bypass_request_number",
            Some(self.bypass_request_number.get()),
            1u64,
            18446744073709551615u64,
        )?;
        check::length("message", Some(self.body.message.as_str()), 1usize, 2048usize)?;
        Ok(())
    }
}
