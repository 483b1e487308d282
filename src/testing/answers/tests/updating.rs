//! What an update of an alert changes, and what it refuses.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::{Alert, Validity};
use serde_json::{Value, json};

use super::{Fake, REPO, alert};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

fn fake() -> Fake {
    Fake::with([alert(1, |alert| alert.validity = Some(Validity::Inactive)), Alert::new(2)])
}

#[test]
fn resolving_says_who_when_and_why_and_reopening_forgets_it() {
    let mut fake = fake();
    let before = fake.get(ALERT).body;
    fake.now += TimeDelta::milliseconds(3_600_700);
    let body = json!({ "state": "resolved", "resolution": "revoked", "resolution_comment": "rotated" });
    let answer = fake.patch(ALERT, &body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let shown = fake.get(ALERT).body;
    assert_eq!(answer.body, shown);
    assert_eq!((&shown["state"], &shown["resolution"]), (&json!("resolved"), &json!("revoked")));
    assert_eq!(
        (&shown["resolution_comment"], &shown["resolved_by"]["login"]),
        (&json!("rotated"), &json!("octocat"))
    );
    assert_eq!(
        (&shown["resolved_at"], &shown["updated_at"]),
        (&json!("2026-03-04T13:00:00Z"), &json!("2026-03-04T13:00:00Z"))
    );
    assert_eq!(shown["created_at"], before["created_at"]);

    let mut reopened = fake.patch(ALERT, &json!({ "state": "open" })).body;
    reopened["updated_at"] = before["updated_at"].clone();
    assert_eq!(reopened, before);
    assert_eq!(fake.get("/repos/acme/widgets/secret-scanning/alerts/2").body["state"], "open");
}

#[test]
fn what_an_update_does_not_name_stays_as_it_is() {
    let mut fake = fake();
    let change = |fake: &mut Fake, body: Value| {
        let before = fake.get(ALERT).body;
        fake.now += TimeDelta::hours(1);
        let after = fake.patch(ALERT, &body).body;
        let changed = |name: &&str| before.get(*name) != after.get(*name);
        ["state", "resolution", "resolution_comment", "assigned_to", "validity", "updated_at"]
            .into_iter()
            .filter(changed)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(change(&mut fake, json!({ "assignee": "hubot" })), "assigned_to updated_at");
    assert_eq!(fake.get(ALERT).body["assigned_to"]["login"], "hubot");
    assert_eq!(change(&mut fake, json!({ "validity": "active" })), "validity updated_at");
    assert_eq!(
        change(
            &mut fake,
            json!({ "state": "resolved", "resolution": "wont_fix", "resolution_comment": null })
        ),
        "state resolution updated_at"
    );
    assert_eq!(change(&mut fake, json!({ "assignee": null })), "assigned_to updated_at");
    assert_eq!(change(&mut fake, json!({ "validity": null, "unknown": 1 })), "validity updated_at");
    assert_eq!(fake.get(ALERT).body["validity"], "inactive", "as the check found it");
}

#[test]
fn an_account_has_the_same_id_everywhere() {
    let mut fake = fake();
    let body = json!({ "state": "resolved", "resolution": "revoked", "assignee": "Octocat" });
    let shown = fake.patch(ALERT, &body).body;
    assert_eq!(shown["resolved_by"]["id"], shown["assigned_to"]["id"]);
    let other = fake.patch(ALERT, &json!({ "assignee": "hubot" })).body;
    assert_ne!(other["resolved_by"]["id"], other["assigned_to"]["id"]);
}

#[test]
fn resolving_again_is_refused_unless_the_resolution_is_another() {
    let mut fake = fake();
    let resolve = |resolution| json!({ "state": "resolved", "resolution": resolution });
    assert_eq!(fake.patch(ALERT, &resolve("revoked")).status, 200);
    fake.patch(ALERT, &resolve("revoked")).is_refused(400, "Alert is already resolved with this resolution");
    assert_eq!(fake.patch(ALERT, &resolve("wont_fix")).body["resolution"], "wont_fix");
    assert_eq!(fake.patch(ALERT, &json!({ "state": "open" })).status, 200);
    assert_eq!(fake.patch(ALERT, &resolve("wont_fix")).status, 200);
    let open = |alert: &mut Alert| {
        alert.state = Some("open".into());
        alert.resolution = Some("revoked".into());
    };
    fake.add(REPO, alert(1, open));
    assert_eq!(
        fake.patch(ALERT, &resolve("revoked")).status,
        200,
        "an open one, whatever it was seeded with"
    );
}

#[test]
fn a_body_that_is_no_json_object_is_refused_before_its_properties() {
    let mut fake = fake();
    for body in ["", "{", "state=resolved", "\u{0}"] {
        fake.ask("PATCH", ALERT, body).is_refused(400, "Problems parsing JSON");
    }
    for body in ["[]", "null", "\"resolved\"", "1"] {
        fake.ask("PATCH", ALERT, body).is_refused(400, "Body should be a JSON object");
    }
}

#[test]
fn wrong_properties_are_refused_each_by_its_name_and_change_nothing() {
    let mut fake = fake();
    let before = fake.get(ALERT).body;
    fake.now += TimeDelta::hours(1);
    for (body, expected) in [
        (json!({}), &["state missing_field", "assignee missing_field", "validity missing_field"] as &[&str]),
        (
            json!({ "resolution": "revoked", "resolution_comment": "x" }),
            &["state missing_field", "assignee missing_field", "validity missing_field"],
        ),
        (json!({ "state": "resolved" }), &["resolution missing_field"]),
        (json!({ "state": "resolved", "resolution": null }), &["resolution missing_field"]),
        (json!({ "state": "resolved", "resolution": "because" }), &["resolution invalid"]),
        (json!({ "state": "resolved", "resolution": "pattern_edited" }), &["resolution invalid"]),
        (json!({ "state": "resolved", "resolution": 1 }), &["resolution invalid"]),
        (
            json!({ "state": "resolved", "resolution": "revoked", "resolution_comment": 1 }),
            &["resolution_comment invalid"],
        ),
        (json!({ "state": "open", "resolution_comment": "x" }), &["resolution_comment invalid"]),
        (json!({ "state": "closed" }), &["state invalid"]),
        (json!({ "state": null }), &["state invalid"]),
        (json!({ "state": ["open"] }), &["state invalid"]),
        (json!({ "assignee": 7 }), &["assignee invalid"]),
        (json!({ "assignee": "" }), &["assignee invalid"]),
        (json!({ "validity": "unknown" }), &["validity invalid"]),
        (
            json!({ "validity": "maybe", "state": "closed", "assignee": "hubot" }),
            &["state invalid", "validity invalid"],
        ),
    ] {
        let expected: Vec<String> =
            expected.iter().map(|fault| format!("SecretScanningAlert {fault}")).collect();
        assert_eq!(fake.patch(ALERT, &body).faults(), expected, "{body}");
    }
    assert_eq!(fake.get(ALERT).body, before);
    assert_eq!(fake.patch(ALERT, &json!({ "state": "open", "resolution_comment": null })).status, 200);
}
