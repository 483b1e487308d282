// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `GetSecretBypassRequest`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Get one secret bypass request.
///
/// Fetches one request to get a secret past push protection. The caller must be a bypass
/// reviewer, and reviews of bypasses must be turned on.
///
/// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}`,
/// [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#get-a-bypass-request-for-secret-scanning).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `security_events`;
/// installation tokens work.
/// Stands in the descriptions of ghec, ghes-3.17, ghes-3.18, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetSecretBypassRequest {
    pub(crate) scope: Repo,
    bypass_request_number: u64,
}

impl GetSecretBypassRequest {
    pub(crate) fn new(scope: &Repo, bypass_request_number: u64) -> Self {
        Self {
            scope: scope.clone(),
            bypass_request_number,
        }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
    pub fn send(self) -> BoxFuture<'static, Result<types::SecretBypassRequest, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build());
        Box::pin(async move {
            call::value(&client, &operations::GET_SECRET_BYPASS_REQUEST, request).await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_get_bypass_request(
                self.scope.owner(),
                self.scope.name(),
                self.bypass_request_number,
            )
            .map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "bypass_request_number",
            Some(self.bypass_request_number),
            1u64,
            18446744073709551615u64,
        )?;
        Ok(())
    }
}

impl IntoFuture for GetSecretBypassRequest {
    type Output = Result<types::SecretBypassRequest, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
