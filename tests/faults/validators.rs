//! Validators that lie, and stored responses that must not be served.

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, ErrorKind, IfChanged, Method, Repo};
use serde_json::{Value, json};

use crate::support::{Context, Reply, Request, Server, cases, planted};

cases![
    response_that_does_not_decode_is_requested_again_without_a_condition,
    malformed_validator_is_neither_sent_nor_returned,
    status_304_about_another_value_is_requested_again_without_a_condition,
    status_304_about_another_value_twice_is_an_error,
    condition_of_the_caller_and_a_304_about_another_value_return_the_current_value,
    status_304_with_a_body_is_that_of_one_without,
    stored_response_is_not_served_after_a_refusal,
];

const TAG: &str = "\"x\"";

fn with_cache(context: &Context, server: &Server) -> Repo {
    context.build(context.client(server).cache(1024 * 1024))
}

/// Returns the condition of each request.
fn conditions(server: &Server) -> Vec<Option<String>> {
    server.requests().iter().map(|request| request.header("if-none-match").map(str::to_owned)).collect()
}

/// Replies with `first` and a validator to the first request, and then with a 304 to that validator, and with `then` to
/// a request without one.
fn fixed_later(first: Reply, then: Value) -> impl Fn(&Request) -> Reply {
    move |request| match request.header("if-none-match") {
        _ if request.nth == 0 => first.clone().header("etag", TAG),
        Some(TAG) => Reply::status(304).header("etag", TAG),
        _ => Reply::ok(&then),
    }
}

/// Reads the alert 42, and a page of alerts, in each way that there is.
async fn read(repo: &Repo, way: usize) -> Result<(), Error> {
    let custom = || repo.client().request(Method::GET, "/rate_limit");
    match way {
        0 => repo.alert(42).get().send().await.map(drop),
        1 => repo.alert(42).get().send_if_changed(None).await.map(drop),
        2 => custom().send().await?.json::<Alert>().map(drop),
        3 => whole(repo.alerts().page().await?),
        4 => whole(custom().list::<Alert>().page().await?),
        _ => whole(custom().list::<Alert>().property("alerts").page().await?),
    }
}

/// Returns the error of a page with malformed items.
fn whole<T>(page: github_secret_scanning::Page<T>) -> Result<(), Error> {
    page.malformed.into_iter().next().map_or(Ok(()), |malformed| Err(malformed.into()))
}

async fn response_that_does_not_decode_is_requested_again_without_a_condition(context: Context) {
    let (alert, malformed) = (planted::alert(42), planted::malformed_alert());
    let list = json!([alert]);
    let lost = Reply::ok(&list).header("link", "<https://h/?page=2; rel=\"next\"");
    for (way, first, then) in [
        (0, Reply::ok(&malformed), alert.clone()),
        (1, Reply::ok(&malformed), alert.clone()),
        (2, Reply::ok(&malformed), alert.clone()),
        (2, Reply::status(200), alert.clone()),
        (3, Reply::ok(&json!([alert, malformed])), list.clone()),
        (3, Reply::ok(&malformed), list.clone()),
        (3, Reply::ok(&json!(vec![0; 1_001])), list.clone()),
        (3, lost.clone(), list.clone()),
        (4, Reply::ok(&json!([malformed])), list.clone()),
        (4, Reply::status(200), list.clone()),
        (4, lost, list.clone()),
        (5, Reply::ok(&json!({ "alerts": [malformed] })), json!({ "alerts": list })),
        (5, Reply::ok(&list), json!({ "alerts": list })),
    ] {
        let server = context.server(fixed_later(first, then));
        let repo = with_cache(&context, &server);
        let error = context.error(read(&repo, way).await);
        assert!(matches!(
            error.kind(),
            ErrorKind::Decode | ErrorKind::MalformedItems | ErrorKind::TooLarge | ErrorKind::Pagination
        ));
        context.value(read(&repo, way).await);
        assert_eq!(conditions(&server), [None, None], "{way}");
    }
}

async fn malformed_validator_is_neither_sent_nor_returned(context: Context) {
    let long = format!("\"{}\"", "x".repeat(200_000));
    for tag in ["*", "x", "\"x", "W/x", "\"x\", \"y\"", "", long.as_str()] {
        let reply = Reply::ok(&planted::alert(42)).header("etag", tag);
        let server = context.server(move |_| reply.clone());
        let repo = with_cache(&context, &server);
        for _ in 0..2 {
            let IfChanged::Changed { etag, .. } =
                context.value(repo.alert(42).get().send_if_changed(None).await)
            else {
                panic!("unchanged without a validator")
            };
            assert!(etag.is_none(), "{tag}");
        }
        assert_eq!(conditions(&server), [None, None]);
        assert!(tag.parse::<github_secret_scanning::ETag>().is_err());
        assert!(serde_json::from_value::<github_secret_scanning::ETag>(tag.into()).is_err());
    }
}

/// Replies with a 304 about `other` to every condition, and with an alert and `TAG` to a request without one.
fn mismatched(other: &'static str) -> impl Fn(&Request) -> Reply {
    move |request| match request.header("if-none-match") {
        Some(_) => Reply::status(304).header("etag", other),
        None => Reply::ok(&planted::alert(request.nth as u64 + 1)).header("etag", TAG),
    }
}

async fn status_304_about_another_value_is_requested_again_without_a_condition(context: Context) {
    for other in ["\"y\"", "W/\"y\"", "*", "x"] {
        let server = context.server(mismatched(other));
        let repo = with_cache(&context, &server);
        assert_eq!(context.value(repo.alert(42).get().await).number, 1);
        // The value of the third request, and not the stored one under the new validator.
        assert_eq!(context.value(repo.alert(42).get().await).number, 3, "{other}");
        assert_eq!(conditions(&server), [None, Some(TAG.into()), None]);
    }
    let server = context.server(mismatched("W/\"x\""));
    let repo = with_cache(&context, &server);
    for _ in 0..2 {
        assert_eq!(context.value(repo.alert(42).get().await).number, 1, "by weak comparison it is the same");
    }
    assert_eq!(conditions(&server), [None, Some(TAG.into())]);
}

async fn status_304_about_another_value_twice_is_an_error(context: Context) {
    let server = context.server(|request| match request.nth {
        0 => Reply::ok(&planted::alert(42)).header("etag", TAG),
        _ => Reply::status(304).header("etag", "\"y\""),
    });
    let repo = with_cache(&context, &server);
    context.value(repo.alert(42).get().await);
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
    assert_eq!((error.attempts(), server.count()), (2, 3));
    let error = context.error(repo.alert(42).get().send_if_changed(Some(&TAG.parse().unwrap())).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::UnexpectedStatus, 2));
    assert_eq!(conditions(&server)[1..], [Some(TAG.into()), None, Some(TAG.into()), None]);
}

async fn condition_of_the_caller_and_a_304_about_another_value_return_the_current_value(context: Context) {
    let known = "\"w\"".parse().unwrap();
    for with_cache in [false, true] {
        let server = context.server(mismatched("\"y\""));
        let builder = context.client(&server);
        let repo = context.build(if with_cache { builder.cache(1024 * 1024) } else { builder });
        let changed = context.value(repo.alert(42).get().send_if_changed(Some(&known)).await);
        let IfChanged::Changed { value, etag } = changed else { panic!("unchanged") };
        assert_eq!((value.number.get(), etag.unwrap().as_str()), (2, TAG));
        assert_eq!(conditions(&server), [Some("\"w\"".into()), None]);
    }
}

async fn status_304_with_a_body_is_that_of_one_without(context: Context) {
    let server = context.server(|request| match request.header("if-none-match") {
        Some(_) => {
            let body = planted::malformed_alert().to_string();
            Reply::status(304).header("content-encoding", "gzip").body(body)
        }
        None => Reply::ok(&planted::alert(42)).header("etag", TAG),
    });
    let repo = with_cache(&context, &server);
    for _ in 0..4 {
        assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    }
    assert_eq!(conditions(&server), [None, Some(TAG.into()), Some(TAG.into()), Some(TAG.into())]);
}

async fn stored_response_is_not_served_after_a_refusal(context: Context) {
    for (status, kind) in [
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        // For the condition itself.
        (412, ErrorKind::UnexpectedStatus),
        (431, ErrorKind::UnexpectedStatus),
    ] {
        let server = context.server(move |request| match request.header("if-none-match") {
            Some(_) => Reply::refusal(status, "no"),
            None => Reply::ok(&planted::alert(42)).header("etag", TAG),
        });
        let repo = with_cache(&context, &server);
        context.value(repo.alert(42).get().await);
        assert_eq!(context.error(repo.alert(42).get().await).kind(), kind);
        context.value(repo.alert(42).get().await);
        assert_eq!(conditions(&server), [None, Some(TAG.into()), None], "{status}");
    }
}
