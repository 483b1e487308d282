//! The five operations on secret bypass requests.

use github_secret_scanning::models::{BypassRequestStatusFilter, BypassReviewAction, TimePeriod};
use serde_json::json;

use super::{assert_sent, assert_sent_body, serving};
use crate::support::{Reply, Server, repo};

const OF_REPO: &str = "/repos/acme/widgets/bypass-requests/secret-scanning";

#[tokio::test]
async fn values_are_escaped_and_can_be_unknown() {
    let server = serving("secret_bypass_requests/list");
    server.expect_fault("query parameter time_period at");
    let request = repo(&server)
        .secret_bypass_requests()
        .reviewer("octo cat")
        .requester("mona+lisa")
        .time_period(TimePeriod::from("quarter"))
        .request_status(BypassRequestStatusFilter::Cancelled)
        .per_page(1);
    request.page().await.unwrap();
    let query =
        "per_page=1&request_status=cancelled&requester=mona%2Blisa&reviewer=octo+cat&time_period=quarter";
    assert_sent(&server.only(), "GET", &format!("{OF_REPO}?{query}"));
}

#[tokio::test]
async fn get_sends_only_its_path() {
    let server = serving("secret_bypass_requests/get");
    repo(&server).secret_bypass_request(21).get().await.unwrap();
    assert_sent(&server.only(), "GET", &format!("{OF_REPO}/21"));
}

#[tokio::test]
async fn approving_and_denying_send_the_action_and_the_message() {
    let server = serving("secret_bypass_requests/review_response");
    let request = repo(&server).secret_bypass_request(21);
    request.approve("already revoked").await.unwrap();
    request.deny(String::from("rotate it first")).await.unwrap();
    let received = server.received();
    let approved = json!({ "status": "approve", "message": "already revoked" });
    assert_sent_body(&received[0], "PATCH", &format!("{OF_REPO}/21"), &approved);
    let rejected = json!({ "status": "reject", "message": "rotate it first" });
    assert_sent_body(&received[1], "PATCH", &format!("{OF_REPO}/21"), &rejected);
}

#[tokio::test]
async fn review_can_have_an_unknown_action() {
    let server = serving("secret_bypass_requests/review_response");
    server.expect_fault("request body at \"/status\"");
    let request = repo(&server).secret_bypass_request(21);
    let receipt = request.review(BypassReviewAction::from("escalate"), "ask the owner").await.unwrap();
    assert_eq!(server.only().json(), json!({ "status": "escalate", "message": "ask the owner" }));
    assert_eq!(receipt.bypass_review_id, Some(1));
}

#[tokio::test]
async fn dismissing_a_response_sends_only_its_path() {
    let server = Server::script([Reply::status(204)]);
    repo(&server).dismiss_secret_bypass_response(42).await.unwrap();
    assert_sent(&server.only(), "DELETE", "/repos/acme/widgets/bypass-responses/secret-scanning/42");
}
