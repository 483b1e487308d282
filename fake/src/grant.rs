//! What a token of the fake is authorized to do.

/// The account of a token, and the permissions or scopes of the token, for
/// [`FakeGitHubBuilder::token`](crate::FakeGitHubBuilder::token).
///
/// [`Operation::permissions`](crate::Operation::permissions) lists what an operation needs. A token without it gets a
/// 403 that names the missing permission, as from GitHub.
///
/// ```
/// use github_secret_scanning::ErrorKind;
/// use github_secret_scanning_fake::{FakeGitHub, Grant};
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
    pub(crate) login: String,
    pub(crate) kind: GrantKind,
}

#[derive(Clone, Debug)]
pub(crate) enum GrantKind {
    Everything,
    /// In the notation of the operations table, such as `secret_scanning_alerts=write`.
    FineGrained(Vec<String>),
    Classic(Vec<String>),
    /// Of an installation access token; `None` for everything that is available to GitHub Apps.
    #[cfg(feature = "app")]
    Installation(Option<Vec<String>>),
}

impl Grant {
    /// Creates the grant of a token of `login` that may call every operation.
    pub fn everything(login: impl Into<String>) -> Self {
        Self { login: login.into(), kind: GrantKind::Everything }
    }

    /// Creates the grant of a fine-grained token with these permissions, written as in GitHub's header
    /// [`X-Accepted-GitHub-Permissions`](https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#insufficient-permissions-errors),
    /// such as `secret_scanning_alerts=read`.
    ///
    /// `write` includes `read`. An operation that lists no such permission refuses fine-grained tokens.
    pub fn fine_grained<I>(login: impl Into<String>, permissions: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        let permissions = permissions.into_iter().map(Into::into).collect();
        Self { login: login.into(), kind: GrantKind::FineGrained(permissions) }
    }

    /// Creates the grant of a classic token with these
    /// [scopes](https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps), such as
    /// `security_events`.
    ///
    /// `repo` includes `security_events` and `public_repo`; `admin:org` includes `write:org`, which includes
    /// `read:org`. An operation that lists no scope accepts every classic token.
    pub fn classic<I>(login: impl Into<String>, scopes: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        Self { login: login.into(), kind: GrantKind::Classic(scopes.into_iter().map(Into::into).collect()) }
    }
}
