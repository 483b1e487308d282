//! Where the secret of an alert was found.

use crate::alerts::AlertScope;
use crate::generated::ListAlertLocations;

impl AlertScope {
    /// All places in which the secret was found: commits, wikis, issues, pull requests, and so on.
    ///
    /// `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations`. Needs
    /// `secret_scanning_alerts=read`, or a classic token with `repo` or `security_events`; on public
    /// repositories `public_repo` is enough. The caller must administer the repository or its
    /// organization.
    ///
    /// 404 is also the answer where secret scanning is off, and where the caller may not know of the
    /// repository.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let alert = github.repo("acme", "widgets")?.alert(42);
    /// let mut locations = alert.locations().stream();
    /// while let Some(location) = locations.try_next().await? {
    ///     // `path:line` for files, an address for all else.
    ///     println!("{location}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn locations(&self) -> ListAlertLocations {
        ListAlertLocations::new(self.repo(), self.alert_number())
    }
}
