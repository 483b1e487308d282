//! Which patterns push protection acts on, in an organization or an enterprise.

mod change;

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::types::PatternConfiguration;

use crate::error::Error;
use crate::generated::{
    GetEnterprisePatternConfigurations, GetOrgPatternConfigurations, UpdateEnterprisePatternConfigurations,
    UpdateOrgPatternConfigurations,
};
use crate::scope::{Enterprise, Org};

impl Enterprise {
    /// The pattern configuration of this enterprise.
    ///
    /// `GET` and `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations`. Needs a
    /// classic token with `admin:enterprise`: no App works here, and no fine-grained token.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let configuration = github.enterprise("acme-inc")?.pattern_configurations().get().await?;
    /// for pattern in configuration.provider_pattern_overrides.iter().flatten() {
    ///     println!("{}: {:?}", pattern.token_type, pattern.setting);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn pattern_configurations(&self) -> EnterprisePatternConfigurations {
        EnterprisePatternConfigurations { enterprise: self.clone() }
    }
}

impl Org {
    /// The pattern configuration of this organization.
    ///
    /// `GET` and `PATCH /orgs/{org}/secret-scanning/pattern-configurations`. Needs
    /// `organization_administration=write`, or a classic token with `write:org`; for reading, too.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let configuration = github.org("acme")?.pattern_configurations().get().await?;
    /// for pattern in configuration.custom_pattern_overrides.iter().flatten() {
    ///     println!("{:?}: {:?}, bypassed {:?} %", pattern.slug, pattern.setting, pattern.bypass_rate);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn pattern_configurations(&self) -> OrgPatternConfigurations {
        OrgPatternConfigurations { org: self.clone() }
    }
}

/// The pattern configuration of an enterprise; made by [`Enterprise::pattern_configurations`].
#[derive(Clone, Debug)]
pub struct EnterprisePatternConfigurations {
    enterprise: Enterprise,
}

impl EnterprisePatternConfigurations {
    /// Reads it, with the version that an update should name.
    pub fn get(&self) -> GetEnterprisePatternConfigurations {
        GetEnterprisePatternConfigurations::new(&self.enterprise)
    }

    /// Changes the settings that are named, and leaves the others alone.
    ///
    /// With the version that was read before, a change that somebody else made meanwhile gives
    /// [`Conflict`](crate::ErrorKind::Conflict) instead of being overwritten.
    /// [`change`](Self::change) sees to that by itself. Where nothing is named, `{}` is sent, and
    /// the server decides what to make of it.
    pub fn update(&self) -> UpdateEnterprisePatternConfigurations {
        UpdateEnterprisePatternConfigurations::new(&self.enterprise)
    }

    /// Reads the configuration, lets `edit` change the `setting` of its entries, and sends what
    /// differs. Gives what was read, with the edit and the new version in it; a custom pattern that
    /// was changed is without a version of its own there, because GitHub does not tell the new one.
    ///
    /// All that [`OrgPatternConfigurations::change`] says holds here as well, the errors among it.
    ///
    /// `GET` and `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations`. Needs a
    /// classic token with `admin:enterprise`: no App works here, and no fine-grained token.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::PushProtectionSetting};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let configurations = github.enterprise("acme-inc")?.pattern_configurations();
    /// // Leaves to the defaults whatever is turned off now.
    /// let changed = configurations.change(|current| {
    ///     for pattern in current.provider_pattern_overrides.iter_mut().flatten() {
    ///         if pattern.setting == Some(PushProtectionSetting::Disabled) {
    ///             pattern.setting = Some(PushProtectionSetting::NotSet);
    ///         }
    ///     }
    /// });
    /// println!("now at version {:?}", changed.await?.pattern_config_version);
    /// # Ok(())
    /// # }
    /// ```
    pub fn change<'e>(
        &self,
        edit: impl FnMut(&mut PatternConfiguration) + Send + 'e,
    ) -> BoxFuture<'e, Result<PatternConfiguration, Error>> {
        Box::pin(change::change(self.clone(), edit))
    }
}

/// The pattern configuration of an organization; made by [`Org::pattern_configurations`].
#[derive(Clone, Debug)]
pub struct OrgPatternConfigurations {
    org: Org,
}

impl OrgPatternConfigurations {
    /// Reads it, with the version that an update should name.
    pub fn get(&self) -> GetOrgPatternConfigurations {
        GetOrgPatternConfigurations::new(&self.org)
    }

    /// Changes the settings that are named, and leaves the others alone.
    ///
    /// With the version that was read before, a change that somebody else made meanwhile gives
    /// [`Conflict`](crate::ErrorKind::Conflict) instead of being overwritten.
    /// [`change`](Self::change) sees to that by itself. Where nothing is named, `{}` is sent, and
    /// the server decides what to make of it.
    pub fn update(&self) -> UpdateOrgPatternConfigurations {
        UpdateOrgPatternConfigurations::new(&self.org)
    }

    /// Reads the configuration, lets `edit` change the `setting` of its entries, and sends what
    /// differs. Gives what was read, with the edit and the new version in it; a custom pattern that
    /// was changed is without a version of its own there, because GitHub does not tell the new one.
    ///
    /// Each change names the version that it starts from, so that nobody's change is overwritten.
    /// Where somebody else was faster, the configuration is read again and `edit` is called again,
    /// with what it is by then, five times at most in all. So `edit` should decide by what it is
    /// given, and do nothing else. Where it changes nothing, nothing is written.
    ///
    /// Each reading and each writing is a call with a [time of its
    /// own](crate::ClientBuilder::call_timeout). A server that names no version of the
    /// configuration is told null, and cannot see that two changes meet.
    ///
    /// `GET` and `PATCH /orgs/{org}/secret-scanning/pattern-configurations`. Needs
    /// `organization_administration=write`, or a classic token with `write:org`.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::PushProtectionSetting};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let configurations = github.org("acme")?.pattern_configurations();
    /// // From now on all custom patterns block a push.
    /// let changed = configurations.change(|current| {
    ///     for pattern in current.custom_pattern_overrides.iter_mut().flatten() {
    ///         pattern.setting = Some(PushProtectionSetting::Enabled);
    ///     }
    /// });
    /// println!("now at version {:?}", changed.await?.pattern_config_version);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `edit`, and nothing is written,
    ///   if it changes anything but a `setting`, adds, removes or moves an entry, takes a setting
    ///   away, or sets that of a custom pattern to `not-set`, which GitHub does not take.
    /// - [`Conflict`](crate::ErrorKind::Conflict) if somebody else was faster five times.
    /// - Every other kind of [`Error`]. A write that [may have been
    ///   applied](Error::outcome_unknown) is not sent again.
    pub fn change<'e>(
        &self,
        edit: impl FnMut(&mut PatternConfiguration) + Send + 'e,
    ) -> BoxFuture<'e, Result<PatternConfiguration, Error>> {
        Box::pin(change::change(self.clone(), edit))
    }
}
