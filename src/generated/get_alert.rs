// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `GetAlert`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::scope::Repo;

/// Get one alert.
///
/// Fetches one alert of a repository, with what is known of the secret's owner. The caller
/// must administer the repository or its organization; on public repositories a classic token
/// with `public_repo` is enough. The answer is 404 where secret scanning is off.
///
/// `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#get-a-secret-scanning-alert).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `repo`, `security_events`;
/// installation tokens work.
/// Stands in the descriptions of dotcom, ghec, ghes-3.17, ghes-3.18, ghes-3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetAlert {
    pub(crate) scope: Repo,
    alert_number: u64,
    hide_secret: Option<bool>,
}

impl GetAlert {
    pub(crate) fn new(scope: &Repo, alert_number: u64) -> Self {
        Self {
            scope: scope.clone(),
            alert_number,
            hide_secret: Default::default(),
        }
    }

    /// With true, the plain text of the secret is kept out of the answer.
    pub fn hide_secret(mut self, hide_secret: bool) -> Self {
        self.hide_secret = Some(hide_secret);
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
            call::value(&client, &operations::GET_ALERT, request).await
        })
    }

    /// Checks the arguments, and builds the request.
    pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_get_alert(
                self.scope.owner(),
                self.scope.name(),
                self.alert_number,
                self.hide_secret,
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
        Ok(())
    }
}

impl IntoFuture for GetAlert {
    type Output = Result<types::Alert, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
