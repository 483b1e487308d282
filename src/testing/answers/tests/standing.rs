//! What follows from a part of a seed or of a request, where the rest is not said.

use github_secret_scanning_generated::types::{
    Alert, AlertState, BypassRequestStatus, BypassResponse, BypassResponseStatus, SecretBypassRequest, User,
};
use serde_json::json;

use super::{Fake, REPO, alert};

const ALERTS: &str = "/repos/acme/widgets/secret-scanning/alerts";
const REQUEST: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/21";

fn response(id: i64, status: BypassResponseStatus) -> BypassResponse {
    let mut response = BypassResponse::new(id);
    response.status = Some(status);
    response
}

/// A world with request 21, to which these are the responses.
fn answered(responses: Vec<BypassResponse>) -> Fake {
    let mut fake = Fake::new();
    let mut request = SecretBypassRequest::new(0, 21);
    request.responses = Some(responses);
    fake.world.add_request(fake.now, REPO, request).unwrap();
    fake
}

#[test]
fn an_alert_with_a_resolution_is_resolved_unless_the_seed_says_otherwise() {
    let resolved = |alert: &mut Alert| alert.resolution = Some("revoked".into());
    let both = |alert: &mut Alert| {
        alert.resolution = Some("revoked".into());
        alert.state = Some(AlertState::Open);
    };
    let mut fake = Fake::with([
        alert(1, resolved),
        alert(2, both),
        alert(3, |alert| alert.state = Some(AlertState::Resolved)),
        Alert::new(4),
    ]);
    for (number, state, has_time) in
        [(1, "resolved", true), (2, "open", false), (3, "resolved", true), (4, "open", false)]
    {
        let shown = fake.get(&format!("{ALERTS}/{number}")).body;
        assert_eq!(
            (&shown["state"], shown["resolved_at"].is_string()),
            (&json!(state), has_time),
            "{number}"
        );
    }
}

#[test]
fn a_request_is_what_the_last_response_that_stands_has_decided() {
    use BypassResponseStatus::{Approved, Denied, Dismissed};
    for (responses, status) in [
        (vec![], BypassRequestStatus::Open),
        (vec![Dismissed], BypassRequestStatus::Open),
        (vec![Approved], BypassRequestStatus::Approved),
        (vec![Approved, Denied], BypassRequestStatus::Denied),
        (vec![Denied, Approved, Dismissed], BypassRequestStatus::Approved),
    ] {
        let responses = (501..).zip(responses).map(|(id, status)| response(id, status)).collect();
        assert_eq!(answered(responses).get(REQUEST).body["status"], status.as_str());
    }
}

#[test]
fn a_dismissed_response_leaves_the_decision_to_those_that_stand() {
    use BypassResponseStatus::{Approved, Denied};
    let mut fake = answered(vec![response(501, Denied), response(502, Approved)]);
    for (id, status) in [(501, "approved"), (502, "open")] {
        let path = format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}");
        assert_eq!(fake.ask("DELETE", &path, "").status, 204);
        assert_eq!(fake.get(REQUEST).body["status"], status);
    }
}

#[test]
fn an_empty_parameter_counts_as_none() {
    let mut fake = Fake::with([Alert::new(1)]);
    for name in
        ["state", "sort", "validity", "assignee", "per_page", "hide_secret", "owner_email_hash", "page"]
    {
        assert_eq!(fake.numbers(&format!("{ALERTS}?{name}=")), [1], "{name}");
    }
}

#[test]
fn a_number_that_is_written_in_another_way_is_the_number_of_nothing() {
    let mut fake = Fake::with([Alert::new(1)]);
    assert_eq!(fake.get(&format!("{ALERTS}/1")).status, 200);
    for number in ["+1", "01", "1.0", "-1", "%31%20"] {
        assert_eq!(fake.get(&format!("{ALERTS}/{number}")).status, 404, "{number}");
    }
}

#[test]
fn an_assignee_must_be_a_login() {
    let mut fake = Fake::with([Alert::new(1)]);
    for login in ["", "no such/../user ", ".."] {
        let outcome = fake.patch(&format!("{ALERTS}/1"), &json!({ "assignee": login }));
        assert_eq!(outcome.faults(), ["SecretScanningAlert assignee invalid"], "{login}");
    }
}

#[test]
fn an_account_that_a_seed_names_keeps_its_id() {
    let mona = |alert: &mut Alert| alert.assigned_to = Some(User::new(7, "Mona"));
    let mut fake = Fake::with([alert(1, mona), Alert::new(2)]);
    let shown = fake.patch(&format!("{ALERTS}/2"), &json!({ "assignee": "mona" })).body;
    assert_eq!(shown["assigned_to"]["id"], 7);
}
