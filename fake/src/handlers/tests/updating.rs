//! The update of an alert.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::{Alert, Validity};
use serde_json::{Value, json};

use super::{Api, REPO, alert};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

fn api() -> Api {
    Api::with([alert(1, |alert| alert.validity = Some(Validity::Inactive)), Alert::new(2)])
}

#[test]
fn resolving_sets_user_time_and_comment_and_reopening_clears_them() {
    let mut api = api();
    let before = api.get(ALERT).body;
    api.now += TimeDelta::milliseconds(3_600_700);
    let body = json!({ "state": "resolved", "resolution": "revoked", "resolution_comment": "rotated" });
    let answer = api.patch(ALERT, &body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let body = api.get(ALERT).body;
    assert_eq!(answer.body, body);
    assert_eq!((&body["state"], &body["resolution"]), (&json!("resolved"), &json!("revoked")));
    assert_eq!(
        (&body["resolution_comment"], &body["resolved_by"]["login"]),
        (&json!("rotated"), &json!("octocat"))
    );
    assert_eq!(
        (&body["resolved_at"], &body["updated_at"]),
        (&json!("2026-03-04T13:00:00Z"), &json!("2026-03-04T13:00:00Z"))
    );
    assert_eq!(body["created_at"], before["created_at"]);

    let mut reopened = api.patch(ALERT, &json!({ "state": "open" })).body;
    reopened["updated_at"] = before["updated_at"].clone();
    assert_eq!(reopened, before);
    assert_eq!(api.get("/repos/acme/widgets/secret-scanning/alerts/2").body["state"], "open");
}

#[test]
fn update_keeps_fields_that_it_does_not_name() {
    let mut api = api();
    let change = |api: &mut Api, body: Value| {
        let before = api.get(ALERT).body;
        api.now += TimeDelta::hours(1);
        let after = api.patch(ALERT, &body).body;
        let changed = |name: &&str| before.get(*name) != after.get(*name);
        ["state", "resolution", "resolution_comment", "assigned_to", "validity", "updated_at"]
            .into_iter()
            .filter(changed)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(change(&mut api, json!({ "assignee": "hubot" })), "assigned_to updated_at");
    assert_eq!(api.get(ALERT).body["assigned_to"]["login"], "hubot");
    assert_eq!(change(&mut api, json!({ "validity": "active" })), "validity updated_at");
    assert_eq!(
        change(
            &mut api,
            json!({ "state": "resolved", "resolution": "wont_fix", "resolution_comment": null })
        ),
        "state resolution updated_at"
    );
    assert_eq!(change(&mut api, json!({ "assignee": null })), "assigned_to updated_at");
    assert_eq!(change(&mut api, json!({ "validity": null, "unknown": 1 })), "validity updated_at");
    assert_eq!(api.get(ALERT).body["validity"], "inactive", "as the check found it");
}

#[test]
fn account_has_the_same_id_in_all_fields() {
    let mut api = api();
    let body = json!({ "state": "resolved", "resolution": "revoked", "assignee": "Octocat" });
    let body = api.patch(ALERT, &body).body;
    assert_eq!(body["resolved_by"]["id"], body["assigned_to"]["id"]);
    let other = api.patch(ALERT, &json!({ "assignee": "hubot" })).body;
    assert_ne!(other["resolved_by"]["id"], other["assigned_to"]["id"]);
}

#[test]
fn resolving_again_with_the_same_resolution_is_refused() {
    let mut api = api();
    let resolve = |resolution| json!({ "state": "resolved", "resolution": resolution });
    assert_eq!(api.patch(ALERT, &resolve("revoked")).status, 200);
    api.patch(ALERT, &resolve("revoked")).assert_error(400, "Alert is already resolved with this resolution");
    assert_eq!(api.patch(ALERT, &resolve("wont_fix")).body["resolution"], "wont_fix");
    assert_eq!(api.patch(ALERT, &json!({ "state": "open" })).status, 200);
    assert_eq!(api.patch(ALERT, &resolve("wont_fix")).status, 200);
    let open = |alert: &mut Alert| {
        alert.state = Some("open".into());
        alert.resolution = Some("revoked".into());
    };
    api.add(REPO, alert(1, open));
    assert_eq!(api.patch(ALERT, &resolve("revoked")).status, 200, "an open one, whatever it was seeded with");
}

#[test]
fn body_that_is_not_a_json_object_is_a_bad_request() {
    let mut api = api();
    for body in ["", "{", "state=resolved", "\u{0}"] {
        api.send("PATCH", ALERT, body).assert_error(400, "Problems parsing JSON");
    }
    for body in ["[]", "null", "\"resolved\"", "1"] {
        api.send("PATCH", ALERT, body).assert_error(400, "Body should be a JSON object");
    }
}

#[test]
fn invalid_properties_are_named_in_the_error_and_have_no_effect() {
    let mut api = api();
    let before = api.get(ALERT).body;
    api.now += TimeDelta::hours(1);
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
        assert_eq!(api.patch(ALERT, &body).validation_errors(), expected, "{body}");
    }
    assert_eq!(api.get(ALERT).body, before);
    assert_eq!(api.patch(ALERT, &json!({ "state": "open", "resolution_comment": null })).status, 200);
}
