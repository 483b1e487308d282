//! Requests on alerts.

use github_secret_scanning::models::{AlertSort, AlertState, Resolution, Validity};
use serde_json::json;

use super::{assert_sent, assert_sent_body, serving};
use crate::support::{Server, org, repo};

const REPO_ALERTS: &str = "/repos/acme/widgets/secret-scanning/alerts";

#[tokio::test]
async fn list_by_cursor_starts_with_an_empty_cursor() {
    let server = serving("alerts/enterprise_list");
    org(&server).alerts().by_cursor().page().await.unwrap();
    assert_sent(&server.only(), "GET", "/orgs/acme/secret-scanning/alerts?after=");
}

#[tokio::test]
async fn filter_can_have_unknown_values() {
    let server = serving("alerts/repo_list");
    for filter in ["query parameter sort at", "query parameter state at", "query parameter validity at"] {
        server.expect_fault(filter);
    }
    let alerts = repo(&server).alerts();
    let request = alerts
        .state(AlertState::from("quarantined"))
        .validity([Validity::from("expiring soon"), Validity::Active])
        .sort(AlertSort::from("risk&page=9"));
    request.page().await.unwrap();
    let query = "sort=risk%26page%3D9&state=quarantined&validity=expiring+soon%2Cactive";
    assert_eq!(server.only().query(), query);
}

#[tokio::test]
async fn last_value_of_a_filter_is_sent_and_an_empty_list_is_not() {
    let server = serving("alerts/repo_list");
    let none: [Validity; 0] = [];
    let request = repo(&server).alerts().secret_type(["a", "b"]).secret_type(["c"]).validity(none);
    request.state(AlertState::Open).state(AlertState::Resolved).page().await.unwrap();
    assert_eq!(server.only().query(), "secret_type=c&state=resolved");
}

#[tokio::test]
async fn resolving_sends_the_state_with_the_resolution_and_the_comment() {
    let server: Server = serving("alerts/update_response");
    server.expect_fault("request body at \"/resolution\"");
    let alert = repo(&server).alert(42);
    alert.resolve(Resolution::Revoked).comment("rotated").send().await.unwrap();
    alert.resolve(Resolution::from("moved_to_vault")).await.unwrap();
    let received = server.received();
    let with_comment =
        json!({ "state": "resolved", "resolution": "revoked", "resolution_comment": "rotated" });
    assert_sent_body(&received[0], "PATCH", &format!("{REPO_ALERTS}/42"), &with_comment);
    assert_eq!(received[1].json(), json!({ "state": "resolved", "resolution": "moved_to_vault" }));
}

#[tokio::test]
async fn resolving_sends_the_documented_body() {
    let server = serving("alerts/update_response");
    repo(&server).alert(42).resolve(Resolution::FalsePositive).await.unwrap();
    assert_eq!(server.only().json(), crate::support::fixture::read("alerts/update_body"));
}
