//! Defaults of seeded alerts.

use github_secret_scanning_generated::types::Alert;
use serde_json::json;

use super::{Api, BASE_URL, REPO, alert, at};

#[test]
fn missing_fields_of_a_seeded_alert_are_filled_in() {
    let mut api = Api::with([Alert::new(3)]);
    let body = api.get("/repos/acme/widgets/secret-scanning/alerts/3").body;
    let url = format!("{BASE_URL}/repos/acme/widgets/secret-scanning/alerts/3");
    assert_eq!(
        body,
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
fn fields_of_a_seeded_alert_are_kept() {
    let seed = json!({
        "number": 3, "state": "resolved", "resolution": "pattern_edited", "resolved_at": at(3), "created_at": at(1),
        "updated_at": at(2), "validity": "active", "secret_type": "t", "secret_type_display_name": "T", "provider": "P",
        "provider_slug": "q", "secret": "s", "push_protection_bypassed": true, "publicly_leaked": true,
        "multi_repo": true, "has_more_locations": true, "is_base64_encoded": true, "url": "u", "locations_url": "l",
        "html_url": "h", "repository": { "id": 1, "name": "n", "full_name": "o/n" },
        "first_location_detected": { "issue_title_url": "i" },
    });
    let mut api = Api::with([serde_json::from_value(seed.clone()).unwrap()]);
    assert_eq!(api.get("/orgs/acme/secret-scanning/alerts").body, json!([seed]));
}

#[test]
fn names_of_type_and_provider_are_derived_from_the_slug() {
    let mut api = Api::with([
        alert(1, |alert| alert.secret_type = Some("mailchimp_api_key".into())),
        alert(2, |alert| alert.provider = Some("Adafruit IO".into())),
        alert(3, |alert| alert.provider_slug = Some("adafruit_io".into())),
    ]);
    for (number, provider, slug) in
        [(1, "Mailchimp", "mailchimp"), (2, "Adafruit IO", "adafruit_io"), (3, "Adafruit Io", "adafruit_io")]
    {
        let body = api.get(&format!("/repos/acme/widgets/secret-scanning/alerts/{number}")).body;
        assert_eq!((&body["provider"], &body["provider_slug"]), (&json!(provider), &json!(slug)));
    }
}

#[test]
fn number_zero_is_the_one_after_the_highest_and_a_repeated_number_replaces() {
    let mut api = Api::new();
    let numbers = [0, 0, 7, 0, 2].map(|number| api.add(REPO, Alert::new(number)));
    assert_eq!(numbers, [1, 2, 7, 8, 2]);
    assert_eq!(api.add("acme/gadgets", Alert::new(0)), 1, "each repository numbers its own alerts");
    api.add(REPO, alert(7, |alert| alert.secret_type = Some("custom".into())));
    assert_eq!(api.numbers("/repos/acme/widgets/secret-scanning/alerts"), [8, 7, 2, 1]);
    assert_eq!(api.numbers("/repos/acme/widgets/secret-scanning/alerts?secret_type=custom"), [7]);
    api.add(REPO, Alert::new(u64::MAX));
    assert!(api.store.add_alert(api.now, REPO, Alert::new(0)).is_err());
}
