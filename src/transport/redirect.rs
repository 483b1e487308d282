//! Where an answer that points elsewhere may be followed to.

use http::{HeaderMap, Method, StatusCode};
use url::{Position, Url};

use crate::error::clean::clean;

/// How many redirects are followed in one call.
pub(super) const MOST: u32 = 5;

/// How many characters of a target are shown.
const SHOWN: usize = 300;

/// Whether `status` points elsewhere; 304 does not.
pub(super) fn is_redirect(status: StatusCode) -> bool {
    status.is_redirection() && status != StatusCode::NOT_MODIFIED
}

/// The address to send the same request to, with its method and body, or why it is not sent there.
///
/// `followed` is how many redirects there were before. The token goes where the request goes, so
/// scheme, host and port must stay what they are. `token` is masked in what is said.
pub(super) fn target(
    method: &Method,
    from: &Url,
    status: StatusCode,
    headers: &HeaderMap,
    followed: u32,
    token: &str,
) -> Result<Url, String> {
    let location = headers.get("location").and_then(|value| value.to_str().ok());
    let Some(to) = location.and_then(|location| from.join(location).ok()) else {
        return Err("redirected without a target that can be read".to_owned());
    };
    let refused = |reason: &str| Err(format!("{reason} to {}", shown(&to, token)));
    let keeps_method = match status.as_u16() {
        307 | 308 => true,
        // Of old, clients make a read of these; for a read that changes nothing.
        301 | 302 => matches!(*method, Method::GET | Method::HEAD),
        _ => false,
    };
    if !keeps_method {
        return refused("a redirect that this request does not follow points");
    }
    if to.origin() != from.origin() || !to.username().is_empty() || to.password().is_some() {
        return refused("a redirect to another scheme, host or port points");
    }
    if followed >= MOST {
        return refused("too many redirects; the last one points");
    }
    Ok(to)
}

/// Scheme, host, port and path; who it is for and what is asked may be secret.
fn shown(url: &Url, token: &str) -> String {
    let Some(host) = url.host_str() else { return format!("a `{}` address", url.scheme()) };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = &url[Position::BeforePath..Position::AfterPath];
    clean(&format!("{}://{host}{port}{path}", url.scheme()), SHOWN, token)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const FROM: &str = "https://h:8443/api/v3/repos/a/b?page=2";

    fn follow(method: &Method, status: u16, location: &str, followed: u32) -> Result<String, String> {
        let headers =
            HeaderMap::from_iter([(http::header::LOCATION, HeaderValue::from_str(location).unwrap())]);
        let from = Url::parse(FROM).unwrap();
        let status = StatusCode::from_u16(status).unwrap();
        target(method, &from, status, &headers, followed, "hunter2").map(Into::into)
    }

    #[test]
    fn reads_follow_four_kinds_and_writes_the_two_that_keep_the_method() {
        for (status, read, write) in [
            (300, false, false),
            (301, true, false),
            (302, true, false),
            (303, false, false),
            (305, false, false),
            (307, true, true),
            (308, true, true),
        ] {
            assert_eq!(follow(&Method::GET, status, "/x", 0).is_ok(), read, "{status}");
            assert_eq!(follow(&Method::PATCH, status, "/x", 0).is_ok(), write, "{status}");
        }
    }

    #[test]
    fn a_target_may_be_relative_and_keeps_its_query() {
        let target = follow(&Method::GET, 301, "/repositories/1?page=2", 4);
        assert_eq!(target.as_deref(), Ok("https://h:8443/repositories/1?page=2"));
        assert!(follow(&Method::GET, 301, "HTTPS://H:8443/x", 0).is_ok());
    }

    #[test]
    fn another_scheme_host_or_port_is_named_without_query_or_password() {
        for (location, named) in [
            ("http://h:8443/x?hunter2", "http://h:8443/x"),
            ("https://evil/x#hunter2", "https://evil/x"),
            ("https://h/x", "https://h/x"),
            ("https://u:hunter2@h:8443/x", "https://h:8443/x"),
            ("//evil/hunter2", "https://evil/[redacted]"),
            ("mailto:hunter2", "a `mailto` address"),
        ] {
            let reason = follow(&Method::GET, 307, location, 0).unwrap_err();
            assert!(reason.ends_with(&format!("points to {named}")), "{reason}");
            assert!(!reason.contains("hunter2"));
        }
    }

    #[test]
    fn the_sixth_in_a_row_is_one_too_many() {
        assert!(follow(&Method::GET, 301, "/x", MOST - 1).is_ok());
        let reason = follow(&Method::GET, 301, "/x?q", MOST).unwrap_err();
        assert_eq!(reason, "too many redirects; the last one points to https://h:8443/x");
    }

    #[test]
    fn a_missing_or_unreadable_target_is_no_target() {
        assert!(follow(&Method::GET, 301, "https://", 0).is_err());
        let from = Url::parse(FROM).unwrap();
        let none = target(&Method::GET, &from, StatusCode::FOUND, &HeaderMap::new(), 0, "");
        assert!(none.is_err());
    }
}
