//! Which redirects are followed.

use http::StatusCode;
use url::{Position, Url};

use crate::exchange::{RequestHead, Response};
use crate::text::{Redaction, clean};

/// The number of redirects that one call follows.
pub(super) const MAX_REDIRECTS: u32 = 5;

/// The longest target that is followed, in bytes: few servers accept a longer one.
const LONGEST_TARGET: usize = 8 * 1024;

/// The longest target that is shown, in characters.
const SHOWN: usize = 300;

/// Returns whether `status` is a redirect; 304 is none.
pub(super) fn is_redirect(status: StatusCode) -> bool {
    status.is_redirection() && status != StatusCode::NOT_MODIFIED
}

/// Returns the URL for the same request with its method and body, or the reason why the redirect is
/// not followed.
///
/// The token is sent along, so scheme, host and port must stay the same, and the path stays below that of
/// `base_url`, because one host can serve several tenants. `followed` is the number of earlier redirects of
/// the call. The target of a custom request has no path in the reason: its values may be secret.
pub(super) fn target(
    head: RequestHead,
    base_url: &str,
    from: &Url,
    response: &Response,
    followed: u32,
) -> Result<Url, String> {
    let location = response.headers.get("location").and_then(|value| value.to_str().ok());
    let Some(to) = location.and_then(|location| from.join(location).ok()) else {
        return Err("the target of a redirect is missing or malformed".to_owned());
    };
    let refused =
        |reason: &str| Err(format!("{reason} to {}", shown(&to, !head.is_custom(), &response.redaction)));
    let keeps_method = match response.status.as_u16() {
        307 | 308 => true,
        // For historical reasons (RFC 9110, section 15.4) the request becomes a GET, which changes nothing for a read.
        301 | 302 => head.is_read(),
        _ => false,
    };
    if !keeps_method {
        return refused("a redirect that this method does not follow points");
    }
    // A `blob:` URL has the origin of the URL in it.
    let same_server = to.scheme() == from.scheme() && to.origin() == from.origin();
    if !same_server || !to.username().is_empty() || to.password().is_some() {
        return refused("a redirect to another scheme, host or port points");
    }
    if !is_below(&to, base_url) {
        return refused("a redirect to a path outside of the base URL points");
    }
    if to.as_str().len() > LONGEST_TARGET {
        return refused("a redirect to a target that is too long points");
    }
    if followed >= MAX_REDIRECTS {
        return refused("too many redirects; the last one points");
    }
    Ok(to)
}

/// Returns whether the path of `url` is below that of `base_url`, which has no slash at its end.
fn is_below(url: &Url, base_url: &str) -> bool {
    let Ok(base) = Url::parse(base_url) else { return false };
    let path = base.path().trim_end_matches('/');
    url.path().strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}

/// Returns scheme, host, port, and the path if `with_path`; user and query may be secret.
fn shown(url: &Url, with_path: bool, redaction: &Redaction) -> String {
    let Some(host) = url.host_str() else {
        return format!("a `{}` URL", clean(url.scheme(), SHOWN, redaction));
    };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = if with_path { &url[Position::BeforePath..Position::AfterPath] } else { "" };
    clean(&format!("{}://{host}{port}{path}", url.scheme()), SHOWN, redaction)
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::{GET_ALERT, UPDATE_ALERT};
    use http::{HeaderMap, HeaderValue};

    use super::*;

    const BASE: &str = "https://h:8443/api/v3";
    const FROM: &str = "https://h:8443/api/v3/repos/a/b?page=2";

    fn response(status: u16, headers: HeaderMap) -> Response {
        let status = StatusCode::from_u16(status).unwrap();
        let redaction = Redaction::of(&"hunter2".into());
        Response::new(status, headers, Default::default(), redaction)
    }

    fn read() -> RequestHead {
        (&GET_ALERT).into()
    }

    fn follow(head: RequestHead, status: u16, location: &str, followed: u32) -> Result<String, String> {
        let headers =
            HeaderMap::from_iter([(http::header::LOCATION, HeaderValue::from_str(location).unwrap())]);
        let from = Url::parse(FROM).unwrap();
        target(head, BASE, &from, &response(status, headers), followed).map(Into::into)
    }

    #[test]
    fn reads_follow_four_statuses_and_writes_the_two_that_keep_the_method() {
        for (status, of_read, of_write) in [
            (300, false, false),
            (301, true, false),
            (302, true, false),
            (303, false, false),
            (305, false, false),
            (307, true, true),
            (308, true, true),
        ] {
            assert_eq!(follow(read(), status, "/api/v3/x", 0).is_ok(), of_read, "{status}");
            assert_eq!(follow((&UPDATE_ALERT).into(), status, "/api/v3/x", 0).is_ok(), of_write, "{status}");
        }
    }

    #[test]
    fn a_target_may_be_relative_and_keeps_its_query() {
        let target = follow(read(), 301, "/api/v3/repositories/1?page=2", 4);
        assert_eq!(target.as_deref(), Ok("https://h:8443/api/v3/repositories/1?page=2"));
        assert!(follow(read(), 301, "HTTPS://H:8443/api/v3/x", 0).is_ok());
    }

    #[test]
    fn a_path_outside_of_the_base_url_is_not_followed() {
        for location in [
            "/x",
            "/api/v3",
            "/api/v3x/y",
            "/api/v3/../v4/x",
            "/api/v3/%2e%2e/%2E%2E/x",
            "/api/v3\\..\\..\\x",
            "//h:8443/other/api/v3/x",
        ] {
            let reason = follow(read(), 307, location, 0).unwrap_err();
            assert!(
                reason.starts_with("a redirect to a path outside of the base URL"),
                "{location}: {reason}"
            );
        }
        let of_github = |to: &str| is_below(&Url::parse(to).unwrap(), "https://api.github.com");
        assert!(of_github("https://api.github.com/repositories/1"));
    }

    #[test]
    fn a_target_that_cannot_be_sent_is_not_followed() {
        let long = format!("/api/v3/{}", "x".repeat(200_000));
        for location in
            ["blob:https://h:8443/api/v3/x", "data:,x", "filesystem:https://h:8443/api/v3/x", &long]
        {
            let reason = follow(read(), 307, location, 0).unwrap_err();
            assert!(reason.len() < SHOWN + 100, "{reason}");
        }
    }

    #[test]
    fn another_scheme_host_or_port_is_named_without_query_or_password() {
        for (location, named) in [
            ("http://h:8443/x?hunter2", "http://h:8443/x"),
            ("https://evil/x#hunter2", "https://evil/x"),
            ("https://h/x", "https://h/x"),
            ("https://u:hunter2@h:8443/x", "https://h:8443/x"),
            ("//evil/hunter2", "https://evil/[redacted]"),
            ("//evil/%68unter2/HUNTER2", "https://evil/[redacted]/[redacted]"),
            ("mailto:hunter2", "a `mailto` URL"),
            ("hunter2:x", "a `[redacted]` URL"),
        ] {
            let reason = follow(read(), 307, location, 0).unwrap_err();
            assert!(reason.ends_with(&format!("points to {named}")), "{reason}");
            assert!(!reason.contains("hunter2"));
        }
    }

    #[test]
    fn the_target_of_a_custom_request_is_named_without_its_path() {
        let reason = follow(RequestHead::custom("GET", "/x/{name}"), 301, "https://evil/x/hunter2", 0);
        assert_eq!(reason.unwrap_err(), "a redirect to another scheme, host or port points to https://evil");
    }

    #[test]
    fn the_sixth_redirect_in_a_row_is_not_followed() {
        assert!(follow(read(), 301, "/api/v3/x", MAX_REDIRECTS - 1).is_ok());
        let reason = follow(read(), 301, "/api/v3/x?q", MAX_REDIRECTS).unwrap_err();
        assert_eq!(reason, "too many redirects; the last one points to https://h:8443/api/v3/x");
    }

    #[test]
    fn a_missing_or_malformed_target_is_not_followed() {
        assert!(follow(read(), 301, "https://", 0).is_err());
        let from = Url::parse(FROM).unwrap();
        let none = target(read(), BASE, &from, &response(302, HeaderMap::new()), 0);
        assert!(none.is_err());
    }
}
