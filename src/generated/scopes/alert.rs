// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The sub-scope `alert`.

use github_secret_scanning_generated::types;
use crate::generated::requests::GetAlert;
use crate::generated::requests::ListAlertLocations;
use crate::generated::requests::UpdateAlert;
use crate::scope::Repo;

/// The sub-scope of one alert of a repository; created by [`Repo::alert`](crate::Repo::alert).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AlertScope {
    repo: Repo,
    alert_number: types::AlertNumber,
}

impl AlertScope {
    pub(crate) fn new(repo: Repo, alert_number: types::AlertNumber) -> Self {
        Self { repo, alert_number }
    }

    /// Returns the repository that it was created from.
    pub fn repo(&self) -> &Repo {
        &self.repo
    }

    /// The number of the alert within its repository, counted from 1.
    pub fn alert_number(&self) -> types::AlertNumber {
        self.alert_number
    }
}

impl AlertScope {
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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let response = repo.alert(42).get().await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> GetAlert {
        GetAlert::new(self.repo.clone(), self.alert_number)
    }

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
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let response = repo.alert(42).update().state(models::AlertState::Open).await?;
    /// println!("{response:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn update(&self) -> UpdateAlert {
        UpdateAlert::new(self.repo.clone(), self.alert_number)
    }

    /// Lists the locations of an alert.
    ///
    /// Lists every location at which the secret of an alert was detected: commits, wikis, issues,
    /// pull requests, and so on. The caller must administer the repository or its organization;
    /// for public repositories a classic token with `public_repo` is sufficient. GitHub also
    /// returns 404 if secret scanning is off, or if the caller cannot access the repository.
    ///
    /// `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations` ([GitHub's
    /// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-locations-for-a-secret-scanning-alert)).
    ///
    /// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
    /// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
    /// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let repo = github.repo("acme", "widgets")?;
    /// let mut items = repo.alert(42).locations().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{item:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn locations(&self) -> ListAlertLocations {
        ListAlertLocations::new(self.repo.clone(), self.alert_number)
    }
}
