//! What a seed leaves out, and seeds that cannot be.

use std::io::ErrorKind;

use github_secret_scanning_generated::types::{Alert, PatternConfiguration, SecretBypassRequest};
use serde_json::json;

use super::super::super::{FakeGitHub, Grant};
use super::{BASE_URL, Fake, REPO, alert, at};

#[test]
fn what_a_seeded_alert_leaves_out_is_filled_in() {
    let mut fake = Fake::with([Alert::new(3)]);
    let shown = fake.get("/repos/acme/widgets/secret-scanning/alerts/3").body;
    let url = format!("{BASE_URL}/repos/acme/widgets/secret-scanning/alerts/3");
    assert_eq!(
        shown,
        json!({
            "number": 3, "state": "open", "created_at": at(12), "updated_at": at(12), "validity": "unknown",
            "secret_type": "example_api_key", "secret_type_display_name": "Example Api Key",
            "provider": "Example", "provider_slug": "example", "secret": "made-up-secret-3-of-acme/widgets",
            "push_protection_bypassed": false, "publicly_leaked": false, "multi_repo": false,
            "has_more_locations": false, "url": url, "locations_url": format!("{url}/locations"),
            "html_url": format!("{BASE_URL}/acme/widgets/security/secret-scanning/3"),
        })
    );
}

#[test]
fn what_a_seeded_alert_sets_is_never_changed() {
    let seed = json!({
        "number": 3, "state": "resolved", "resolution": "pattern_edited", "resolved_at": at(3), "created_at": at(1),
        "updated_at": at(2), "validity": "active", "secret_type": "t", "secret_type_display_name": "T", "provider": "P",
        "provider_slug": "q", "secret": "s", "push_protection_bypassed": true, "publicly_leaked": true,
        "multi_repo": true, "has_more_locations": true, "is_base64_encoded": true, "url": "u", "locations_url": "l",
        "html_url": "h", "repository": { "id": 1, "name": "n", "full_name": "o/n" },
        "first_location_detected": { "issue_title_url": "i" },
    });
    let mut fake = Fake::with([serde_json::from_value(seed.clone()).unwrap()]);
    assert_eq!(fake.get("/orgs/acme/secret-scanning/alerts").body, json!([seed]));
}

#[test]
fn names_of_a_type_and_its_provider_follow_from_what_is_set() {
    let mut fake = Fake::with([
        alert(1, |alert| alert.secret_type = Some("mailchimp_api_key".into())),
        alert(2, |alert| alert.provider = Some("Adafruit IO".into())),
        alert(3, |alert| alert.provider_slug = Some("adafruit_io".into())),
    ]);
    for (number, provider, slug) in
        [(1, "Mailchimp", "mailchimp"), (2, "Adafruit IO", "adafruit_io"), (3, "Adafruit Io", "adafruit_io")]
    {
        let shown = fake.get(&format!("/repos/acme/widgets/secret-scanning/alerts/{number}")).body;
        assert_eq!((&shown["provider"], &shown["provider_slug"]), (&json!(provider), &json!(slug)));
    }
}

#[test]
fn number_zero_is_the_one_after_the_highest_and_a_number_twice_replaces() {
    let mut fake = Fake::new();
    let numbers = [0, 0, 7, 0, 2].map(|number| fake.add(REPO, Alert::new(number)));
    assert_eq!(numbers, [1, 2, 7, 8, 2]);
    assert_eq!(fake.add("acme/gadgets", Alert::new(0)), 1, "each repository counts by itself");
    fake.add(REPO, alert(7, |alert| alert.secret_type = Some("custom".into())));
    assert_eq!(fake.numbers("/repos/acme/widgets/secret-scanning/alerts"), [8, 7, 2, 1]);
    assert_eq!(fake.numbers("/repos/acme/widgets/secret-scanning/alerts?secret_type=custom"), [7]);
    fake.add(REPO, Alert::new(u64::MAX));
    assert!(fake.world.add_alert(fake.now, REPO, Alert::new(0)).is_err());
}

#[test]
fn an_owner_is_an_installation_by_its_id() {
    let mut fake = Fake::with([Alert::new(1)]);
    fake.world.add_repo("Acme/gadgets").unwrap();
    fake.world.add_org("Other").unwrap();
    let world = &fake.world;
    let id = world.installation_of_org("ACME").unwrap();
    assert_eq!(world.installation_of_repo("acme", "GADGETS"), Some(id));
    assert_eq!(world.owner_of_installation(id).as_deref(), Some("acme"));
    let other = world.installation_of_org("other").unwrap();
    assert_eq!(world.owner_of_installation(other).as_deref(), Some("other"));
    assert_ne!(id, other);
    assert_eq!(world.installation_of_repo("acme", "nothing"), None);
    assert_eq!((world.installation_of_org("nobody"), world.owner_of_installation(1)), (None, None));
}

#[test]
fn a_seed_that_cannot_be_is_reported_at_the_start_with_its_reason() {
    let new = FakeGitHub::builder;
    for (builder, parts) in [
        (new().repo("acme"), ["\"acme\"", "owner/name"]),
        (new().repo("acme/widgets/1"), ["\"acme/widgets/1\"", "owner/name"]),
        (new().repo("acme/"), ["\"acme/\"", "1 to 100"]),
        (new().alert("/widgets", Alert::new(1)), ["\"/widgets\"", "1 to 100"]),
        (new().alert("acme/..", Alert::new(1)), ["\"acme/..\"", "neither"]),
        (new().bypass_request("a b/c", SecretBypassRequest::new(1, 1)), ["\"a b/c\"", "repository"]),
        (new().org("acme inc"), ["\"acme inc\"", "organization"]),
        (new().enterprise("acme/inc", ["acme"]), ["\"acme/inc\"", "enterprise"]),
        (new().enterprise("acme-inc", ["a\u{e9}"]), ["\"a\u{e9}\"", "organization"]),
        (new().org_pattern_configuration("", PatternConfiguration::default()), ["\"\"", "organization"]),
        (new().locations(REPO, 4, []), ["alert 4 of acme/widgets", "no such alert"]),
    ] {
        let error = builder.repo("fine/too").start().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        let text = error.to_string();
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
    }
}

#[test]
fn locations_may_be_seeded_before_their_alert() {
    assert!(FakeGitHub::builder().locations(REPO, 1, []).alert(REPO, Alert::new(1)).start().is_ok());
}

#[test]
fn a_builder_does_not_show_tokens_or_secrets() {
    let secret = alert(1, |alert| alert.secret = Some("hunter2".into()));
    let builder = FakeGitHub::builder().token("ghp_planted", Grant::everything("mona")).alert(REPO, secret);
    let text = format!("{builder:?} {builder:#?}");
    assert!(text.contains("tokens: 1"), "{text}");
    assert!(!text.contains("planted") && !text.contains("hunter2"), "{text}");
}
