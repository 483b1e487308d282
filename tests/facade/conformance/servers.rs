//! The test servers fail a test in which a request or a response does not conform.

use std::io::Read;

use github_secret_scanning::raw::reqwest;
use github_secret_scanning::{AlertScope, ErrorKind};
use http::StatusCode;
use serde_json::json;

use crate::support::{Inspector, Reply, Server, builder, client, repo};

async fn get(url: String) {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(http.get(url).send().await.unwrap().status(), StatusCode::OK);
}

fn responding(reply: Reply) -> Server {
    Server::start(move |_| reply.clone())
}

fn alert(inspector: &Inspector) -> AlertScope {
    let github = builder().base_url(inspector.url()).build().unwrap();
    github.repo("acme", "widgets").unwrap().alert(42)
}

#[tokio::test]
#[should_panic = "GET matches no operation"]
async fn a_server_refuses_an_undescribed_path() {
    let server = responding(Reply::status(200));
    get(format!("{}/user", server.url())).await;
}

#[tokio::test]
#[should_panic = "header x-github-api-version: is missing"]
async fn a_server_refuses_a_request_that_does_not_conform() {
    let server = responding(Reply::status(200));
    get(format!("{}/orgs/acme/installation", server.url())).await;
}

#[tokio::test]
#[should_panic = "a request that is not below /api/v3"]
async fn a_server_with_a_base_path_refuses_other_paths() {
    let server = responding(Reply::ok(&json!({ "number": 42 })));
    server.set_base_path("/api/v3/");
    repo(&server).alert(42).get().await.unwrap();
}

#[tokio::test]
#[should_panic = "header user-agent: is missing"]
async fn an_inspector_reports_a_faulty_request() {
    let server = responding(Reply::status(200));
    server.expect_fault("header");
    let inspector = Inspector::start(server.url());
    get(format!("{}/orgs/acme/installation", inspector.url())).await;
}

#[tokio::test]
#[should_panic = "secret-scanning/get-alert: 200: response body"]
async fn an_inspector_reports_a_faulty_response() {
    let server = responding(Reply::ok(&json!({ "number": 42, "colour": "red" })));
    let inspector = Inspector::start(server.url());
    assert_eq!(alert(&inspector).get().await.unwrap().number, 42);
}

#[tokio::test]
async fn an_inspector_forwards_requests_and_responses_unchanged() {
    let not_found = Reply::json(404, &json!({ "message": "Not Found" })).header("x-oauth-scopes", "gist");
    let server = responding(not_found);
    let inspector = Inspector::start(server.url());
    let by_inspector = alert(&inspector).reopen().await.unwrap_err();
    let directly = client(&server).repo("acme", "widgets").unwrap().alert(42).reopen().await.unwrap_err();
    assert_eq!(by_inspector.to_string(), directly.to_string());
    assert_eq!(by_inspector.token_scopes(), Some("gist"));
    let [mut first, second] = server.received().try_into().unwrap();
    // Each side has its own connection, whose headers are not forwarded.
    first.headers.insert("host", second.headers["host"].clone());
    assert_eq!((first.target, first.headers, first.body), (second.target, second.headers, second.body));
}

#[tokio::test]
async fn an_inspector_closes_a_connection_that_the_server_closes() {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.read_exact(&mut [0; 16]).unwrap();
    });
    let inspector = Inspector::start(&url);
    let error = alert(&inspector).reopen().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.outcome_unknown());
    server.join().unwrap();
}
