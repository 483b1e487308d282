//! Requests to endpoints that the crate does not model: what is sent, and what is returned.

mod lists;
mod redaction;
mod transport;

use github_secret_scanning::{Client, ErrorKind, Method};
use serde::Deserialize;
use serde_json::json;
use test_kit::{Reply, Server};

use crate::support::{self, TOKEN};

const TEMPLATE: &str = "/repos/{owner}/{repo}/hooks/{hook_id}";

#[derive(Debug, Deserialize, PartialEq)]
struct Hook {
    id: u64,
}

fn client(server: &Server) -> Client {
    support::builder().base_url(server.url()).build().unwrap()
}

#[tokio::test]
async fn request_has_credentials_fixed_headers_query_and_body() {
    let server = Server::script([Reply::json(201, &json!({ "id": 7 }))]);
    let body = json!({ "active": true });
    let request = client(&server).request(Method::PUT, TEMPLATE).path("owner", "acme").path("hook_id", 7);
    request.path("repo", "a b/c").query(&[("q", "x&y")]).json(&body).await.unwrap();

    let received = server.only();
    assert_eq!(received.method, "PUT");
    assert_eq!(received.target, "/repos/acme/a%20b%2Fc/hooks/7?q=x%26y");
    assert_eq!(received.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    assert_eq!(received.header("accept"), Some("application/vnd.github+json"));
    assert_eq!(received.header("x-github-api-version"), Some("2022-11-28"));
    assert!(received.header("user-agent").is_some());
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(received.json(), body);
}

#[tokio::test]
async fn the_path_of_the_base_url_is_kept() {
    let server = Server::script([Reply::status(204)]);
    let base_url = format!("{}/api/v3", server.url());
    let github = support::builder().base_url(base_url).build().unwrap();
    github.request(Method::DELETE, "/user/keys/{id}").path("id", 1).await.unwrap();
    assert_eq!(server.only().target, "/api/v3/user/keys/1");
}

#[tokio::test]
async fn response_has_status_headers_bytes_and_decodes() {
    let reply = Reply::json(202, &json!({ "id": 7 }))
        .header("x-github-request-id", "AB:1")
        .header("x-ratelimit-remaining", "42")
        .header("x-custom", "value");
    let server = Server::script([reply]);
    let response = client(&server).request(Method::POST, "/x").send().await.unwrap();
    assert_eq!(response.status(), 202);
    assert_eq!(response.headers()["x-custom"], "value");
    assert_eq!(response.bytes(), br#"{"id":7}"#);
    assert_eq!(response.json::<Hook>().unwrap(), Hook { id: 7 });
    assert_eq!(response.request_id(), Some("AB:1"));
    assert_eq!(response.rate_limit().and_then(|limit| limit.remaining), Some(42));
}

#[tokio::test]
async fn body_that_does_not_decode_gives_the_json_path_and_the_template() {
    let server = Server::script([Reply::ok(&json!([{ "id": 1 }, { "id": "hunter2" }]))]);
    let response = client(&server).request(Method::GET, "/x").await.unwrap();
    let error = response.json::<Vec<Hook>>().unwrap_err();
    assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("[1].id")));
    assert_eq!((error.operation(), error.status()), (Some("/x"), Some(200)));
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    assert!(error.to_string().contains("check the type"), "{error}");
}

#[tokio::test]
async fn empty_body_is_a_success_that_does_not_decode() {
    let head = Reply::status(200).header("content-length", "900");
    let server = Server::script([Reply::status(204), head]);
    let github = client(&server);
    for method in [Method::DELETE, Method::HEAD] {
        let response = github.request(method, "/x").await.unwrap();
        assert!(response.bytes().is_empty());
        let error = response.json::<serde_json::Value>().unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(response.status())));
        assert!(error.to_string().contains("the response has no body"), "{error}");
    }
    assert_eq!(server.requests()[1].method, "HEAD");
}

#[tokio::test]
async fn refused_template_method_or_value_sends_nothing() {
    let server = Server::script([]);
    let github = client(&server);
    for template in ["https://evil.example/x", "//evil.example/x", "/a/../b", "/a/%2e%2e/b", "/a?b=c"] {
        let error = github.request(Method::GET, template).await.unwrap_err();
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("path_template")));
    }
    for value in ["..", ".", "", "../x"] {
        let error = github.request(Method::GET, "/a/{name}").path("name", value).await.unwrap_err();
        assert_eq!((error.argument(), error.operation()), (Some("name"), Some("/a/{name}")));
    }
    let error = github.request(Method::TRACE, "/x").await.unwrap_err();
    assert_eq!(error.argument(), Some("method"));
    let token = support::resume_token("/y?page=2");
    let error = github.request(Method::GET, "/x").list::<Hook>().resume(&token).page().await;
    assert_eq!(error.unwrap_err().argument(), Some("resume"));
    assert_eq!(server.count(), 0);
}

#[tokio::test]
async fn a_304_without_a_condition_is_an_error() {
    let server = Server::script([Reply::status(304)]);
    let error = client(&server).request(Method::GET, "/x").await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
}

#[tokio::test]
async fn needed_permissions_are_those_of_the_response_alone() {
    let header = ("x-accepted-github-permissions", "organization_hooks=read");
    let server = Server::script([
        Reply::refusal(403, "Resource not accessible"),
        Reply::refusal(403, "Resource not accessible").header(header.0, header.1),
        Reply::refusal(404, "Not Found"),
    ]);
    let github = client(&server);
    let mut needed = Vec::new();
    for kind in [ErrorKind::Forbidden, ErrorKind::Forbidden, ErrorKind::NotFound] {
        let error = github.request(Method::GET, "/orgs/{org}/hooks").path("org", "acme").await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (kind, Some("/orgs/{org}/hooks")));
        assert!(!error.to_string().contains("secret scanning"), "{error}");
        needed.push(error.needed_permissions().map(str::to_owned));
    }
    assert_eq!(needed, [None, Some(header.1.to_owned()), None]);
}
