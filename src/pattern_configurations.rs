//! Changing the pattern configuration of an organization or an enterprise.

mod change;

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::types::PatternConfiguration;

use crate::error::Error;
use crate::generated::scopes::PatternConfigurationsScope;

impl<S> PatternConfigurationsScope<S> {
    /// Reads the configuration, lets `edit` change the `setting` of its entries, and sends what
    /// differs. Returns what was read, with the edit and the new version; the version of a changed
    /// custom pattern is `None`, because the response does not contain the new one.
    ///
    /// Each change is sent with the version that it starts from, so that no concurrent change is
    /// overwritten. After a conflict the configuration is read again and `edit` is called again with
    /// it, at most five times in all. So `edit` should depend on its argument alone. If it changes
    /// nothing, nothing is written.
    ///
    /// Each read and each write is a call with a [timeout of its
    /// own](crate::ClientBuilder::call_timeout). If the server returns no version of the
    /// configuration, null is sent, and concurrent changes cannot be detected.
    ///
    /// Sends the requests of [`get`](Self::get) and [`update`](Self::update), with their permissions.
    ///
    /// # Errors
    ///
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `edit`, and nothing is written,
    ///   if it changes anything but a `setting`, adds, removes or moves an entry, removes a setting,
    ///   or sets that of a custom pattern to `not-set`, which GitHub does not accept.
    /// - [`Conflict`](crate::ErrorKind::Conflict) after five conflicts.
    /// - Every other kind of [`Error`]. A write whose [outcome is
    ///   unknown](Error::outcome_unknown) is not sent again.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models::PushProtectionSetting};
    /// # async fn example(github: Client) -> Result<(), Error> {
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
    pub fn change<'e>(
        &self,
        edit: impl FnMut(&mut PatternConfiguration) + Send + 'e,
    ) -> BoxFuture<'e, Result<PatternConfiguration, Error>> {
        Box::pin(change::change(self.erased.clone(), edit))
    }
}
