//! Authentication as a GitHub App.

use super::*;
use crate::app::LOGIN;

fn fake() -> FakeGitHubBuilder {
    builder().alert("Hooli/pied", Alert::new(1))
}

fn client(fake: &FakeGitHub, app: App) -> Client {
    fake.client_builder().app(app).retry(Retry::never()).build().unwrap()
}

#[tokio::test]
async fn app_works_in_its_installations_despite_clock_skew() {
    let fake = fake().start().unwrap();
    for app in [
        fake.app().installation_of_org("acme"),
        fake.app().installation_of_org("ACME"),
        fake.app().installation_of_repo("acme", "widgets"),
    ] {
        read(&client(&fake, app)).await.unwrap();
    }
    let tokens = fake.received_for(&CREATE_INSTALLATION_TOKEN);
    // The fake's clock is in the past: the first JWT of each client is refused.
    assert!(tokens.iter().all(|received| received.status == Some(201)) && tokens.len() == 3);
    let lookups: Vec<_> = fake.received_for(&GET_ORG_INSTALLATION).iter().map(|found| found.status).collect();
    assert_eq!(lookups, [Some(401), Some(200), Some(401), Some(200)]);
    assert_eq!(fake.received_for(&GET_REPO_INSTALLATION).len(), 2);
    let github = client(&fake, fake.app().installation_of_org("acme"));
    assert_eq!(resolve(&github).await.unwrap().state, Some(AlertState::Resolved));
    assert_eq!(fake.received_for(&UPDATE_ALERT)[0].login.as_deref(), Some(LOGIN));
}

#[tokio::test]
async fn app_without_clock_skew_authenticates_at_the_first_attempt() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start().unwrap();
    read(&client(&fake, fake.app().installation_of_org("acme"))).await.unwrap();
    assert!(fake.received().iter().all(|received| received.status.is_some_and(|status| status < 300)));
}

#[tokio::test]
async fn installation_has_no_access_to_other_owners_and_enterprises() {
    let fake = fake().start().unwrap();
    let github = client(&fake, fake.app().installation_of_org("hooli"));
    assert!(github.repo("Hooli", "pied").unwrap().alert(1).get().send().await.is_ok());
    assert_eq!(read(&github).await.unwrap_err().kind(), ErrorKind::NotFound);
    let org = github.org("acme").unwrap().alerts().page().await;
    assert_eq!(org.unwrap_err().kind(), ErrorKind::NotFound);
    let enterprise = github.enterprise("acme-inc").unwrap().alerts().page().await;
    assert_eq!(enterprise.unwrap_err().kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn app_without_an_installation_gets_no_token() {
    let fake = fake().start().unwrap();
    for app in [fake.app().installation_of_org("other"), fake.app().installation(4711)] {
        assert_eq!(read(&client(&fake, app)).await.unwrap_err().kind(), ErrorKind::InstallationUnavailable);
    }
}

#[tokio::test]
async fn installation_has_the_permissions_of_its_app() {
    let fake = fake().app_permissions(["secret_scanning_alerts=read"]).start().unwrap();
    let github = client(&fake, fake.app().installation_of_org("acme"));
    assert!(read(&github).await.is_ok());
    let error = resolve(&github).await.unwrap_err();
    assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
}

#[tokio::test]
async fn installation_access_token_expires_after_an_hour_and_is_refreshed() {
    let fake = fake().start().unwrap();
    let github = client(&fake, fake.app().installation_of_org("acme"));
    read(&github).await.unwrap();
    fake.advance(Duration::from_secs(3_599));
    read(&github).await.unwrap();
    assert_eq!(fake.received_for(&CREATE_INSTALLATION_TOKEN).len(), 1);
    fake.advance(Duration::from_secs(1));
    read(&github).await.unwrap();
    let reads: Vec<_> = fake.received_for(&GET_ALERT).iter().map(|read| read.status).collect();
    assert_eq!(reads, [Some(200), Some(200), Some(401), Some(200)]);
}

#[tokio::test]
async fn only_an_app_jwt_creates_installation_access_tokens() {
    let fake = fake().start().unwrap();
    for token in [None, Some(TOKEN), Some("e30.e30.e30")] {
        let path = "/app/installations/1/access_tokens";
        assert_eq!(status_and_body(request(&fake, Method::POST, path, token)).await.0, 401);
    }
}
