//! Effects of writes on later reads.

use github_secret_scanning::models::{
    AlertState, BypassRequestStatus, BypassRequestStatusFilter, BypassResponseStatus, Resolution,
    SecretBypassRequest,
};
use github_secret_scanning::{ErrorKind, Repo};

use super::seeds::{ANSWERED, RESPONSE};
use super::{inspected, seeds};
use crate::support::Inspected;

fn repo(github: &Inspected) -> Repo {
    github.client().repo("acme", "widgets").unwrap()
}

#[tokio::test]
async fn alert_stays_resolved_until_it_is_reopened() {
    let github = inspected(seeds::all()).await;
    let repo = repo(&github);
    let open = async || repo.alerts().state(AlertState::Open).page().await.unwrap().items.len();
    assert_eq!(open().await, 1);

    let response = repo.alert(42).resolve(Resolution::Revoked).comment("rotated").await.unwrap();
    let read = repo.alert(42).get().await.unwrap();
    for alert in [response, read] {
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
async fn alert_stays_assigned_until_it_is_unassigned() {
    let github = inspected(seeds::all()).await;
    let alert = repo(&github).alert(42);
    alert.assign("monalisa").await.unwrap();
    assert_eq!(alert.get().await.unwrap().assigned_to.unwrap().login, "monalisa");
    alert.unassign().await.unwrap();
    assert!(alert.get().await.unwrap().assigned_to.is_none());
}

/// Returns the status of the only response to a request.
fn only_response(request: SecretBypassRequest, id: Option<i64>) -> BypassResponseStatus {
    let responses = request.responses.unwrap();
    let [response] = responses.as_slice() else { panic!("{responses:?}") };
    assert_eq!(i64::try_from(response.id.get()).ok(), id);
    assert_eq!(response.reviewer.as_ref().unwrap().actor_name.as_deref(), Some("octocat"));
    assert!(response.created_at.is_some());
    response.status.clone().unwrap()
}

#[tokio::test]
async fn approval_sets_the_status_and_adds_a_response() {
    let github = inspected(seeds::all()).await;
    let request = repo(&github).secret_bypass_request(42);
    assert_eq!(request.get().await.unwrap().status, Some(BypassRequestStatus::Open));
    let receipt = request.approve("already revoked").await.unwrap();
    let read = request.get().await.unwrap();
    assert_eq!(read.status, Some(BypassRequestStatus::Approved));
    assert_eq!(only_response(read, receipt.bypass_review_id), BypassResponseStatus::Approved);
}

#[tokio::test]
async fn denial_sets_the_status_and_adds_a_response() {
    let github = inspected(seeds::all()).await;
    let repo = repo(&github);
    let receipt = repo.secret_bypass_request(42).deny("rotate it first").await.unwrap();
    let read = repo.secret_bypass_request(42).get().await.unwrap();
    assert_eq!(read.status, Some(BypassRequestStatus::Denied));
    assert_eq!(only_response(read, receipt.bypass_review_id), BypassResponseStatus::Denied);
    let open = repo.secret_bypass_requests().request_status(BypassRequestStatusFilter::Open);
    assert!(open.page().await.unwrap().items.is_empty());
    let again = repo.secret_bypass_request(42).approve("after all").await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Validation);
}

#[tokio::test]
async fn dismissed_response_is_kept_and_reopens_its_request() {
    let github = inspected(seeds::all()).await;
    let repo = repo(&github);
    repo.dismiss_secret_bypass_response(RESPONSE).await.unwrap();
    let request = repo.secret_bypass_request(ANSWERED).get().await.unwrap();
    assert_eq!(request.status, Some(BypassRequestStatus::Open));
    let responses = request.responses.unwrap();
    assert_eq!((responses.len(), responses[0].id.get()), (1, RESPONSE));
    assert_eq!(responses[0].status, Some(BypassResponseStatus::Dismissed));
    let again = repo.dismiss_secret_bypass_response(RESPONSE).await.unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Validation);
}
