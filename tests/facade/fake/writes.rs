//! What a write changes is there for every later read.

use github_secret_scanning::models::{
    AlertState, BypassRequestStatus, BypassRequestStatusFilter, BypassResponseStatus, Resolution,
    SecretBypassRequest,
};
use github_secret_scanning::{ErrorKind, Repo};

use super::world::{ANSWERED, RESPONSE};
use super::{inspected, world};
use crate::support::Inspected;

fn repo(github: &Inspected) -> Repo {
    github.client().repo("acme", "widgets").unwrap()
}

#[tokio::test]
async fn a_resolved_alert_is_resolved_until_it_is_opened_again() {
    let github = inspected(world::full()).await;
    let repo = repo(&github);
    let open = async || repo.alerts().state(AlertState::Open).page().await.unwrap().items.len();
    assert_eq!(open().await, 1);

    let answer = repo.alert(42).resolve(Resolution::Revoked).comment("rotated").await.unwrap();
    let read = repo.alert(42).get().await.unwrap();
    for alert in [answer, read] {
        assert_eq!((alert.state, alert.resolution), (Some(AlertState::Resolved), Some(Resolution::Revoked)));
        assert_eq!(alert.resolution_comment.as_deref(), Some("rotated"));
        assert_eq!(alert.resolved_by.unwrap().login, "octocat");
        assert!(alert.resolved_at.is_some());
    }
    assert_eq!(open().await, 0);

    repo.alert(42).reopen().await.unwrap();
    let alert = repo.alert(42).get().await.unwrap();
    assert_eq!((alert.state, alert.resolution), (Some(AlertState::Open), None));
    assert!(alert.resolved_by.is_none() && alert.resolved_at.is_none());
    assert_eq!(open().await, 1);
}

#[tokio::test]
async fn an_alert_is_assigned_until_it_is_taken_away() {
    let github = inspected(world::full()).await;
    let alert = repo(&github).alert(42);
    alert.assign("monalisa").await.unwrap();
    assert_eq!(alert.get().await.unwrap().assigned_to.unwrap().login, "monalisa");
    alert.unassign().await.unwrap();
    assert!(alert.get().await.unwrap().assigned_to.is_none());
}

/// The one response to a request that was just reviewed.
fn only_response(request: SecretBypassRequest, id: Option<i64>) -> BypassResponseStatus {
    let responses = request.responses.unwrap();
    let [response] = responses.as_slice() else { panic!("{responses:?}") };
    assert_eq!(Some(response.id), id);
    assert_eq!(response.reviewer.as_ref().unwrap().actor_name.as_deref(), Some("octocat"));
    assert!(response.created_at.is_some());
    response.status.clone().unwrap()
}

#[tokio::test]
async fn an_approved_request_is_approved_and_has_a_response() {
    let github = inspected(world::full()).await;
    let request = repo(&github).secret_bypass_request(21);
    assert_eq!(request.get().await.unwrap().status, Some(BypassRequestStatus::Open));
    let receipt = request.approve("already revoked").await.unwrap();
    let read = request.get().await.unwrap();
    assert_eq!(read.status, Some(BypassRequestStatus::Approved));
    assert_eq!(only_response(read, receipt.bypass_review_id), BypassResponseStatus::Approved);
}

#[tokio::test]
async fn a_denied_request_is_denied_has_a_response_and_is_open_no_longer() {
    let github = inspected(world::full()).await;
    let repo = repo(&github);
    let receipt = repo.secret_bypass_request(21).deny("rotate it first").await.unwrap();
    let read = repo.secret_bypass_request(21).get().await.unwrap();
    assert_eq!(read.status, Some(BypassRequestStatus::Denied));
    assert_eq!(only_response(read, receipt.bypass_review_id), BypassResponseStatus::Denied);
    let open = repo.secret_bypass_requests().request_status(BypassRequestStatusFilter::Open);
    assert!(open.page().await.unwrap().items.is_empty());
    let again = repo.secret_bypass_request(21).approve("after all").await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Validation);
}

#[tokio::test]
async fn a_dismissed_response_stays_as_dismissed_and_its_request_is_open_again() {
    let github = inspected(world::full()).await;
    let repo = repo(&github);
    repo.dismiss_secret_bypass_response(RESPONSE).await.unwrap();
    let request = repo.secret_bypass_request(ANSWERED).get().await.unwrap();
    assert_eq!(request.status, Some(BypassRequestStatus::Open));
    let responses = request.responses.unwrap();
    assert_eq!((responses.len(), responses[0].id), (1, RESPONSE));
    assert_eq!(responses[0].status, Some(BypassResponseStatus::Dismissed));
    let again = repo.dismiss_secret_bypass_response(RESPONSE).await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Validation);
}
