//! Secret-scanning alerts: listing them, reading one, and deciding on it.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations::GET_ALERT;
use github_secret_scanning_generated::types::{Alert, AlertState, Resolution};

use crate::conditional::{self, IfChanged};
use crate::error::Error;
use crate::exchange::ETag;
use crate::generated::{GetAlert, ListEnterpriseAlerts, ListOrgAlerts, ListRepoAlerts, UpdateAlert};
use crate::scope::{Enterprise, Org, Repo};

impl Repo {
    /// The alerts of this repository, newest first unless asked otherwise.
    ///
    /// `GET /repos/{owner}/{repo}/secret-scanning/alerts`. Needs `secret_scanning_alerts=read`, or a
    /// classic token with `repo` or `security_events`; on public repositories `public_repo` is
    /// enough. The caller must administer the repository or its organization.
    ///
    /// 404 is also the answer where secret scanning is off, and where the caller may not know of the
    /// repository. Generic patterns are listed only where
    /// [`secret_type`](ListRepoAlerts::secret_type) names them, so an empty list can hide some.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::AlertState};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut open = repo.alerts().state(AlertState::Open).hide_secret(true).stream();
    /// while let Some(alert) = open.try_next().await? {
    ///     println!("#{} {:?}", alert.number, alert.secret_type);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListRepoAlerts {
        ListRepoAlerts::new(self)
    }

    /// One alert, by the number that it has in this repository.
    ///
    /// `GET` and `PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`. Reading needs
    /// `secret_scanning_alerts=read`, changing `secret_scanning_alerts=write`; a classic token needs
    /// `repo` or `security_events`, on public repositories `public_repo` is enough. The caller must
    /// administer the repository or its organization.
    ///
    /// 404 is also the answer where secret scanning is off, and where the caller may not know of the
    /// repository.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::AlertState};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let alert = github.repo("acme", "widgets")?.alert(42);
    /// let now = alert.get().hide_secret(true).await?;
    /// if now.state == Some(AlertState::Open) {
    ///     alert.assign("octocat").await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alert(&self, alert_number: u64) -> AlertScope {
        AlertScope { repo: self.clone(), alert_number }
    }
}

impl Org {
    /// The alerts of all repositories of this organization, newest first unless asked otherwise.
    ///
    /// `GET /orgs/{org}/secret-scanning/alerts`. Needs `secret_scanning_alerts=read`, or a classic
    /// token with `repo` or `security_events`; where all repositories are public, `public_repo` is
    /// enough. The caller must administer the organization or be one of its security managers.
    ///
    /// 404 is also the answer where the caller may not know of the organization. Generic patterns
    /// are listed only where [`secret_type`](ListOrgAlerts::secret_type) names them, so an empty
    /// list can hide some.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let org = github.org("acme")?;
    /// let mut leaked = org.alerts().is_publicly_leaked(true).hide_secret(true).stream();
    /// while let Some(alert) = leaked.try_next().await? {
    ///     let repository = alert.repository.map(|repository| repository.full_name);
    ///     println!("{} #{}", repository.unwrap_or_default(), alert.number);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListOrgAlerts {
        ListOrgAlerts::new(self)
    }
}

impl Enterprise {
    /// The alerts of all repositories of this enterprise, newest first unless asked otherwise.
    ///
    /// `GET /enterprises/{enterprise}/secret-scanning/alerts`. Needs a classic token with `repo` or
    /// `security_events`: no App works here, and no fine-grained token.
    ///
    /// It shows only organizations in which the caller is an owner or a security manager, and
    /// repositories of managed users, so an empty list can mean that the caller is neither. Generic
    /// patterns are listed only where [`secret_type`](ListEnterpriseAlerts::secret_type) names them.
    /// 404 is also the answer where the caller may not know of the enterprise.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let enterprise = github.enterprise("acme-inc")?;
    /// let mut pages = enterprise.alerts().per_page(100).hide_secret(true).pages();
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} alerts, and {} that could not be read", page.items.len(), page.malformed.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn alerts(&self) -> ListEnterpriseAlerts {
        ListEnterpriseAlerts::new(self)
    }
}

/// One alert of one repository, and what can be asked about it or done to it.
///
/// Made by [`Repo::alert`]; whether there is such an alert shows when something is asked of it.
#[derive(Clone, Debug)]
pub struct AlertScope {
    repo: Repo,
    alert_number: u64,
}

impl AlertScope {
    /// The repository that it is in.
    pub fn repo(&self) -> &Repo {
        &self.repo
    }

    /// Its number in that repository.
    pub fn alert_number(&self) -> u64 {
        self.alert_number
    }

    /// Reads it, with what is known of the secret's owner. The answer holds the detected secret,
    /// unless [`hide_secret`](GetAlert::hide_secret) is set.
    pub fn get(&self) -> GetAlert {
        GetAlert::new(&self.repo, self.alert_number)
    }

    /// Changes it; at least one of state, assignee and validity must be set.
    pub fn update(&self) -> UpdateAlert {
        UpdateAlert::new(&self.repo, self.alert_number)
    }

    /// Closes it for a reason; [`comment`](UpdateAlert::comment) says more about that.
    ///
    /// 403 is the answer where dismissals need a reviewer and the caller is none; 400 where it would
    /// change nothing.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, models::Resolution};
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let alert = github.repo("acme", "widgets")?.alert(42);
    /// alert.resolve(Resolution::Revoked).comment("rotated on Monday").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn resolve(&self, resolution: Resolution) -> UpdateAlert {
        self.update().state(AlertState::Resolved).resolution(resolution)
    }

    /// Opens it again. A comment is refused then.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// github.repo("acme", "widgets")?.alert(42).reopen().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn reopen(&self) -> UpdateAlert {
        self.update().state(AlertState::Open)
    }

    /// Hands it to a user, by login.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let assigned = github.repo("acme", "widgets")?.alert(42).assign("octocat").await?;
    /// println!("{:?}", assigned.assigned_to.map(|user| user.login));
    /// # Ok(())
    /// # }
    /// ```
    pub fn assign(&self, login: impl Into<String>) -> UpdateAlert {
        self.update().assignee(login)
    }

    /// Takes it away from whom it was assigned to.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// github.repo("acme", "widgets")?.alert(42).unassign().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn unassign(&self) -> UpdateAlert {
        self.update().clear_assignee()
    }
}

impl GetAlert {
    pub fn send_if_changed(
        self,
        known: Option<&ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<Alert>, Error>> {
        let (client, request, known) = (self.scope.client().clone(), self.build(), known.cloned());
        Box::pin(async move { conditional::value(&client, &GET_ALERT, request, known).await })
    }
}

impl UpdateAlert {
    /// Says why it is resolved: the same as
    /// [`resolution_comment`](UpdateAlert::resolution_comment).
    pub fn comment(self, text: impl Into<String>) -> Self {
        self.resolution_comment(text)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Client, Error, ErrorKind};

    #[tokio::test]
    async fn an_update_that_says_nothing_is_refused_before_it_is_sent() -> Result<(), Error> {
        // Nobody listens here, so that sending it would be another kind of error.
        let client = Client::builder().token("t").base_url("http://127.0.0.1:1").build()?;
        let alert = client.repo("acme", "widgets")?.alert(42);
        for update in [alert.update(), alert.update().comment("x"), alert.reopen().comment("x")] {
            let error = update.await.err();
            assert_eq!(error.as_ref().map(Error::kind), Some(ErrorKind::InvalidArgument));
            let operation = error.as_ref().and_then(Error::operation);
            assert_eq!(operation, Some("secret-scanning/update-alert"));
        }
        let sent = alert.unassign().await.err();
        assert_eq!(sent.map(|error| error.kind()), Some(ErrorKind::Connect));
        Ok(())
    }
}
