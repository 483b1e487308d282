//! The target of a request, from its path: what an operator needs to find it.

use std::sync::Arc;

use url::Url;

use super::RequestHead;
use crate::names;

/// The target of a request, for example `acme/widgets, alert 42`. Shared, because a page has many items.
pub(crate) type Target = Arc<str>;

/// Returns the target of a request; `None` for a custom request, whose values may be anything, and for a path that is not
/// that of the operation.
///
/// Each value is under the rule for names again: a target is one short line, whatever the URL.
pub(crate) fn target(head: RequestHead, url: &Url) -> Option<Target> {
    if head.is_custom() {
        return None;
    }
    // From the end: the base URL can have a path of its own.
    let mut segments = url.path().rsplit('/');
    let mut values = Vec::new();
    for part in head.path_template.trim_start_matches('/').rsplit('/') {
        let segment = segments.next()?;
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => values.push((name, names::check(segment).ok()?)),
            None if part == segment => {}
            None => return None,
        }
    }
    let mut owner = "";
    let mut parts = Vec::new();
    for (name, value) in values.into_iter().rev() {
        match name {
            "owner" => owner = value,
            "repo" => parts.push(format!("{owner}/{value}")),
            "org" => parts.push(format!("organization {value}")),
            _ => parts.push(format!("{} {value}", noun(name))),
        }
    }
    (!parts.is_empty()).then(|| parts.join(", ").into())
}

/// Returns what a placeholder identifies: `bypass request` for `bypass_request_number`.
fn noun(placeholder: &str) -> String {
    let stem = placeholder.strip_suffix("_number").or_else(|| placeholder.strip_suffix("_id"));
    stem.unwrap_or(placeholder).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::{self, GET_ALERT};

    use super::*;

    /// Returns the target of a request to `head` with `7` for numbers and `acme` for names.
    fn of(head: RequestHead, base_url: &str) -> Option<Target> {
        let fill = |part: &str| match part {
            part if part.ends_with("_number}") || part.ends_with("_id}") => "7".to_owned(),
            part if part.starts_with('{') => "acme".to_owned(),
            part => part.to_owned(),
        };
        let path: Vec<_> = head.path_template.split('/').map(fill).collect();
        target(head, &Url::parse(&format!("{base_url}{}?page=2", path.join("/"))).unwrap())
    }

    #[test]
    fn every_operation_has_a_target() {
        for operation in operations::ALL {
            let target = of((*operation).into(), "https://host/api/v3").unwrap();
            let first = match operation.path.split('/').nth(1) {
                Some("repos") => "acme/acme",
                Some("orgs") => "organization acme",
                Some("enterprises") => "enterprise acme",
                _ => "installation 7",
            };
            assert!(target.starts_with(first), "{}: {target}", operation.id);
            let has_number = operation.path.contains("_number}") || operation.path.contains("response_id}");
            assert_eq!(target.contains(", "), has_number, "{}: {target}", operation.id);
        }
    }

    #[test]
    fn numbers_are_named_after_what_they_count() {
        let of = |operation| of(RequestHead::from(operation), "https://host").unwrap().to_string();
        assert_eq!(of(&GET_ALERT), "acme/acme, alert 7");
        assert_eq!(of(&operations::GET_SECRET_BYPASS_REQUEST), "acme/acme, bypass request 7");
    }

    #[test]
    fn a_custom_request_and_another_path_have_no_target() {
        assert_eq!(of(RequestHead::custom("GET", "/repos/{owner}/{repo}"), "https://host"), None);
        for path in ["", "/", "/repositories/1/alerts/7", "/repos/a%20b/c/secret-scanning/alerts/7"] {
            let url = Url::parse(&format!("https://host{path}")).unwrap();
            assert_eq!(target((&GET_ALERT).into(), &url), None, "{path}");
        }
    }
}
