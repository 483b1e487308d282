// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `UpdateEnterprisePatternConfigurations`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::error::Error;
use crate::scope::Enterprise;

/// Change the pattern configuration of an enterprise.
///
/// Says for the patterns it names whether they block a push; the others stay as they are. With
/// the version that was last read, the answer is 409 if somebody changed the configuration
/// since. Only a classic token works here: no app, and no fine-grained token.
///
/// `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/push-protection#update-enterprise-pattern-configurations).
///
/// A fine-grained token needs what none can have;
/// a classic one needs one of `admin:enterprise`;
/// installation tokens do not work.
/// Stands in the descriptions of ghec, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct UpdateEnterprisePatternConfigurations {
    pub(crate) scope: Enterprise,
    body: types::PatternConfigurationUpdate,
}

impl UpdateEnterprisePatternConfigurations {
    pub(crate) fn new(scope: &Enterprise) -> Self {
        Self {
            scope: scope.clone(),
            body: types::PatternConfigurationUpdate::default(),
        }
    }

    /// What to do about custom patterns.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn custom_pattern_settings(
        mut self,
        custom_pattern_settings: impl IntoIterator<Item = types::CustomPatternSetting>,
    ) -> Self {
        self.body.custom_pattern_settings = custom_pattern_settings
            .into_iter()
            .collect();
        self
    }

    /// The version that the change starts from; if it is no longer the current one, the change is
    /// refused.
    pub fn pattern_config_version(
        mut self,
        pattern_config_version: impl Into<String>,
    ) -> Self {
        self.body.pattern_config_version = Some(Some(pattern_config_version.into()));
        self
    }

    /// Sends null for `pattern_config_version`, which clears it.
    pub fn clear_pattern_config_version(mut self) -> Self {
        self.body.pattern_config_version = Some(None);
        self
    }

    /// What to do about patterns of GitHub.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn provider_pattern_settings(
        mut self,
        provider_pattern_settings: impl IntoIterator<
            Item = types::ProviderPatternSetting,
        >,
    ) -> Self {
        self.body.provider_pattern_settings = provider_pattern_settings
            .into_iter()
            .collect();
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
    pub fn send(
        self,
    ) -> BoxFuture<'static, Result<types::PatternConfigurationReceipt, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build());
        Box::pin(async move {
            call::value(
                    &client,
                    &operations::UPDATE_ENTERPRISE_PATTERN_CONFIGURATIONS,
                    request,
                )
                .await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_update_enterprise_pattern_configs(
                self.scope.slug(),
                &self.body,
            )
            .map_err(Error::unwritable)
    }
}

impl IntoFuture for UpdateEnterprisePatternConfigurations {
    type Output = Result<types::PatternConfigurationReceipt, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
