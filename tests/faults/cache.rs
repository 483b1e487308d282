//! Stored answers: when they are served, and to whom.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, IfChanged, Repo};
use serde_json::json;

use crate::support::{Reply, Request, Server, World, cases, planted};

cases![
    a_304_without_a_stored_body_is_an_error,
    a_304_that_only_the_caller_asked_for_says_unchanged,
    a_stored_page_two_is_served_again_with_its_link,
    a_stored_body_is_never_served_to_another_token,
    a_write_drops_what_is_stored_for_its_alert,
    without_a_cache_nothing_is_stored,
    a_304_still_tells_of_the_limits,
];

const STORE: u64 = 1024 * 1024;

fn storing(world: &World, server: &Server) -> Repo {
    world.build(world.client(server).cache(STORE))
}

/// A server of three pages, each with a validator of its own and the token's.
fn three_pages(request: &Request) -> Reply {
    let page = (1..=3).find(|page| request.target.contains(&format!("page={page}"))).unwrap_or(1);
    let tag = format!("\"{page}-{}\"", request.token().map_or(0, |token| token.len()));
    if request.header("if-none-match").as_deref() == Some(&tag) {
        return Reply::status(304).header("etag", tag);
    }
    let reply = Reply::ok(&json!([planted::alert(page)])).header("etag", tag);
    if page == 3 {
        reply
    } else {
        reply.header("link", format!("<https://h/x?page={}>; rel=\"next\"", page + 1))
    }
}

/// How often a request was answered from the store.
fn conditional(server: &Server) -> usize {
    server.requests().iter().filter(|request| request.header("if-none-match").is_some()).count()
}

async fn numbers(world: &World, repo: &Repo) -> Vec<u64> {
    let mut stream = repo.alerts().stream();
    let mut numbers = Vec::new();
    while let Some(alert) = world.value(stream.try_next().await) {
        assert_eq!(alert.secret.unwrap().expose(), planted::SECRET);
        numbers.push(alert.number);
    }
    numbers
}

async fn a_304_without_a_stored_body_is_an_error(world: World) {
    let server = world.answering(|_| Reply::status(304).header("etag", "\"x\""));
    for repo in [world.repo(&server), storing(&world, &server)] {
        let before = server.count();
        let error = world.error(repo.alert(42).get().await);
        assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
        assert_eq!((error.attempts(), server.count() - before), (1, 1));
        assert!(!error.is_retryable());
    }
    assert_eq!(conditional(&server), 0);
}

async fn a_304_that_only_the_caller_asked_for_says_unchanged(world: World) {
    let server = world.answering(|request| match request.header("if-none-match").as_deref() {
        Some("\"x\"") => Reply::status(304).header("etag", "\"x\""),
        _ => Reply::ok(&planted::alert(42)).header("etag", "\"x\""),
    });
    for repo in [world.repo(&server), storing(&world, &server)] {
        let IfChanged::Changed { value, etag } =
            world.value(repo.alert(42).get().send_if_changed(None).await)
        else {
            panic!("there was nothing to be unchanged from")
        };
        assert_eq!(value.number, 42);
        let again = world.value(repo.alert(42).get().send_if_changed(etag.as_ref()).await);
        assert!(matches!(again, IfChanged::Unchanged));
    }
    assert_eq!((server.count(), conditional(&server)), (4, 2));
}

async fn a_stored_page_two_is_served_again_with_its_link(world: World) {
    let server = world.answering(three_pages);
    let repo = storing(&world, &server);
    assert_eq!(numbers(&world, &repo).await, [1, 2, 3]);
    assert_eq!((server.count(), conditional(&server)), (3, 0));
    assert_eq!(numbers(&world, &repo).await, [1, 2, 3]);
    assert_eq!((server.count(), conditional(&server)), (6, 3));
}

async fn a_stored_body_is_never_served_to_another_token(world: World) {
    // One address, and a validator that does not tell the tokens apart.
    let server = world.answering(|request| match request.header("if-none-match") {
        Some(_) => Reply::status(304),
        None if request.token().as_deref() == Some(planted::TOKEN) => {
            Reply::ok(&planted::alert(42)).header("etag", "\"x\"")
        }
        None => Reply::status(404),
    });
    let builder = world.client(&server).cache(STORE);
    let one = world.build(builder.clone());
    let other = world.build(builder.token(planted::OTHER_TOKEN));
    assert_eq!(world.value(one.alert(42).get().await).number, 42);
    assert_eq!(world.value(one.alert(42).get().await).number, 42);
    assert_eq!(world.error(other.alert(42).get().await).kind(), ErrorKind::NotFound);
    assert_eq!((server.count(), conditional(&server)), (3, 1));
    assert_eq!(server.requests()[2].header("if-none-match"), None);
}

async fn a_write_drops_what_is_stored_for_its_alert(world: World) {
    let server = world.answering(|request| match request.header("if-none-match") {
        Some(_) => Reply::status(304),
        None => Reply::ok(&planted::alert(42)).header("etag", "\"x\""),
    });
    let repo = storing(&world, &server);
    for alert in [42, 43] {
        world.value(repo.alert(alert).get().await);
    }
    world.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    for alert in [42, 43] {
        world.value(repo.alert(alert).get().await);
    }
    let asked: Vec<_> = server.requests().iter().map(|r| r.header("if-none-match").is_some()).collect();
    assert_eq!(asked, [false, false, false, false, true]);
}

async fn without_a_cache_nothing_is_stored(world: World) {
    let server = world.answering(three_pages);
    let repo = world.repo(&server);
    for _ in 0..2 {
        assert_eq!(numbers(&world, &repo).await, [1, 2, 3]);
    }
    assert_eq!((server.count(), conditional(&server)), (6, 0));
}

async fn a_304_still_tells_of_the_limits(world: World) {
    let reset = world.clock.unix(100);
    let server = world.answering(move |request| match request.header("if-none-match") {
        Some(_) => {
            let reply = Reply::status(304).header("x-ratelimit-resource", "core");
            reply.header("x-ratelimit-remaining", 0).header("x-ratelimit-reset", reset)
        }
        None => Reply::ok(&json!([planted::alert(42)])).header("etag", "\"x\""),
    });
    let repo = storing(&world, &server);
    assert_eq!(world.value(repo.alerts().page().await).rate_limit, None);
    let page = world.value(repo.alerts().page().await);
    assert_eq!(page.rate_limit.and_then(|limit| limit.remaining), Some(0));
    assert_eq!((server.count(), world.clock.elapsed().as_secs()), (2, 0));
    world.value(repo.alerts().page().await);
    assert_eq!((server.count(), world.clock.elapsed().as_secs()), (3, 101));
}
