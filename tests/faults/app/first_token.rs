//! Requests for the first installation access token.

use futures_util::future::join_all;
use github_secret_scanning::{App, AppKey, ErrorKind};

use super::{TOKEN_PATH, app, found, github, issued, refused, repo};
use crate::cancellation::settle;
use crate::support::{Context, Gate, Reply, cases, planted};

cases![
    fifty_concurrent_first_calls_request_one_token,
    token_request_survives_the_cancellation_of_its_first_call,
    clock_skew_of_ten_minutes_is_corrected,
    refused_token_request_is_an_error_with_its_status,
    token_request_needs_no_permit,
    installation_of_an_organization_is_requested_once,
    invalid_key_is_refused_and_not_in_the_error,
];

async fn fifty_concurrent_first_calls_request_one_token(context: Context) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let reply = github(&context.clock, 0, found);
    let server = context.server(move |request| {
        let response = reply(request);
        if request.target == TOKEN_PATH { response.behind(&behind) } else { response }
    });
    let repo = repo(&context, &server);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    server.arrived(1).await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(server.count(), 1);
    gate.open();
    for call in join_all(calls).await {
        assert_eq!(context.value(call.unwrap()).number, 42);
    }
    assert_eq!((server.count(), issued(&server)), (51, 1));
    assert!(server.tokens()[1..].iter().all(|token| token == "plantedTokenIssued0"));
}

async fn token_request_survives_the_cancellation_of_its_first_call(context: Context) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let reply = github(&context.clock, 0, found);
    let server = context.server(move |request| {
        let response = reply(request);
        if request.target == TOKEN_PATH { response.behind(&behind) } else { response }
    });
    let repo = repo(&context, &server);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(2).get().send());
    settle().await;
    // This call started the token request.
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    gate.open();
    context.value(second.await.unwrap());
    let calls: Vec<_> = server.requests().iter().map(|r| r.target.ends_with("/2")).collect();
    assert_eq!(calls, [false, true]);
}

async fn clock_skew_of_ten_minutes_is_corrected(context: Context) {
    for ahead in [600, -600] {
        let server = context.server(github(&context.clock, ahead, found));
        let repo = repo(&context, &server);
        assert_eq!(context.value(repo.alert(42).get().await).number, 42);
        assert_eq!((server.count(), issued(&server)), (3, 2), "{ahead}");
        assert_eq!(context.value(repo.alert(42).get().await).number, 42);
        assert_eq!((server.count(), issued(&server)), (4, 2), "{ahead}");
    }
}

async fn refused_token_request_is_an_error_with_its_status(context: Context) {
    for (status, kind, most) in [
        (401, ErrorKind::AppUnauthenticated, 1),
        (403, ErrorKind::InstallationUnavailable, 1),
        (404, ErrorKind::InstallationUnavailable, 1),
        (500, ErrorKind::TokenUnavailable, 4),
    ] {
        let reply = Reply::refusal(status, &format!("suspended {}", planted::BODY)).body(planted::html());
        let server = context.server(move |_| reply.clone());
        let error = context.error(repo(&context, &server).alert(42).get().await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (kind, Some(status), 0));
        assert!(std::error::Error::source(&error).is_some());
        assert!((1..=most).contains(&server.count()) && issued(&server) == server.count(), "{status}");
    }
}

async fn token_request_needs_no_permit(context: Context) {
    let server = context.server(github(&context.clock, 0, found));
    let repo = context.build(context.client(&server).app(app()).max_in_flight(Some(1)));
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    for call in join_all(calls).await {
        context.value(call.unwrap());
    }
    assert_eq!((server.count(), issued(&server), server.most_at_once()), (6, 1, 1));
}

async fn installation_of_an_organization_is_requested_once(context: Context) {
    let server = context.server(github(&context.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenIssued1") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let app = App::new("Iv23liPlanted", AppKey::pem(planted::app_key())).installation_of_org("acme");
    let repo = context.build(context.client(&server).app(app));
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    // Installation, token, refused call, second token, call.
    assert_eq!((server.count(), issued(&server)), (5, 2));
}

async fn invalid_key_is_refused_and_not_in_the_error(context: Context) {
    let whole = planted::app_key();
    let lines: Vec<_> = whole.lines().collect();
    let halves = lines[..lines.len() / 2].join("\n");
    for key in [halves, format!("{}\n{}", planted::BODY, lines[1]), lines[1].to_owned()] {
        let app = App::new("Iv23liPlanted", AppKey::pem(key)).installation(7);
        let builder = context.client_for_url("http://127.0.0.1:1").app(app);
        context.record(&builder);
        let error = context.error(builder.build());
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("key")));
    }
}
