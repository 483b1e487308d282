//! The times that a seed leaves out.

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning_generated::types::{Alert, PushRuleBypassRequest, SecretBypassRequest};
use serde_json::{Value, json};

use super::{Fake, REPO, alert, at};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";

/// A world in the middle of the second that `at(12)` begins.
fn between_two_seconds() -> Fake {
    let mut fake = Fake::new();
    fake.now += TimeDelta::milliseconds(700);
    fake
}

/// The two as answers write them: `Value` holds a time as text.
fn times(shown: &Value, names: [&str; 2], expected: [DateTime<Utc>; 2]) {
    assert_eq!(json!(names.map(|name| &shown[name])), json!(expected), "{shown}");
}

#[test]
fn an_alert_was_last_updated_when_it_was_created_unless_it_says_otherwise() {
    let mut fake = Fake::with([alert(1, |alert| alert.created_at = Some(at(3)))]);
    times(&fake.get(ALERT).body, ["created_at", "updated_at"], [at(3), at(3)]);
    fake.add(REPO, alert(1, |alert| alert.updated_at = Some(at(13))));
    times(&fake.get(ALERT).body, ["created_at", "updated_at"], [at(12), at(13)]);
}

#[test]
fn the_times_of_an_alert_are_whole_seconds() {
    let mut fake = between_two_seconds();
    fake.add(REPO, Alert::new(1));
    times(&fake.get(ALERT).body, ["created_at", "updated_at"], [at(12), at(12)]);
}

#[test]
fn the_times_of_a_bypass_request_and_of_its_review_are_whole_seconds() {
    let mut fake = between_two_seconds();
    fake.world.add_request(fake.now, REPO, SecretBypassRequest::new(0, 1)).unwrap();
    fake.world.add_request(fake.now, REPO, PushRuleBypassRequest::new(0, 1)).unwrap();
    for list in ["secret-scanning", "push-rules"] {
        let shown = fake.get(&format!("/repos/acme/widgets/bypass-requests/{list}/1")).body;
        times(&shown, ["created_at", "expires_at"], [at(12), at(12 + 7 * 24)]);
    }
    let target = "/repos/acme/widgets/bypass-requests/secret-scanning/1";
    let review = json!({ "status": "reject", "message": "no" });
    assert_eq!(fake.patch(target, &review).status, 200);
    assert_eq!(fake.get(target).body["responses"][0]["created_at"], json!(at(12)));
}
