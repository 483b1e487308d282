//! How a token is replaced: before it ends, and once when it is refused.

use std::time::Duration;

use chrono::DateTime;
use futures_util::future::join_all;
use github_secret_scanning::{Clock, ErrorKind};
use serde_json::json;

use super::{MINT, found, github, minted, refused, repo};
use crate::support::{Reply, World, cases};

cases![
    a_token_is_renewed_before_it_ends_and_not_sooner,
    an_installation_token_that_is_refused_is_renewed_once,
    a_401_for_every_installation_token_is_an_error,
    a_renewal_that_fails_is_an_error_after_one_request,
    fifty_calls_that_are_refused_at_once_renew_one_token,
    a_token_that_ends_while_its_call_waits_for_a_limit_is_replaced,
];

async fn a_token_is_renewed_before_it_ends_and_not_sooner(world: World) {
    let server = world.answering(github(&world.clock, 0, found));
    let repo = repo(&world, &server);
    world.value(repo.alert(42).get().await);
    world.clock.sleep(Duration::from_secs(50 * 60)).await;
    world.value(repo.alert(42).get().await);
    assert_eq!((server.count(), minted(&server)), (3, 1));
    world.clock.sleep(Duration::from_secs(10 * 60 - 1)).await;
    world.value(repo.alert(42).get().await);
    assert_eq!((server.count(), minted(&server)), (5, 2));
    assert_eq!(server.tokens()[4], "plantedTokenMinted3");
}

async fn an_installation_token_that_is_refused_is_renewed_once(world: World) {
    let server = world.answering(github(&world.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenMinted0") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let repo = repo(&world, &server);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!((server.count(), minted(&server)), (4, 2));
}

async fn a_401_for_every_installation_token_is_an_error(world: World) {
    let server = world.answering(github(&world.clock, 0, refused));
    let error = world.error(repo(&world, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 2));
    assert_eq!((server.count(), minted(&server)), (4, 2));
}

async fn a_renewal_that_fails_is_an_error_after_one_request(world: World) {
    let github = github(&world.clock, 0, refused);
    let server = world.answering(move |request| match (request.nth, request.target == MINT) {
        (0, _) | (_, false) => github(request),
        _ => Reply::refusal(403, "This installation has been suspended"),
    });
    let error = world.error(repo(&world, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 1));
    assert!(!error.outcome_unknown());
    // Token, refused call, refused token.
    assert_eq!((server.count(), minted(&server)), (3, 2));
}

async fn fifty_calls_that_are_refused_at_once_renew_one_token(world: World) {
    let server = world.answering(github(&world.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenMinted0") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let repo = repo(&world, &server);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    for call in join_all(calls).await {
        assert_eq!(world.value(call.unwrap()).number, 42);
    }
    assert_eq!(minted(&server), 2);
    // At worst each of them was refused once.
    assert!((53..=102).contains(&server.count()), "{}", server.count());
}

async fn a_token_that_ends_while_its_call_waits_for_a_limit_is_replaced(world: World) {
    let clock = world.clock.clone();
    let server = world.answering(move |request| match (request.target == MINT, clock.elapsed().as_secs()) {
        (true, elapsed) => {
            // Six minutes, which is long enough to be used.
            let ends = DateTime::from_timestamp(clock.unix(360), 0).unwrap_or_default();
            let token = format!("plantedTokenMinted{}", 10 + elapsed);
            Reply::json(201, &json!({ "token": token, "expires_at": ends.to_rfc3339() }))
        }
        (false, 0) => Reply::status(429).header("retry-after", 480),
        (false, _) if request.token().as_deref() == Some("plantedTokenMinted10") => refused(request),
        _ => found(request),
    });
    let repo = repo(&world, &server);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!((minted(&server), world.clock.elapsed().as_secs()), (2, 480));
    // Its own token at first, and perhaps once more before it is found to be over.
    assert!((4..=5).contains(&server.count()), "{}", server.count());
}
