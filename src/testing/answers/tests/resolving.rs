//! An alert that is resolved once more, for another reason.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::Alert;
use serde_json::{Value, json};

use super::{Fake, at};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

#[test]
fn another_resolution_brings_its_own_comment_or_none() {
    let mut fake = Fake::with([Alert::new(1)]);
    for (resolution, comment) in [
        ("revoked", json!("rotated")),
        ("wont_fix", json!("we live with it")),
        ("false_positive", Value::Null),
        ("used_in_tests", json!("a test")),
    ] {
        fake.now += TimeDelta::hours(1);
        let mut body = json!({ "state": "resolved", "resolution": resolution });
        if !comment.is_null() {
            body["resolution_comment"] = comment.clone();
        }
        assert_eq!(fake.patch(ALERT, &body).status, 200);
        let shown = fake.get(ALERT).body;
        assert_eq!((&shown["resolution"], &shown["resolution_comment"]), (&json!(resolution), &comment));
        assert_eq!(shown["resolved_at"], json!(fake.now));
    }
    assert_eq!(fake.now, at(16));
}
