//! The servers of these tests fail a test in which something does not conform, whoever said it.

use std::io::Read;

use github_secret_scanning::raw::reqwest;
use github_secret_scanning::{AlertScope, ErrorKind};
use http::StatusCode;
use serde_json::json;

use crate::support::{Inspector, Reply, Server, builder, client, repo};

async fn ask(url: String) {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(http.get(url).send().await.unwrap().status(), StatusCode::OK);
}

fn answering(answer: Reply) -> Server {
    Server::start(move |_| answer.clone())
}

fn alert(inspector: &Inspector) -> AlertScope {
    let github = builder().base_url(inspector.url()).build().unwrap();
    github.repo("acme", "widgets").unwrap().alert(42)
}

#[tokio::test]
#[should_panic = "a GET of no operation"]
async fn a_server_does_not_take_a_path_that_is_not_described() {
    let server = answering(Reply::status(200));
    ask(format!("{}/user", server.url())).await;
}

#[tokio::test]
#[should_panic = "header x-github-api-version: is missing"]
async fn a_server_does_not_take_a_request_that_is_not_as_described() {
    let server = answering(Reply::status(200));
    ask(format!("{}/orgs/acme/installation", server.url())).await;
}

#[tokio::test]
#[should_panic = "a request that is not below /api/v3"]
async fn a_server_with_a_base_path_takes_nothing_outside_of_it() {
    let server = answering(Reply::ok(&json!({ "number": 42 })));
    server.set_base_path("/api/v3/");
    repo(&server).alert(42).get().await.unwrap();
}

#[tokio::test]
#[should_panic = "header user-agent: is missing"]
async fn an_inspector_tells_what_is_wrong_with_a_request() {
    let server = answering(Reply::status(200));
    server.expect_fault("header");
    let inspector = Inspector::start(server.url());
    ask(format!("{}/orgs/acme/installation", inspector.url())).await;
}

#[tokio::test]
#[should_panic = "secret-scanning/get-alert: 200: response body"]
async fn an_inspector_tells_what_is_wrong_with_an_answer() {
    let server = answering(Reply::ok(&json!({ "number": 42, "colour": "red" })));
    let inspector = Inspector::start(server.url());
    assert_eq!(alert(&inspector).get().await.unwrap().number, 42);
}

#[tokio::test]
async fn an_inspector_hands_on_what_either_side_says_as_it_is() {
    let not_found = Reply::json(404, &json!({ "message": "Not Found" })).header("x-oauth-scopes", "gist");
    let server = answering(not_found);
    let inspector = Inspector::start(server.url());
    let by_inspector = alert(&inspector).reopen().await.unwrap_err();
    let directly = client(&server).repo("acme", "widgets").unwrap().alert(42).reopen().await.unwrap_err();
    assert_eq!(by_inspector.to_string(), directly.to_string());
    assert_eq!(by_inspector.granted_permissions(), Some("gist"));
    let [mut first, second] = server.received().try_into().unwrap();
    // Each side has a connection of its own, and none of its headers goes further.
    first.headers.insert("host", second.headers["host"].clone());
    assert_eq!((first.target, first.headers, first.body), (second.target, second.headers, second.body));
}

#[tokio::test]
async fn an_inspector_cuts_a_connection_that_is_cut() {
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
