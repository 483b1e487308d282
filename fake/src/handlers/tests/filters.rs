//! The filters and the sort order of lists of alerts.

use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, AlertState, Resolution, User, Validity,
};

use super::{Api, alert, at};

const LIST: &str = "/repos/acme/widgets/secret-scanning/alerts";

/// The SHA-256 of `mona@github.example`.
const HASH: &str = "bf3c06161ff429d02cdc4f3dc2c4e44283ae1bfd15daa900ee98117dfee6ea18";

fn api() -> Api {
    let fact = AlertMetadataEntry::new;
    Api::with([
        alert(1, |alert| {
            alert.secret_type = Some("mailchimp_api_key".into());
            alert.validity = Some(Validity::Active);
            alert.assigned_to = Some(Box::new(User::new(1, "Mona")));
            alert.metadata = Some(vec![fact("owner_email", "mona@github.example"), fact("owner_id", "7")]);
        }),
        alert(2, |alert| {
            alert.secret_type = Some("adafruit_io_key".into());
            alert.validity = Some(Validity::Inactive);
            alert.state = Some(AlertState::Resolved);
            alert.resolution = Some(Resolution::Revoked);
            alert.assigned_to = Some(Box::new(User::new(2, "hubot")));
            alert.metadata = Some(vec![fact("owner_email", "hubot@github.example")]);
        }),
        alert(3, |alert| {
            alert.secret_type = Some("mailchimp_legacy".into());
            alert.state = Some(AlertState::Resolved);
            alert.resolution = Some("pattern_deleted".into());
            alert.publicly_leaked = Some(true);
            alert.push_protection_bypassed = Some(true);
        }),
        alert(4, |alert| {
            alert.secret_type = Some("rsa_private_key".into());
            alert.multi_repo = Some(true);
        }),
        alert(5, |alert| {
            alert.secret_type = Some("custom".into());
            alert.provider_slug = Some("acme".into());
            alert.multi_repo = Some(true);
        }),
    ])
}

#[test]
fn each_filter_returns_the_matching_entries() {
    let mut api = api();
    let hash = format!("owner_email_hash={HASH}");
    let cases: &[(&str, &[u64])] = &[
        ("", &[1, 2, 3, 5]),
        ("unknown=1", &[1, 2, 3, 5]),
        ("state=open", &[1, 5]),
        ("state=resolved", &[2, 3]),
        ("state=open&state=resolved", &[2, 3]),
        ("secret_type=mailchimp_api_key", &[1]),
        ("secret_type=mailchimp_api_key,rsa_private_key", &[1, 4]),
        ("secret_type=mailchimp_api_key%2C,custom,", &[1, 5]),
        ("secret_type=mailchimp", &[]),
        ("exclude_secret_types=mailchimp_api_key,custom", &[2, 3]),
        ("providers=mailchimp", &[1, 3]),
        ("providers=mailchimp,acme", &[1, 3, 5]),
        ("exclude_providers=mailchimp", &[2, 5]),
        ("resolution=revoked", &[2]),
        ("resolution=revoked,pattern_deleted,false_positive", &[2, 3]),
        ("resolution=wont_fix", &[]),
        ("validity=active", &[1]),
        ("validity=active,unknown", &[1, 3, 5]),
        ("assignee=mona", &[1]),
        ("assignee=nobody", &[]),
        ("assignee=*", &[1, 2]),
        ("assignee=none", &[3, 5]),
        ("is_publicly_leaked=true", &[3]),
        ("is_publicly_leaked=false", &[1, 2, 3, 5]),
        ("is_multi_repo=true", &[5]),
        ("is_multi_repo=true&secret_type=rsa_private_key,custom", &[4, 5]),
        ("is_multi_repo=false", &[1, 2, 3, 5]),
        ("is_bypassed=true", &[3]),
        ("is_bypassed=false", &[1, 2, 5]),
        ("included_metadata=owner-email", &[1, 2]),
        ("included_metadata=owner-email,owner-id", &[1]),
        ("included_metadata=secret-name", &[]),
        (&hash, &[1]),
        ("state=open&validity=active&providers=mailchimp&assignee=*", &[1]),
        ("state=resolved&validity=active", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(api.numbers(&format!("{LIST}?direction=asc&{query}")), *expected, "{query}");
    }
}

#[test]
fn invalid_query_parameter_is_named_in_the_error() {
    let mut api = api();
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for (query, fields) in [
        ("state=closed", &["state"] as &[&str]),
        ("per_page=+5", &["per_page"]),
        ("resolution=revoked,because", &["resolution"]),
        ("validity=maybe", &["validity"]),
        ("sort=name", &["sort"]),
        ("direction=up", &["direction"]),
        ("is_publicly_leaked=yes", &["is_publicly_leaked"]),
        ("is_multi_repo=1", &["is_multi_repo"]),
        ("is_bypassed=no", &["is_bypassed"]),
        ("hide_secret=TRUE", &["hide_secret"]),
        ("included_metadata=owner_email", &["included_metadata"]),
        ("owner_email_hash=mona@github.example", &["owner_email_hash"]),
        ("per_page=0", &["per_page"]),
        ("per_page=ten", &["per_page"]),
        ("per_page=-1", &["per_page"]),
        ("after=x", &["after"]),
        ("before=Y3VyaW91cw", &["before"]),
        ("secret_type=a&exclude_secret_types=b", &["secret_type", "exclude_secret_types"]),
        ("providers=a&exclude_providers=b", &["providers", "exclude_providers"]),
        ("state=closed&sort=name", &["state", "sort"]),
    ] {
        let expected: Vec<String> =
            fields.iter().map(|field| format!("SecretScanningAlert {field} invalid")).collect();
        for list in
            [LIST, "/orgs/acme/secret-scanning/alerts", "/enterprises/acme-inc/secret-scanning/alerts"]
        {
            assert_eq!(api.get(&format!("{list}?{query}")).validation_errors(), expected, "{list} {query}");
        }
    }
    for list in [LIST, "/orgs/acme/secret-scanning/alerts"] {
        assert_eq!(
            api.get(&format!("{list}?page=0")).validation_errors(),
            ["SecretScanningAlert page invalid"]
        );
    }
    let by_cursor_alone = api.get("/enterprises/acme-inc/secret-scanning/alerts?page=0");
    assert_eq!(by_cursor_alone.numbers(), [5, 3, 2, 1]);
}

#[test]
fn lists_are_sorted_by_time_then_repository_then_number() {
    let timed = |number, created, updated| {
        alert(number, |alert: &mut Alert| {
            alert.created_at = Some(at(created));
            alert.updated_at = Some(at(updated));
        })
    };
    let mut api = Api::with([timed(1, 3, 4), timed(2, 1, 9), timed(3, 2, 6)]);
    api.add("acme/zebra", timed(11, 2, 6));
    api.add("acme/ant", timed(10, 2, 6));
    let list = "/orgs/acme/secret-scanning/alerts";
    for (query, expected) in [
        ("sort=created&direction=asc", [2, 10, 3, 11, 1]),
        ("direction=asc", [2, 10, 3, 11, 1]),
        ("", [1, 11, 3, 10, 2]),
        ("sort=updated&direction=asc", [1, 10, 3, 11, 2]),
        ("sort=updated", [2, 11, 3, 10, 1]),
    ] {
        assert_eq!(api.numbers(&format!("{list}?{query}")), expected, "{query}");
        assert_eq!(api.numbers(&format!("{list}?{query}&after=")), expected, "{query} by cursor");
    }
}
