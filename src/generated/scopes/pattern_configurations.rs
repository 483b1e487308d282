// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The sub-scope `pattern_configurations`.

use crate::generated::requests::GetPatternConfigurations;
use crate::generated::requests::UpdatePatternConfigurations;
use crate::generated::requests::scope_sets::EnterpriseOrOrg;

/// The sub-scope of the pattern configurations of an enterprise or an organization; created by
/// [`Enterprise::pattern_configurations`](crate::Enterprise::pattern_configurations) or
/// [`Org::pattern_configurations`](crate::Org::pattern_configurations).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PatternConfigurationsScope<S> {
    scope: S,
    /// The same scope without its type.
    pub(crate) erased: EnterpriseOrOrg,
}

impl<S> PatternConfigurationsScope<S> {
    pub(crate) fn new(scope: S, erased: EnterpriseOrOrg) -> Self {
        Self { scope, erased }
    }

    /// Returns the scope that it was created from.
    pub fn scope(&self) -> &S {
        &self.scope
    }
}

impl<S> PatternConfigurationsScope<S> {
    /// Returns the pattern configuration.
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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let enterprise = github.enterprise("acme-inc")?;
    /// let response = enterprise.pattern_configurations().get().await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let org = github.org("acme")?;
    /// let response = org.pattern_configurations().get().await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> GetPatternConfigurations<S> {
        GetPatternConfigurations::new(self.erased.clone())
    }

    /// Changes the pattern configuration.
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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let enterprise = github.enterprise("acme-inc")?;
    /// let response = enterprise
    ///     .pattern_configurations()
    ///     .update()
    ///     .custom_pattern_settings([models::CustomPatternSetting::new("token_type")])
    ///     .await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let org = github.org("acme")?;
    /// let response = org
    ///     .pattern_configurations()
    ///     .update()
    ///     .custom_pattern_settings([models::CustomPatternSetting::new("token_type")])
    ///     .await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> UpdatePatternConfigurations<S> {
        UpdatePatternConfigurations::new(self.erased.clone())
    }
}
