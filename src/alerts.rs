//! Secret-scanning alerts: listing them, reading one, and deciding on it.

use github_secret_scanning_generated::types::{AlertState, Resolution};

use crate::requests::{GetAlert, ListEnterpriseAlerts, ListOrgAlerts, ListRepoAlerts, UpdateAlert};
use crate::scope::{Enterprise, Org, Repo};

impl Repo {
    /// The alerts of this repository.
    pub fn alerts(&self) -> ListRepoAlerts {
        ListRepoAlerts::new(self)
    }

    /// One alert, by the number that it has in this repository.
    pub fn alert(&self, alert_number: u64) -> AlertScope {
        AlertScope { repo: self.clone(), alert_number }
    }
}

impl Org {
    /// The alerts of all repositories of this organization.
    pub fn alerts(&self) -> ListOrgAlerts {
        ListOrgAlerts::new(self)
    }
}

impl Enterprise {
    /// The alerts of all repositories of this enterprise.
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

    /// Reads it. The answer holds the detected secret, unless
    /// [`hide_secret`](GetAlert::hide_secret) is set.
    pub fn get(&self) -> GetAlert {
        GetAlert::new(&self.repo, self.alert_number)
    }

    /// Changes it; at least one of state, assignee and validity must be set.
    pub fn update(&self) -> UpdateAlert {
        UpdateAlert::new(&self.repo, self.alert_number)
    }

    /// Closes it for a reason; [`comment`](UpdateAlert::comment) says more about that.
    pub fn resolve(&self, resolution: Resolution) -> UpdateAlert {
        self.update().state(AlertState::Resolved).resolution(resolution)
    }

    /// Opens it again. A comment is refused then.
    pub fn reopen(&self) -> UpdateAlert {
        self.update().state(AlertState::Open)
    }

    /// Hands it to a user, by login.
    pub fn assign(&self, login: impl Into<String>) -> UpdateAlert {
        self.update().assignee(login)
    }

    /// Takes it away from whom it was assigned to.
    pub fn unassign(&self) -> UpdateAlert {
        self.update().clear_assignee()
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
