//! The builder of clients.

use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;

use http::header::HeaderValue;
use secrecy::SecretString;

use super::base_url::Server;
use super::connection::Connection;
use super::{Client, timing};
#[cfg(feature = "app")]
use crate::auth::App;
use crate::auth::{Credentials, TokenProvider, Unchecked};
use crate::cache::Cache;
use crate::error::Error;
use crate::transport::{Settings, Transport};

const DEFAULT_USER_AGENT: &str = concat!("github-secret-scanning/", env!("CARGO_PKG_VERSION"));

/// Builds a [`Client`]. [`build`](Self::build) checks everything.
#[must_use = "a builder does nothing until it builds"]
#[derive(Clone)]
pub struct ClientBuilder {
    server: Server,
    credentials: Option<Unchecked>,
    user_agent: String,
    allow_plain_http: bool,
    #[cfg(feature = "cache")]
    cache: Option<u64>,
    pub(super) connection: Connection,
    pub(super) settings: Settings,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            server: Server::GitHub,
            credentials: None,
            user_agent: DEFAULT_USER_AGENT.to_owned(),
            allow_plain_http: false,
            #[cfg(feature = "cache")]
            cache: None,
            connection: Connection::default(),
            settings: Settings::default(),
        }
    }

    /// Sets a static token: a personal access token, or an installation access token.
    ///
    /// Credentials are required: one of `token`, [`token_provider`](Self::token_provider) and `app`.
    /// The last one called applies.
    pub fn token(mut self, token: impl Into<SecretString>) -> Self {
        self.credentials = Some(Unchecked::Token(token.into()));
        self
    }

    /// Sets a provider that returns the token of each request, for services that keep theirs in a vault.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.credentials = Some(Unchecked::Provider(Arc::new(provider)));
        self
    }

    /// Sets a GitHub App as the credentials.
    ///
    /// Its installation access token is fetched before the first request, once for all calls that wait
    /// for it, and refreshed 5 minutes before it expires and once after a 401.
    #[cfg(feature = "app")]
    pub fn app(mut self, app: App) -> Self {
        self.credentials = Some(Unchecked::App(app));
        self
    }

    /// Sets the base URL of the API as it is; a slash at its end is ignored. Default:
    /// `https://api.github.com`.
    ///
    /// The token is sent there, so `http://` is refused except for loopback, unless
    /// [allowed](Self::allow_plain_http). Loopback is `127.0.0.0/8`, `[::1]`, `localhost` or a name that ends with
    /// `.localhost`; a name is connected to at 127.0.0.1 and `[::1]` alone, whatever it resolves to. Of the methods
    /// that set a server, the last one called applies.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.server = Server::BaseUrl(url.into());
        self
    }

    /// Allows a [`base_url`](Self::base_url) that begins with `http://`. Default: refused, except for
    /// loopback.
    ///
    /// The token and every secret are then readable on the network. So they may be with a base URL on loopback: names
    /// such as `localhost` are then resolved like all others, and every [`proxy`](Self::proxy) is used that is set.
    pub fn allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// Sets a GitHub Enterprise Server by its host, optionally with a port: `https://HOST/api/v3`.
    pub fn enterprise_server(mut self, host: impl Into<String>) -> Self {
        self.server = Server::OnPremises(host.into());
        self
    }

    /// Sets an enterprise with data residency by its subdomain: `https://api.SUBDOMAIN.ghe.com`.
    pub fn ghe_com(mut self, subdomain: impl Into<String>) -> Self {
        self.server = Server::GheCom(subdomain.into());
        self
    }

    /// Sets the header `User-Agent`, which GitHub requires to name the application.
    ///
    /// Default: `github-secret-scanning/` and the version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Keeps up to `max_bytes` of responses in memory, and revalidates them before each use. Default:
    /// no cache.
    ///
    /// A response that did not change is served from memory, and its request does not count against
    /// GitHub's primary rate limit. Nothing is written to disk, because bodies contain secrets.
    #[cfg(feature = "cache")]
    pub fn cache(mut self, max_bytes: u64) -> Self {
        self.cache = Some(max_bytes);
        self
    }

    /// Checks everything and builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument) with the name of the method: a `token`
    ///   that is missing, empty, or invalid in a header (often for a line break at the end of a file);
    ///   a `base_url` that is no `http` or `https` URL, has a user, query or fragment, or is plain
    ///   `http` without being allowed; an `enterprise_server` that is more than a host and port; a
    ///   `ghe_com` that is no subdomain; an `id`, `key` or `installation` of an App that is invalid; a
    ///   `user_agent` that is invalid in a header; a `proxy` that is no `http` or `https`
    ///   URL with a host (without a scheme, `http` applies), or would receive a plain `http` request for loopback
    ///   elsewhere; a certificate that is malformed; a timeout or
    ///   limit of zero; a `base_url` with `https`, also the default, without a feature for TLS.
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument) with the name of the variable
    ///   (`HTTPS_PROXY`, `https_proxy`, `HTTP_PROXY`, `http_proxy`, `ALL_PROXY`, `all_proxy`), or
    ///   `system proxy`, if the proxy of the environment would be used and cannot be: see
    ///   [`proxy`](Self::proxy).
    /// - [`Connect`](crate::ErrorKind::Connect) if TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        self.build_in(|name| std::env::var_os(name))
    }

    /// Builds the client in the environment that `variable` reads.
    pub(super) fn build_in(self, variable: impl Fn(&str) -> Option<OsString>) -> Result<Client, Error> {
        let base_url = self.server.base_url(self.allow_plain_http)?;
        let credentials = self.credentials.ok_or_else(|| Error::invalid_argument("token", "must be set"))?;
        let credentials = Credentials::check(credentials)?;
        let user_agent = HeaderValue::from_str(&self.user_agent)
            .ok()
            .filter(|value| !value.is_empty())
            .ok_or_else(|| Error::invalid_argument("user_agent", "must be visible ASCII, and not empty"))?;
        timing::check(&self.settings)?;
        #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
        if base_url.starts_with("https:") && !self.connection.has_base() {
            let reason = "requires the feature `rustls` or `native-tls` for `https`";
            return Err(Error::invalid_argument("base_url", reason));
        }
        let pools = self.connection.open(&base_url, self.allow_plain_http, variable)?;
        #[cfg(feature = "cache")]
        let cache = self.cache.map(Cache::new);
        #[cfg(not(feature = "cache"))]
        let cache: Option<Cache> = None;
        let transport = Transport::new(pools, base_url, user_agent, self.settings, cache);
        Ok(Client::new(credentials, transport))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the server: until it is checked, its URL may contain a password.
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
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

    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    #[test]
    fn https_without_tls_is_refused() {
        assert_eq!(refused(Client::builder().token("t")), Some("base_url"));
        assert_eq!(refused(Client::builder().token("t").base_url("http://127.0.0.1:1")), None);
        assert_eq!(refused(Client::builder().token("t").http(reqwest::Client::builder)), None);
    }

    #[test]
    fn a_token_that_is_invalid_in_a_header_is_refused_without_being_shown() {
        assert_eq!(refused(Client::builder()), Some("token"));
        let long = "hunter2".repeat(16 * 1024 / 7 + 1);
        for token in ["", "hunter2\n", "hunter2 ", "hünter2", "hunter2\0", &long] {
            let builder = Client::builder().token(token);
            assert!(!format!("{builder:?}").contains("nter2"));
            let error = builder.build().err();
            assert_eq!(error.as_ref().and_then(Error::argument), Some("token"), "{token:?}");
            assert!(!format!("{error:?}").contains("nter2"));
        }
    }

    #[test]
    fn a_token_is_text_or_a_secret() {
        assert!(Client::builder().token("t").build().is_ok());
        assert!(Client::builder().token(String::from("t")).build().is_ok());
        assert!(Client::builder().token(SecretString::from("t")).build().is_ok());
    }

    #[test]
    fn every_other_argument_is_refused_by_name() {
        let with_token = || Client::builder().token("t");
        assert_eq!(refused(with_token().base_url("x")), Some("base_url"));
        assert_eq!(refused(with_token().enterprise_server("a/b")), Some("enterprise_server"));
        assert_eq!(refused(with_token().ghe_com("a.b")), Some("ghe_com"));
        assert_eq!(refused(with_token().user_agent("a\nb")), Some("user_agent"));
    }

    #[test]
    fn debug_of_a_client_does_not_contain_the_token() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        assert!(!format!("{client:?} {client:#?}").contains("hunter2"));
        Ok(())
    }
}
