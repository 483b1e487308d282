//! Decisions on secret-scanning alerts.

use github_secret_scanning_generated::types::{AlertState, Resolution};

use crate::generated::requests::UpdateAlert;
use crate::generated::scopes::AlertScope;

impl AlertScope {
    /// Resolves the alert for a reason; [`comment`](UpdateAlert::comment) adds a remark.
    ///
    /// GitHub returns 403 if delegated alert dismissal is enabled and the caller is not a reviewer, and
    /// 400 if nothing would change.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models::Resolution};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let alert = github.repo("acme", "widgets")?.alert(42);
    /// alert.resolve(Resolution::Revoked).comment("rotated on Monday").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn resolve(&self, resolution: Resolution) -> UpdateAlert {
        self.update().state(AlertState::Resolved).resolution(resolution)
    }

    /// Reopens the alert; a comment is refused.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// github.repo("acme", "widgets")?.alert(42).reopen().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn reopen(&self) -> UpdateAlert {
        self.update().state(AlertState::Open)
    }

    /// Assigns the alert to a user, by login.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// let assigned = github.repo("acme", "widgets")?.alert(42).assign("octocat").await?;
    /// println!("{:?}", assigned.assigned_to.map(|user| user.login));
    /// # Ok(())
    /// # }
    /// ```
    pub fn assign(&self, login: impl Into<String>) -> UpdateAlert {
        self.update().assignee(login)
    }

    /// Removes the assignee of the alert.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// github.repo("acme", "widgets")?.alert(42).unassign().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn unassign(&self) -> UpdateAlert {
        self.update().clear_assignee()
    }
}

impl UpdateAlert {
    /// Sets [`resolution_comment`](UpdateAlert::resolution_comment).
    pub fn comment(self, text: impl Into<String>) -> Self {
        self.resolution_comment(text)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Client, Error, ErrorKind};

    #[tokio::test]
    async fn an_update_without_a_change_is_refused_before_it_is_sent() -> Result<(), Error> {
        // Nothing listens on this port, so sending gives another kind of error.
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
