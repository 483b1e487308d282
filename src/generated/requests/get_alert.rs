// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Returns one alert.

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

/// Returns one alert.
///
/// Returns one alert of a repository, with metadata of the secret such as its owner. The
/// response contains the detected secret unless `hide_secret` is set. The caller must
/// administer the repository or its organization; for public repositories a classic token with
/// `public_repo` is sufficient. GitHub also returns 404 if secret scanning is off, or if the
/// caller cannot access the repository.
///
/// `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#get-a-secret-scanning-alert)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
/// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
///
/// Send it with `.send().await`, or just `.await`.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct GetAlert {
    pub(crate) inner: Inner,
}

impl GetAlert {
    pub(crate) fn new(scope: Repo, alert_number: types::AlertNumber) -> Self {
        let inner = Inner {
            scope,
            alert_number,
            hide_secret: Default::default(),
        };
        Self { inner }
    }

    /// If true, the response does not contain the plain text of the secret.
    pub fn hide_secret(mut self, hide_secret: bool) -> Self {
        self.inner.hide_secret(hide_secret);
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
    ) -> BoxFuture<'static, Result<IfChanged<types::Alert>, Error>> {
        self.inner.send_if_changed(known.cloned())
    }
}

impl IntoFuture for GetAlert {
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
    hide_secret: Option<bool>,
}

impl Inner {
    fn hide_secret(&mut self, hide_secret: bool) {
        self.hide_secret = Some(hide_secret);
    }

    fn send(self) -> BoxFuture<'static, Result<types::Alert, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move { call::value(&client, operation, request).await })
    }

    fn send_if_changed(
        self,
        known: Option<ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<types::Alert>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let request = self.build();
        Box::pin(async move {
            conditional::value(&client, operation, request, known).await
        })
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::GET_ALERT
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .secret_scanning_get_alert(
                    scope.owner(),
                    scope.name(),
                    &self.alert_number,
                    self.hide_secret,
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
        Ok(())
    }
}
