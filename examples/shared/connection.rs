//! The server of a program: GitHub, or the embedded fake if there is no token.

#[path = "demo.rs"]
mod demo;

use std::env;

use clap::Args;
use github_secret_scanning::{Client, ClientBuilder, SecretString};
use github_secret_scanning_fake::{FakeGitHub, TOKEN};
use url::{Host, Url};

use crate::exit::{Failure, log};

/// The token is read from the environment only: every user of the machine can read arguments.
const MISSING_TOKEN: &str = "no token: set GITHUB_TOKEN to a token for this server";

#[derive(Debug, Args)]
pub(crate) struct Connection {
    /// The base URL of the API [env: GITHUB_API_URL, if GITHUB_TOKEN is set] [default: github.com]
    ///
    /// The token is read from GITHUB_TOKEN. Without a token and --base-url the program uses an embedded fake of
    /// GitHub. A server on loopback needs no token.
    #[arg(long, value_name = "URL", verbatim_doc_comment)]
    base_url: Option<String>,
}

impl Connection {
    /// Returns the builder of a client, and the embedded fake if it is used; dropping the fake stops it.
    pub(crate) fn open(&self) -> Result<(ClientBuilder, Option<FakeGitHub>), Failure> {
        let token = variable("GITHUB_TOKEN")?;
        let base_url = match (&self.base_url, &token) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(_)) => variable("GITHUB_API_URL")?,
            (None, None) => {
                log("no GITHUB_TOKEN: using the embedded fake of GitHub, with sample data");
                let fake = demo::start()?;
                return Ok((fake.client_builder(), Some(fake)));
            }
        };
        let token = match (token, &base_url) {
            (Some(token), _) => SecretString::from(token),
            (None, Some(url)) if is_loopback(url) => {
                log("no GITHUB_TOKEN: sending a placeholder token to this server on loopback");
                TOKEN.into()
            }
            (None, _) => return Err(MISSING_TOKEN.into()),
        };
        let builder = Client::builder().token(token);
        let builder = match base_url {
            Some(url) => builder.base_url(url),
            None => builder,
        };
        Ok((builder, None))
    }
}

/// Returns a variable of the environment; `None` if it is not set or empty.
fn variable(name: &str) -> Result<Option<String>, Failure> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(None),
        // The message of the error contains the value.
        Err(env::VarError::NotUnicode(_)) => Err(format!("{name} is not valid Unicode").into()),
    }
}

fn is_loopback(url: &str) -> bool {
    match Url::parse(url).as_ref().map(Url::host) {
        Ok(Some(Host::Domain(name))) => name == "localhost",
        Ok(Some(Host::Ipv4(address))) => address.is_loopback(),
        Ok(Some(Host::Ipv6(address))) => address.is_loopback(),
        _ => false,
    }
}
