//! Responses with alerts and their locations.

use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, IssueTitleLocation, Location, WikiCommitLocation,
};
use serde_json::{Value, json};

use super::{Api, BASE_URL, REPO, alert};

fn known_owner(number: u64) -> Alert {
    alert(number, |alert| alert.metadata = Some(vec![AlertMetadataEntry::new("owner_email", "a@b.example")]))
}

fn title(number: u64) -> Location {
    Location::IssueTitle(IssueTitleLocation::new(format!("{BASE_URL}/issues/{number}")))
}

#[test]
fn repository_is_in_lists_of_several_repositories_and_metadata_in_single_alerts() {
    let mut api = Api::with([known_owner(1)]);
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for (target, repository, metadata) in [
        ("/enterprises/acme-inc/secret-scanning/alerts", true, false),
        ("/orgs/acme/secret-scanning/alerts", true, false),
        ("/repos/acme/widgets/secret-scanning/alerts", false, false),
        ("/repos/acme/widgets/secret-scanning/alerts/1", false, true),
    ] {
        let response = api.get(target);
        let body = if response.body.is_array() { &response.body[0] } else { &response.body };
        assert_eq!(body["number"], 1, "{target}");
        assert_eq!(body.get("repository").is_some(), repository, "{target}");
        assert_eq!(body.get("metadata").is_some(), metadata, "{target}");
        if repository {
            assert_eq!(body["repository"]["full_name"], REPO);
            assert_eq!(body["repository"]["owner"]["login"], "acme");
        }
    }
}

#[test]
fn secret_is_plain_text_unless_hide_secret_is_set() {
    let mut api = Api::with([alert(1, |alert| alert.secret = Some("hunter2".into()))]);
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for target in [
        "/enterprises/acme-inc/secret-scanning/alerts",
        "/orgs/acme/secret-scanning/alerts",
        "/repos/acme/widgets/secret-scanning/alerts",
        "/repos/acme/widgets/secret-scanning/alerts/1",
    ] {
        for (query, secret) in
            [("", Some("hunter2")), ("?hide_secret=false", Some("hunter2")), ("?hide_secret=true", None)]
        {
            let body = api.get(&format!("{target}{query}")).body;
            let body = if body.is_array() { &body[0] } else { &body };
            assert_eq!(body.get("secret").and_then(Value::as_str), secret, "{target}{query}");
        }
    }
    assert_eq!(
        api.get("/repos/acme/widgets/secret-scanning/alerts/1?hide_secret=maybe").validation_errors(),
        ["SecretScanningAlert hide_secret invalid"]
    );
}

#[test]
fn names_are_case_insensitive_and_returned_as_seeded() {
    let mut api = Api::new();
    api.add("Acme/Widgets", Alert::new(1));
    api.add("aCME/wIDGETS", Alert::new(2));
    api.store.add_enterprise("Acme-Inc", &["ACME".into()]).unwrap();
    for target in [
        "/repos/ACME/WIDGETS/secret-scanning/alerts",
        "/orgs/acme/secret-scanning/alerts",
        "/enterprises/ACME-inc/secret-scanning/alerts",
    ] {
        assert_eq!(api.numbers(target), [2, 1], "{target}");
    }
    let body = api.get("/orgs/acme/secret-scanning/alerts").body;
    assert_eq!(body[0]["repository"]["full_name"], "Acme/Widgets");
    assert_eq!(body[0]["url"], format!("{BASE_URL}/repos/Acme/Widgets/secret-scanning/alerts/2"));
}

#[test]
fn enterprise_is_found_by_slug_or_id_and_lists_only_its_organizations() {
    let mut api = Api::with([Alert::new(1)]);
    api.add("other/thing", Alert::new(2));
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    let ids = (1_000..1_020).map(|id| format!("/enterprises/{id}/secret-scanning/alerts"));
    let found: Vec<Vec<u64>> = ids
        .map(|target| api.get(&target))
        .filter(|found| found.status == 200)
        .map(|found| found.numbers())
        .collect();
    assert_eq!(found, [[1]]);
}

#[test]
fn urls_of_an_alert_can_be_requested() {
    let mut api = Api::with([Alert::new(7)]);
    let body = api.get("/repos/acme/widgets/secret-scanning/alerts/7").body;
    let url = body["url"].as_str().unwrap().strip_prefix(BASE_URL).unwrap().to_owned();
    assert_eq!(api.get(&url).body, body);
    let locations = body["locations_url"].as_str().unwrap().strip_prefix(BASE_URL).unwrap();
    assert_eq!(api.get(locations).body, json!([]));
}

#[test]
fn locations_are_paged_in_their_seeded_order() {
    let mut api = Api::with([Alert::new(1)]);
    api.store.add_locations(REPO, 1, (0..5).map(title).collect()).unwrap();
    let list = "/repos/acme/widgets/secret-scanning/alerts/1/locations";
    let mut seen = Vec::new();
    let mut next = Some(format!("{list}?per_page=2"));
    while let Some(target) = next {
        let page = api.get(&target);
        seen.extend(
            page.body.as_array().unwrap().iter().map(|place| place["details"]["issue_title_url"].clone()),
        );
        next = page.link("next");
    }
    let expected: Vec<Value> = (0..5).map(|number| json!(format!("{BASE_URL}/issues/{number}"))).collect();
    assert_eq!(seen, expected);
    assert_eq!(
        api.get(&format!("{list}?page=0")).validation_errors(),
        ["SecretScanningLocation page invalid"]
    );
}

#[test]
fn first_location_and_has_more_locations_are_derived_from_the_locations() {
    let mut api = Api::with([Alert::new(1), Alert::new(2), Alert::new(3)]);
    api.store.add_locations(REPO, 1, vec![title(1)]).unwrap();
    api.store.add_locations(REPO, 2, vec![title(1)]).unwrap();
    api.store.add_locations(REPO, 2, vec![title(2)]).unwrap();
    for (number, first, more) in [(1, Some(1), false), (2, Some(1), true), (3, None, false)] {
        let body = api.get(&format!("/repos/acme/widgets/secret-scanning/alerts/{number}")).body;
        let expected = first.map(|first| json!({ "issue_title_url": format!("{BASE_URL}/issues/{first}") }));
        assert_eq!(body.get("first_location_detected"), expected.as_ref(), "{number}");
        assert_eq!(body["has_more_locations"], more, "{number}");
    }
}

#[test]
fn first_location_of_a_seed_is_kept() {
    let mut seed = Alert::new(1);
    seed.first_location_detected = serde_json::from_value(json!({ "issue_title_url": "set" })).unwrap();
    let mut api = Api::with([seed]);
    api.store.add_locations(REPO, 1, vec![title(1), title(2)]).unwrap();
    let one = "/repos/acme/widgets/secret-scanning/alerts/1";
    assert_eq!(api.get(one).body["first_location_detected"], json!({ "issue_title_url": "set" }));
    assert_eq!(api.get(&format!("{one}/locations")).body, json!([title(1), title(2)]));
}

#[test]
fn alert_without_seeded_locations_lists_its_first_location() {
    let place = WikiCommitLocation::default().path("Home.md").start_line(3).end_line(3).commit_sha("c0de");
    let wanted = json!([{ "type": "wiki_commit", "details": place }]);
    let mut seed = Alert::new(1);
    seed.first_location_detected = serde_json::from_value(json!(place)).unwrap();
    let mut api = Api::with([seed]);
    assert_eq!(api.get("/repos/acme/widgets/secret-scanning/alerts/1/locations").body, wanted);
}
