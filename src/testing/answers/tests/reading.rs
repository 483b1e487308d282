//! What answers show of alerts and their locations.

use github_secret_scanning_generated::types::{
    Alert, AlertMetadataEntry, IssueTitleLocation, Location, WikiCommitLocation,
};
use serde_json::{Value, json};

use super::{BASE_URL, Fake, REPO, alert};

fn known_owner(number: u64) -> Alert {
    alert(number, |alert| alert.metadata = Some(vec![AlertMetadataEntry::new("owner_email", "a@b.example")]))
}

fn title(number: u64) -> Location {
    Location::IssueTitle(IssueTitleLocation::new(format!("{BASE_URL}/issues/{number}")))
}

#[test]
fn only_lists_over_several_repositories_name_the_repository_and_only_a_single_alert_its_metadata() {
    let mut fake = Fake::with([known_owner(1)]);
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for (target, repository, metadata) in [
        ("/enterprises/acme-inc/secret-scanning/alerts", true, false),
        ("/orgs/acme/secret-scanning/alerts", true, false),
        ("/repos/acme/widgets/secret-scanning/alerts", false, false),
        ("/repos/acme/widgets/secret-scanning/alerts/1", false, true),
    ] {
        let outcome = fake.get(target);
        let shown = if outcome.body.is_array() { &outcome.body[0] } else { &outcome.body };
        assert_eq!(shown["number"], 1, "{target}");
        assert_eq!(shown.get("repository").is_some(), repository, "{target}");
        assert_eq!(shown.get("metadata").is_some(), metadata, "{target}");
        if repository {
            assert_eq!(shown["repository"]["full_name"], REPO);
            assert_eq!(shown["repository"]["owner"]["login"], "acme");
        }
    }
}

#[test]
fn a_secret_stands_in_plain_text_unless_it_is_to_be_hidden() {
    let mut fake = Fake::with([alert(1, |alert| alert.secret = Some("hunter2".into()))]);
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for target in [
        "/enterprises/acme-inc/secret-scanning/alerts",
        "/orgs/acme/secret-scanning/alerts",
        "/repos/acme/widgets/secret-scanning/alerts",
        "/repos/acme/widgets/secret-scanning/alerts/1",
    ] {
        for (query, secret) in
            [("", Some("hunter2")), ("?hide_secret=false", Some("hunter2")), ("?hide_secret=true", None)]
        {
            let body = fake.get(&format!("{target}{query}")).body;
            let shown = if body.is_array() { &body[0] } else { &body };
            assert_eq!(shown.get("secret").and_then(Value::as_str), secret, "{target}{query}");
        }
    }
    assert_eq!(
        fake.get("/repos/acme/widgets/secret-scanning/alerts/1?hide_secret=maybe").faults(),
        ["SecretScanningAlert hide_secret invalid"]
    );
}

#[test]
fn names_are_found_in_any_case_of_letters_and_shown_as_they_were_seeded() {
    let mut fake = Fake::new();
    fake.add("Acme/Widgets", Alert::new(1));
    fake.add("aCME/wIDGETS", Alert::new(2));
    fake.world.add_enterprise("Acme-Inc", &["ACME".into()]).unwrap();
    for target in [
        "/repos/ACME/WIDGETS/secret-scanning/alerts",
        "/orgs/acme/secret-scanning/alerts",
        "/enterprises/ACME-inc/secret-scanning/alerts",
    ] {
        assert_eq!(fake.numbers(target), [2, 1], "{target}");
    }
    let shown = fake.get("/orgs/acme/secret-scanning/alerts").body;
    assert_eq!(shown[0]["repository"]["full_name"], "Acme/Widgets");
    assert_eq!(shown[0]["url"], format!("{BASE_URL}/repos/Acme/Widgets/secret-scanning/alerts/2"));
}

#[test]
fn an_enterprise_is_found_by_its_id_too_and_shows_only_its_own_organizations() {
    let mut fake = Fake::with([Alert::new(1)]);
    fake.add("other/thing", Alert::new(2));
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    let ids = (1_000..1_020).map(|id| format!("/enterprises/{id}/secret-scanning/alerts"));
    let found: Vec<Vec<u64>> = ids
        .map(|target| fake.get(&target))
        .filter(|found| found.status == 200)
        .map(|found| found.numbers())
        .collect();
    assert_eq!(found, [[1]]);
}

#[test]
fn addresses_of_an_alert_lead_to_the_fake_and_can_be_asked_for() {
    let mut fake = Fake::with([Alert::new(7)]);
    let shown = fake.get("/repos/acme/widgets/secret-scanning/alerts/7").body;
    let url = shown["url"].as_str().unwrap().strip_prefix(BASE_URL).unwrap().to_owned();
    assert_eq!(fake.get(&url).body, shown);
    let locations = shown["locations_url"].as_str().unwrap().strip_prefix(BASE_URL).unwrap();
    assert_eq!(fake.get(locations).body, json!([]));
}

#[test]
fn locations_are_listed_in_their_order_and_by_pages() {
    let mut fake = Fake::with([Alert::new(1)]);
    fake.world.add_locations(REPO, 1, (0..5).map(title).collect()).unwrap();
    let list = "/repos/acme/widgets/secret-scanning/alerts/1/locations";
    let mut seen = Vec::new();
    let mut next = Some(format!("{list}?per_page=2"));
    while let Some(target) = next {
        let page = fake.get(&target);
        seen.extend(
            page.body.as_array().unwrap().iter().map(|place| place["details"]["issue_title_url"].clone()),
        );
        next = page.link("next");
    }
    let expected: Vec<Value> = (0..5).map(|number| json!(format!("{BASE_URL}/issues/{number}"))).collect();
    assert_eq!(seen, expected);
    assert_eq!(fake.get(&format!("{list}?page=0")).faults(), ["SecretScanningLocation page invalid"]);
}

#[test]
fn the_first_location_and_whether_there_are_more_follow_the_locations() {
    let mut fake = Fake::with([Alert::new(1), Alert::new(2), Alert::new(3)]);
    fake.world.add_locations(REPO, 1, vec![title(1)]).unwrap();
    fake.world.add_locations(REPO, 2, vec![title(1)]).unwrap();
    fake.world.add_locations(REPO, 2, vec![title(2)]).unwrap();
    for (number, first, more) in [(1, Some(1), false), (2, Some(1), true), (3, None, false)] {
        let shown = fake.get(&format!("/repos/acme/widgets/secret-scanning/alerts/{number}")).body;
        let expected = first.map(|first| json!({ "issue_title_url": format!("{BASE_URL}/issues/{first}") }));
        assert_eq!(shown.get("first_location_detected"), expected.as_ref(), "{number}");
        assert_eq!(shown["has_more_locations"], more, "{number}");
    }
}

#[test]
fn a_first_location_that_was_set_stays_whatever_the_locations_are() {
    let mut seed = Alert::new(1);
    seed.first_location_detected = serde_json::from_value(json!({ "issue_title_url": "set" })).unwrap();
    let mut fake = Fake::with([seed]);
    fake.world.add_locations(REPO, 1, vec![title(1), title(2)]).unwrap();
    let one = "/repos/acme/widgets/secret-scanning/alerts/1";
    assert_eq!(fake.get(one).body["first_location_detected"], json!({ "issue_title_url": "set" }));
    assert_eq!(fake.get(&format!("{one}/locations")).body, json!([title(1), title(2)]));
}

#[test]
fn an_alert_without_locations_lists_the_one_where_its_secret_was_found_first() {
    let place = WikiCommitLocation::new("b10b", "c0de", "u", 9, 3, "u", "Home.md", 1, 3);
    let wanted = json!([{ "type": "wiki_commit", "details": place }]);
    let mut seed = Alert::new(1);
    seed.first_location_detected = serde_json::from_value(json!(place)).unwrap();
    let mut fake = Fake::with([seed]);
    assert_eq!(fake.get("/repos/acme/widgets/secret-scanning/alerts/1/locations").body, wanted);
}
