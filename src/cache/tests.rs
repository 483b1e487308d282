//! What is stored, for whom, for how long, and what of it is served again.

use futures_util::TryStreamExt;
use serde_json::json;
use test_kit::{Reply, Request};

use super::*;
use crate::auth::fake_app::Server;
use crate::models::Resolution;
use crate::{Client, Error};

fn principal(token: &str) -> Principal {
    Client::builder().token(token).build().unwrap().credentials().principal().clone()
}

fn key_of(url: &str, token: &str, media_type: &'static str) -> Key {
    let mut request = reqwest::Request::new(Method::GET, url.parse().unwrap());
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static(media_type));
    Key::of(&request, &principal(token)).unwrap()
}

fn key(path: &str) -> Key {
    key_of(&format!("https://host{path}"), "one", "application/json")
}

fn url(path: &str) -> Url {
    format!("https://host{path}").parse().unwrap()
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect()
}

fn answered(headers: HeaderMap, body: impl Into<Bytes>) -> Answer {
    Answer { status: StatusCode::OK, headers, body: body.into() }
}

fn marked(body: impl Into<Bytes>) -> Answer {
    answered(headers(&[("etag", "\"v1\"")]), body)
}

#[test]
fn an_answer_belongs_to_its_address_its_media_type_and_its_caller() {
    let cache = Cache::new(1 << 20);
    let stored = key_of("https://host/a?page=1", "one", "application/json");
    cache.store(stored.clone(), &marked("x"));
    assert!(cache.find(&stored).is_some());
    for other in [
        key_of("https://host/a?page=2", "one", "application/json"),
        key_of("https://host/a?page=1", "two", "application/json"),
        key_of("https://host/a?page=1", "one", "text/html"),
    ] {
        assert!(cache.find(&other).is_none());
    }
    let write = reqwest::Request::new(Method::POST, url("/a"));
    assert!(Key::of(&write, &principal("one")).is_none());
}

#[test]
fn only_what_can_be_asked_about_and_may_be_kept_is_stored() {
    let cache = Cache::new(1 << 20);
    let mut partial = marked("x");
    partial.status = StatusCode::PARTIAL_CONTENT;
    let forbidden = answered(headers(&[("etag", "\"v1\""), ("cache-control", "private, No-Store")]), "x");
    for answer in [answered(HeaderMap::new(), "x"), partial, forbidden] {
        cache.store(key("/a"), &answer);
        assert!(cache.find(&key("/a")).is_none());
    }
}

#[test]
fn the_bound_of_bytes_holds_after_every_answer() {
    let cache = Cache::new(100_000);
    for number in 0..200 {
        cache.store(key(&format!("/{number}")), &marked(vec![0; 9_000]));
        assert!(cache.0.weighted_size() <= 100_000);
    }
    assert!(cache.0.entry_count() > 0);
    cache.store(key("/large"), &marked(vec![0; 200_000]));
    assert!(cache.find(&key("/large")).is_none());
}

#[test]
fn an_answer_is_served_again_with_its_link_and_the_limits_of_today() {
    let cache = Cache::new(1 << 20);
    let first = headers(&[
        ("etag", "\"v1\""),
        ("link", "<https://host/a?page=3>; rel=\"next\""),
        ("content-type", "application/json"),
        ("x-ratelimit-remaining", "10"),
        ("x-ratelimit-used", "90"),
        ("x-github-request-id", "A:1"),
    ]);
    cache.store(key("/a"), &answered(first, "[]"));
    let stored = cache.find(&key("/a")).unwrap();
    assert_eq!(stored.validator(), "\"v1\"");
    let today = headers(&[("x-ratelimit-remaining", "9"), ("content-length", "0"), ("content-type", "none")]);
    let answer = cache.refreshed(&stored, &today);
    let header = |name: &str| answer.headers.get(name).and_then(|value| value.to_str().ok());
    assert_eq!((answer.status, &answer.body[..]), (StatusCode::OK, &b"[]"[..]));
    assert_eq!(header("link"), Some("<https://host/a?page=3>; rel=\"next\""));
    assert_eq!(header("content-type"), Some("application/json"));
    assert_eq!(header("x-ratelimit-remaining"), Some("9"));
    for gone in ["x-ratelimit-used", "x-github-request-id", "content-length"] {
        assert_eq!(header(gone), None, "{gone} was of another exchange");
    }
}

#[test]
fn a_write_drops_its_path_and_what_is_below_for_everybody_and_nothing_beside() {
    let cache = Cache::new(1 << 20);
    let alert = "/repos/Acme/widgets/secret-scanning/alerts/42";
    let gone = [
        key(alert),
        key(&format!("{alert}?hide_secret=true")),
        key(&format!("{alert}/locations?page=2")),
        key_of(&format!("https://host{alert}"), "two", "application/json"),
    ];
    let kept = [key(&format!("{alert}0")), key("/repos/Acme/widgets/secret-scanning/alerts")];
    for key in gone.iter().chain(&kept) {
        cache.store(key.clone(), &marked("x"));
    }
    cache.forget(&url("/repos/acme/widgets/secret-scanning/alerts/42"));
    assert!(gone.iter().all(|key| cache.find(key).is_none()));
    assert!(kept.iter().all(|key| cache.find(key).is_some()));
}

#[test]
fn debug_shows_sizes_and_nothing_that_is_stored() {
    let cache = Cache::new(1 << 20);
    cache.store(key("/a?q=hunter2"), &answered(headers(&[("etag", "\"hunter2\"")]), "hunter2"));
    let shown = format!("{cache:?}");
    assert!(shown.contains("entries: 1") && !shown.contains("hunter2"), "{shown}");
}

/// Two pages of a list, and one alert, each with a mark.
fn lists(request: &Request, _count: usize) -> Option<Reply> {
    let page = if request.query().contains("page=2") { 2 } else { 1 };
    let mark = format!("\"page{page}\"");
    if request.header("if-none-match") == Some(&mark) {
        return Some(Reply::status(304));
    }
    let is_alert = request.path().ends_with("/alerts/42");
    let body = if is_alert { json!({ "number": 42 }) } else { json!([{ "number": page }]) };
    let reply = Reply::ok(&body).header("etag", mark);
    Some(if page == 1 { reply.header("link", "<http://host/?page=2>; rel=\"next\"") } else { reply })
}

#[tokio::test]
async fn a_list_that_did_not_change_is_walked_to_its_end_from_what_is_stored() -> Result<(), Error> {
    let server = Server::start(0, lists);
    let client = server.builder().token("hunter2").cache(1 << 20).build()?;
    let repo = client.repo("acme", "widgets")?;
    for _ in 0..2 {
        let alerts: Vec<_> = repo.alerts().stream().try_collect().await?;
        assert_eq!(alerts.iter().map(|alert| alert.number).collect::<Vec<_>>(), [1, 2]);
    }
    assert_eq!(server.count("GET"), 4);
    Ok(())
}

#[tokio::test]
async fn after_a_write_the_alert_is_asked_for_without_a_condition() -> Result<(), Error> {
    let server = Server::start(0, lists);
    let client = server.builder().token("hunter2").cache(1 << 20).write_spacing(None).build()?;
    let alert = client.repo("acme", "widgets")?.alert(42);
    for conditional in [0, 1] {
        alert.get().await?;
        assert_eq!(server.conditional(), conditional);
    }
    alert.resolve(Resolution::Revoked).await?;
    alert.get().await?;
    assert_eq!((server.conditional(), server.count("GET")), (1, 3));
    Ok(())
}
