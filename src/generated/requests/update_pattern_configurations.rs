// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Changes the pattern configuration.

use std::fmt;
use std::marker::PhantomData;
use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::error::Error;
use crate::generated::requests::scope_sets::EnterpriseOrOrg;

/// Changes the pattern configuration.
///
/// The scope `S` is [`Enterprise`](crate::Enterprise) or [`Org`](crate::Org).
///
/// # Enterprise
///
/// Changes the pattern configuration of an enterprise.
///
/// Sets for the patterns that it names whether they block a push; the others stay unchanged.
/// With the version that was last read, GitHub returns 409 if the configuration changed since.
///
/// `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#update-enterprise-pattern-configurations)).
///
/// Requires a classic token with the OAuth scope `admin:enterprise`. Fine-grained tokens are
/// not supported. Installation access tokens are not supported. Available on GitHub Enterprise
/// Cloud and GitHub Enterprise Server 3.19.
///
/// # Org
///
/// Changes the pattern configuration of an organization.
///
/// Sets for the patterns that it names whether they block a push; the others stay unchanged.
/// With the version that was last read, GitHub returns 409 if the configuration changed since.
///
/// `PATCH /orgs/{org}/secret-scanning/pattern-configurations` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#update-organization-pattern-configurations)).
///
/// Requires the fine-grained permission `organization_administration=write`, or a classic
/// token with the OAuth scope `write:org`. Available on GitHub.com, GitHub Enterprise Cloud,
/// and GitHub Enterprise Server 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
pub struct UpdatePatternConfigurations<S> {
    pub(crate) inner: Inner,
    scope: PhantomData<fn() -> S>,
}

impl<S> Clone for UpdatePatternConfigurations<S> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            scope: PhantomData,
        }
    }
}

impl<S> fmt::Debug for UpdatePatternConfigurations<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdatePatternConfigurations")
            .field("inner", &self.inner)
            .finish()
    }
}

impl<S> UpdatePatternConfigurations<S> {
    pub(crate) fn new(scope: EnterpriseOrOrg) -> Self {
        let inner = Inner {
            scope,
            body: types::PatternConfigurationUpdate::default(),
        };
        Self { inner, scope: PhantomData }
    }

    /// The new settings of custom patterns.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn custom_pattern_settings(
        mut self,
        custom_pattern_settings: impl IntoIterator<Item = types::CustomPatternSetting>,
    ) -> Self {
        self.inner
            .custom_pattern_settings(custom_pattern_settings.into_iter().collect());
        self
    }

    /// The version that was last read; if it is no longer the current one, GitHub returns 409.
    pub fn pattern_config_version(
        mut self,
        pattern_config_version: impl Into<String>,
    ) -> Self {
        self.inner.pattern_config_version(pattern_config_version.into());
        self
    }

    /// Sends null for `pattern_config_version`, which clears it.
    pub fn clear_pattern_config_version(mut self) -> Self {
        self.inner.clear_pattern_config_version();
        self
    }

    /// The new settings of patterns of providers.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn provider_pattern_settings(
        mut self,
        provider_pattern_settings: impl IntoIterator<
            Item = types::ProviderPatternSetting,
        >,
    ) -> Self {
        self.inner
            .provider_pattern_settings(provider_pattern_settings.into_iter().collect());
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(
        self,
    ) -> BoxFuture<'static, Result<types::PatternConfigurationReceipt, Error>> {
        self.inner.send()
    }
}

impl<S> IntoFuture for UpdatePatternConfigurations<S> {
    type Output = Result<types::PatternConfigurationReceipt, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: EnterpriseOrOrg,
    body: types::PatternConfigurationUpdate,
}

impl Inner {
    fn custom_pattern_settings(
        &mut self,
        custom_pattern_settings: Vec<types::CustomPatternSetting>,
    ) {
        self.body.custom_pattern_settings = custom_pattern_settings;
    }

    fn pattern_config_version(&mut self, pattern_config_version: String) {
        self.body.pattern_config_version = Some(Some(pattern_config_version));
    }

    fn clear_pattern_config_version(&mut self) {
        self.body.pattern_config_version = Some(None);
    }

    fn provider_pattern_settings(
        &mut self,
        provider_pattern_settings: Vec<types::ProviderPatternSetting>,
    ) {
        self.body.provider_pattern_settings = provider_pattern_settings;
    }

    fn send(
        self,
    ) -> BoxFuture<'static, Result<types::PatternConfigurationReceipt, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        match &self.scope {
            EnterpriseOrOrg::Enterprise(_) => {
                &operations::UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS
            }
            EnterpriseOrOrg::Org(_) => &operations::UPDATE_ORG_PATTERN_CONFIGURATIONS,
        }
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        let request = match &self.scope {
            EnterpriseOrOrg::Enterprise(scope) => {
                builders
                    .secret_scanning_update_enterprise_pattern_configs(
                        scope.slug(),
                        &self.body,
                    )
            }
            EnterpriseOrOrg::Org(scope) => {
                builders
                    .secret_scanning_update_org_pattern_configs(
                        scope.login(),
                        &self.body,
                    )
            }
        };
        request.map_err(Error::unwritable)
    }
}
