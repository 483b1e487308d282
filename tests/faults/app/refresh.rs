//! Refreshing of installation access tokens.

use std::time::Duration;

use chrono::DateTime;
use futures_util::future::join_all;
use github_secret_scanning::{Clock, ErrorKind};
use serde_json::json;

use super::{TOKEN_PATH, found, github, issued, refused, repo};
use crate::support::{Context, Reply, cases};

cases![
    token_is_refreshed_shortly_before_it_expires,
    token_is_refreshed_once_after_a_401,
    second_401_is_an_error,
    failed_refresh_is_an_error_after_one_request,
    fifty_concurrent_401_refresh_one_token,
    token_that_expires_during_a_rate_limit_is_refreshed,
];

async fn token_is_refreshed_shortly_before_it_expires(context: Context) {
    let server = context.server(github(&context.clock, 0, found));
    let repo = repo(&context, &server);
    context.value(repo.alert(42).get().await);
    context.clock.sleep(Duration::from_secs(50 * 60)).await;
    context.value(repo.alert(42).get().await);
    assert_eq!((server.count(), issued(&server)), (3, 1));
    context.clock.sleep(Duration::from_secs(10 * 60 - 1)).await;
    context.value(repo.alert(42).get().await);
    assert_eq!((server.count(), issued(&server)), (5, 2));
    assert_eq!(server.tokens()[4], "plantedTokenIssued3");
}

async fn token_is_refreshed_once_after_a_401(context: Context) {
    let server = context.server(github(&context.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenIssued0") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let repo = repo(&context, &server);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!((server.count(), issued(&server)), (4, 2));
}

async fn second_401_is_an_error(context: Context) {
    let server = context.server(github(&context.clock, 0, refused));
    let error = context.error(repo(&context, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 2));
    assert_eq!((server.count(), issued(&server)), (4, 2));
}

async fn failed_refresh_is_an_error_after_one_request(context: Context) {
    let github = github(&context.clock, 0, refused);
    let server = context.server(move |request| match (request.nth, request.target == TOKEN_PATH) {
        (0, _) | (_, false) => github(request),
        _ => Reply::refusal(403, "This installation has been suspended"),
    });
    let error = context.error(repo(&context, &server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::InstallationUnavailable, 1));
    assert_eq!(error.status(), Some(403));
    assert!(error.to_string().contains("the request was not sent again"), "{error}");
    assert!(!error.outcome_unknown());
    // Token, refused call, refused token.
    assert_eq!((server.count(), issued(&server)), (3, 2));
}

async fn fifty_concurrent_401_refresh_one_token(context: Context) {
    let server = context.server(github(&context.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenIssued0") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let repo = repo(&context, &server);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    for call in join_all(calls).await {
        assert_eq!(context.value(call.unwrap()).number, 42);
    }
    assert_eq!(issued(&server), 2);
    // At most one 401 per call.
    assert!((53..=102).contains(&server.count()), "{}", server.count());
}

async fn token_that_expires_during_a_rate_limit_is_refreshed(context: Context) {
    let clock = context.clock.clone();
    let server =
        context.server(move |request| match (request.target == TOKEN_PATH, clock.elapsed().as_secs()) {
            (true, elapsed) => {
                // Six minutes, more than the margin of the refresh.
                let expires = DateTime::from_timestamp(clock.unix(360), 0).unwrap_or_default();
                let token = format!("plantedTokenIssued{}", 10 + elapsed);
                Reply::json(201, &json!({ "token": token, "expires_at": expires.to_rfc3339() }))
            }
            (false, 0) => Reply::status(429).header("retry-after", 480),
            (false, _) if request.token().as_deref() == Some("plantedTokenIssued10") => refused(request),
            _ => found(request),
        });
    let repo = repo(&context, &server);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!((issued(&server), context.clock.elapsed().as_secs()), (2, 480));
    // The expired token is sent at most twice.
    assert!((4..=5).contains(&server.count()), "{}", server.count());
}
