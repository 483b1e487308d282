// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `UpdateAlert`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Resolve, reopen, assign or rate an alert.
///
/// Changes the state of an alert, who it is assigned to, or whether its secret counts as
/// valid; at least one of these must be given. Resolving needs a resolution, and reopening
/// takes no comment. The caller must administer the repository or its organization; on public
/// repositories a classic token with `public_repo` is enough. Where dismissals need a
/// reviewer, others get 403.
///
/// `PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#update-a-secret-scanning-alert).
///
/// A fine-grained token needs `secret_scanning_alerts=write`;
/// a classic one needs one of `repo`, `security_events`;
/// installation tokens work.
/// Stands in the descriptions of dotcom, ghec, ghes-3.17, ghes-3.18, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct UpdateAlert {
    pub(crate) scope: Repo,
    alert_number: u64,
    body: types::AlertUpdate,
}

impl UpdateAlert {
    pub(crate) fn new(scope: &Repo, alert_number: u64) -> Self {
        Self {
            scope: scope.clone(),
            alert_number,
            body: types::AlertUpdate::default(),
        }
    }

    /// The login of the new assignee, or null for nobody.
    pub fn assignee(mut self, assignee: impl Into<String>) -> Self {
        self.body.assignee = Some(Some(assignee.into()));
        self
    }

    /// Sends null for `assignee`, which clears it.
    pub fn clear_assignee(mut self) -> Self {
        self.body.assignee = Some(None);
        self
    }

    /// Why the alert is resolved; needed to resolve it, and null clears it.
    pub fn resolution(mut self, resolution: types::Resolution) -> Self {
        self.body.resolution = Some(Some(resolution));
        self
    }

    /// Sends null for `resolution`, which clears it.
    pub fn clear_resolution(mut self) -> Self {
        self.body.resolution = Some(None);
        self
    }

    /// A remark on the resolution; it cannot be changed later, and must be null or missing on
    /// reopening.
    pub fn resolution_comment(mut self, resolution_comment: impl Into<String>) -> Self {
        self.body.resolution_comment = Some(Some(resolution_comment.into()));
        self
    }

    /// Sends null for `resolution_comment`, which clears it.
    pub fn clear_resolution_comment(mut self) -> Self {
        self.body.resolution_comment = Some(None);
        self
    }

    /// The state to bring the alert into.
    pub fn state(mut self, state: types::AlertState) -> Self {
        self.body.state = Some(state);
        self
    }

    /// Whether the secret counts as working, or null to go by the automatic check again.
    pub fn validity(mut self, validity: types::ValidityOverride) -> Self {
        self.body.validity = Some(Some(validity));
        self
    }

    /// Sends null for `validity`, which clears it.
    pub fn clear_validity(mut self) -> Self {
        self.body.validity = Some(None);
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
    pub fn send(self) -> BoxFuture<'static, Result<types::Alert, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build());
        Box::pin(async move {
            call::value(&client, &operations::UPDATE_ALERT, request).await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_update_alert(
                self.scope.owner(),
                self.scope.name(),
                self.alert_number,
                &self.body,
            )
            .map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "alert_number",
            Some(self.alert_number),
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

impl IntoFuture for UpdateAlert {
    type Output = Result<types::Alert, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
