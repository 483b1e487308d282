//! Default times.

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning_generated::types::{Alert, PushRuleBypassRequest, SecretBypassRequest};
use serde_json::{Value, json};

use super::{Api, REPO, alert, at};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

/// With a time in the middle of a second.
fn between_two_seconds() -> Api {
    let mut api = Api::new();
    api.now += TimeDelta::milliseconds(700);
    api
}

/// Asserts two times of a body.
fn times(body: &Value, names: [&str; 2], expected: [DateTime<Utc>; 2]) {
    assert_eq!(json!(names.map(|name| &body[name])), json!(expected), "{body}");
}

#[test]
fn updated_at_defaults_to_created_at() {
    let mut api = Api::with([alert(1, |alert| alert.created_at = Some(at(3)))]);
    times(&api.get(ALERT).body, ["created_at", "updated_at"], [at(3), at(3)]);
    api.add(REPO, alert(1, |alert| alert.updated_at = Some(at(13))));
    times(&api.get(ALERT).body, ["created_at", "updated_at"], [at(12), at(13)]);
}

#[test]
fn times_of_an_alert_are_whole_seconds() {
    let mut api = between_two_seconds();
    api.add(REPO, Alert::new(1));
    times(&api.get(ALERT).body, ["created_at", "updated_at"], [at(12), at(12)]);
}

#[test]
fn times_of_a_bypass_request_and_its_review_are_whole_seconds() {
    let mut api = between_two_seconds();
    api.store.add_bypass_request(api.now, REPO, SecretBypassRequest::new(0, 1)).unwrap();
    api.store.add_bypass_request(api.now, REPO, PushRuleBypassRequest::new(0, 1)).unwrap();
    for list in ["secret-scanning", "push-rules"] {
        let body = api.get(&format!("/repos/acme/widgets/bypass-requests/{list}/1")).body;
        times(&body, ["created_at", "expires_at"], [at(12), at(12 + 7 * 24)]);
    }
    let target = "/repos/acme/widgets/bypass-requests/secret-scanning/1";
    let review = json!({ "status": "reject", "message": "no" });
    assert_eq!(api.patch(target, &review).status, 200);
    assert_eq!(api.get(target).body["responses"][0]["created_at"], json!(at(12)));
}
