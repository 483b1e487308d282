//! How a client is put together.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use super::base_url::Server;
use super::{Client, Inner};
use crate::error::Error;
use crate::transport::Transport;

const DEFAULT_USER_AGENT: &str = concat!("github-secret-scanning/", env!("CARGO_PKG_VERSION"));

/// Builds a [`Client`]. All is checked in [`build`](Self::build).
#[must_use = "a builder does nothing until it builds"]
#[derive(Clone)]
pub struct ClientBuilder {
    server: Server,
    token: Option<SecretString>,
    user_agent: String,
    connect_timeout: Duration,
    attempt_timeout: Duration,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            server: Server::GitHub,
            token: None,
            user_agent: DEFAULT_USER_AGENT.to_owned(),
            connect_timeout: Duration::from_secs(10),
            attempt_timeout: Duration::from_secs(30),
        }
    }

    /// The token that every request carries: of a user, a GitHub App's installation, or an
    /// enterprise.
    pub fn token(mut self, token: impl Into<SecretString>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// The address of the API, taken as it is; a slash at its end makes no difference.
    ///
    /// For servers behind a proxy. The token is sent there: over `http://` anybody on the way can
    /// read it. Of the ways to name a server, the last one called counts.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.server = Server::BaseUrl(url.into());
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

    /// How long a connection may take to be made; 10 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one attempt may take from connecting to the last byte of the answer; 30 seconds by
    /// default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// Checks all of it and builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// - [`InvalidArgument`](crate::ErrorKind::InvalidArgument), naming the method whose argument
    ///   is wrong: a `token` that is missing, empty, or has characters that no header can carry (a
    ///   line break at the end of a file, mostly); a `base_url` that is no `http` or `https` URL,
    ///   or has user, query or fragment; an `enterprise_server` that is more than a host and port;
    ///   a `ghe_com` that is no subdomain; a `user_agent` that no header can carry; a timeout of
    ///   zero.
    /// - [`Connect`](crate::ErrorKind::Connect) if TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let base_url = self.server.address()?;
        let token = self.token.ok_or_else(|| Error::invalid_argument("token", "must be given"))?;
        let authorization = bearer(&token)?;
        let user_agent = HeaderValue::from_str(&self.user_agent)
            .ok()
            .filter(|value| !value.is_empty())
            .ok_or_else(|| Error::invalid_argument("user_agent", "must be visible ASCII, and not empty"))?;
        for (argument, timeout) in
            [("connect_timeout", self.connect_timeout), ("attempt_timeout", self.attempt_timeout)]
        {
            if timeout.is_zero() {
                return Err(Error::invalid_argument(argument, "must be longer than nothing"));
            }
        }
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.connect_timeout)
            .timeout(self.attempt_timeout)
            .build()
            .map_err(Error::no_http_client)?;
        Ok(Client(Arc::new(Inner {
            base_url,
            token,
            authorization,
            user_agent,
            transport: Transport::new(http),
        })))
    }
}

fn bearer(token: &SecretString) -> Result<HeaderValue, Error> {
    let token = token.expose_secret();
    let refused = |reason| Err(Error::invalid_argument("token", reason));
    if token.is_empty() {
        return refused("must not be empty");
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return refused("must be visible ASCII without spaces (is there a line break at its end?)");
    }
    match HeaderValue::try_from(format!("Bearer {token}")) {
        Ok(mut value) => {
            value.set_sensitive(true);
            Ok(value)
        }
        Err(_) => refused("cannot be sent in a header"),
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The server is left out: until it is checked, its address may hold a password.
        f.debug_struct("ClientBuilder")
            .field("has_token", &self.token.is_some())
            .field("connect_timeout", &self.connect_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
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
        assert_eq!(refused(with_token().connect_timeout(Duration::ZERO)), Some("connect_timeout"));
        assert_eq!(refused(with_token().attempt_timeout(Duration::ZERO)), Some("attempt_timeout"));
    }

    #[test]
    fn neither_the_client_nor_its_header_shows_the_token() -> Result<(), Error> {
        let client = Client::builder().token("hunter2").build()?;
        let mut headers = http::HeaderMap::new();
        headers.insert("api-version", HeaderValue::from_static("1"));
        client.sign(&mut headers);
        assert!(!format!("{client:?} {client:#?} {headers:?}").contains("hunter2"));
        assert_eq!(headers.get("authorization").map(HeaderValue::as_bytes), Some(&b"Bearer hunter2"[..]));
        assert!(!headers.contains_key("api-version"));
        Ok(())
    }
}
