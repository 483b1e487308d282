//! The server that a program connects to; the embedded fake without a token.

#[path = "demo.rs"]
mod demo;

use std::env;

use clap::Args;
use github_secret_scanning::{Client, ClientBuilder, SecretString};
use github_secret_scanning_fake::{FakeGitHub, TOKEN};
use url::{Host, Url};

use crate::ending::{Failure, say};

/// The token is read from the environment only: every user of the machine can read arguments.
const NEEDS_TOKEN: &str = "no token: set GITHUB_TOKEN to one for this server";

#[derive(Debug, Args)]
pub(crate) struct Connection {
    /// The address of the API, taken as it is [env: GITHUB_API_URL, where GITHUB_TOKEN is set; else github.com]
    ///
    /// The token is read from GITHUB_TOKEN. With neither that nor --base-url the program runs on a made-up
    /// GitHub inside of itself. A server on this machine needs no token.
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
                say("no GITHUB_TOKEN, so this is a made-up GitHub on this machine, with made-up data");
                let fake = demo::start()?;
                return Ok((fake.client_builder(), Some(fake)));
            }
        };
        let token = match (token, &base_url) {
            (Some(token), _) => SecretString::from(token),
            (None, Some(url)) if is_on_this_machine(url) => {
                say("no GITHUB_TOKEN, so a placeholder is sent to this server on loopback");
                TOKEN.into()
            }
            (None, _) => return Err(NEEDS_TOKEN.into()),
        };
        let builder = Client::builder().token(token);
        let builder = match base_url {
            Some(url) => builder.base_url(url),
            None => builder,
        };
        Ok((builder, None))
    }
}

/// A variable of the environment; an empty one counts as not set.
fn variable(name: &str) -> Result<Option<String>, Failure> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(None),
        // Its own message would show the value.
        Err(env::VarError::NotUnicode(_)) => Err(format!("{name} is not text").into()),
    }
}

fn is_on_this_machine(url: &str) -> bool {
    match Url::parse(url).as_ref().map(Url::host) {
        Ok(Some(Host::Domain(name))) => name == "localhost",
        Ok(Some(Host::Ipv4(address))) => address.is_loopback(),
        Ok(Some(Host::Ipv6(address))) => address.is_loopback(),
        _ => false,
    }
}
