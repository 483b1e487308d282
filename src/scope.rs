//! Scopes: a repository, an organization, or an enterprise.
//!
//! The names in a scope were checked when it was created, so that none of them can change the path of
//! a request.

mod identity;

use std::fmt;
use std::sync::Arc;

use crate::client::Client;
use crate::error::Error;
use crate::names;

/// A repository; created by [`Client::repo`]. Its `Display` is `owner/name`.
///
/// Two scopes are equal if the base URL and the names are, whatever their clients; so it can be the key of a
/// map. Clippy's `mutable_key_type` does not see that: list
/// `github_secret_scanning::Repo` in `ignore-interior-mutability` of `clippy.toml`.
#[derive(Clone)]
pub struct Repo {
    client: Client,
    owner: Arc<str>,
    name: Arc<str>,
}

/// An organization; created by [`Client::org`]. Its `Display` is its login.
#[derive(Clone)]
pub struct Org {
    client: Client,
    login: Arc<str>,
}

/// An enterprise; created by [`Client::enterprise`]. Its `Display` is its slug or id.
#[derive(Clone)]
pub struct Enterprise {
    client: Client,
    slug: Arc<str>,
}

impl Client {
    /// Returns the scope of a repository, by its owner and its name.
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
    /// `-`, `_` and `.`. Nothing is sent, so a missing repository shows with the first request.
    pub fn repo(&self, owner: impl AsRef<str>, repo: impl AsRef<str>) -> Result<Repo, Error> {
        Ok(Repo {
            client: self.clone(),
            owner: check("owner", owner.as_ref())?,
            name: check("repo", repo.as_ref())?,
        })
    }

    /// Returns the scope of a repository, by its full name such as `acme/widgets`.
    ///
    /// GitHub uses this form in the `full_name` of a repository and in the `GITHUB_REPOSITORY` of a
    /// workflow.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # fn run(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let repo = github.repo_by_full_name("acme/widgets")?;
    /// assert_eq!((repo.owner(), repo.name()), ("acme", "widgets"));
    /// assert_eq!(repo.to_string(), "acme/widgets");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `full_name`, unless it consists
    /// of two names separated by one `/`, each under the rules of [`repo`](Self::repo).
    pub fn repo_by_full_name(&self, full_name: impl AsRef<str>) -> Result<Repo, Error> {
        let names = full_name.as_ref().split_once('/');
        names.and_then(|(owner, repo)| self.repo(owner, repo).ok()).ok_or_else(|| {
            Error::invalid_argument(
                "full_name",
                "must be an owner and a name separated by one `/`, each of 1 to 100 ASCII letters, \
                 digits, `-`, `_` and `.`",
            )
        })
    }

    /// Returns the repository that an item of a list names.
    pub(crate) fn repo_of_item(&self, item: &'static str, full_name: Option<&str>) -> Result<Repo, Error> {
        full_name.and_then(|name| self.repo_by_full_name(name).ok()).ok_or_else(|| {
            Error::invalid_argument(
                item,
                "must have a `repository` with a full name, which those of a repository's own list lack",
            )
        })
    }

    /// Returns the scope of an organization, by its login.
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
        Ok(Org { client: self.clone(), login: check("org", org.as_ref())? })
    }

    /// Returns the scope of an enterprise, by its slug or its numeric id.
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
        Ok(Enterprise { client: self.clone(), slug: check("enterprise", enterprise.as_ref())? })
    }
}

impl Repo {
    /// Returns the client that it was created from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the login of its owner, a user or an organization.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Returns its name without the owner.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Org {
    /// Returns the client that it was created from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns its login.
    pub fn login(&self) -> &str {
        &self.login
    }
}

impl Enterprise {
    /// Returns the client that it was created from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns its slug or its numeric id.
    pub fn slug(&self) -> &str {
        &self.slug
    }
}

impl fmt::Display for Repo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.owner, self.name))
    }
}

impl fmt::Display for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.login)
    }
}

impl fmt::Display for Enterprise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.slug)
    }
}

impl fmt::Debug for Repo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Repo({}/{})", self.owner, self.name)
    }
}

impl fmt::Debug for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Org({})", self.login)
    }
}

impl fmt::Debug for Enterprise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Enterprise({})", self.slug)
    }
}

fn check(argument: &'static str, name: &str) -> Result<Arc<str>, Error> {
    names::check(name).map(Arc::from).map_err(|reason| Error::invalid_argument(argument, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_argument_is_refused_by_name() -> Result<(), Error> {
        let client = Client::builder().token("t").build()?;
        let argument = |error: Option<Error>| error.and_then(|error| error.argument());
        assert_eq!(argument(client.repo("..", "r").err()), Some("owner"));
        assert_eq!(argument(client.repo("o", "a/b").err()), Some("repo"));
        assert_eq!(argument(client.org("").err()), Some("org"));
        assert_eq!(argument(client.enterprise("a b").err()), Some("enterprise"));
        Ok(())
    }

    #[test]
    fn a_full_name_is_an_owner_and_a_name() -> Result<(), Error> {
        let client = Client::builder().token("t").build()?;
        let repo = client.repo_by_full_name("Acme/.github")?;
        assert_eq!((repo.owner(), repo.name()), ("Acme", ".github"));
        let refused =
            ["", "/", "acme", "acme/", "/widgets", "a/b/c", "a//b", "../b", "a/..", " a/b", "a/b\n", "a\\b"];
        for name in refused {
            let error = client.repo_by_full_name(name).err();
            assert_eq!(error.and_then(|error| error.argument()), Some("full_name"), "{name:?}");
        }
        Ok(())
    }

    #[test]
    fn display_is_githubs_name_and_can_be_padded() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        let repo = client.repo_by_full_name("acme/widgets")?;
        assert_eq!(format!("{repo}|{repo:>14}"), "acme/widgets|  acme/widgets");
        assert_eq!(format!("{} {:3}|", client.org("acme")?, client.enterprise("12")?), "acme 12 |");
        Ok(())
    }

    #[test]
    fn debug_contains_the_names_and_no_part_of_the_client() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        assert_eq!(format!("{:?}", client.repo("acme", ".github")?), "Repo(acme/.github)");
        assert_eq!(format!("{:?}", client.org("acme")?), "Org(acme)");
        assert_eq!(format!("{:?}", client.enterprise("12")?), "Enterprise(12)");
        Ok(())
    }
}
