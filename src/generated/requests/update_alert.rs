// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Resolves, reopens or assigns an alert, or sets its validity.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Resolves, reopens or assigns an alert, or sets its validity.
///
/// Changes the state of an alert, its assignee, or the validity of its secret; at least one of
/// these must be set. Resolving requires a resolution, and reopening takes no comment. The
/// caller must administer the repository or its organization; for public repositories a
/// classic token with `public_repo` is sufficient. GitHub returns 403 if delegated alert
/// dismissal is enabled and the caller is not a reviewer, and 400 if nothing would change.
///
/// `PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#update-a-secret-scanning-alert)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=write`, or a classic token
/// with the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub
/// Enterprise Cloud, and GitHub Enterprise Server 3.17 to 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct UpdateAlert {
    pub(crate) inner: Inner,
}

impl UpdateAlert {
    pub(crate) fn new(scope: Repo, alert_number: types::AlertNumber) -> Self {
        let inner = Inner {
            scope,
            alert_number,
            body: types::AlertUpdate::default(),
        };
        Self { inner }
    }

    /// The login of the new assignee; null removes the assignee.
    pub fn assignee(mut self, assignee: impl Into<String>) -> Self {
        self.inner.assignee(assignee.into());
        self
    }

    /// Sends null for `assignee`, which clears it.
    pub fn clear_assignee(mut self) -> Self {
        self.inner.clear_assignee();
        self
    }

    /// The reason for resolving the alert; required to resolve it, and null clears it.
    pub fn resolution(mut self, resolution: types::Resolution) -> Self {
        self.inner.resolution(resolution);
        self
    }

    /// Sends null for `resolution`, which clears it.
    pub fn clear_resolution(mut self) -> Self {
        self.inner.clear_resolution();
        self
    }

    /// A comment on the resolution; it cannot be changed later, and must be null or absent when
    /// reopening.
    pub fn resolution_comment(mut self, resolution_comment: impl Into<String>) -> Self {
        self.inner.resolution_comment(resolution_comment.into());
        self
    }

    /// Sends null for `resolution_comment`, which clears it.
    pub fn clear_resolution_comment(mut self) -> Self {
        self.inner.clear_resolution_comment();
        self
    }

    /// The new state of the alert.
    pub fn state(mut self, state: types::AlertState) -> Self {
        self.inner.state(state);
        self
    }

    /// The validity of the secret, or null to use that of the automatic check again.
    pub fn validity(mut self, validity: types::ValidityOverride) -> Self {
        self.inner.validity(validity);
        self
    }

    /// Sends null for `validity`, which clears it.
    pub fn clear_validity(mut self) -> Self {
        self.inner.clear_validity();
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(self) -> BoxFuture<'static, Result<types::Alert, Error>> {
        self.inner.send()
    }
}

impl IntoFuture for UpdateAlert {
    type Output = Result<types::Alert, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.inner.send()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: Repo,
    alert_number: types::AlertNumber,
    body: types::AlertUpdate,
}

impl Inner {
    fn assignee(&mut self, assignee: String) {
        self.body.assignee = Some(Some(assignee));
    }

    fn clear_assignee(&mut self) {
        self.body.assignee = Some(None);
    }

    fn resolution(&mut self, resolution: types::Resolution) {
        self.body.resolution = Some(Some(resolution));
    }

    fn clear_resolution(&mut self) {
        self.body.resolution = Some(None);
    }

    fn resolution_comment(&mut self, resolution_comment: String) {
        self.body.resolution_comment = Some(Some(resolution_comment));
    }

    fn clear_resolution_comment(&mut self) {
        self.body.resolution_comment = Some(None);
    }

    fn state(&mut self, state: types::AlertState) {
        self.body.state = Some(state);
    }

    fn validity(&mut self, validity: types::ValidityOverride) {
        self.body.validity = Some(Some(validity));
    }

    fn clear_validity(&mut self) {
        self.body.validity = Some(None);
    }

    fn send(self) -> BoxFuture<'static, Result<types::Alert, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::UPDATE_ALERT
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .secret_scanning_update_alert(
                    scope.owner(),
                    scope.name(),
                    &self.alert_number,
                    &self.body,
                )
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "alert_number",
            Some(self.alert_number.get()),
            1u64,
            18446744073709551615u64,
        )?;
        check::at_least_one(
            &[
                ("state", self.body.state.is_some()),
                ("assignee", self.body.assignee.is_some()),
                ("validity", self.body.validity.is_some()),
            ],
        )?;
        check::required_when(
            "resolution",
            matches!(self.body.resolution, Some(Some(_))),
            "state",
            "resolved",
            self.body.state.as_ref().is_some_and(|value| value.as_str() == "resolved"),
        )?;
        check::absent_when(
            "resolution_comment",
            matches!(self.body.resolution_comment, Some(Some(_))),
            "state",
            "open",
            self.body.state.as_ref().is_some_and(|value| value.as_str() == "open"),
        )?;
        Ok(())
    }
}
