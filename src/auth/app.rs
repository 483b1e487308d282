//! A GitHub App as a service author names it: its id, its key, and where it is installed.

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;

use secrecy::SecretString;

use super::jwt::Signer;
use super::principal::Installation;
use crate::error::Error;
use crate::name;

/// A GitHub App, and where it is installed.
///
/// ```no_run
/// use github_secret_scanning::{App, AppKey, Client};
///
/// # fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let key = AppKey::file("/run/secrets/app.pem");
/// let app = App::new("Iv23liABCDEFGHIJKLMN", key).installation_of_org("acme");
/// let github = Client::builder().app(app).build()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "an app does nothing until a client is built with it"]
#[derive(Clone)]
pub struct App {
    id: String,
    key: AppKey,
    installation: Option<Installation>,
}

/// The private key of a GitHub App: RSA, as PEM in PKCS#1 (as GitHub gives it out) or PKCS#8.
#[derive(Clone)]
pub struct AppKey(Key);

#[derive(Clone)]
enum Key {
    Pem(SecretString),
    File(PathBuf),
}

impl App {
    /// An App by its client id, as GitHub advises, or its app id, and by its private key.
    ///
    /// It must also be said where it is installed, by one of the other methods; the last one
    /// called counts. All is checked in [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn new(id: impl Into<String>, key: AppKey) -> Self {
        Self { id: id.into(), key, installation: None }
    }

    /// The installation by its id, from 1.
    pub fn installation(mut self, id: u64) -> Self {
        self.installation = Some(Installation::Id(id));
        self
    }

    /// The installation of an organization; its id is asked for once, before the first request.
    pub fn installation_of_org(mut self, org: impl Into<String>) -> Self {
        self.installation = Some(Installation::Org(org.into()));
        self
    }

    /// The installation that a repository belongs to; its id is asked for once, before the first
    /// request.
    pub fn installation_of_repo(mut self, owner: impl Into<String>, repo: impl Into<String>) -> Self {
        self.installation = Some(Installation::Repo(owner.into(), repo.into()));
        self
    }

    /// Checks all of it, and reads the key.
    pub(super) fn checked(self) -> Result<(String, Signer, Installation), Error> {
        let in_an_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        if self.id.is_empty() || !self.id.bytes().all(in_an_id) {
            return Err(Error::invalid_argument("id", "must be the client id or the app id of the App"));
        }
        let installation = self
            .installation
            .ok_or_else(|| Error::invalid_argument("installation", "must be given, by id, org or repo"))?;
        match &installation {
            Installation::Id(0) => {
                return Err(Error::invalid_argument("installation", "must be 1 or more"));
            }
            Installation::Id(_) => {}
            Installation::Org(org) => _ = name::checked("org", org)?,
            Installation::Repo(owner, repo) => {
                name::checked("owner", owner)?;
                name::checked("repo", repo)?;
            }
        }
        let signer = Signer::new(self.id.clone(), &self.key.read()?)?;
        Ok((self.id, signer, installation))
    }
}

impl AppKey {
    /// The key as PEM text, with its line breaks.
    pub fn pem(pem: impl Into<SecretString>) -> Self {
        Self(Key::Pem(pem.into()))
    }

    /// A file that holds the key as PEM text. It is read once, when the client is built.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(Key::File(path.into()))
    }

    fn read(self) -> Result<SecretString, Error> {
        match self.0 {
            Key::Pem(pem) => Ok(pem),
            Key::File(path) => std::fs::read_to_string(path).map(SecretString::from).map_err(|error| {
                Error::invalid_argument("key", format!("names a file that cannot be read: {}", error.kind()))
            }),
        }
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("id", &self.id)
            .field("installation", &self.installation)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for AppKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppKey")
    }
}
