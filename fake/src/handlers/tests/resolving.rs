//! Another resolution of a resolved alert.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::Alert;
use serde_json::{Value, json};

use super::{Api, at};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

#[test]
fn another_resolution_replaces_the_comment() {
    let mut api = Api::with([Alert::new(1)]);
    for (resolution, comment) in [
        ("revoked", json!("rotated")),
        ("wont_fix", json!("we live with it")),
        ("false_positive", Value::Null),
        ("used_in_tests", json!("a test")),
    ] {
        api.now += TimeDelta::hours(1);
        let mut body = json!({ "state": "resolved", "resolution": resolution });
        if !comment.is_null() {
            body["resolution_comment"] = comment.clone();
        }
        assert_eq!(api.patch(ALERT, &body).status, 200);
        let body = api.get(ALERT).body;
        assert_eq!((&body["resolution"], &body["resolution_comment"]), (&json!(resolution), &comment));
        assert_eq!(body["resolved_at"], json!(api.now));
    }
    assert_eq!(api.now, at(16));
}
