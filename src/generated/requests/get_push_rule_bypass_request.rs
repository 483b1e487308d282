// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Returns one push rule bypass request.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::conditional;
use crate::conditional::IfChanged;
use crate::error::Error;
use crate::exchange::ETag;
use crate::scope::Repo;

/// Returns one push rule bypass request.
///
/// Returns one request to bypass the push rules of a repository. Reading requires write
/// permission for contents. GitHub also returns 404 if the feature is off, or if the caller
/// cannot access the repository.
///
/// `GET /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/repos/bypass-requests#get-a-repository-push-bypass-request)).
///
/// Requires the fine-grained permission `contents=write`, or a classic token, whose scope
/// GitHub does not document. Available on GitHub Enterprise Cloud and GitHub Enterprise Server
/// 3.17 to 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetPushRuleBypassRequest {
    pub(crate) inner: Inner,
}

impl GetPushRuleBypassRequest {
    pub(crate) fn new(
        scope: Repo,
        bypass_request_number: types::BypassRequestNumber,
    ) -> Self {
        let inner = Inner {
            scope,
            bypass_request_number,
        };
        Self { inner }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(
        self,
    ) -> BoxFuture<'static, Result<types::PushRuleBypassRequest, Error>> {
        self.inner.send()
    }

    /// Sends the request under the condition that the value changed since `known` was returned.
    ///
    /// Without a validator, the value is returned in any case, with the validator for the next
    /// time. With one, the cache is bypassed.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`].
    pub fn send_if_changed(
        self,
        known: Option<&ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<types::PushRuleBypassRequest>, Error>> {
        self.inner.send_if_changed(known.cloned())
    }
}

impl IntoFuture for GetPushRuleBypassRequest {
    type Output = Result<types::PushRuleBypassRequest, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: Repo,
    bypass_request_number: types::BypassRequestNumber,
}

impl Inner {
    fn send(self) -> BoxFuture<'static, Result<types::PushRuleBypassRequest, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    fn send_if_changed(
        self,
        known: Option<ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<types::PushRuleBypassRequest>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move {
            conditional::value(&client, operation, request, known).await
        })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::GET_PUSH_RULE_BYPASS_REQUEST
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .repos_get_repo_push_bypass_request(
                    scope.owner(),
                    scope.name(),
                    &self.bypass_request_number,
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
        Ok(())
    }
}
