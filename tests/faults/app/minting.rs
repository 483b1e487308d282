//! How a first token is fetched: once, by the server's clock, and not at the cost of others.

use futures_util::future::join_all;
use github_secret_scanning::{App, AppKey, ErrorKind};

use super::{MINT, app, found, github, minted, refused, repo};
use crate::cancellation::settle;
use crate::support::{Gate, Reply, World, cases, planted};

cases![
    fifty_first_calls_at_once_fetch_one_token,
    a_call_cancelled_while_its_token_is_minted_leaves_the_others_their_token,
    clocks_ten_minutes_apart_are_found_out_and_corrected,
    an_installation_that_gives_no_token_is_an_error_that_says_so,
    minting_does_not_wait_for_the_place_that_it_is_needed_for,
    the_installation_of_an_organization_is_looked_up_once,
    a_key_that_is_broken_is_refused_without_being_shown,
];

async fn fifty_first_calls_at_once_fetch_one_token(world: World) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let answer = github(&world.clock, 0, found);
    let server = world.answering(move |request| {
        let reply = answer(request);
        if request.target == MINT { reply.behind(&behind) } else { reply }
    });
    let repo = repo(&world, &server);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    server.arrived(1).await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(server.count(), 1);
    gate.open();
    for call in join_all(calls).await {
        assert_eq!(world.value(call.unwrap()).number, 42);
    }
    assert_eq!((server.count(), minted(&server)), (51, 1));
    assert!(server.tokens()[1..].iter().all(|token| token == "plantedTokenMinted0"));
}

async fn a_call_cancelled_while_its_token_is_minted_leaves_the_others_their_token(world: World) {
    let gate = Gate::closed();
    let behind = gate.clone();
    let answer = github(&world.clock, 0, found);
    let server = world.answering(move |request| {
        let reply = answer(request);
        if request.target == MINT { reply.behind(&behind) } else { reply }
    });
    let repo = repo(&world, &server);
    let first = tokio::spawn(repo.alert(1).get().send());
    server.arrived(1).await;
    let second = tokio::spawn(repo.alert(2).get().send());
    settle().await;
    // The one who began to fetch the token is gone.
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    gate.open();
    world.value(second.await.unwrap());
    let calls: Vec<_> = server.requests().iter().map(|r| r.target.ends_with("/2")).collect();
    assert_eq!(calls, [false, true]);
}

async fn clocks_ten_minutes_apart_are_found_out_and_corrected(world: World) {
    for later_by in [600, -600] {
        let server = world.answering(github(&world.clock, later_by, found));
        let repo = repo(&world, &server);
        assert_eq!(world.value(repo.alert(42).get().await).number, 42);
        assert_eq!((server.count(), minted(&server)), (3, 2), "{later_by}");
        assert_eq!(world.value(repo.alert(42).get().await).number, 42);
        assert_eq!((server.count(), minted(&server)), (4, 2), "{later_by}");
    }
}

async fn an_installation_that_gives_no_token_is_an_error_that_says_so(world: World) {
    for (status, most) in [(403, 1), (404, 1), (500, 4)] {
        let reply = Reply::refusal(status, &format!("suspended {}", planted::BODY)).body(planted::html());
        let server = world.answering(move |_| reply.clone());
        let error = world.error(repo(&world, &server).alert(42).get().await);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 0), "{status}");
        assert!(std::error::Error::source(&error).is_some());
        assert!((1..=most).contains(&server.count()) && minted(&server) == server.count(), "{status}");
    }
}

async fn minting_does_not_wait_for_the_place_that_it_is_needed_for(world: World) {
    let server = world.answering(github(&world.clock, 0, found));
    let repo = world.build(world.client(&server).app(app()).max_in_flight(Some(1)));
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(repo.alert(42).get().send())).collect();
    for call in join_all(calls).await {
        world.value(call.unwrap());
    }
    assert_eq!((server.count(), minted(&server), server.most_at_once()), (6, 1, 1));
}

async fn the_installation_of_an_organization_is_looked_up_once(world: World) {
    let server = world.answering(github(&world.clock, 0, |request| {
        if request.token().as_deref() == Some("plantedTokenMinted1") {
            refused(request)
        } else {
            found(request)
        }
    }));
    let app = App::new("Iv23liPlanted", AppKey::pem(planted::app_key())).installation_of_org("acme");
    let repo = world.build(world.client(&server).app(app));
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    // Installation, token, refused call, next token, call.
    assert_eq!((server.count(), minted(&server)), (5, 2));
}

async fn a_key_that_is_broken_is_refused_without_being_shown(world: World) {
    let whole = planted::app_key();
    let lines: Vec<_> = whole.lines().collect();
    let halves = lines[..lines.len() / 2].join("\n");
    for key in [halves, format!("{}\n{}", planted::BODY, lines[1]), lines[1].to_owned()] {
        let app = App::new("Iv23liPlanted", AppKey::pem(key)).installation(7);
        let builder = world.client_of("http://127.0.0.1:1").app(app);
        world.print(&builder);
        let error = world.error(builder.build());
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("key")));
    }
}
