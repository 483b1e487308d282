//! What a request is about: a repository, an organization, or an enterprise.
//!
//! A scope is made from a client and holds names that were checked then, so that none of them can
//! change the path of a request. Each family of endpoints adds its methods to the scopes.

use std::fmt;
use std::sync::Arc;

use crate::client::Client;
use crate::error::Error;
use crate::name;

/// One repository; made by [`Client::repo`].
#[derive(Clone)]
pub struct Repo {
    client: Client,
    owner: Arc<str>,
    repo: Arc<str>,
}

/// One organization; made by [`Client::org`].
#[derive(Clone)]
pub struct Org {
    client: Client,
    org: Arc<str>,
}

/// One enterprise; made by [`Client::enterprise`].
#[derive(Clone)]
pub struct Enterprise {
    client: Client,
    enterprise: Arc<str>,
}

impl Client {
    /// Names a repository by its owner and its own name.
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

    /// Names an organization.
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
    fn debug_shows_the_names_and_nothing_of_the_client() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        assert_eq!(format!("{:?}", client.repo("acme", ".github")?), "Repo(acme/.github)");
        assert_eq!(format!("{:?}", client.org("acme")?), "Org(acme)");
        assert_eq!(format!("{:?}", client.enterprise("12")?), "Enterprise(12)");
        Ok(())
    }
}
