//! The base URL of the API.

use url::{Host, Url};

use crate::error::Error;

/// The server, as the caller names it; not checked yet.
#[derive(Clone, Debug)]
pub(super) enum Server {
    GitHub,
    BaseUrl(String),
    OnPremises(String),
    GheCom(String),
}

impl Server {
    /// Checks the name, and returns the base URL without a slash at its end.
    pub(super) fn base_url(&self, allow_plain_http: bool) -> Result<String, Error> {
        match self {
            Self::GitHub => Ok("https://api.github.com".to_owned()),
            Self::BaseUrl(url) => base_url(url, allow_plain_http),
            Self::OnPremises(host) => enterprise_server(host),
            Self::GheCom(subdomain) => ghe_com(subdomain),
        }
    }
}

fn base_url(text: &str, allow_plain_http: bool) -> Result<String, Error> {
    let refused = |reason| Err(Error::invalid_argument("base_url", reason));
    // The parser's message may quote the text, which may contain a password.
    let Ok(url) = Url::parse(text) else {
        return refused("must be an absolute URL");
    };
    if !matches!(url.scheme(), "http" | "https") {
        return refused("must begin with `https://` (or `http://`)");
    }
    if url.scheme() == "http" && !allow_plain_http && !url.host().is_some_and(|host| is_loopback(&host)) {
        return refused("must begin with `https://`, unless `allow_plain_http` is called");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused("must not contain a user name or password");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refused("must end with its path, without a query or a fragment");
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Returns whether `host` is this machine. For a name that is a convention, which a resolver need not follow.
pub(super) fn is_loopback<Name: AsRef<str>>(host: &Host<Name>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.as_ref();
            let name = name.strip_suffix('.').unwrap_or(name);
            name == "localhost" || name.ends_with(".localhost")
        }
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.to_canonical().is_loopback(),
    }
}

fn enterprise_server(host: &str) -> Result<String, Error> {
    let reason = "must be a host name, optionally with a port";
    let refused = || Error::invalid_argument("enterprise_server", reason);
    let apart = |c: char| c.is_control() || c.is_whitespace() || "/\\?#@%".contains(c);
    if host.is_empty() || host.contains(apart) {
        return Err(refused());
    }
    let url = Url::parse(&format!("https://{host}/api/v3")).map_err(|_| refused())?;
    if url.path() == "/api/v3" { Ok(url.into()) } else { Err(refused()) }
}

fn ghe_com(subdomain: &str) -> Result<String, Error> {
    let reason = "must be the part before `.ghe.com`: letters, digits and inner hyphens";
    let refused = || Error::invalid_argument("ghe_com", reason);
    let in_a_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let fits = (1..=63).contains(&subdomain.len())
        && subdomain.chars().all(in_a_label)
        && !subdomain.starts_with('-')
        && !subdomain.ends_with('-');
    if !fits {
        return Err(refused());
    }
    let url = Url::parse(&format!("https://api.{subdomain}.ghe.com")).map_err(|_| refused())?;
    match url.host() {
        Some(Host::Domain(domain)) => Ok(format!("https://{domain}")),
        _ => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base_url(server: Server) -> Option<String> {
        server.base_url(false).ok()
    }

    #[test]
    fn each_form_of_a_server_has_its_address() {
        let host = |host: &str| base_url(Server::OnPremises(host.into()));
        assert_eq!(base_url(Server::GitHub).as_deref(), Some("https://api.github.com"));
        assert_eq!(host("ghes.acme.com").as_deref(), Some("https://ghes.acme.com/api/v3"));
        assert_eq!(host("ghes:8443").as_deref(), Some("https://ghes:8443/api/v3"));
        assert_eq!(host("[::1]:8443").as_deref(), Some("https://[::1]:8443/api/v3"));
        let acme = base_url(Server::GheCom("acme".into()));
        assert_eq!(acme.as_deref(), Some("https://api.acme.ghe.com"));
    }

    #[test]
    fn a_base_url_keeps_its_path_and_loses_slashes_at_its_end() {
        for (given, kept) in [
            ("https://proxy.acme.com/github/", "https://proxy.acme.com/github"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://h/a//", "https://h/a"),
        ] {
            assert_eq!(base_url(Server::BaseUrl(given.into())).as_deref(), Some(kept));
        }
    }

    #[test]
    fn plain_http_to_another_machine_must_be_allowed() {
        for (url, stays) in [
            ("http://localhost:1", true),
            ("http://a.localhost", true),
            ("http://127.0.0.2/api/v3", true),
            ("http://[::1]:80", true),
            ("http://[::ffff:127.0.0.1]", true),
            ("http://localhost.:1", true),
            ("http://API.LocalHost", true),
            ("http://2130706433", true),
            ("http://0177.1", true),
            ("http://localhost.evil.com", false),
            ("http://localhost..", false),
            ("http://notlocalhost", false),
            ("http://0.0.0.0", false),
            ("http://[::]", false),
            ("http://[::ffff:10.0.0.1]", false),
            ("http://167772161", false),
            ("http://ghes.acme.com", false),
            ("http://10.0.0.1", false),
            ("http://[::2]", false),
        ] {
            assert_eq!(Server::BaseUrl(url.into()).base_url(false).is_ok(), stays, "{url}");
            assert!(Server::BaseUrl(url.into()).base_url(true).is_ok(), "{url}");
        }
    }

    #[test]
    fn an_address_that_could_misdirect_a_request_is_refused_without_being_shown() {
        let refused = [
            Server::BaseUrl("https://u:hunter2@h/".into()),
            Server::BaseUrl("https://hunter2@h/".into()),
            Server::BaseUrl("https://h/?hunter2".into()),
            Server::BaseUrl("https://h/#hunter2".into()),
            Server::BaseUrl("https://h/?".into()),
            Server::BaseUrl("ftp://hunter2".into()),
            Server::BaseUrl("hunter2".into()),
            Server::OnPremises("https://hunter2".into()),
            Server::OnPremises("hunter2/path".into()),
            Server::OnPremises("hunter2@h".into()),
            Server::OnPremises("hunter2:port".into()),
            Server::OnPremises("hunter2 ".into()),
            Server::OnPremises(String::new()),
            Server::GheCom("hunter2.evil.com/".into()),
            Server::GheCom("-hunter2".into()),
            Server::GheCom(String::new()),
        ];
        for server in refused {
            let error = server.base_url(false).err();
            assert!(error.is_some(), "{server:?}");
            assert!(!format!("{error:?}").contains("hunter2"));
        }
    }
}
