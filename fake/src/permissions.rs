//! Whether a grant covers what the operations table lists for an operation.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use github_secret_scanning_generated::Permissions;

use crate::grant::GrantKind;
use crate::response::Response;

/// Checks that `grant` covers what an operation needs.
///
/// # Errors
///
/// A 403 if it does not.
pub(crate) fn check(grant: &GrantKind, needed: &Permissions) -> Result<(), Response> {
    let message = match grant {
        GrantKind::Everything => return Ok(()),
        GrantKind::FineGrained(permissions) => {
            if !needed.fine_grained.is_empty() && covers(permissions, needed) {
                return Ok(());
            }
            "Resource not accessible by personal access token"
        }
        #[cfg(feature = "app")]
        GrantKind::Installation(permissions) => {
            let covered = |permissions: &Vec<String>| covers(permissions, needed);
            if needed.installation && permissions.as_ref().is_none_or(covered) {
                return Ok(());
            }
            "Resource not accessible by integration"
        }
        GrantKind::Classic(scopes) => {
            let has = |scope: &&str| scopes.iter().any(|held| includes(held, scope));
            if needed.classic.is_empty() || needed.classic.iter().any(has) {
                return Ok(());
            }
            "The token is missing a scope that this needs"
        }
    };
    Err(Response::error(StatusCode::FORBIDDEN, message))
}

/// Writes the headers that list what an operation needs and, for a classic token, its scopes.
pub(crate) fn write_headers(grant: &GrantKind, needed: &Permissions, headers: &mut HeaderMap) {
    let mut write = |name, text: String| {
        if let Ok(value) = HeaderValue::try_from(text) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    match grant {
        GrantKind::Everything => {}
        GrantKind::Classic(scopes) => {
            write("x-oauth-scopes", scopes.join(", "));
            write("x-accepted-oauth-scopes", needed.classic.join(", "));
        }
        // Fine-grained tokens and installation access tokens.
        _ if needed.fine_grained.is_empty() => {}
        _ => write("x-accepted-github-permissions", needed.fine_grained.join(",")),
    }
}

fn covers(held: &[String], needed: &Permissions) -> bool {
    needed.fine_grained.iter().all(|needed| held.iter().any(|held| is_at_least(held, needed)))
}

/// Whether a permission such as `contents=write` includes `needed`.
fn is_at_least(held: &str, needed: &str) -> bool {
    let rank = |level| ["read", "write", "admin"].iter().position(|known| *known == level);
    match (held.split_once('='), needed.split_once('=')) {
        (Some((held, held_level)), Some((needed, needed_level))) if held == needed => {
            rank(needed_level).is_some_and(|needed| rank(held_level) >= Some(needed))
        }
        _ => false,
    }
}

/// Whether a classic scope is `needed` or includes it.
fn includes(held: &str, needed: &str) -> bool {
    let included: &[&str] = match held {
        "repo" => &["security_events", "public_repo"],
        "admin:org" => &["write:org", "read:org"],
        "write:org" => &["read:org"],
        _ => &[],
    };
    held == needed || included.contains(&needed)
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::Operation;
    use github_secret_scanning_generated::operations::*;

    use super::*;
    use crate::grant::Grant;

    fn may_call(grant: &Grant, operation: &Operation) -> bool {
        check(&grant.kind, &operation.permissions).is_ok()
    }

    #[test]
    fn grant_of_everything_covers_every_operation() {
        assert!(ALL.iter().all(|operation| may_call(&Grant::everything("octocat"), operation)));
    }

    #[test]
    fn write_includes_read_and_no_other_permission() {
        let alerts = |level: &str| Grant::fine_grained("a", [format!("secret_scanning_alerts={level}")]);
        let both = |grant: &Grant| (may_call(grant, &GET_ALERT), may_call(grant, &UPDATE_ALERT));
        assert_eq!(both(&alerts("read")), (true, false));
        assert_eq!(both(&alerts("write")), (true, true));
        assert_eq!(both(&alerts("admin")), (true, true));
        assert_eq!(both(&alerts("none")), (false, false));
        assert_eq!(both(&Grant::fine_grained("a", ["contents=write"])), (false, false));
        assert_eq!(both(&Grant::fine_grained("a", ["secret_scanning_alerts"])), (false, false));
    }

    #[test]
    fn fine_grained_token_cannot_call_an_operation_that_lists_no_permission() {
        let everything =
            ["secret_scanning_alerts=admin", "organization_administration=admin", "contents=admin"];
        let grant = Grant::fine_grained("a", everything);
        assert!(may_call(&grant, &GET_ORG_PATTERN_CONFIGURATIONS));
        assert!(!may_call(&grant, &LIST_ENTERPRISE_ALERTS));
        assert!(!may_call(&grant, &GET_ENTERPRISE_PATTERN_CONFIGURATIONS));
    }

    #[test]
    fn classic_token_needs_one_of_the_listed_scopes_or_one_that_includes_it() {
        for (scope, operation, expected) in [
            ("security_events", &GET_ALERT, true),
            ("repo", &GET_ALERT, true),
            ("public_repo", &GET_ALERT, false),
            ("repo", &LIST_REPO_SECRET_BYPASS_REQUESTS, true),
            ("read:org", &GET_ORG_PATTERN_CONFIGURATIONS, false),
            ("write:org", &GET_ORG_PATTERN_CONFIGURATIONS, true),
            ("admin:org", &GET_ORG_PATTERN_CONFIGURATIONS, true),
            ("admin:org", &GET_ENTERPRISE_PATTERN_CONFIGURATIONS, false),
            ("admin:enterprise", &GET_ENTERPRISE_PATTERN_CONFIGURATIONS, true),
        ] {
            let grant = Grant::classic("a", [scope]);
            assert_eq!(may_call(&grant, operation), expected, "{scope} {}", operation.id);
        }
        assert!(includes("admin:org", "read:org") && includes("repo", "public_repo"));
    }

    #[test]
    fn classic_token_can_call_an_operation_that_lists_no_scope() {
        let grant = Grant::classic("a", [""; 0]);
        assert!(may_call(&grant, &LIST_REPO_PUSH_RULE_BYPASS_REQUESTS));
        assert!(!may_call(&grant, &GET_ALERT));
    }

    #[cfg(feature = "app")]
    #[test]
    fn installation_can_call_only_operations_that_are_available_to_apps() {
        let with = |permissions| Grant { login: String::new(), kind: GrantKind::Installation(permissions) };
        assert!(may_call(&with(None), &UPDATE_ALERT));
        assert!(!may_call(&with(None), &LIST_ENTERPRISE_ALERTS));
        let read = with(Some(vec!["secret_scanning_alerts=read".to_owned()]));
        assert!(may_call(&read, &GET_ALERT));
        assert!(!may_call(&read, &UPDATE_ALERT));
    }
}
