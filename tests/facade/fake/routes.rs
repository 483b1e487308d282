//! Custom requests to routes that a test adds. The description lacks them, so that nothing is checked against it.

use github_secret_scanning::{Client, Error, ErrorKind, Method};
use github_secret_scanning_fake::{FakeGitHub, FakeGitHubBuilder, RouteRequest, RouteResponse};
use serde_json::{Value, json};

const REPO: &str = "/repos/{owner}/{repo}";
const HOOKS: &str = "/orgs/{org}/hooks";

/// A repository without secret scanning, which a PATCH switches on.
fn repository() -> FakeGitHubBuilder {
    let mut status = json!("disabled");
    FakeGitHub::builder().route(Method::PATCH, REPO, move |request: &RouteRequest| {
        let scanning = &request.body()["security_and_analysis"]["secret_scanning"];
        if let Some(changed) = scanning.get("status") {
            status = changed.clone();
        }
        let full_name = format!("{}/{}", request.path_parameter("owner"), request.path_parameter("repo"));
        let settings = json!({ "secret_scanning": { "status": status } });
        RouteResponse::json(200, &json!({ "full_name": full_name, "security_and_analysis": settings }))
    })
}

async fn patch(client: &Client, body: &Value) -> Result<Value, Error> {
    let request = client.request(Method::PATCH, REPO).path("owner", "acme").path("repo", "widgets");
    request.json(body).await?.json()
}

#[tokio::test]
async fn custom_request_switches_secret_scanning_on_and_the_route_keeps_it() {
    let fake = repository().start().unwrap();
    let client = fake.client().unwrap();
    let status =
        |repository: &Value| repository["security_and_analysis"]["secret_scanning"]["status"].clone();
    assert_eq!(status(&patch(&client, &json!({})).await.unwrap()), "disabled");
    let enabled = json!({ "security_and_analysis": { "secret_scanning": { "status": "enabled" } } });
    assert_eq!(status(&patch(&client, &enabled).await.unwrap()), "enabled");
    let repository = patch(&client, &json!({})).await.unwrap();
    assert_eq!((status(&repository), &repository["full_name"]), (json!("enabled"), &json!("acme/widgets")));
    let received = fake.received();
    assert_eq!((received.len(), &received[1].body), (3, &enabled));
}

#[tokio::test]
async fn error_of_a_route_is_an_error_of_the_client() {
    let refuse = |_: &RouteRequest| RouteResponse::error(422, "Advanced Security is not available");
    let fake = FakeGitHub::builder().route(Method::PATCH, REPO, refuse).start().unwrap();
    let error = patch(&fake.client().unwrap(), &json!({})).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Validation, Some(422)));
    assert_eq!(error.message(), Some("Advanced Security is not available"));
    assert!(error.request_id().is_some() && error.to_string().contains(REPO), "{error}");
}

#[tokio::test]
async fn list_of_a_route_is_followed_by_its_link_headers() {
    let list = |request: &RouteRequest| {
        let page: u64 = request.query_parameter("page").map_or(1, |page| page.parse().unwrap());
        let response = RouteResponse::json(200, &[page * 2 - 1, page * 2]);
        let next = format!("</orgs/acme/hooks?page={}>; rel=\"next\"", page + 1);
        if page < 3 { response.header("link", &next) } else { response }
    };
    let fake = FakeGitHub::builder().route(Method::GET, HOOKS, list).start().unwrap();
    let client = fake.client().unwrap();
    let mut hooks = client.request(Method::GET, HOOKS).path("org", "acme").list::<u64>().stream();
    let mut found = Vec::new();
    while let Some(hook) = hooks.try_next().await.unwrap() {
        found.push(hook);
    }
    assert_eq!((found, fake.received().len()), (vec![1, 2, 3, 4, 5, 6], 3));
}

#[cfg(feature = "cache")]
#[tokio::test]
async fn response_of_a_route_is_cached_and_revalidated() {
    let route = |_: &RouteRequest| RouteResponse::json(200, &json!({ "id": 1 }));
    let fake = FakeGitHub::builder().route(Method::GET, HOOKS, route).start().unwrap();
    let client = fake.client_builder().cache(1 << 20).build().unwrap();
    for _ in 0..2 {
        let response = client.request(Method::GET, HOOKS).path("org", "acme").await.unwrap();
        assert_eq!(response.json::<Value>().unwrap(), json!({ "id": 1 }));
    }
    let statuses: Vec<_> = fake.received().into_iter().map(|received| received.status).collect();
    assert_eq!(statuses, [Some(200), Some(304)]);
}

#[tokio::test]
async fn custom_request_without_a_route_is_not_found() {
    let fake = repository().start().unwrap();
    let request = fake.client().unwrap().request(Method::GET, HOOKS).path("org", "acme");
    assert_eq!(request.await.unwrap_err().kind(), ErrorKind::NotFound);
}
