//! How a client is put together.

use std::fmt;
use std::sync::Arc;

use http::header::HeaderValue;
use secrecy::SecretString;

use super::base_url::Server;
use super::connection::Connection;
use super::{Client, Inner, pace};
use crate::auth::{App, Credentials, Identity, TokenProvider};
use crate::cache::Cache;
use crate::error::Error;
use crate::transport::{Settings, Transport};

const DEFAULT_USER_AGENT: &str = concat!("github-secret-scanning/", env!("CARGO_PKG_VERSION"));

/// Builds a [`Client`]. All is checked in [`build`](Self::build).
#[must_use = "a builder does nothing until it builds"]
#[derive(Clone)]
pub struct ClientBuilder {
    server: Server,
    identity: Option<Identity>,
    user_agent: String,
    allow_plain_http: bool,
    cache: Option<u64>,
    pub(super) connection: Connection,
    pub(super) settings: Settings,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            server: Server::GitHub,
            identity: None,
            user_agent: DEFAULT_USER_AGENT.to_owned(),
            allow_plain_http: false,
            cache: None,
            connection: Connection::default(),
            settings: Settings::default(),
        }
    }

    /// The token that every request carries: of a user, a GitHub App's installation, or an
    /// enterprise.
    ///
    /// Of `token`, [`token_provider`](Self::token_provider) and [`app`](Self::app), one must be
    /// given, and the last one called counts.
    pub fn token(mut self, token: impl Into<SecretString>) -> Self {
        self.identity = Some(Identity::Token(token.into()));
        self
    }

    /// Where each request gets its token from, for services that keep theirs in a vault.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.identity = Some(Identity::Provider(Arc::new(provider)));
        self
    }

    /// The GitHub App that requests speak for.
    ///
    /// The token of its installation is fetched before the first request, once however many
    /// calls wait for it; it is renewed 5 minutes before it ends, and once after a 401.
    pub fn app(mut self, app: App) -> Self {
        self.identity = Some(Identity::App(app));
        self
    }

    /// The address of the API, taken as it is; a slash at its end makes no difference.
    ///
    /// For servers behind a proxy. The token is sent there, so `http://` is refused for all but
    /// loopback addresses, unless [allowed](Self::allow_plain_http). Of the ways to name a server,
    /// the last one called counts.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.server = Server::BaseUrl(url.into());
        self
    }

    /// Allows a [`base_url`](Self::base_url) that begins with `http://`; refused by default, except
    /// for this machine.
    ///
    /// Anybody on the way can then read the token and every secret.
    pub fn allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// A GitHub Enterprise Server by its host, with a port if need be: `https://HOST/api/v3`.
    pub fn enterprise_server(mut self, host: impl Into<String>) -> Self {
        self.server = Server::OnPremises(host.into());
        self
    }

    /// An enterprise with data residency, by its subdomain: `https://api.SUBDOMAIN.ghe.com`.
    pub fn ghe_com(mut self, subdomain: impl Into<String>) -> Self {
        self.server = Server::GheCom(subdomain.into());
        self
    }

    /// What the service calls itself; GitHub asks for the name of the application.
    ///
    /// By default `github-secret-scanning/` and the version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Keeps answers in memory, at most `max_bytes` of them, and asks the server only whether they
    /// changed; off by default.
    ///
    /// Where nothing changed the stored answer is served again, and the request costs nothing of
    /// GitHub's primary rate limit. Bodies hold secrets, so nothing is ever written to disk.
    pub fn cache(mut self, max_bytes: u64) -> Self {
        self.cache = Some(max_bytes);
        self
    }

    /// Checks all of it and builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument), naming the method whose argument
    ///   is wrong: a `token` that is missing, empty, or has characters that no header can carry (a
    ///   line break at the end of a file, mostly); a `base_url` that is no `http` or `https` URL,
    ///   or has user, query or fragment, or is `http` and not allowed to be; an `enterprise_server` that is more than a host and port;
    ///   an app's `id`, `key` or `installation` that cannot be one;
    ///   a `ghe_com` that is no subdomain; a `user_agent` that no header can carry; a timeout of
    ///   zero.
    /// - [`Connect`](crate::ErrorKind::Connect) if TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = self.server.address(self.allow_plain_http)?;
        let identity = self.identity.ok_or_else(|| Error::invalid_argument("token", "must be given"))?;
        let credentials = Credentials::of(identity)?;
        let user_agent = HeaderValue::from_str(&self.user_agent)
            .ok()
            .filter(|value| !value.is_empty())
            .ok_or_else(|| Error::invalid_argument("user_agent", "must be visible ASCII, and not empty"))?;
        pace::check(&self.settings)?;
        let http = self.connection.open(&base_url)?;
        Ok(Client(Arc::new(Inner {
            base_url,
            credentials,
            user_agent,
            transport: Transport::new(http, self.settings, self.cache.map(Cache::new)),
        })))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The server is left out: until it is checked, its address may hold a password.
        f.debug_struct("ClientBuilder")
            .field("identity", &self.identity)
            .field("connect_timeout", &self.connection.connect_timeout)
            .field("attempt_timeout", &self.settings.attempt_timeout)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(builder: ClientBuilder) -> Option<&'static str> {
        builder.build().err().and_then(|error| error.argument())
    }

    #[test]
    fn a_token_that_cannot_be_sent_is_refused_without_being_shown() {
        assert_eq!(refused(Client::builder()), Some("token"));
        for token in ["", "hunter2\n", "hunter2 ", "hünter2", "hunter2\0"] {
            let builder = Client::builder().token(token);
            assert!(!format!("{builder:?}").contains("nter2"));
            let error = builder.build().err();
            assert_eq!(error.as_ref().and_then(Error::argument), Some("token"), "{token:?}");
            assert!(!format!("{error:?}").contains("nter2"));
        }
    }

    #[test]
    fn a_token_can_be_given_as_text_or_as_a_secret() {
        assert!(Client::builder().token("t").build().is_ok());
        assert!(Client::builder().token(String::from("t")).build().is_ok());
        assert!(Client::builder().token(SecretString::from("t")).build().is_ok());
    }

    #[test]
    fn every_other_argument_is_refused_under_its_own_name() {
        let with_token = || Client::builder().token("t");
        assert_eq!(refused(with_token().base_url("x")), Some("base_url"));
        assert_eq!(refused(with_token().enterprise_server("a/b")), Some("enterprise_server"));
        assert_eq!(refused(with_token().ghe_com("a.b")), Some("ghe_com"));
        assert_eq!(refused(with_token().user_agent("a\nb")), Some("user_agent"));
    }

    #[test]
    fn neither_the_client_nor_its_header_shows_the_token() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        let mut headers = http::HeaderMap::new();
        headers.insert("api-version", HeaderValue::from_static("1"));
        client.sign(&mut headers, crate::auth::authorization(&"hunter2".into()).expect("it fits"));
        assert!(!format!("{client:?} {client:#?} {headers:?}").contains("hunter2"));
        assert_eq!(headers.get("authorization").map(HeaderValue::as_bytes), Some(&b"Bearer hunter2"[..]));
        assert!(!headers.contains_key("api-version"));
        Ok(())
    }
}
