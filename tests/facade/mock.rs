//! The typed mocks, as in the tests of a service.

use github_secret_scanning::models::{Alert, AlertState, AlertUpdate, ErrorBody, SecretBypassRequest};
use github_secret_scanning::{Client, ErrorKind, Secret};
use github_secret_scanning_fake::mock::MockServerExt;
use httpmock::MockServer;

use crate::support::builder;

fn client(server: &MockServer, base_path: &str) -> Client {
    builder().base_url(server.url(base_path)).build().unwrap()
}

fn alert() -> Alert {
    let mut alert = Alert::new(42);
    alert.state = Some(AlertState::Open);
    alert.secret = Some(Secret::from("hunter2"));
    alert
}

#[tokio::test]
async fn mock_matches_at_the_root_and_below_a_base_path() {
    let server = MockServer::start_async().await;
    let mock = server.secret_scanning_get_alert(|when, then| {
        when.owner("acme").repo("widgets").alert_number(42);
        then.ok(&alert());
    });
    for (calls, base_path) in ["", "/api/v3", "/a/b/c/"].into_iter().enumerate() {
        let repo = client(&server, base_path).repo("acme", "widgets").unwrap();
        assert_eq!(repo.alert(42).get().await.unwrap().number, 42, "{base_path}");
        assert_eq!(repo.alert(43).get().await.unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(mock.calls_async().await, calls + 1);
    }
}

#[tokio::test]
async fn mock_sends_secrets_in_plain_text() {
    let server = MockServer::start_async().await;
    server.secret_scanning_get_alert(|when, then| {
        when.alert_number(42);
        then.ok(&alert());
    });
    server.secret_scanning_list_alerts_for_repo(|when, then| {
        when.state(AlertState::Open).page(None);
        then.ok(&vec![alert()]);
    });
    let repo = client(&server, "").repo("acme", "widgets").unwrap();
    let one = repo.alert(42).get().await.unwrap();
    assert_eq!(one.secret.as_ref().and_then(Secret::expose), Some("hunter2"));
    let page = repo.alerts().state(AlertState::Open).page().await.unwrap();
    assert_eq!(page.items[0].secret.as_ref().and_then(Secret::expose), Some("hunter2"));
    assert_eq!(page.items, [one]);
}

#[tokio::test]
async fn mock_matches_names_literally() {
    let server = MockServer::start_async().await;
    server.secret_scanning_get_alert(|when, then| {
        when.owner("a.b").repo(".github").alert_number(1);
        then.ok(&Alert::new(1));
    });
    let github = client(&server, "");
    let get = |owner, repo| github.repo(owner, repo).unwrap().alert(1).get().send();
    assert!(get("a.b", ".github").await.is_ok());
    for (owner, repo) in [("aXb", ".github"), ("a.b", "xgithub"), ("a.bc", ".github"), ("xa.b", ".github")] {
        assert_eq!(get(owner, repo).await.unwrap_err().kind(), ErrorKind::NotFound, "{owner}/{repo}");
    }
    assert!(github.repo("a.b", ".github").unwrap().alert(11).get().await.is_err());
}

#[tokio::test]
async fn mock_distinguishes_null_from_absent_in_a_body() {
    let server = MockServer::start_async().await;
    server.secret_scanning_update_alert(|when, then| {
        when.body(&AlertUpdate { assignee: Some(None), ..AlertUpdate::default() });
        then.ok(&Alert::new(42));
    });
    let repo = client(&server, "/api/v3").repo("acme", "widgets").unwrap();
    let alert = repo.alert(42);
    assert!(alert.unassign().await.is_ok());
    assert!(alert.assign("monalisa").await.is_err());
    assert!(alert.reopen().await.is_err());
    assert!(alert.unassign().state(AlertState::Open).await.is_err());
}

#[tokio::test]
async fn mock_can_send_the_errors_of_github() {
    let server = MockServer::start_async().await;
    server.secret_scanning_get_bypass_request(|when, then| {
        when.bypass_request_number(21);
        let mut body = ErrorBody::default();
        body.message = Some("Not Found".into());
        then.not_found(&body);
    });
    server.secret_scanning_list_org_bypass_requests(|when, then| {
        when.org("acme").repository_name("widgets");
        then.ok(&vec![SecretBypassRequest::new(1, 2)]);
    });
    let github = client(&server, "");
    let error = github.repo("acme", "widgets").unwrap().secret_bypass_request(21).get().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::NotFound, Some("Not Found")));
    let requests = github.org("acme").unwrap().secret_bypass_requests().repository_name("widgets");
    assert_eq!(requests.page().await.unwrap().items, [SecretBypassRequest::new(1, 2)]);
}
