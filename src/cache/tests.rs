//! What is stored, for which credential, and how it is served again.

use bytes::Bytes;
use http::header::ACCEPT;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

use super::{Cache, CacheKey};
use crate::exchange::{CredentialKey, Response};
use crate::text::Redaction;

fn key_of(url: &str, credential: &str, media_type: &'static str) -> CacheKey {
    let mut request = reqwest::Request::new(Method::GET, url.parse().unwrap());
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static(media_type));
    CacheKey::of(&request, &CredentialKey::new(credential)).unwrap()
}

fn key(path: &str) -> CacheKey {
    key_of(&format!("https://host{path}"), "one", "application/json")
}

fn url(path: &str) -> Url {
    format!("https://host{path}").parse().unwrap()
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect()
}

fn response(headers: HeaderMap, body: impl Into<Bytes>) -> Response {
    Response::new(StatusCode::OK, headers, body.into(), Redaction::none())
}

fn with_validator(body: impl Into<Bytes>) -> Response {
    response(headers(&[("etag", "\"v1\"")]), body)
}

fn store(cache: &Cache, key: CacheKey, response: &Response) {
    cache.store(cache.lookup(key), &mut response.clone());
}

#[test]
fn a_response_belongs_to_its_address_its_media_type_and_its_credential() {
    let cache = Cache::new(1 << 20);
    let stored = key_of("https://host/a?page=1", "one", "application/json");
    store(&cache, stored.clone(), &with_validator("x"));
    assert!(cache.lookup(stored.clone()).stored.is_some());
    for other in [
        key_of("https://host/a?page=2", "one", "application/json"),
        key_of("https://host/a?page=1", "two", "application/json"),
        key_of("https://host/a?page=1", "one", "text/html"),
    ] {
        assert!(cache.lookup(other.clone()).stored.is_none());
    }
    let write = reqwest::Request::new(Method::POST, url("/a"));
    assert!(CacheKey::of(&write, &CredentialKey::new("one")).is_none());
}

#[test]
fn only_a_response_that_can_be_revalidated_and_may_be_stored_is_stored() {
    let cache = Cache::new(1 << 20);
    let mut partial = with_validator("x");
    partial.status = StatusCode::PARTIAL_CONTENT;
    let forbidden = response(headers(&[("etag", "\"v1\""), ("cache-control", "private, No-Store")]), "x");
    let varying = response(headers(&[("etag", "\"v1\""), ("vary", "accept, *")]), "x");
    let malformed = ["*", "v1", "\"v1", ""].map(|etag| response(headers(&[("etag", etag)]), "x"));
    let two = response(headers(&[("etag", "\"v1\""), ("etag", "\"v1\"")]), "x");
    let unfit = [response(HeaderMap::new(), "x"), partial, forbidden, varying, two];
    for response in unfit.into_iter().chain(malformed) {
        store(&cache, key("/a"), &response);
        assert!(cache.lookup(key("/a").clone()).stored.is_none());
    }
}

#[test]
fn the_limit_of_bytes_holds_after_every_response() {
    let cache = Cache::new(100_000);
    for number in 0..200 {
        store(&cache, key(&format!("/{number}")), &with_validator(vec![0; 9_000]));
        assert!(cache.weight() <= 100_000);
    }
    assert!(cache.weight() > 0);
    store(&cache, key("/large"), &with_validator(vec![0; 200_000]));
    assert!(cache.lookup(key("/large").clone()).stored.is_none());
}

#[test]
fn a_stored_response_is_served_with_its_link_and_the_limits_of_the_304() {
    let cache = Cache::new(1 << 20);
    let first = headers(&[
        ("etag", "\"v1\""),
        ("link", "<https://host/a?page=3>; rel=\"next\""),
        ("content-type", "application/json"),
        ("x-ratelimit-remaining", "10"),
        ("x-ratelimit-used", "90"),
        ("x-github-request-id", "A:1"),
    ]);
    store(&cache, key("/a"), &response(first, "[]"));
    let stored = cache.lookup(key("/a").clone()).stored.unwrap();
    assert_eq!(stored.validator().as_str(), "\"v1\"");
    let today = headers(&[("x-ratelimit-remaining", "9"), ("content-length", "0"), ("content-type", "none")]);
    let response = stored.revalidated(&today);
    let header = |name: &str| response.headers.get(name).and_then(|value| value.to_str().ok());
    assert_eq!((response.status, &response.body[..]), (StatusCode::OK, &b"[]"[..]));
    assert_eq!(header("link"), Some("<https://host/a?page=3>; rel=\"next\""));
    assert_eq!(header("content-type"), Some("application/json"));
    assert_eq!(header("x-ratelimit-remaining"), Some("9"));
    for gone in ["x-ratelimit-used", "x-github-request-id", "content-length"] {
        assert_eq!(header(gone), None, "{gone} is of another exchange");
    }
}

#[test]
fn a_stored_response_that_is_forgotten_is_not_served_again() {
    let cache = Cache::new(1 << 20);
    let forgetting: [fn(&Response, super::store::Stored); 3] = [
        |response, _| drop(response.faulty()),
        |_, stored| stored.forget(),
        |_, stored| drop(stored.revalidated(&headers(&[("cache-control", "no-store")]))),
    ];
    for forget in forgetting {
        let mut response = with_validator("x");
        cache.store(cache.lookup(key("/a")), &mut response);
        let stored = cache.lookup(key("/a")).stored.unwrap();
        let served = stored.revalidated(&HeaderMap::new());
        forget(&served, stored);
        assert!(cache.lookup(key("/a")).stored.is_none());
    }
    store(&cache, key("/a"), &with_validator("x"));
    assert!(cache.lookup(key("/a")).stored.is_some(), "the next response is stored");
}

#[test]
fn a_write_invalidates_its_path_and_below_for_all_credentials_and_nothing_else() {
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
        store(&cache, key.clone(), &with_validator("x"));
    }
    cache.invalidate(&url("/repos/acme/widgets/secret-scanning/alerts/42"));
    assert!(gone.iter().all(|key| cache.lookup(key.clone()).stored.is_none()));
    assert!(kept.iter().all(|key| cache.lookup(key.clone()).stored.is_some()));
}

#[test]
fn debug_contains_sizes_and_nothing_that_is_stored() {
    let cache = Cache::new(1 << 20);
    store(&cache, key("/a?q=hunter2"), &response(headers(&[("etag", "\"hunter2\"")]), "hunter2"));
    let shown = format!("{cache:?}");
    assert!(shown.contains("entries: 1") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_response_to_a_read_that_a_write_overtook_is_not_stored() {
    let cache = Cache::new(1 << 20);
    let in_flight = cache.lookup(key("/a/1"));
    cache.invalidate(&url("/a"));
    cache.store(in_flight, &mut with_validator("before the write"));
    assert!(cache.lookup(key("/a/1")).stored.is_none());
    store(&cache, key("/a/1"), &with_validator("after the write"));
    assert!(cache.lookup(key("/a/1")).stored.is_some());
}
