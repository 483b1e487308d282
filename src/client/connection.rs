//! Setters for how the server is reached, and the connection pool made of them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use url::Url;

use super::ClientBuilder;
use super::base_url::is_loopback;
use crate::error::Error;

/// How connections are made.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) connect_timeout: Duration,
    proxy: Option<String>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    root_certificates: Vec<Vec<u8>>,
    #[cfg(feature = "rustls")]
    client_certificate: Option<secrecy::SecretSlice<u8>>,
    /// What a caller brought. reqwest's own builder cannot be cloned, so that clones share it, and
    /// the first to build takes it.
    base: Option<Arc<Mutex<Option<reqwest::ClientBuilder>>>>,
}

impl Default for Connection {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            proxy: None,
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            root_certificates: Vec::new(),
            #[cfg(feature = "rustls")]
            client_certificate: None,
            base: None,
        }
    }
}

impl ClientBuilder {
    /// How long a connection may take to be made, TLS included; 10 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connection.connect_timeout = timeout;
        self
    }

    /// The proxy that all requests go through, as `http://host:port`, with `user:password@` before
    /// the host if it asks for one. By default the proxy of the environment, if it names one, but for
    /// servers on loopback: another machine would look for them on itself.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connection.proxy = Some(url.into());
        self
    }

    /// One or more certificates in PEM that are trusted as roots beside the platform's own; can be
    /// called again for more.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connection.root_certificates.push(pem.into());
        self
    }

    /// The certificate that this client shows the server, with its private key, both in one PEM.
    #[cfg(feature = "rustls")]
    pub fn client_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connection.client_certificate = Some(pem.into().into());
        self
    }

    /// Begins with settings of reqwest's own; for `raw::with_http`.
    pub(crate) fn with_http(mut self, http: reqwest::ClientBuilder) -> Self {
        self.connection.base = Some(Arc::new(Mutex::new(Some(http))));
        self
    }
}

impl Connection {
    /// The pool, for requests to one server. What this crate relies on is set last.
    pub(super) fn open(self, base_url: &str) -> Result<reqwest::Client, Error> {
        if self.connect_timeout.is_zero() {
            return Err(Error::invalid_argument("connect_timeout", "must be longer than nothing"));
        }
        let mut http = match self.base {
            None if Url::parse(base_url).is_ok_and(|url| is_loopback(&url)) => ours().no_proxy(),
            None => ours(),
            Some(base) => base.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(|| {
                Error::invalid_argument("http", "was taken by another clone of the builder")
            })?,
        };
        if let Some(proxy) = self.proxy {
            // The parser's own message could quote the password.
            let proxy = reqwest::Proxy::all(proxy)
                .map_err(|_| Error::invalid_argument("proxy", "must be a URL, as http://host:port"))?;
            http = http.proxy(proxy);
        }
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        for pem in self.root_certificates {
            let roots = reqwest::Certificate::from_pem_bundle(&pem).unwrap_or_default();
            // Beside the platform's own, rustls passes over roots that it cannot read.
            let readable = reqwest::Client::builder().tls_certs_only(roots.clone()).build().is_ok();
            if roots.is_empty() || !readable {
                return Err(Error::invalid_argument("root_certificate", "must be certificates in PEM"));
            }
            http = http.tls_certs_merge(roots);
        }
        #[cfg(feature = "rustls")]
        if let Some(pem) = self.client_certificate {
            let identity = reqwest::Identity::from_pem(secrecy::ExposeSecret::expose_secret(&pem));
            let reason = "must be a certificate and its private key in PEM";
            let identity = identity.map_err(|_| Error::invalid_argument("client_certificate", reason))?;
            http = http.identity(identity);
        }
        http.redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            // It would log every byte, the token among them.
            .connection_verbose(false)
            .connect_timeout(self.connect_timeout)
            .build()
            .map_err(Error::no_http_client)
    }
}

/// Where both kinds of TLS are compiled in, perhaps by two crates of one service, rustls it is:
/// reqwest would choose the platform's, which knows no client certificate in PEM.
fn ours() -> reqwest::ClientBuilder {
    let http = reqwest::Client::builder();
    #[cfg(feature = "rustls")]
    let http = http.tls_backend_rustls();
    http
}

#[cfg(test)]
mod tests {
    use crate::{Client, ClientBuilder};

    use super::*;

    fn refused(set: fn(ClientBuilder) -> ClientBuilder) -> Option<&'static str> {
        let error = set(Client::builder().token("t")).build().err();
        assert!(!format!("{error:?}").contains("hunter2"));
        error.and_then(|error| error.argument())
    }

    #[test]
    fn what_cannot_be_read_is_refused_under_its_own_name_and_not_shown() {
        assert_eq!(refused(|b| b.connect_timeout(Duration::ZERO)), Some("connect_timeout"));
        assert_eq!(refused(|b| b.proxy("http://u:hunter2@[")), Some("proxy"));
        assert_eq!(refused(|b| b.proxy("http://u:hunter2@127.0.0.1:1")), None);
    }

    #[cfg(feature = "rustls")]
    #[test]
    fn certificates_that_are_none_are_refused() {
        for pem in ["", "hunter2", "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n"] {
            let roots = Client::builder().token("t").root_certificate(pem).build().err();
            assert_eq!(roots.as_ref().and_then(Error::argument), Some("root_certificate"), "{pem}");
            let own = Client::builder().token("t").client_certificate(pem).build().err();
            assert_eq!(own.as_ref().and_then(Error::argument), Some("client_certificate"), "{pem}");
            assert!(!format!("{roots:?} {own:?}").contains("hunter2"));
        }
    }

    #[test]
    fn what_this_crate_relies_on_is_set_last() {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(9));
        let client = Client::builder().token("t").with_http(http).build().unwrap();
        assert!(!format!("{:?}", client.transport().http()).contains("limited"));
    }

    #[test]
    fn settings_of_reqwests_own_make_one_client() {
        let builder = Client::builder().token("t").with_http(reqwest::Client::builder());
        assert!(builder.clone().build().is_ok());
        assert_eq!(builder.build().err().and_then(|error| error.argument()), Some("http"));
    }
}
