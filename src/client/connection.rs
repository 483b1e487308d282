//! Setters of connections, and the connection pools made from them.

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use url::{Host, Url};

use super::ClientBuilder;
use super::proxy::Proxy;
use crate::error::Error;
use crate::transport::Pools;

/// When a connection over HTTP/2 on which nothing arrives is sent a `PING`, and how long it may take to acknowledge it. In
/// sum less than the default timeout of an attempt: a request on a dead connection fails while there is time for another.
const PING_INTERVAL: Duration = Duration::from_secs(10);
const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// The settings of connections.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) connect_timeout: Duration,
    proxy: Option<String>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    root_certificates: Vec<Vec<u8>>,
    #[cfg(feature = "rustls")]
    client_certificate: Option<secrecy::SecretSlice<u8>>,
    /// The argument of `ClientBuilder::http`.
    base: Option<Arc<dyn Fn() -> reqwest::ClientBuilder + Send + Sync>>,
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
    /// Sets the timeout of connecting, TLS included. Default: 10 seconds.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connection.connect_timeout = timeout;
        self
    }

    /// Sets the proxy for all requests, as `http://host:port` or `https://host:port`, with
    /// `user:password@` before the host if it requires authentication. SOCKS proxies are not supported.
    ///
    /// Default: the proxy of the environment, but none for a server on loopback, which a proxy on
    /// another machine cannot reach. For a base URL with `https`, that is the first of the variables
    /// `HTTPS_PROXY`, `https_proxy`, `ALL_PROXY` and `all_proxy` that is not empty, unless `NO_PROXY` or
    /// `no_proxy` contains the server; for one with `http`, `HTTP_PROXY` and `http_proxy` take the place
    /// of the first two, and are ignored in CGI (where `REQUEST_METHOD` is set). Without any of them, it
    /// is the proxy in the settings of macOS or Windows.
    ///
    /// [`build`](Self::build) decides which proxy is used, and refuses one that cannot be used: no
    /// request bypasses its proxy. For a plain `http` base URL on loopback, it also refuses a proxy that is not on
    /// loopback itself, and one that would have to resolve the name of the server, unless
    /// [`allow_plain_http`](Self::allow_plain_http) is called: the token would leave this machine in clear text.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connection.proxy = Some(url.into());
        self
    }

    /// Adds root certificates in PEM, one or more, to those of the platform.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connection.root_certificates.push(pem.into());
        self
    }

    /// Sets the client certificate for mutual TLS, with its private key, both in one PEM.
    #[cfg(feature = "rustls")]
    pub fn client_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.connection.client_certificate = Some(pem.into().into());
        self
    }

    /// Starts from a reqwest builder, for settings that this builder lacks. Not covered by the semver
    /// promise.
    ///
    /// The function is called each time a connection pool is created. The settings that this crate
    /// relies on are applied last: no redirects, no retries and no verbose log by reqwest, no
    /// `Referer`, the timeouts, the `PING`s of HTTP/2, and those of this builder. Unless [`proxy`](Self::proxy) is set, the
    /// proxies are those of the reqwest builder, by default of the environment: they are not checked,
    /// and errors do not name them.
    ///
    /// The minimum version of TLS is that of the reqwest builder, by default 1.2. With a plain `http` base URL on
    /// loopback, and without [`allow_plain_http`](Self::allow_plain_http), its proxies are not used, and its resolver is
    /// not asked for the server.
    pub fn http(mut self, http: impl Fn() -> reqwest::ClientBuilder + Send + Sync + 'static) -> Self {
        self.connection.base = Some(Arc::new(http));
        self
    }
}

impl Connection {
    /// Returns whether it starts from a reqwest builder, whose TLS is not known here.
    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    pub(super) fn has_base(&self) -> bool {
        self.base.is_some()
    }

    /// Checks everything, and opens the first connection pool; `variable` reads the environment.
    ///
    /// `base_url` is checked: without `allow_plain_http`, plain `http` is to loopback, and must stay there.
    pub(super) fn open(
        self,
        base_url: &str,
        allow_plain_http: bool,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Pools, Error> {
        if self.connect_timeout.is_zero() {
            return Err(Error::invalid_argument("connect_timeout", "must be greater than zero"));
        }
        let loopback = plain_http_host(base_url).filter(|_| !allow_plain_http);
        let proxy = match (&self.proxy, &self.base) {
            (Some(url), _) => Some(Proxy::explicit(url, loopback.as_ref())?),
            (None, None) => Proxy::of_environment(base_url, variable)?,
            (None, Some(_)) => None,
        };
        let address = proxy.as_ref().map(|proxy| proxy.address.clone());
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        let roots = self.root_certificates()?;
        #[cfg(feature = "rustls")]
        let identity = self.identity()?;
        let open = move || {
            let mut http = match &self.base {
                None => default_builder().no_proxy(),
                Some(base) => base(),
            };
            if let Some(server) = &loopback {
                http = on_loopback(http.no_proxy(), server);
            }
            if let Some(proxy) = &proxy {
                http = http.no_proxy().proxy(proxy.settings.clone());
                if loopback.is_some() {
                    http = on_loopback(http, &proxy.host);
                }
            }
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            if !roots.is_empty() {
                http = http.tls_certs_merge(roots.clone());
            }
            #[cfg(feature = "rustls")]
            if let Some(identity) = &identity {
                http = http.identity(identity.clone());
            }
            // Last: this crate relies on them.
            http.redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .referer(false)
                // It logs every byte, the token included.
                .connection_verbose(false)
                .connect_timeout(self.connect_timeout)
                .http2_keep_alive_interval(PING_INTERVAL)
                .http2_keep_alive_timeout(PING_TIMEOUT)
                // A write on a connection that died meanwhile would have an unknown outcome.
                .http2_keep_alive_while_idle(true)
                .build()
        };
        Pools::new(open, address)
    }

    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    fn root_certificates(&self) -> Result<Vec<reqwest::Certificate>, Error> {
        let mut all = Vec::new();
        for pem in &self.root_certificates {
            let roots = reqwest::Certificate::from_pem_bundle(pem).unwrap_or_default();
            // With the platform's roots, rustls ignores malformed ones.
            let readable = reqwest::Client::builder().tls_certs_only(roots.clone()).build().is_ok();
            if roots.is_empty() || !readable {
                return Err(Error::invalid_argument("root_certificate", "must be certificates in PEM"));
            }
            all.extend(roots);
        }
        Ok(all)
    }

    #[cfg(feature = "rustls")]
    fn identity(&self) -> Result<Option<reqwest::Identity>, Error> {
        let Some(pem) = &self.client_certificate else { return Ok(None) };
        let identity = reqwest::Identity::from_pem(secrecy::ExposeSecret::expose_secret(pem));
        let reason = "must be a certificate and its private key in PEM";
        identity.map(Some).map_err(|_| Error::invalid_argument("client_certificate", reason))
    }
}

/// Returns the host of a base URL with plain `http`.
fn plain_http_host(base_url: &str) -> Option<Host<String>> {
    let url = Url::parse(base_url).ok().filter(|url| url.scheme() == "http")?;
    url.host().map(|host| host.to_owned())
}

/// Resolves a name to loopback alone, whatever the resolver: one may send `api.localhost` to the network.
fn on_loopback(http: reqwest::ClientBuilder, host: &Host<String>) -> reqwest::ClientBuilder {
    match host {
        // Port 0 is replaced by the port of the URL.
        Host::Domain(name) => http.resolve_to_addrs(
            name,
            &[SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))],
        ),
        Host::Ipv4(_) | Host::Ipv6(_) => http,
    }
}

/// TLS 1.2 at least. Chooses rustls if both TLS features are enabled, perhaps by two crates of one service: reqwest would
/// choose the platform's TLS, which does not support client certificates in PEM.
fn default_builder() -> reqwest::ClientBuilder {
    let http = reqwest::Client::builder();
    // The default of both backends, but not a promise of either; the upper end is the newest that they have. A
    // reqwest builder of the caller keeps its own, which may be higher.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    let http = http.tls_version_min(reqwest::tls::Version::TLS_1_2);
    #[cfg(feature = "rustls")]
    let http = http.tls_backend_rustls();
    http
}
