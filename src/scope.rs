//! What a request is about: a repository, an organization, or an enterprise.
//!
//! A scope is made from a client and holds names that were checked then, so that none of them can
//! change the path of a request. Each family of endpoints adds its methods to the scopes.

use std::fmt;
use std::sync::Arc;

use crate::client::Client;
use crate::error::Error;
use crate::name;

/// One repository; made by [`Client::repo`]. Its `Display` is `owner/name`.
#[derive(Clone)]
pub struct Repo {
    client: Client,
    owner: Arc<str>,
    repo: Arc<str>,
}

/// One organization; made by [`Client::org`]. Its `Display` is its login.
#[derive(Clone)]
pub struct Org {
    client: Client,
    org: Arc<str>,
}

/// One enterprise; made by [`Client::enterprise`]. Its `Display` is its slug or id.
#[derive(Clone)]
pub struct Enterprise {
    client: Client,
    enterprise: Arc<str>,
}

impl Client {
    /// Names a repository by its owner and its own name.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let alert = github.repo("acme", "widgets")?.alert(42).get().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `owner` or `repo` if it is
    /// empty, longer than 100 characters, `.` or `..`, or has anything but ASCII letters, digits,
    /// `-`, `_` and `.`. Whether it exists shows when something is asked of it.
    pub fn repo(&self, owner: impl AsRef<str>, repo: impl AsRef<str>) -> Result<Repo, Error> {
        Ok(Repo {
            client: self.clone(),
            owner: name::checked("owner", owner.as_ref())?,
            repo: name::checked("repo", repo.as_ref())?,
        })
    }

    /// Names a repository by both names in one, as `acme/widgets`.
    ///
    /// That is how GitHub writes them, for example in the `full_name` of a repository and in the
    /// `GITHUB_REPOSITORY` of a workflow.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo_by_full_name("acme/widgets")?;
    /// assert_eq!((repo.owner(), repo.repo()), ("acme", "widgets"));
    /// assert_eq!(repo.to_string(), "acme/widgets");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `full_name`, unless it is two
    /// names with one `/` between them, each under the rules of [`repo`](Self::repo).
    pub fn repo_by_full_name(&self, full_name: impl AsRef<str>) -> Result<Repo, Error> {
        let names = full_name.as_ref().split_once('/');
        names.and_then(|(owner, repo)| self.repo(owner, repo).ok()).ok_or_else(|| {
            Error::invalid_argument(
                "full_name",
                "must be an owner and a name with one `/` between them, each of 1 to 100 ASCII letters, \
                 digits, `-`, `_` and `.`",
            )
        })
    }

    /// Names an organization.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let newest = github.org("acme")?.alerts().page().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `org`, under the same rules as
    /// [`repo`](Self::repo).
    pub fn org(&self, org: impl AsRef<str>) -> Result<Org, Error> {
        Ok(Org { client: self.clone(), org: name::checked("org", org.as_ref())? })
    }

    /// Names an enterprise by its slug or its numeric id.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # async fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let newest = github.enterprise("acme-inc")?.alerts().page().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `enterprise`, under the same
    /// rules as [`repo`](Self::repo).
    pub fn enterprise(&self, enterprise: impl AsRef<str>) -> Result<Enterprise, Error> {
        let enterprise = name::checked("enterprise", enterprise.as_ref())?;
        Ok(Enterprise { client: self.clone(), enterprise })
    }
}

impl Repo {
    /// The client that it was made from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The login of the user or organization that owns it.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Its name, without the owner.
    pub fn repo(&self) -> &str {
        &self.repo
    }
}

impl Org {
    /// The client that it was made from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Its login.
    pub fn org(&self) -> &str {
        &self.org
    }
}

impl Enterprise {
    /// The client that it was made from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Its slug, or its numeric id.
    pub fn enterprise(&self) -> &str {
        &self.enterprise
    }
}

impl fmt::Display for Repo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.owner, self.repo))
    }
}

impl fmt::Display for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.org)
    }
}

impl fmt::Display for Enterprise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.enterprise)
    }
}

impl fmt::Debug for Repo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Repo({}/{})", self.owner, self.repo)
    }
}

impl fmt::Debug for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Org({})", self.org)
    }
}

impl fmt::Debug for Enterprise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Enterprise({})", self.enterprise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_argument_is_refused_under_its_own_name() -> Result<(), Error> {
        let client = Client::builder().token("t").build()?;
        let argument = |error: Option<Error>| error.and_then(|error| error.argument());
        assert_eq!(argument(client.repo("..", "r").err()), Some("owner"));
        assert_eq!(argument(client.repo("o", "a/b").err()), Some("repo"));
        assert_eq!(argument(client.org("").err()), Some("org"));
        assert_eq!(argument(client.enterprise("a b").err()), Some("enterprise"));
        Ok(())
    }

    #[test]
    fn a_full_name_is_an_owner_and_a_name_and_nothing_else() -> Result<(), Error> {
        let client = Client::builder().token("t").build()?;
        let repo = client.repo_by_full_name("Acme/.github")?;
        assert_eq!((repo.owner(), repo.repo()), ("Acme", ".github"));
        let refused =
            ["", "/", "acme", "acme/", "/widgets", "a/b/c", "a//b", "../b", "a/..", " a/b", "a/b\n", "a\\b"];
        for name in refused {
            let error = client.repo_by_full_name(name).err();
            assert_eq!(error.and_then(|error| error.argument()), Some("full_name"), "{name:?}");
        }
        Ok(())
    }

    #[test]
    fn display_is_the_name_as_github_writes_it_and_can_be_padded() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        let repo = client.repo_by_full_name("acme/widgets")?;
        assert_eq!(format!("{repo}|{repo:>14}"), "acme/widgets|  acme/widgets");
        assert_eq!(format!("{} {:3}|", client.org("acme")?, client.enterprise("12")?), "acme 12 |");
        Ok(())
    }

    #[test]
    fn debug_shows_the_names_and_nothing_of_the_client() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        assert_eq!(format!("{:?}", client.repo("acme", ".github")?), "Repo(acme/.github)");
        assert_eq!(format!("{:?}", client.org("acme")?), "Org(acme)");
        assert_eq!(format!("{:?}", client.enterprise("12")?), "Enterprise(12)");
        Ok(())
    }
}
