//! Routes that a test adds.

use super::*;
use crate::routes::{RouteRequest, RouteResponse};

const HOOKS: &str = "/orgs/{org}/hooks";

/// Returns what it receives.
fn echo(request: &RouteRequest) -> RouteResponse {
    let received = json!({
        "method": request.method().as_str(),
        "org": request.path_parameter("org"),
        "missing": request.path_parameter("repo"),
        "page": request.query_parameter("page"),
        "body": request.body(),
        "login": request.login(),
    });
    RouteResponse::json(200, &received)
}

#[tokio::test]
async fn handler_receives_the_decoded_request_and_its_response_has_the_common_headers() {
    let fake = builder().route(Method::PUT, HOOKS, echo).requests_per_hour(60).start().unwrap();
    let put = request(&fake, Method::PUT, "/orgs/a%2Fb/hooks?page=2&page=%33", Some(TOKEN));
    let response = put.json(&json!({ "on": true })).send().await.unwrap();
    assert_eq!(header(&response, "x-ratelimit-remaining"), Some("59"));
    assert!(header(&response, "x-github-request-id").is_some() && header(&response, "date").is_some());
    assert!(header(&response, "x-accepted-github-permissions").is_none());
    let expected = json!({
        "method": "PUT", "org": "a/b", "missing": "", "page": "3", "body": { "on": true }, "login": "octocat",
    });
    assert_eq!(response.json::<Value>().await.unwrap(), expected);
    let received = fake.received().pop().unwrap();
    assert_eq!((received.path.as_str(), received.status), ("/orgs/a%2Fb/hooks", Some(200)));
    assert_eq!((received.operation, received.body), (None, json!({ "on": true })));
}

#[tokio::test]
async fn route_needs_a_valid_token_and_counts_towards_the_hourly_limit() {
    let mut calls = 0;
    let count = move |_: &RouteRequest| {
        calls += 1;
        RouteResponse::json(201, &calls)
    };
    let fake = builder().route(Method::POST, HOOKS, count).requests_per_hour(2).start().unwrap();
    let post = async |token| {
        let response = request(&fake, Method::POST, "/orgs/acme/hooks", token).send().await.unwrap();
        (response.status().as_u16(), header(&response, "x-ratelimit-remaining").map(str::to_owned))
    };
    assert_eq!(post(None).await, (401, None));
    assert_eq!(post(Some("other")).await, (401, None));
    assert_eq!(post(Some(TOKEN)).await, (201, Some("1".to_owned())));
    assert_eq!(post(Some(TOKEN)).await, (201, Some("0".to_owned())));
    assert_eq!(post(Some(TOKEN)).await, (403, Some("0".to_owned())));
}

#[tokio::test]
async fn successful_read_is_revalidated_and_a_route_of_get_receives_head() {
    let fake = builder().route(Method::GET, HOOKS, echo).requests_per_hour(60).start().unwrap();
    let get = || request(&fake, Method::GET, "/orgs/acme/hooks", Some(TOKEN));
    let etag = header(&get().send().await.unwrap(), "etag").unwrap().to_owned();
    let unchanged = get().header("if-none-match", etag).send().await.unwrap();
    assert_eq!(unchanged.status(), 304);
    assert_eq!(header(&unchanged, "x-ratelimit-remaining"), Some("59"));
    let head = request(&fake, Method::HEAD, "/orgs/acme/hooks", Some(TOKEN)).send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert!(head.bytes().await.unwrap().is_empty());
}

#[tokio::test]
async fn path_or_method_without_a_route_is_not_found() {
    let fake = builder().route(Method::GET, HOOKS, echo).start().unwrap();
    for (method, path) in [
        (Method::POST, "/orgs/acme/hooks"),
        (Method::GET, "/orgs/acme/hooks/"),
        (Method::GET, "/orgs/acme/hooks/1"),
        (Method::GET, "/orgs//hooks"),
        (Method::GET, "/orgs/%ff/hooks"),
    ] {
        let response = request(&fake, method, path, Some(TOKEN)).send().await.unwrap();
        assert_eq!(response.status(), 404, "{path}");
    }
}

#[tokio::test]
async fn operations_are_unaffected_and_of_several_routes_the_last_is_used() {
    let respond = |status| move |_: &RouteRequest| RouteResponse::empty(status);
    let fake = builder()
        .route(Method::GET, "/repos/{owner}/{repo}", respond(202))
        .route(Method::GET, "/repos/acme/{repo}", respond(204))
        .route(Method::POST, "/repos/acme/widgets/secret-scanning/alerts/42", respond(204))
        .start()
        .unwrap();
    for (path, status) in [("/repos/acme/widgets", 204), ("/repos/hooli/widgets", 202), (PATH, 200)] {
        let response = request(&fake, Method::GET, path, Some(TOKEN)).send().await.unwrap();
        assert_eq!(response.status(), status, "{path}");
    }
    assert_eq!(request(&fake, Method::POST, PATH, Some(TOKEN)).send().await.unwrap().status(), 204);
}

#[test]
fn path_of_an_operation_is_refused_at_the_start_by_name() {
    let path = "/repos/{a}/{b}/secret-scanning/alerts/{c}";
    let error = builder().route(Method::PATCH, path, echo).start().unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    let text = error.to_string();
    assert!(text.contains("secret-scanning/update-alert") && text.contains(path), "{text}");
    let malformed = builder().route(Method::GET, "hooks", echo).start().unwrap_err();
    assert_eq!(malformed.to_string(), "route GET hooks: it must begin with `/`");
}

#[tokio::test]
async fn invalid_response_is_a_500_that_names_the_part() {
    let fake = builder()
        .route(Method::GET, "/status", |_| RouteResponse::empty(100))
        .route(Method::GET, "/header", |_| RouteResponse::empty(200).header("a b", "c"))
        .route(Method::GET, "/length", |_| RouteResponse::empty(200).header("Content-Length", "5"))
        .route(Method::GET, "/body", |_| {
            RouteResponse::json(200, &std::collections::HashMap::from([((1, 2), 3)]))
        })
        .route(Method::GET, "/error", |_| RouteResponse::error(409, "Archived"))
        .start()
        .unwrap();
    for (path, status, message) in [
        ("/status", 500, "the status"),
        ("/header", 500, "a header"),
        ("/length", 500, "a header"),
        ("/body", 500, "the body"),
        ("/error", 409, "Archived"),
    ] {
        let (found, body) = status_and_body(request(&fake, Method::GET, path, Some(TOKEN))).await;
        assert_eq!(found, status, "{path}");
        assert!(body["message"].as_str().unwrap().ends_with(message), "{body}");
        assert!(body["documentation_url"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn panic_of_a_handler_closes_the_connection_alone() {
    let fake = builder().route(Method::GET, "/panic", |_| panic!("in a handler")).start().unwrap();
    assert!(request(&fake, Method::GET, "/panic", Some(TOKEN)).send().await.is_err());
    assert!(read(&impatient(&fake, TOKEN)).await.is_ok());
}

#[cfg(feature = "app")]
#[tokio::test]
async fn route_of_another_owner_is_not_found_for_an_installation() {
    let fake = FakeGitHub::builder().org("acme").route(Method::GET, HOOKS, echo).start().unwrap();
    let app = fake.app().installation_of_org("acme");
    let client = fake.client_builder().app(app).build().unwrap();
    let get = |org| client.request(Method::GET, HOOKS).path("org", org).send();
    assert!(get("acme").await.is_ok());
    assert_eq!(get("hooli").await.unwrap_err().kind(), ErrorKind::NotFound);
}
