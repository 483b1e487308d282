//! Whether a token may call an operation, by the operations table.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use github_secret_scanning_generated::Permissions;

use super::answer::Answer;
use super::grant::Rights;

/// Refuses what `rights` do not cover.
pub(super) fn check(rights: &Rights, needed: &Permissions) -> Result<(), Answer> {
    let message = match rights {
        Rights::Everything => return Ok(()),
        Rights::FineGrained(permissions) => {
            if !needed.fine_grained.is_empty() && covers(permissions, needed) {
                return Ok(());
            }
            "Resource not accessible by personal access token"
        }
        Rights::Installation(permissions) => {
            let covered = |permissions: &Vec<String>| covers(permissions, needed);
            if needed.installation && permissions.as_ref().is_none_or(covered) {
                return Ok(());
            }
            "Resource not accessible by integration"
        }
        Rights::Classic(scopes) => {
            let any = |scope: &&str| scopes.iter().any(|held| includes(held, scope));
            if needed.classic.is_empty() || needed.classic.iter().any(any) {
                return Ok(());
            }
            "The token is missing a scope that this needs"
        }
    };
    Err(Answer::refused(StatusCode::FORBIDDEN, message))
}

/// Says what an operation needs, and for a classic token what it has, as every answer of GitHub does.
pub(super) fn describe(rights: &Rights, needed: &Permissions, headers: &mut HeaderMap) {
    let mut say = |name, text: String| {
        if let Ok(value) = HeaderValue::try_from(text) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    match rights {
        Rights::Everything => {}
        Rights::FineGrained(_) | Rights::Installation(_) => {
            if !needed.fine_grained.is_empty() {
                say("x-accepted-github-permissions", needed.fine_grained.join(","));
            }
        }
        Rights::Classic(scopes) => {
            say("x-oauth-scopes", scopes.join(", "));
            say("x-accepted-oauth-scopes", needed.classic.join(", "));
        }
    }
}

fn covers(held: &[String], needed: &Permissions) -> bool {
    needed.fine_grained.iter().all(|needed| held.iter().any(|held| reaches(held, needed)))
}

/// Whether a permission such as `contents=write` is enough where `needed` is asked for.
fn reaches(held: &str, needed: &str) -> bool {
    let level = |level| ["read", "write", "admin"].iter().position(|known| *known == level);
    match (held.split_once('='), needed.split_once('=')) {
        (Some((held, of_held)), Some((needed, of_needed))) if held == needed => {
            level(of_needed).is_some_and(|needed| level(of_held) >= Some(needed))
        }
        _ => false,
    }
}

/// Whether a classic scope is `needed` or holds it within.
fn includes(held: &str, needed: &str) -> bool {
    let within: &[&str] = match held {
        "repo" => &["security_events", "public_repo"],
        "admin:org" => &["write:org", "read:org"],
        "write:org" => &["read:org"],
        _ => &[],
    };
    held == needed || within.contains(&needed)
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::Operation;
    use github_secret_scanning_generated::operations::*;

    use super::*;
    use crate::testing::Grant;

    fn may(grant: &Grant, operation: &Operation) -> bool {
        check(&grant.rights, &operation.permissions).is_ok()
    }

    #[test]
    fn a_token_with_everything_may_call_every_operation() {
        assert!(ALL.iter().all(|operation| may(&Grant::everything("octocat"), operation)));
    }

    #[test]
    fn write_includes_read_and_read_no_write_and_another_permission_nothing() {
        let alerts = |level: &str| Grant::fine_grained("a", [format!("secret_scanning_alerts={level}")]);
        let both = |grant: &Grant| (may(grant, &GET_ALERT), may(grant, &UPDATE_ALERT));
        assert_eq!(both(&alerts("read")), (true, false));
        assert_eq!(both(&alerts("write")), (true, true));
        assert_eq!(both(&alerts("admin")), (true, true));
        assert_eq!(both(&alerts("none")), (false, false));
        assert_eq!(both(&Grant::fine_grained("a", ["contents=write"])), (false, false));
        assert_eq!(both(&Grant::fine_grained("a", ["secret_scanning_alerts"])), (false, false));
    }

    #[test]
    fn no_fine_grained_token_may_call_what_names_no_permission_of_one() {
        let everything =
            ["secret_scanning_alerts=admin", "organization_administration=admin", "contents=admin"];
        let grant = Grant::fine_grained("a", everything);
        assert!(may(&grant, &GET_ORG_PATTERN_CONFIGURATIONS));
        assert!(!may(&grant, &LIST_ENTERPRISE_ALERTS));
        assert!(!may(&grant, &GET_ENTERPRISE_PATTERN_CONFIGURATIONS));
    }

    #[test]
    fn one_scope_of_those_named_is_enough_and_larger_ones_hold_smaller_ones() {
        for (scope, operation, enough) in [
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
            assert_eq!(may(&Grant::classic("a", [scope]), operation), enough, "{scope} {}", operation.id);
        }
        assert!(includes("admin:org", "read:org") && includes("repo", "public_repo"));
    }

    #[test]
    fn any_classic_token_may_call_what_names_no_scope() {
        let grant = Grant::classic("a", [""; 0]);
        assert!(may(&grant, &LIST_REPO_PUSH_RULE_BYPASS_REQUESTS));
        assert!(!may(&grant, &GET_ALERT));
    }

    #[test]
    fn an_installation_may_call_only_what_is_open_to_apps() {
        let with = |permissions| Grant { login: String::new(), rights: Rights::Installation(permissions) };
        assert!(may(&with(None), &UPDATE_ALERT));
        assert!(!may(&with(None), &LIST_ENTERPRISE_ALERTS));
        let read = with(Some(vec!["secret_scanning_alerts=read".to_owned()]));
        assert!(may(&read, &GET_ALERT));
        assert!(!may(&read, &UPDATE_ALERT));
    }
}
