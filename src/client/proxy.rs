//! The proxy of a client: decided once, because a client has one server and redirects stay on it.

#[cfg(test)]
mod tests;

use std::ffi::OsString;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use url::{Host, Url};

use super::base_url::is_loopback;
use crate::error::Error;

const MALFORMED: &str = "must be a URL such as http://host:port, without a path, a query or a fragment \
                         (special characters in a password are percent-encoded)";
const SCHEME: &str = "must begin with `http://` or `https://`: other proxies are not supported";
const SOCKS: &str = "must begin with `http://` or `https://`: SOCKS proxies are not supported";
const ELSEWHERE: &str =
    "must be on loopback for a plain `http` base URL, unless `allow_plain_http` is called";
const NAMED: &str = "requires a plain `http` base URL with an address instead of a name, unless `allow_plain_http` \
                     is called";

/// A proxy that reqwest certainly uses. It has no `Debug`: its URL may contain a password.
#[derive(Clone)]
pub(super) struct Proxy {
    pub(super) settings: reqwest::Proxy,
    /// Host and port, for messages.
    pub(super) address: String,
    pub(super) host: Host<String>,
}

impl Proxy {
    /// Checks the argument of `ClientBuilder::proxy`. With `loopback`, the host of a base URL, requests must not leave
    /// this machine.
    pub(super) fn explicit(url: &str, loopback: Option<&Host<String>>) -> Result<Self, Error> {
        let proxy = Self::parse(url).and_then(|proxy| match loopback {
            Some(_) if !is_loopback(&proxy.host) => Err(ELSEWHERE),
            // The proxy would resolve it.
            Some(Host::Domain(_)) => Err(NAMED),
            _ => Ok(proxy),
        });
        proxy.map_err(|reason| Error::invalid_argument("proxy", reason))
    }

    /// Returns the proxy that `variable`, which reads the environment, sets for `base_url`.
    ///
    /// A value that cannot be used is refused: reqwest would send the requests without a proxy.
    pub(super) fn of_environment(
        base_url: &str,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Option<Self>, Error> {
        let Some((url, server)) = Url::parse(base_url).ok().zip(base_url.parse::<Uri>().ok()) else {
            return Ok(None);
        };
        if url.host().is_some_and(|host| is_loopback(&host)) {
            return Ok(None);
        }
        let first = |names: [&'static str; 2]| {
            let mut set = names.into_iter().filter_map(|name| Some((name, variable(name)?)));
            set.find(|(_, value)| !value.is_empty())
        };
        if let Some((_, list)) = first(["NO_PROXY", "no_proxy"])
            && is_excluded(&server, &list.to_string_lossy())
        {
            return Ok(None);
        }
        let of_scheme = match url.scheme() {
            "https" => first(["HTTPS_PROXY", "https_proxy"]),
            // In CGI, a request can set the variable by its header `Proxy`.
            _ if variable("REQUEST_METHOD").is_some() => None,
            _ => first(["HTTP_PROXY", "http_proxy"]),
        };
        let Some((name, value)) = of_scheme.or_else(|| first(["ALL_PROXY", "all_proxy"])) else {
            return Self::of_system(&server);
        };
        let proxy = value.to_str().ok_or("must be Unicode").and_then(Self::parse);
        proxy.map(Some).map_err(|reason| Error::invalid_argument(name, reason))
    }

    /// Returns the proxy in the settings of macOS or Windows.
    fn of_system(server: &Uri) -> Result<Option<Self>, Error> {
        if !cfg!(any(target_os = "macos", windows)) {
            // Elsewhere it reads the environment alone.
            return Ok(None);
        }
        let Some(found) = Matcher::from_system().intercept(server) else { return Ok(None) };
        let proxy = Self::parse(&found.uri().to_string());
        let mut proxy = proxy.map_err(|reason| Error::invalid_argument("system proxy", reason))?;
        if let Some(authorization) = found.basic_auth() {
            proxy.settings = proxy.settings.custom_http_auth(authorization.clone());
        }
        Ok(Some(proxy))
    }

    /// Returns the proxy at `url`, or the reason for refusing it. Without a scheme it is `http`, as in curl.
    fn parse(url: &str) -> Result<Self, &'static str> {
        // Url would remove some of them.
        if url.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(MALFORMED);
        }
        let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let parsed = match scheme.as_deref() {
            Some("http" | "https") => Url::parse(url),
            Some("socks" | "socks4" | "socks4a" | "socks5" | "socks5h") => return Err(SOCKS),
            Some(_) => return Err(SCHEME),
            None => Url::parse(&format!("http://{url}")),
        };
        // The parser's message may quote the password.
        let url = parsed.map_err(|_| MALFORMED)?;
        // Each of them may be the rest of a password that is not encoded, and the host its beginning.
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(MALFORMED);
        }
        let host = url.host().ok_or(MALFORMED)?.to_owned();
        let address = format!("{host}:{}", url.port_or_known_default().ok_or(MALFORMED)?);
        // reqwest drops a proxy that its matcher cannot read.
        let matcher = Matcher::builder().all(url.as_str()).build();
        matcher.intercept(&Uri::from_static("https://server.invalid/")).ok_or(MALFORMED)?;
        let settings = reqwest::Proxy::all(url).map_err(|_| MALFORMED)?;
        Ok(Self { settings, address, host })
    }
}

/// Returns whether the list of `NO_PROXY` contains the server.
fn is_excluded(server: &Uri, list: &str) -> bool {
    Matcher::builder().all("http://proxy.invalid").no(list).build().intercept(server).is_none()
}
