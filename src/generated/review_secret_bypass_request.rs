// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `ReviewSecretBypassRequest`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call::Call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Review a secret bypass request.
///
/// Approves or rejects a request to get a secret past push protection, and says why. The
/// caller must be a bypass reviewer, and reviews of bypasses must be turned on.
///
/// `PATCH /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`,
/// [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#review-a-bypass-request-for-secret-scanning).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `security_events`;
/// installation tokens work.
/// Stands in the descriptions of ghec, ghes-3.17, ghes-3.18, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct ReviewSecretBypassRequest {
    scope: Repo,
    bypass_request_number: u64,
    body: types::BypassReview,
}

impl ReviewSecretBypassRequest {
    pub(crate) fn new(
        scope: &Repo,
        bypass_request_number: u64,
        message: impl Into<String>,
        status: types::BypassReviewAction,
    ) -> Self {
        Self {
            scope: scope.clone(),
            bypass_request_number,
            body: types::BypassReview::new(message, status),
        }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see its methods for what is safe to try again.
    pub fn send(self) -> BoxFuture<'static, Result<types::BypassReviewReceipt, Error>> {
        let call = self.call();
        self.send_on(call)
    }

    pub(crate) fn call(&self) -> Call {
        Call::new(self.scope.client(), &operations::REVIEW_SECRET_BYPASS_REQUEST)
    }

    pub(crate) fn send_on(
        self,
        call: Call,
    ) -> BoxFuture<'static, Result<types::BypassReviewReceipt, Error>> {
        let request = self;
        Box::pin(async move {
            call.checked(request.check())?;
            let result = call
                .wire()
                .secret_scanning_review_bypass_request(
                    request.scope.owner(),
                    request.scope.repo(),
                    request.bypass_request_number,
                    &request.body,
                )
                .await;
            call.value(result)
        })
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "bypass_request_number",
            Some(self.bypass_request_number),
            1u64,
            18446744073709551615u64,
        )?;
        check::length("message", Some(self.body.message.as_str()), 1usize, 2048usize)?;
        Ok(())
    }
}

impl IntoFuture for ReviewSecretBypassRequest {
    type Output = Result<types::BypassReviewReceipt, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
