//! Whom a token of the fake speaks for, and what it may do.

/// Whom a token of a [`FakeGitHub`](super::FakeGitHub) speaks for, and what it may do, for
/// [`FakeGitHubBuilder::token`](super::FakeGitHubBuilder::token).
///
/// What an operation needs stands in its [`permissions`](super::Operation::permissions). A token that lacks it
/// gets a 403 which says so, as from GitHub.
///
/// ```
/// use github_secret_scanning::ErrorKind;
/// use github_secret_scanning::testing::{FakeGitHub, Grant};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let reader = Grant::fine_grained("reader-bot", ["secret_scanning_alerts=read"]);
/// let fake = FakeGitHub::builder().repo("acme/widgets").token("reader", reader).start()?;
/// let github = fake.client_builder().token("reader").build()?;
///
/// let alert = github.repo("acme", "widgets")?.alert(42);
/// let error = alert.unassign().send().await.unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Forbidden);
/// assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Grant {
    pub(super) login: String,
    pub(super) rights: Rights,
}

#[derive(Clone, Debug)]
pub(super) enum Rights {
    Everything,
    /// In the notation of the operations table, such as `secret_scanning_alerts=write`.
    FineGrained(Vec<String>),
    Classic(Vec<String>),
    /// Of an App; `None` for all that is open to Apps.
    Installation(Option<Vec<String>>),
}

impl Grant {
    /// A token of `login` that may do everything.
    pub fn everything(login: impl Into<String>) -> Self {
        Self { login: login.into(), rights: Rights::Everything }
    }

    /// A fine-grained token with these permissions, written as GitHub does in
    /// [`X-Accepted-GitHub-Permissions`](https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#insufficient-permissions-errors),
    /// such as `secret_scanning_alerts=read`.
    ///
    /// `write` includes `read`. An operation that names no such permission takes no fine-grained token.
    pub fn fine_grained<I>(login: impl Into<String>, permissions: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        Self {
            login: login.into(),
            rights: Rights::FineGrained(permissions.into_iter().map(Into::into).collect()),
        }
    }

    /// A classic token with these
    /// [scopes](https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps), such as
    /// `security_events`.
    ///
    /// `repo` includes `security_events` and `public_repo`; `admin:org` includes `write:org`, and that
    /// `read:org`. An operation that names no scope takes any classic token.
    pub fn classic<I>(login: impl Into<String>, scopes: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        Self { login: login.into(), rights: Rights::Classic(scopes.into_iter().map(Into::into).collect()) }
    }
}
