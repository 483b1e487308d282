//! The fake over real sockets.

mod added;
#[cfg(feature = "app")]
mod app;
mod credentials;
mod drop;
mod failures;
mod lifetime;
mod paused;
mod routes;
mod seeds;
mod validators;
mod writes;

use axum::http::Method;
use chrono::TimeDelta;
use github_secret_scanning::models::{AlertState, Resolution};
use github_secret_scanning::{ErrorKind, Retry, TestClock};
use github_secret_scanning_generated::operations::*;
use serde_json::{Value, json};

use super::*;
use crate::grant::Grant;

const PATH: &str = "/repos/acme/widgets/secret-scanning/alerts/42";

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000, 0).unwrap()
}

/// A fake with a frozen clock and one alert.
fn builder() -> FakeGitHubBuilder {
    FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).now(noon())
}

/// A client that neither waits nor retries.
fn impatient(fake: &FakeGitHub, token: &str) -> Client {
    let builder = fake.client_builder().token(token).retry(Retry::never());
    builder.wait_for_limits(false).build().unwrap()
}

async fn read(client: &Client) -> Result<Alert, Error> {
    client.repo("acme", "widgets")?.alert(42).get().send().await
}

async fn resolve(client: &Client) -> Result<Alert, Error> {
    client.repo("acme", "widgets")?.alert(42).resolve(Resolution::Revoked).send().await
}

/// An HTTP client that ignores proxies of the environment.
fn direct() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// A request without the typed client, with a user agent.
fn request(fake: &FakeGitHub, method: Method, path: &str, token: Option<&str>) -> reqwest::RequestBuilder {
    let request = direct().request(method, format!("{}{path}", fake.base_url()));
    let request = request.header("user-agent", "test");
    match token {
        Some(token) => request.header("authorization", format!("token {token}")),
        None => request,
    }
}

fn header<'r>(response: &'r reqwest::Response, name: &str) -> Option<&'r str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

async fn status_and_body(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn every_operation_has_a_route_and_exactly_one_handler() {
    let fake = FakeGitHub::start().unwrap();
    for operation in ALL {
        let handled = crate::handlers::handler(operation).is_some();
        #[cfg(feature = "app")]
        assert_ne!(handled, crate::app::handler(operation).is_some(), "{operation:?}");
        #[cfg(not(feature = "app"))]
        assert_eq!(handled, operation.family != "apps", "{operation:?}");
        let path = operation.path.replace(['{', '}'], "");
        let method: Method = operation.method.parse().unwrap();
        let _ = request(&fake, method, &path, Some(TOKEN)).send().await.unwrap();
        assert_eq!(fake.received().last().unwrap().operation, Some(*operation));
    }
}

#[tokio::test]
async fn response_has_the_common_headers_of_github() {
    let fake = builder().requests_per_hour(60).start().unwrap();
    let response = request(&fake, Method::GET, PATH, Some(TOKEN)).send().await.unwrap();
    let reset = (noon() + TimeDelta::hours(1)).timestamp().to_string();
    for (name, value) in [
        ("content-type", "application/json; charset=utf-8"),
        ("date", "Sun, 15 Jun 2025 15:06:40 GMT"),
        ("x-github-api-version-selected", API_VERSION),
        ("x-ratelimit-limit", "60"),
        ("x-ratelimit-remaining", "59"),
        ("x-ratelimit-used", "1"),
        ("x-ratelimit-reset", &reset),
        ("x-ratelimit-resource", "core"),
    ] {
        assert_eq!(header(&response, name), Some(value), "{name}");
    }
    let again = request(&fake, Method::GET, PATH, Some(TOKEN)).send().await.unwrap();
    let ids = [&response, &again].map(|response| header(response, "x-github-request-id").unwrap().to_owned());
    assert_ne!(ids[0], ids[1]);
    // In the characters of GitHub's ids: the client ignores others.
    let allowed = |c: char| c.is_ascii_hexdigit() || c == ':';
    assert!(ids[0].contains(':') && ids[0].chars().all(allowed), "{}", ids[0]);
}

#[tokio::test]
async fn unknown_path_or_method_is_not_found() {
    let fake = builder().start().unwrap();
    let percent = format!("/repos/acme/%ff/{}", PATH.split_once("widgets/").unwrap().1);
    let missing =
        [(Method::GET, "/"), (Method::GET, "/user"), (Method::DELETE, PATH), (Method::GET, &percent)];
    for (method, path) in missing {
        let (status, body) = status_and_body(request(&fake, method, path, Some(TOKEN))).await;
        assert_eq!((status, &body["message"], &body["status"]), (404, &json!("Not Found"), &json!("404")));
        assert!(body["documentation_url"].is_string());
        assert_eq!(fake.received().last().map(|received| received.operation), Some(None));
    }
}

#[tokio::test]
async fn missing_and_unknown_tokens_are_unauthorized_with_different_messages() {
    let fake = builder().start().unwrap();
    for (token, message) in [(None, "Requires authentication"), (Some("other"), "Bad credentials")] {
        let (status, body) = status_and_body(request(&fake, Method::GET, PATH, token)).await;
        assert_eq!((status, &body["message"]), (401, &json!(message)));
        assert_eq!(body["documentation_url"], GET_ALERT.docs);
    }
    let basic = request(&fake, Method::GET, PATH, None).header("authorization", format!("Basic {TOKEN}"));
    assert_eq!(status_and_body(basic).await.0, 401);
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
    assert!(read(&fake.client().unwrap()).await.is_ok());
    let logins: Vec<_> = fake.received().into_iter().map(|received| received.login).collect();
    assert_eq!(logins, [None, None, None, None, Some("octocat".to_owned())]);
}

#[tokio::test]
async fn request_without_a_user_agent_is_forbidden() {
    let fake = builder().start().unwrap();
    let url = format!("{}{PATH}", fake.base_url());
    let (status, body) = status_and_body(direct().get(url).bearer_auth(TOKEN)).await;
    assert_eq!(status, 403);
    assert!(body["message"].as_str().unwrap().contains("User-Agent"));
}

#[tokio::test]
async fn token_without_permission_gets_a_403_that_names_it() {
    let fake = builder()
        .token("fine", Grant::fine_grained("reader", ["secret_scanning_alerts=read"]))
        .token("classic", Grant::classic("reader", ["read:org", "gist"]))
        .start()
        .unwrap();
    assert!(read(&impatient(&fake, "fine")).await.is_ok());
    let error = resolve(&impatient(&fake, "fine")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
    assert_eq!(error.documentation_url(), Some(UPDATE_ALERT.docs));
    let error = resolve(&impatient(&fake, "classic")).await.unwrap_err();
    assert_eq!((error.kind(), error.token_scopes()), (ErrorKind::Forbidden, Some("read:org, gist")));
    let response = request(&fake, Method::GET, PATH, Some("classic")).send().await.unwrap();
    assert_eq!(header(&response, "x-accepted-oauth-scopes"), Some("repo, security_events"));
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
}

#[tokio::test]
async fn hourly_limit_counts_per_token_and_resets_after_an_hour() {
    let fake = builder().requests_per_hour(2).token("other", Grant::everything("hubot")).start().unwrap();
    let remaining =
        |response: &reqwest::Response| header(response, "x-ratelimit-remaining").unwrap().to_owned();
    let send = |token| request(&fake, Method::GET, PATH, Some(token)).send();
    assert_eq!(remaining(&send(TOKEN).await.unwrap()), "1");
    fake.advance(Duration::from_secs(10));
    assert_eq!(remaining(&send(TOKEN).await.unwrap()), "0");
    assert_eq!(remaining(&send("other").await.unwrap()), "1");

    let error = read(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::RateLimited, Some(403)));
    // A second more, because the headers contain whole seconds.
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_591)));
    assert!(error.message().unwrap().contains("octocat"));

    fake.advance(Duration::from_secs(3_589));
    assert_eq!(send(TOKEN).await.unwrap().status(), 403);
    fake.advance(Duration::from_secs(1));
    assert_eq!(remaining(&send(TOKEN).await.unwrap()), "1");
}

#[tokio::test]
async fn log_contains_requests_without_their_tokens() {
    let fake = builder().start().unwrap();
    let client = fake.client().unwrap();
    resolve(&client).await.unwrap();
    client
        .repo("acme", "widgets")
        .unwrap()
        .alerts()
        .state(AlertState::Open)
        .per_page(5)
        .page()
        .await
        .unwrap();
    let all = fake.received();
    assert_eq!(all.len(), 2);
    let write = &fake.received_for(&UPDATE_ALERT)[0];
    assert_eq!((write.method.as_str(), write.path.as_str(), write.status), ("PATCH", PATH, Some(200)));
    assert_eq!(write.body, json!({ "state": "resolved", "resolution": "revoked" }));
    assert_eq!(write.headers["accept"], "application/vnd.github+json");
    let list = &fake.received_for(&LIST_REPO_ALERTS)[0];
    assert!(list.query.contains(&("per_page".to_owned(), "5".to_owned())));
    assert_eq!(list.body, Value::Null);
    assert!(all.iter().all(|received| !received.headers.contains_key("authorization")));
    assert!(!format!("{all:?} {fake:?} {fake:#?}").contains(TOKEN));
}

#[tokio::test]
async fn too_large_body_is_read_to_its_end_and_refused_without_effect() {
    let fake = builder().start().unwrap();
    for (spaces, expected) in [(8 * 1024 * 1024, 413), (1024 * 1024, 413), (1024 * 1024 - 100, 200)] {
        let body = format!(r#"{{"state":"resolved","resolution":"revoked"}}{}"#, " ".repeat(spaces));
        let response = request(&fake, Method::PATCH, PATH, Some(TOKEN)).body(body).send().await.unwrap();
        assert_eq!(response.status().as_u16(), expected);
        let resolved = read(&fake.client().unwrap()).await.unwrap().state == Some(AlertState::Resolved);
        assert_eq!(resolved, expected == 200);
    }
}

#[tokio::test]
async fn head_request_is_a_get_without_a_body() {
    let fake = builder().start().unwrap();
    let response = request(&fake, Method::HEAD, PATH, Some(TOKEN)).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.unwrap().is_empty());
}
