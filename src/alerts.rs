//! Decisions on secret-scanning alerts.

use github_secret_scanning_generated::types::{Alert, AlertState, Resolution};

use crate::client::Client;
use crate::error::Error;
use crate::generated::requests::UpdateAlert;
use crate::generated::scopes::AlertScope;

impl Client {
    /// Returns the scope of an alert from the list of an organization or an enterprise.
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error, models::Resolution};
    /// # async fn example(github: Client) -> Result<(), Error> {
    /// for alert in github.org("acme")?.alerts().page().await?.items {
    ///     github.alert_scope(&alert)?.resolve(Resolution::Revoked).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `alert` if it has no `repository`, as in
    /// the list of a repository; there, use [`Repo::alert`](crate::Repo::alert).
    pub fn alert_scope(&self, alert: &Alert) -> Result<AlertScope, Error> {
        let repository = alert.repository.as_ref().map(|repository| repository.full_name.as_str());
        Ok(self.repo_of_item("alert", repository)?.alert(alert.number))
    }
}

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
    use serde_json::json;

    use crate::models::Alert;
    use crate::{Client, Error, ErrorKind};

    #[test]
    fn an_alert_of_an_organization_has_its_scope() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::builder().token("t").build()?;
        let repository = json!({ "id": 1, "name": "widgets", "full_name": "acme/widgets" });
        let alert: Alert = serde_json::from_value(json!({ "number": 42, "repository": repository }))?;
        let scope = client.alert_scope(&alert)?;
        assert_eq!((scope.repo().to_string().as_str(), scope.alert_number()), ("acme/widgets", alert.number));
        Ok(())
    }

    #[test]
    fn an_alert_without_a_usable_repository_has_no_scope() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::builder().token("t").build()?;
        let named =
            |name: &str| json!({ "number": 42, "repository": { "id": 1, "name": "x", "full_name": name } });
        for alert in [json!({ "number": 42 }), named(""), named("../admin"), named("a/b/c")] {
            let error = client.alert_scope(&serde_json::from_value(alert)?).unwrap_err();
            assert_eq!(error.argument(), Some("alert"));
        }
        Ok(())
    }

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
