//! Every operation of the description.

use github_secret_scanning::ErrorKind;
use github_secret_scanning_fake::FakeGitHub;

use super::{inspected, seeds};
use crate::support::calls;

#[tokio::test]
async fn every_operation_succeeds_on_the_seeded_fake() {
    let github = inspected(seeds::all()).await;
    let client = github.client();
    for operation in calls::operations() {
        let response = calls::call(operation.id, &client).unwrap().await;
        assert!(response.is_ok(), "{}: {response:?}", operation.id);
    }
    for operation in calls::operations() {
        assert!(!github.fake().received_for(operation).is_empty(), "{} was not called", operation.id);
    }
}

#[tokio::test]
async fn every_operation_is_not_found_on_an_empty_fake() {
    let github = inspected(FakeGitHub::builder()).await;
    let client = github.client();
    for operation in calls::operations() {
        let error = calls::call(operation.id, &client).unwrap().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::NotFound, Some(404)), "{}", operation.id);
        assert_eq!(error.message(), Some("Not Found"));
        assert!(error.documentation_url().is_some() && error.request_id().is_some(), "{}", operation.id);
    }
    let received = github.fake().received();
    assert!(received.iter().all(|received| received.status == Some(404)));
}

#[tokio::test]
async fn names_are_case_insensitive() {
    let github = inspected(seeds::all()).await;
    let client = github.client();
    assert_eq!(client.org("ACME").unwrap().alerts().page().await.unwrap().items.len(), 1);
    assert!(client.repo("Acme", "WIDGETS").unwrap().alert(42).get().await.is_ok());
    assert_eq!(client.enterprise("Acme-Inc").unwrap().alerts().page().await.unwrap().items.len(), 1);
}
