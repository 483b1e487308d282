//! A client with the credentials of a GitHub App.

use std::time::Duration;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Client, ErrorKind};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::{inspected, seeds};
use crate::support::Inspected;

fn client_of(github: &Inspected, org: &str) -> Client {
    let app = github.fake().app().installation_of_org(org);
    github.client_builder().app(app).build().unwrap()
}

#[tokio::test]
async fn app_requests_one_installation_access_token_for_many_calls() {
    let github = inspected(seeds::all()).await;
    let client = client_of(&github, "acme");
    let repo = client.repo("acme", "widgets").unwrap();
    for _ in 0..3 {
        repo.alert(42).get().await.unwrap();
    }
    repo.secret_bypass_request(42).deny("rotate it first").await.unwrap();
    let times = |operation| github.fake().received_for(operation).len();
    assert_eq!(times(&operations::GET_ORG_INSTALLATION), 1);
    assert_eq!(times(&operations::CREATE_INSTALLATION_TOKEN), 1);
}

#[tokio::test]
async fn every_operation_of_family_apps_succeeds_on_the_seeded_fake() {
    let github = inspected(seeds::all()).await;
    let app = || github.fake().app();
    for app in [app().installation_of_org("acme"), app().installation_of_repo("acme", "widgets")] {
        let client = github.client_builder().app(app).build().unwrap();
        client.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap();
    }
    for operation in operations::ALL.iter().filter(|operation| operation.family == "apps") {
        assert!(!github.fake().received_for(operation).is_empty(), "{} was not called", operation.id);
    }
}

#[tokio::test]
async fn every_operation_of_family_apps_is_not_found_on_an_empty_fake() {
    let github = inspected(FakeGitHub::builder()).await;
    let app = || github.fake().app();
    let apps = [
        app().installation(7),
        app().installation_of_org("acme"),
        app().installation_of_repo("acme", "widgets"),
    ];
    for app in apps {
        let client = github.client_builder().app(app).build().unwrap();
        let error = client.org("acme").unwrap().alerts().page().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::InstallationUnavailable, Some(404)),
            "{error}"
        );
    }
    let received = github.fake().received();
    assert!(received.len() >= 3 && received.iter().all(|received| received.status == Some(404)));
}

#[tokio::test]
async fn installation_has_no_access_to_other_owners() {
    let github = inspected(seeds::all().alert("globex/secrets", Alert::new(1))).await;
    let client = client_of(&github, "acme");
    let error = client.repo("globex", "secrets").unwrap().alert(1).get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(client_of(&github, "globex").repo("globex", "secrets").unwrap().alert(1).get().await.is_ok());
}

#[tokio::test]
async fn app_is_limited_to_its_permissions() {
    let github = inspected(seeds::all().app_permissions(["secret_scanning_alerts=read"])).await;
    let alert = client_of(&github, "acme").repo("acme", "widgets").unwrap().alert(42);
    alert.get().await.unwrap();
    let error = alert.assign("monalisa").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
}

#[tokio::test]
async fn app_cannot_call_operations_that_need_a_classic_token() {
    let github = inspected(seeds::all()).await;
    let client = client_of(&github, "acme");
    let error = client.enterprise("acme-inc").unwrap().pattern_configurations().get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn expired_installation_access_token_is_refreshed() {
    let github = inspected(seeds::all()).await;
    let alert = client_of(&github, "acme").repo("acme", "widgets").unwrap().alert(42);
    alert.get().await.unwrap();
    github.fake().advance(Duration::from_secs(3_601));
    alert.get().await.unwrap();
    let statuses = |operation| -> Vec<_> {
        github.fake().received_for(operation).into_iter().map(|received| received.status).collect()
    };
    assert_eq!(statuses(&operations::GET_ALERT), [Some(200), Some(401), Some(200)]);
}
