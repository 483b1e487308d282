//! What a fake does with requests, over real sockets.

mod added;
mod app;
mod callers;
mod ending;
mod failures;
mod lifetime;
mod paused;
mod versions;
mod writes;

use axum::http::Method;
use chrono::TimeDelta;
use github_secret_scanning_generated::operations::*;
use serde_json::{Value, json};

use super::*;
use crate::models::{AlertState, Resolution};
use crate::{ErrorKind, Retry};

const PATH: &str = "/repos/acme/widgets/secret-scanning/alerts/42";

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000, 0).unwrap()
}

/// A fake whose clock stands still, with one alert.
fn builder() -> FakeGitHubBuilder {
    FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).now(noon())
}

/// A client that neither waits nor tries again.
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

/// A request by hand, with a user agent and, where one is named, a token.
/// To loopback, whatever proxy the environment names.
fn direct() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

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

async fn refused(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn every_operation_is_routed_and_answered_by_the_world_or_by_the_app() {
    let fake = FakeGitHub::start().unwrap();
    for operation in ALL {
        assert_ne!(
            crate::testing::answers::of(operation).is_some(),
            crate::testing::app::of(operation).is_some(),
            "{operation:?}"
        );
        let path = operation.path.replace(['{', '}'], "");
        let method: Method = operation.method.parse().unwrap();
        let _ = request(&fake, method, &path, Some(TOKEN)).send().await.unwrap();
        assert_eq!(fake.received().last().unwrap().operation, Some(*operation));
    }
}

#[tokio::test]
async fn an_answer_has_the_headers_that_every_answer_of_github_has() {
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
    assert_eq!(crate::text::request_id(&ids[0]).as_ref(), Some(&ids[0]));
}

#[tokio::test]
async fn an_unknown_path_and_a_known_one_with_another_method_are_found_nowhere() {
    let fake = builder().start().unwrap();
    let percent = format!("/repos/acme/%ff/{}", PATH.split_once("widgets/").unwrap().1);
    let nowhere =
        [(Method::GET, "/"), (Method::GET, "/user"), (Method::DELETE, PATH), (Method::GET, &percent)];
    for (method, path) in nowhere {
        let (status, body) = refused(request(&fake, method, path, Some(TOKEN))).await;
        assert_eq!((status, &body["message"], &body["status"]), (404, &json!("Not Found"), &json!("404")));
        assert!(body["documentation_url"].is_string());
        assert_eq!(fake.received().last().map(|received| received.operation), Some(None));
    }
}

#[tokio::test]
async fn a_token_is_told_apart_from_none_and_from_a_wrong_one() {
    let fake = builder().start().unwrap();
    for (token, message) in [(None, "Requires authentication"), (Some("other"), "Bad credentials")] {
        let (status, body) = refused(request(&fake, Method::GET, PATH, token)).await;
        assert_eq!((status, &body["message"]), (401, &json!(message)));
        assert_eq!(body["documentation_url"], GET_ALERT.docs);
    }
    let basic = request(&fake, Method::GET, PATH, None).header("authorization", format!("Basic {TOKEN}"));
    assert_eq!(refused(basic).await.0, 401);
    assert_eq!(read(&impatient(&fake, "other")).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
    assert!(read(&fake.client().unwrap()).await.is_ok());
    let logins: Vec<_> = fake.received().into_iter().map(|received| received.login).collect();
    assert_eq!(logins, [None, None, None, None, Some("octocat".to_owned())]);
}

#[tokio::test]
async fn a_request_without_a_user_agent_is_refused() {
    let fake = builder().start().unwrap();
    let url = format!("{}{PATH}", fake.base_url());
    let (status, body) = refused(direct().get(url).bearer_auth(TOKEN)).await;
    assert_eq!(status, 403);
    assert!(body["message"].as_str().unwrap().contains("User-Agent"));
}

#[tokio::test]
async fn a_token_without_the_permission_is_told_which_one_is_needed_and_changes_nothing() {
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
    assert_eq!((error.kind(), error.granted_permissions()), (ErrorKind::Forbidden, Some("read:org, gist")));
    let response = request(&fake, Method::GET, PATH, Some("classic")).send().await.unwrap();
    assert_eq!(header(&response, "x-accepted-oauth-scopes"), Some("repo, security_events"));
    assert_eq!(read(&fake.client().unwrap()).await.unwrap().state, Some(AlertState::Open));
}

#[tokio::test]
async fn the_hourly_limit_counts_down_for_each_token_and_begins_anew_an_hour_later() {
    let fake = builder().requests_per_hour(2).token("other", Grant::everything("hubot")).start().unwrap();
    let left = |response: &reqwest::Response| header(response, "x-ratelimit-remaining").unwrap().to_owned();
    let ask = |token| request(&fake, Method::GET, PATH, Some(token)).send();
    assert_eq!(left(&ask(TOKEN).await.unwrap()), "1");
    fake.advance(Duration::from_secs(10));
    assert_eq!(left(&ask(TOKEN).await.unwrap()), "0");
    assert_eq!(left(&ask("other").await.unwrap()), "1");

    let error = read(&impatient(&fake, TOKEN)).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::RateLimited, Some(403)));
    // A second more, for the parts of one that the headers do not tell.
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_591)));
    assert!(error.message().unwrap().contains("octocat"));

    fake.advance(Duration::from_secs(3_589));
    assert_eq!(ask(TOKEN).await.unwrap().status(), 403);
    fake.advance(Duration::from_secs(1));
    assert_eq!(left(&ask(TOKEN).await.unwrap()), "1");
}

#[tokio::test]
async fn what_was_received_can_be_read_back_but_not_the_token() {
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
async fn a_body_that_is_too_large_is_refused_to_the_end_and_without_effect() {
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
async fn a_head_request_is_a_read_without_a_body() {
    let fake = builder().start().unwrap();
    let response = request(&fake, Method::HEAD, PATH, Some(TOKEN)).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.unwrap().is_empty());
}
