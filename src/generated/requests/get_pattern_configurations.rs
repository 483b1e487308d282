// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Returns the pattern configuration.

use std::fmt;
use std::marker::PhantomData;
use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::conditional;
use crate::conditional::IfChanged;
use crate::error::Error;
use crate::exchange::ETag;
use crate::generated::requests::scope_sets::EnterpriseOrOrg;

/// Returns the pattern configuration.
///
/// The scope `S` is [`Enterprise`](crate::Enterprise) or [`Org`](crate::Org).
///
/// # Enterprise
///
/// Returns the pattern configuration of an enterprise.
///
/// Returns for every pattern whether it blocks a push in the enterprise, and how often it
/// raised an alert, was a false positive, or was bypassed; and the version to send with an
/// update.
///
/// `GET /enterprises/{enterprise}/secret-scanning/pattern-configurations` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-enterprise-pattern-configurations)).
///
/// Requires a classic token with the OAuth scope `admin:enterprise`. Fine-grained tokens are
/// not supported. Installation access tokens are not supported. Available on GitHub Enterprise
/// Cloud and GitHub Enterprise Server 3.19.
///
/// # Org
///
/// Returns the pattern configuration of an organization.
///
/// Returns for every pattern whether it blocks a push in the organization, and how often it
/// raised an alert, was a false positive, or was bypassed; and the version to send with an
/// update. Reading requires write permission.
///
/// `GET /orgs/{org}/secret-scanning/pattern-configurations` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#list-organization-pattern-configurations)).
///
/// Requires the fine-grained permission `organization_administration=write`, or a classic
/// token with the OAuth scope `write:org`. Available on GitHub.com, GitHub Enterprise Cloud,
/// and GitHub Enterprise Server 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
pub struct GetPatternConfigurations<S> {
    pub(crate) inner: Inner,
    scope: PhantomData<fn() -> S>,
}

impl<S> Clone for GetPatternConfigurations<S> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            scope: PhantomData,
        }
    }
}

impl<S> fmt::Debug for GetPatternConfigurations<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetPatternConfigurations").field("inner", &self.inner).finish()
    }
}

impl<S> GetPatternConfigurations<S> {
    pub(crate) fn new(scope: EnterpriseOrOrg) -> Self {
        let inner = Inner { scope };
        Self { inner, scope: PhantomData }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(self) -> BoxFuture<'static, Result<types::PatternConfiguration, Error>> {
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
    ) -> BoxFuture<'static, Result<IfChanged<types::PatternConfiguration>, Error>> {
        self.inner.send_if_changed(known.cloned())
    }
}

impl<S> IntoFuture for GetPatternConfigurations<S> {
    type Output = Result<types::PatternConfiguration, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: EnterpriseOrOrg,
}

impl Inner {
    fn send(self) -> BoxFuture<'static, Result<types::PatternConfiguration, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    fn send_if_changed(
        self,
        known: Option<ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<types::PatternConfiguration>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move {
            conditional::value(&client, operation, request, known).await
        })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        match &self.scope {
            EnterpriseOrOrg::Enterprise(_) => {
                &operations::GET_ENTERPRISE_PATTERN_CONFIGURATIONS
            }
            EnterpriseOrOrg::Org(_) => &operations::GET_ORG_PATTERN_CONFIGURATIONS,
        }
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        let request = match &self.scope {
            EnterpriseOrOrg::Enterprise(scope) => {
                builders.secret_scanning_list_enterprise_pattern_configs(scope.slug())
            }
            EnterpriseOrOrg::Org(scope) => {
                builders.secret_scanning_list_org_pattern_configs(scope.login())
            }
        };
        request.map_err(Error::unwritable)
    }
}
