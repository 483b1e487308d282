//! State that is derived from partial seeds and requests.

use github_secret_scanning_generated::types::{
    Alert, AlertState, BypassRequestStatus, BypassResponse, BypassResponseStatus, SecretBypassRequest, User,
};
use serde_json::json;

use super::{Api, REPO, alert};

const ALERTS: &str = "/repos/acme/widgets/secret-scanning/alerts";
const REQUEST: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/21";

fn response(id: u64, status: BypassResponseStatus) -> BypassResponse {
    let mut response = BypassResponse::new(id);
    response.status = Some(status);
    response
}

/// With bypass request 21 and these responses.
fn with_responses(responses: Vec<BypassResponse>) -> Api {
    let mut api = Api::new();
    let mut request = SecretBypassRequest::new(0, 21);
    request.responses = Some(responses);
    api.store.add_bypass_request(api.now, REPO, request).unwrap();
    api
}

#[test]
fn alert_with_a_resolution_is_resolved_unless_its_state_is_set() {
    let resolved = |alert: &mut Alert| alert.resolution = Some("revoked".into());
    let both = |alert: &mut Alert| {
        alert.resolution = Some("revoked".into());
        alert.state = Some(AlertState::Open);
    };
    let mut api = Api::with([
        alert(1, resolved),
        alert(2, both),
        alert(3, |alert| alert.state = Some(AlertState::Resolved)),
        Alert::new(4),
    ]);
    for (number, state, has_time) in
        [(1, "resolved", true), (2, "open", false), (3, "resolved", true), (4, "open", false)]
    {
        let body = api.get(&format!("{ALERTS}/{number}")).body;
        assert_eq!((&body["state"], body["resolved_at"].is_string()), (&json!(state), has_time), "{number}");
    }
}

#[test]
fn last_effective_response_decides_the_status() {
    use BypassResponseStatus::{Approved, Denied, Dismissed};
    for (responses, status) in [
        (vec![], BypassRequestStatus::Open),
        (vec![Dismissed], BypassRequestStatus::Open),
        (vec![Approved], BypassRequestStatus::Approved),
        (vec![Approved, Denied], BypassRequestStatus::Denied),
        (vec![Denied, Approved, Dismissed], BypassRequestStatus::Approved),
    ] {
        let responses = (501..).zip(responses).map(|(id, status)| response(id, status)).collect();
        assert_eq!(with_responses(responses).get(REQUEST).body["status"], status.as_str());
    }
}

#[test]
fn dismissal_restores_the_status_of_the_previous_response() {
    use BypassResponseStatus::{Approved, Denied};
    let mut api = with_responses(vec![response(501, Denied), response(502, Approved)]);
    for (id, status) in [(501, "approved"), (502, "open")] {
        let path = format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}");
        assert_eq!(api.send("DELETE", &path, "").status, 204);
        assert_eq!(api.get(REQUEST).body["status"], status);
    }
}

#[test]
fn empty_query_parameter_is_ignored() {
    let mut api = Api::with([Alert::new(1)]);
    for name in
        ["state", "sort", "validity", "assignee", "per_page", "hide_secret", "owner_email_hash", "page"]
    {
        assert_eq!(api.numbers(&format!("{ALERTS}?{name}=")), [1], "{name}");
    }
}

#[test]
fn number_in_a_path_must_be_in_canonical_form() {
    let mut api = Api::with([Alert::new(1)]);
    assert_eq!(api.get(&format!("{ALERTS}/1")).status, 200);
    for number in ["+1", "01", "1.0", "-1", "%31%20"] {
        assert_eq!(api.get(&format!("{ALERTS}/{number}")).status, 404, "{number}");
    }
}

#[test]
fn assignee_must_be_a_valid_login() {
    let mut api = Api::with([Alert::new(1)]);
    for login in ["", "no such/../user ", ".."] {
        let response = api.patch(&format!("{ALERTS}/1"), &json!({ "assignee": login }));
        assert_eq!(response.validation_errors(), ["SecretScanningAlert assignee invalid"], "{login}");
    }
}

#[test]
fn account_keeps_the_id_of_its_seed() {
    let mona = |alert: &mut Alert| alert.assigned_to = Some(Box::new(User::new(7, "Mona")));
    let mut api = Api::with([alert(1, mona), Alert::new(2)]);
    let body = api.patch(&format!("{ALERTS}/2"), &json!({ "assignee": "mona" })).body;
    assert_eq!(body["assigned_to"]["id"], 7);
}
