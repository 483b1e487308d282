//! The response cache.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, IfChanged, Repo};
use serde_json::json;

use crate::support::{Context, Reply, Request, Server, cases, planted};

cases![
    status_304_without_a_stored_body_is_an_error,
    conditional_request_of_the_caller_returns_unchanged,
    stored_pages_keep_their_links,
    stored_body_is_not_used_for_another_token,
    write_removes_the_stored_response_of_its_alert,
    nothing_is_stored_without_a_cache,
    rate_limit_of_a_304_is_applied,
];

const CACHE_BYTES: u64 = 1024 * 1024;

fn with_cache(context: &Context, server: &Server) -> Repo {
    context.build(context.client(server).cache(CACHE_BYTES))
}

/// Replies with one of three pages; the validator depends on page and token.
fn three_pages(request: &Request) -> Reply {
    let page = (1..=3).find(|page| request.target.contains(&format!("page={page}"))).unwrap_or(1);
    let tag = format!("\"{page}-{}\"", request.token().map_or(0, |token| token.len()));
    if request.header("if-none-match") == Some(&tag) {
        return Reply::status(304).header("etag", tag);
    }
    let reply = Reply::ok(&json!([planted::alert(page)])).header("etag", tag);
    if page == 3 {
        reply
    } else {
        reply.header("link", format!("<https://h/x?page={}>; rel=\"next\"", page + 1))
    }
}

/// Returns the number of conditional requests.
fn conditional(server: &Server) -> usize {
    server.requests().iter().filter(|request| request.header("if-none-match").is_some()).count()
}

async fn numbers(context: &Context, repo: &Repo) -> Vec<u64> {
    let mut stream = repo.alerts().stream();
    let mut numbers = Vec::new();
    while let Some(alert) = context.value(stream.try_next().await) {
        assert_eq!(alert.secret.unwrap().expose(), Some(planted::SECRET));
        numbers.push(alert.number.get());
    }
    numbers
}

async fn status_304_without_a_stored_body_is_an_error(context: Context) {
    let server = context.server(|_| Reply::status(304).header("etag", "\"x\""));
    for repo in [context.repo(&server), with_cache(&context, &server)] {
        let before = server.count();
        let error = context.error(repo.alert(42).get().await);
        assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
        assert_eq!((error.attempts(), server.count() - before), (1, 1));
        assert!(!error.is_retryable());
    }
    assert_eq!(conditional(&server), 0);
}

async fn conditional_request_of_the_caller_returns_unchanged(context: Context) {
    let server = context.server(|request| match request.header("if-none-match") {
        Some("\"x\"") => Reply::status(304).header("etag", "\"x\""),
        _ => Reply::ok(&planted::alert(42)).header("etag", "\"x\""),
    });
    for repo in [context.repo(&server), with_cache(&context, &server)] {
        let IfChanged::Changed { value, etag } =
            context.value(repo.alert(42).get().send_if_changed(None).await)
        else {
            panic!("unchanged without a validator")
        };
        assert_eq!(value.number, 42);
        let again = context.value(repo.alert(42).get().send_if_changed(etag.as_ref()).await);
        assert!(matches!(again, IfChanged::Unchanged));
    }
    assert_eq!((server.count(), conditional(&server)), (4, 2));
}

async fn stored_pages_keep_their_links(context: Context) {
    let server = context.server(three_pages);
    let repo = with_cache(&context, &server);
    assert_eq!(numbers(&context, &repo).await, [1, 2, 3]);
    assert_eq!((server.count(), conditional(&server)), (3, 0));
    assert_eq!(numbers(&context, &repo).await, [1, 2, 3]);
    assert_eq!((server.count(), conditional(&server)), (6, 3));
}

async fn stored_body_is_not_used_for_another_token(context: Context) {
    // The same URL and the same validator for both tokens.
    let server = context.server(|request| match request.header("if-none-match") {
        Some(_) => Reply::status(304),
        None if request.token().as_deref() == Some(planted::TOKEN) => {
            Reply::ok(&planted::alert(42)).header("etag", "\"x\"")
        }
        None => Reply::status(404),
    });
    let builder = context.client(&server).cache(CACHE_BYTES);
    let one = context.build(builder.clone());
    let other = context.build(builder.token(planted::OTHER_TOKEN));
    assert_eq!(context.value(one.alert(42).get().await).number, 42);
    assert_eq!(context.value(one.alert(42).get().await).number, 42);
    assert_eq!(context.error(other.alert(42).get().await).kind(), ErrorKind::NotFound);
    assert_eq!((server.count(), conditional(&server)), (3, 1));
    assert_eq!(server.requests()[2].header("if-none-match"), None);
}

async fn write_removes_the_stored_response_of_its_alert(context: Context) {
    let server = context.server(|request| match request.header("if-none-match") {
        Some(_) => Reply::status(304),
        None => Reply::ok(&planted::alert(42)).header("etag", "\"x\""),
    });
    let repo = with_cache(&context, &server);
    for alert in [42, 43] {
        context.value(repo.alert(alert).get().await);
    }
    context.value(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    for alert in [42, 43] {
        context.value(repo.alert(alert).get().await);
    }
    let conditional: Vec<_> = server.requests().iter().map(|r| r.header("if-none-match").is_some()).collect();
    assert_eq!(conditional, [false, false, false, false, true]);
}

async fn nothing_is_stored_without_a_cache(context: Context) {
    let server = context.server(three_pages);
    let repo = context.repo(&server);
    for _ in 0..2 {
        assert_eq!(numbers(&context, &repo).await, [1, 2, 3]);
    }
    assert_eq!((server.count(), conditional(&server)), (6, 0));
}

async fn rate_limit_of_a_304_is_applied(context: Context) {
    let reset = context.clock.unix(100);
    let server = context.server(move |request| match request.header("if-none-match") {
        Some(_) => {
            let reply = Reply::status(304).header("x-ratelimit-resource", "core");
            reply.header("x-ratelimit-remaining", 0).header("x-ratelimit-reset", reset)
        }
        None => Reply::ok(&json!([planted::alert(42)])).header("etag", "\"x\""),
    });
    let repo = with_cache(&context, &server);
    assert_eq!(context.value(repo.alerts().page().await).rate_limit, None);
    let page = context.value(repo.alerts().page().await);
    assert_eq!(page.rate_limit.and_then(|limit| limit.remaining), Some(0));
    assert_eq!((server.count(), context.clock.elapsed().as_secs()), (2, 0));
    context.value(repo.alerts().page().await);
    assert_eq!((server.count(), context.clock.elapsed().as_secs()), (3, 101));
}
