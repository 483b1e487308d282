//! A GitHub App, from its key to an answer.

use super::*;
use crate::testing::app::LOGIN;

fn fake() -> FakeGitHubBuilder {
    builder().alert("Hooli/pied", Alert::new(1))
}

fn client(fake: &FakeGitHub, app: App) -> Client {
    fake.client_builder().app(app).retry(Retry::never()).build().unwrap()
}

#[tokio::test]
async fn an_app_reads_and_writes_where_it_is_installed_although_its_clock_is_another() {
    let fake = fake().start().unwrap();
    for app in [
        fake.app().installation_of_org("acme"),
        fake.app().installation_of_org("ACME"),
        fake.app().installation_of_repo("acme", "widgets"),
    ] {
        read(&client(&fake, app)).await.unwrap();
    }
    let tokens = fake.received_for(&CREATE_INSTALLATION_TOKEN);
    // The clock of the fake is in the past: each client was refused once, and learned of it.
    assert!(tokens.iter().all(|received| received.status == Some(201)) && tokens.len() == 3);
    let finding: Vec<_> = fake.received_for(&GET_ORG_INSTALLATION).iter().map(|found| found.status).collect();
    assert_eq!(finding, [Some(401), Some(200), Some(401), Some(200)]);
    assert_eq!(fake.received_for(&GET_REPO_INSTALLATION).len(), 2);
    let github = client(&fake, fake.app().installation_of_org("acme"));
    assert_eq!(resolve(&github).await.unwrap().state, Some(AlertState::Resolved));
    assert_eq!(fake.received_for(&UPDATE_ALERT)[0].login.as_deref(), Some(LOGIN));
}

#[tokio::test]
async fn by_the_clock_of_the_system_an_app_is_let_in_at_once() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start().unwrap();
    read(&client(&fake, fake.app().installation_of_org("acme"))).await.unwrap();
    assert!(fake.received().iter().all(|received| received.status.is_some_and(|status| status < 300)));
}

#[tokio::test]
async fn an_installation_sees_nothing_of_other_owners_and_may_call_nothing_of_an_enterprise() {
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
async fn an_app_that_is_installed_nowhere_there_gets_no_token() {
    let fake = fake().start().unwrap();
    for app in [fake.app().installation_of_org("other"), fake.app().installation(4711)] {
        assert_eq!(read(&client(&fake, app)).await.unwrap_err().kind(), ErrorKind::TokenUnavailable);
    }
}

#[tokio::test]
async fn an_installation_may_do_what_its_app_may() {
    let fake = fake().app_permissions(["secret_scanning_alerts=read"]).start().unwrap();
    let github = client(&fake, fake.app().installation_of_org("acme"));
    assert!(read(&github).await.is_ok());
    let error = resolve(&github).await.unwrap_err();
    assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
}

#[tokio::test]
async fn the_token_of_an_installation_ends_after_an_hour_and_is_renewed() {
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
async fn only_the_app_itself_is_given_tokens() {
    let fake = fake().start().unwrap();
    for token in [None, Some(TOKEN), Some("e30.e30.e30")] {
        let path = "/app/installations/1/access_tokens";
        assert_eq!(refused(request(&fake, Method::POST, path, token)).await.0, 401);
    }
}
