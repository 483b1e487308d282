//! The credentials of an App, against a server that checks its JWTs.

mod failures;
mod runtimes;

use std::time::Duration;

use futures_util::future::join_all;
use secrecy::SecretString;
use serde_json::json;
use test_kit::{Reply, Request};

use super::fake_app::{Override, Server, app, pkcs1, pkcs8};
use crate::{App, AppKey, Client, Error, ErrorKind};

const MINT: &str = "POST /app/installations/7/access_tokens";
const ALERT: &str = "/secret-scanning/alerts/42";
const BY_THE_RULES: Override = |_, _| None;

async fn read(client: &Client) -> Result<u64, Error> {
    Ok(client.repo("acme", "widgets")?.alert(42).get().await?.number.get())
}

#[tokio::test]
async fn fifty_concurrent_first_calls_share_one_token() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    for result in join_all((0..50).map(|_| read(&client))).await {
        assert_eq!(result.unwrap(), 42);
    }
    assert_eq!((server.count(MINT), server.count(ALERT)), (1, 50));
}

#[tokio::test]
async fn a_key_works_in_either_format_and_from_a_file() {
    let server = Server::start(0, BY_THE_RULES);
    let file = std::env::temp_dir().join(format!("fake-app-key-{}.pem", std::process::id()));
    std::fs::write(&file, pkcs8()).unwrap();
    for key in [AppKey::pem(pkcs1()), AppKey::pem(SecretString::from(pkcs8())), AppKey::file(&file)] {
        let client = server.builder().app(App::new("Iv1.fake", key).installation(7)).build().unwrap();
        assert_eq!(read(&client).await.unwrap(), 42);
    }
    std::fs::remove_file(file).unwrap();
}

#[tokio::test]
async fn a_token_is_refreshed_five_minutes_before_it_expires() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    for (minutes, minted) in [(0, 1), (54, 1), (2, 2), (50, 2), (9, 3)] {
        server.clock.advance(Duration::from_secs(60 * minutes));
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), minted, "after {minutes} more minutes");
    }
}

/// Creates every token with this lifetime by the client's clock, whatever the server's.
fn lifetime<const SECONDS: i64>(request: &Request, count: usize) -> Option<Reply> {
    let expires = chrono::DateTime::from_timestamp(1_700_000_000 + SECONDS, 0).unwrap().to_rfc3339();
    let created = json!({ "token": format!("ghs_fake{count}"), "expires_at": expires });
    (request.method == "POST").then(|| Reply::json(201, &created))
}

#[tokio::test]
async fn a_short_lived_token_is_used_until_half_of_its_life() {
    for (seconds, overriding) in
        [(20, lifetime::<20> as Override), (100, lifetime::<100>), (240, lifetime::<240>)]
    {
        let server = Server::start(0, overriding);
        let client = server.client();
        for _ in 0..50 {
            read(&client).await.unwrap();
        }
        server.clock.advance(Duration::from_secs(seconds / 2 - 1));
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), 1, "{seconds}");
        server.clock.advance(Duration::from_secs(1));
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), 2, "{seconds}");
    }
}

#[tokio::test]
async fn a_server_date_in_another_millennium_expires_no_token() {
    for years in [7_975, -50] {
        let server = Server::start(years * 365 * 24 * 60 * 60, lifetime::<3600>);
        let client = server.client();
        for _ in 0..5 {
            read(&client).await.unwrap();
        }
        assert_eq!(server.count(MINT), 1);
    }
}

#[tokio::test]
async fn a_token_whose_refresh_fails_is_used_until_it_expires() {
    let server = Server::start(0, |request, count| {
        (request.method == "POST" && count > 1).then(|| Reply::refusal(403, "no"))
    });
    let client = server.client();
    read(&client).await.unwrap();
    server.clock.advance(Duration::from_secs(57 * 60));
    read(&client).await.unwrap();
    read(&client).await.unwrap();
    assert_eq!(server.count(MINT), 2, "no attempt for a while after the failure");
    server.clock.advance(Duration::from_secs(31));
    read(&client).await.unwrap();
    assert_eq!(server.count(MINT), 3);
    server.clock.advance(Duration::from_secs(3 * 60));
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::InstallationUnavailable);
    assert_eq!((server.count(MINT), server.count(ALERT)), (4, 4));
}

#[tokio::test]
async fn an_offset_of_ten_minutes_is_corrected_by_the_servers_date() {
    for ahead in [-600, 600] {
        let server = Server::start(ahead, BY_THE_RULES);
        let client = server.client();
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), 2, "refused once, then corrected");
        // The end of the token is by the server's clock as well.
        server.clock.advance(Duration::from_secs(54 * 60));
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), 2);
        server.clock.advance(Duration::from_secs(2 * 60));
        read(&client).await.unwrap();
        assert_eq!(server.count(MINT), 3, "the offset is kept");
    }
}

#[tokio::test]
async fn a_small_clock_offset_does_not_extend_the_life_of_a_token() {
    let server = Server::start(7 * 60, BY_THE_RULES);
    let client = server.client();
    read(&client).await.unwrap();
    server.clock.advance(Duration::from_secs(56 * 60));
    read(&client).await.unwrap();
    assert_eq!(server.count(MINT), 2);
}

#[tokio::test]
async fn a_refused_token_is_refreshed_once_for_all_calls_that_used_it() {
    static REVOKED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(0, |request, _| {
        let is_read = request.path().ends_with(ALERT);
        let early = REVOKED.fetch_add(usize::from(is_read), std::sync::atomic::Ordering::SeqCst);
        (is_read && early < 10).then(|| Reply::refusal(401, "Bad credentials"))
    });
    let client = server.client();
    for result in join_all((0..10).map(|_| read(&client))).await {
        assert_eq!(result.unwrap(), 42);
    }
    assert_eq!((server.count(MINT), server.count(ALERT)), (2, 20));
}

#[tokio::test]
async fn a_dropped_call_does_not_delay_others_that_wait_for_the_token() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    let first = tokio::spawn({
        let client = client.clone();
        async move { read(&client).await }
    });
    while server.count(MINT) == 0 {
        tokio::task::yield_now().await;
    }
    let others: Vec<_> = (0..5)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { read(&client).await })
        })
        .collect();
    tokio::task::yield_now().await;
    first.abort();
    for other in others {
        assert_eq!(other.await.unwrap().unwrap(), 42);
    }
    assert_eq!(server.count(MINT), 1);
}

#[tokio::test]
async fn a_dropped_call_that_waits_alone_for_the_token_leaves_nothing_behind() {
    let server = Server::start(0, BY_THE_RULES);
    let client = server.client();
    let first = tokio::spawn({
        let client = client.clone();
        async move { read(&client).await }
    });
    while server.count(MINT) == 0 {
        tokio::task::yield_now().await;
    }
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    assert_eq!(read(&client).await.unwrap(), 42);
    assert_eq!(server.count(MINT), 2);
}

#[tokio::test]
async fn the_installation_of_an_account_is_fetched_once_and_again_after_a_404() {
    let server = Server::start(0, |request, count| {
        let gone = request.method == "POST" && count == 2;
        gone.then(|| Reply::refusal(404, "Not Found"))
    });
    for (app, path) in [
        (app().installation_of_org("acme"), "GET /orgs/acme/installation "),
        (app().installation_of_repo("acme", "widgets"), "GET /repos/acme/widgets/installation "),
    ] {
        let client = server.builder().app(app).build().unwrap();
        read(&client).await.unwrap();
        server.clock.advance(Duration::from_secs(2 * 60 * 60));
        if server.count(MINT) == 1 {
            assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::InstallationUnavailable);
            assert_eq!(server.count(path), 1);
            read(&client).await.unwrap();
            assert_eq!(server.count(path), 2, "it may have another id now");
        } else {
            read(&client).await.unwrap();
            assert_eq!(server.count(path), 1);
        }
    }
}

#[tokio::test]
async fn debug_contains_neither_key_nor_token() {
    let server = Server::start(0, BY_THE_RULES);
    let builder = server.builder().app(app().installation_of_org("acme"));
    let client = builder.clone().build().unwrap();
    read(&client).await.unwrap();
    let shown = [
        format!("{:?} {:#?}", app().installation(7), AppKey::pem(pkcs8())),
        format!("{builder:?} {client:?}"),
        format!("{:?} {:?}", AppKey::file("/run/key"), Client::builder().token("ghs_fake1")),
    ];
    let shown = shown.join(" ");
    for secret in ["ghs_", "MII", "BEGIN", "eyJ"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("Iv1.fake") && shown.contains("acme"), "{shown}");
}
