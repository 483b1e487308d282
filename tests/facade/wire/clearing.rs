//! Null in an update clears a property; absent properties are unchanged.

use github_secret_scanning::models::{AlertState, Resolution, ValidityOverride};
use serde_json::{Value, json};

use super::serving;
use crate::support::{Server, repo};

/// Returns the body of the last request.
fn body(server: &Server) -> Value {
    server.received().last().unwrap().json()
}

#[tokio::test]
async fn each_property_can_be_cleared_and_is_sent_alone() {
    let server = serving("alerts/update_response");
    let update = || repo(&server).alert(42).update();
    update().clear_assignee().await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": null }));
    update().clear_validity().await.unwrap();
    assert_eq!(body(&server), json!({ "validity": null }));
    update().assignee("monalisa").clear_resolution().clear_resolution_comment().await.unwrap();
    let expected = json!({ "assignee": "monalisa", "resolution": null, "resolution_comment": null });
    assert_eq!(body(&server), expected);
}

#[tokio::test]
async fn only_set_properties_are_sent() {
    let server = serving("alerts/update_response");
    let update = || repo(&server).alert(42).update();
    update().assignee("monalisa").await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": "monalisa" }));
    update().validity(ValidityOverride::Active).await.unwrap();
    assert_eq!(body(&server), json!({ "validity": "active" }));
    update().state(AlertState::Open).await.unwrap();
    assert_eq!(body(&server), json!({ "state": "open" }));
}

#[tokio::test]
async fn state_and_assignee_can_change_in_one_update() {
    let server = serving("alerts/update_response");
    let update = repo(&server).alert(42).update();
    let update = update.state(AlertState::Resolved).resolution(Resolution::WontFix).clear_assignee();
    update.await.unwrap();
    let expected = json!({ "state": "resolved", "resolution": "wont_fix", "assignee": null });
    assert_eq!(body(&server), expected);
}

#[tokio::test]
async fn last_of_setting_and_clearing_wins() {
    let server = serving("alerts/update_response");
    let update = || repo(&server).alert(42).update();
    update().assignee("monalisa").clear_assignee().await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": null }));
    update().clear_assignee().assignee("monalisa").await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": "monalisa" }));
}

#[tokio::test]
async fn unassigning_sends_null() {
    let server = serving("alerts/update_response");
    let alert = repo(&server).alert(42);
    alert.assign("monalisa").await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": "monalisa" }));
    alert.unassign().await.unwrap();
    assert_eq!(body(&server), json!({ "assignee": null }));
}

#[tokio::test]
async fn reopening_sends_only_the_state() {
    let server = serving("alerts/update_response");
    repo(&server).alert(42).reopen().await.unwrap();
    let sent = body(&server);
    assert_eq!(sent["state"], "open");
    assert!(sent["resolution"].is_null() && sent["resolution_comment"].is_null(), "{sent}");
    let known = ["state", "resolution", "resolution_comment"];
    let others: Vec<_> =
        sent.as_object().unwrap().keys().filter(|name| !known.contains(&name.as_str())).collect();
    assert!(others.is_empty(), "{sent}");
}
