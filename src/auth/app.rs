//! A GitHub App: its id, its private key, and one installation.

#[cfg(test)]
mod tests;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use secrecy::{ExposeSecret, SecretString};

use super::jwt::Signer;
use crate::error::Error;
use crate::names;
use crate::text::{Redaction, clean};

/// The beginning of key material.
const PEM_HEADER: &str = "-----BEGIN";

/// The longest path that an error names, in bytes: shorter than any RSA key.
const LONGEST_SHOWN_PATH: usize = 256;

/// The largest key file, in bytes; an RSA key of 16,384 bits has 13,000 in PEM.
const LARGEST_KEY: u64 = 64 * 1024;

/// A GitHub App and one of its installations, as [credentials](crate::ClientBuilder::app).
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

/// The private key of a GitHub App: RSA, as PEM in PKCS#1 (the format of GitHub's download) or PKCS#8.
#[derive(Clone)]
pub struct AppKey(Key);

#[derive(Clone)]
enum Key {
    Pem(SecretString),
    File(PathBuf),
}

/// An installation, as the service author names it.
#[derive(Clone)]
pub(super) enum Installation {
    Id(u64),
    Org(String),
    Repo(String, String),
}

impl App {
    /// Creates an App from its client id (recommended by GitHub) or app id, and its private key.
    ///
    /// One of the other methods must name the installation; the last one called applies.
    /// [`ClientBuilder::build`](crate::ClientBuilder::build) checks everything.
    pub fn new(id: impl Into<String>, key: AppKey) -> Self {
        Self { id: id.into(), key, installation: None }
    }

    /// Sets the installation by its id, from 1.
    pub fn installation(mut self, id: u64) -> Self {
        self.installation = Some(Installation::Id(id));
        self
    }

    /// Sets the installation of an organization; its id is fetched once, before the first request.
    pub fn installation_of_org(mut self, org: impl Into<String>) -> Self {
        self.installation = Some(Installation::Org(org.into()));
        self
    }

    /// Sets the installation of a repository's owner; its id is fetched once, before the first request.
    pub fn installation_of_repo(mut self, owner: impl Into<String>, repo: impl Into<String>) -> Self {
        self.installation = Some(Installation::Repo(owner.into(), repo.into()));
        self
    }

    /// Checks everything, and reads the key.
    pub(super) fn check(self) -> Result<(String, Signer, Installation), Error> {
        let in_an_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        if self.id.is_empty() || !self.id.bytes().all(in_an_id) {
            return Err(Error::invalid_argument("id", "must be the client id or the app id of the App"));
        }
        let installation = self.installation.ok_or_else(|| {
            Error::invalid_argument("installation", "must be set, by id, organization or repository")
        })?;
        match &installation {
            Installation::Id(0) => {
                return Err(Error::invalid_argument("installation", "must be at least 1"));
            }
            Installation::Id(_) => {}
            Installation::Org(org) => check_name("org", org)?,
            Installation::Repo(owner, repo) => {
                check_name("owner", owner)?;
                check_name("repo", repo)?;
            }
        }
        let file = self.key.file_name();
        let signer = Signer::new(self.id.clone(), &self.key.read()?, file.as_deref())?;
        Ok((self.id, signer, installation))
    }
}

impl AppKey {
    /// Creates a key from PEM text, with its line breaks.
    pub fn pem(pem: impl Into<SecretString>) -> Self {
        Self(Key::Pem(pem.into()))
    }

    /// Reads the key from a regular file of PEM text of at most 64 KiB, once, when the client is built.
    ///
    /// If it cannot be read, the error names the file, unless the path looks like a key.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(Key::File(path.into()))
    }

    /// Returns the name of its file, if it is fit to be shown.
    fn file_name(&self) -> Option<String> {
        match &self.0 {
            Key::Pem(_) => None,
            Key::File(path) => shown(path),
        }
    }

    fn read(self) -> Result<SecretString, Error> {
        match self.0 {
            Key::Pem(pem) => Ok(pem),
            Key::File(path) => read_file(&path).map_err(|reason| unreadable(&path, &reason)),
        }
    }
}

/// Reads a regular file: opening a FIFO would wait for a writer.
fn read_file(path: &Path) -> Result<SecretString, String> {
    let failed = |error: io::Error| error.kind().to_string();
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err("not a regular file".to_owned());
    }
    let mut pem = String::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(LARGEST_KEY + 1).read_to_string(&mut pem).map_err(failed)?;
    // Zeroed on drop from here on.
    let pem = SecretString::from(pem);
    let fits = u64::try_from(pem.expose_secret().len()).is_ok_and(|length| length <= LARGEST_KEY);
    fits.then_some(pem).ok_or_else(|| format!("larger than {LARGEST_KEY} bytes"))
}

/// The error of a key file that cannot be read.
fn unreadable(path: &Path, reason: &str) -> Error {
    let named = shown(path).map(|path| format!(" (`{path}`)")).unwrap_or_default();
    Error::invalid_argument("key", format!("must be a readable file{named}: {reason}"))
}

/// Returns a path, unless it may be a key.
fn shown(path: &Path) -> Option<String> {
    let path = path.to_string_lossy();
    let is_path =
        !path.contains(['\n', '\r']) && !path.contains(PEM_HEADER) && path.len() <= LONGEST_SHOWN_PATH;
    is_path.then(|| clean(&path, LONGEST_SHOWN_PATH, &Redaction::none()))
}

fn check_name(argument: &'static str, name: &str) -> Result<(), Error> {
    names::check(name).map(|_| ()).map_err(|reason| Error::invalid_argument(argument, reason))
}

impl fmt::Display for Installation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Org(org) => write!(f, "of {org}"),
            Self::Repo(owner, repo) => write!(f, "of {owner}/{repo}"),
        }
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("id", &self.id)
            .field("installation", &self.installation.as_ref().map(ToString::to_string))
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for AppKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppKey")
    }
}
