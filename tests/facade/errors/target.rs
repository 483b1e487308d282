//! The target of an error: what its request was about.

use github_secret_scanning::{ErrorKind, Method};
use serde_json::json;

use super::assert_one_line;
use crate::support::calls::{call, operations};
use crate::support::{Reply, Server, builder, client, org, repo};

/// Returns the beginning of the target of an operation with the names of the calls of these tests.
fn expected(path: &str) -> &'static str {
    match path.split('/').nth(1) {
        Some("repos") => "acme/widgets",
        Some("orgs") => "organization acme",
        _ => "enterprise acme-inc",
    }
}

#[tokio::test]
async fn error_of_every_operation_names_its_target() {
    for reply in [Reply::status(403), Reply::ok(&json!("no object")), Reply::status(302), Reply::hang_up()] {
        let server = Server::start(move |_| reply.clone());
        let github = client(&server);
        for operation in operations().filter(|operation| operation.method != "DELETE") {
            let error = call(operation.id, &github).unwrap().await.unwrap_err();
            let target = error.target().unwrap();
            assert!(target.starts_with(expected(operation.path)), "{}: {target}", operation.id);
            assert!(error.to_string().starts_with(&format!("{} ({target}): ", operation.id)), "{error}");
            assert_one_line(&error);
        }
    }
}

#[tokio::test]
async fn errors_of_lists_name_the_target() {
    let malformed = json!([{ "number": "x" }]);
    let server = Server::script([
        Reply::ok(&malformed),
        Reply::ok(&malformed),
        Reply::ok(&json!([])).header("link", "<https://h/?x=1>; rel=next"),
        Reply::ok(&json!({})),
    ]);
    let error = org(&server).alerts().stream().try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.target()), (ErrorKind::MalformedItems, Some("organization acme")));
    let page = repo(&server).alert(42).locations().page().await.unwrap();
    let error = github_secret_scanning::Error::from(page.malformed[0].clone());
    assert_eq!(error.target(), Some("acme/widgets, alert 42"));
    for kind in [ErrorKind::Pagination, ErrorKind::Decode] {
        let error = repo(&server).alerts().page().await.unwrap_err();
        assert_eq!((error.kind(), error.target()), (kind, Some("acme/widgets")));
    }
}

#[tokio::test]
async fn target_is_that_of_the_request_below_any_base_url_and_before_any_redirect() {
    let server = Server::start(|request| match request.path().contains("/repos/acme/") {
        true => {
            Reply::status(307).header("location", "/api/v3/repos/globex/gadgets/secret-scanning/alerts/9")
        }
        false => Reply::status(404),
    });
    server.set_base_path("/api/v3");
    let github = builder().base_url(format!("{}/api/v3", server.url())).build().unwrap();
    let error = github.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap_err();
    assert_eq!((error.status(), error.target()), (Some(404), Some("acme/widgets, alert 42")));
}

#[tokio::test]
async fn failed_connection_names_the_target_and_a_refused_argument_does_not() {
    let github = builder().base_url("http://127.0.0.1:1").build().unwrap();
    let repo = github.repo("acme", "widgets").unwrap();
    let error = repo.secret_bypass_request(21).get().await.unwrap_err();
    assert_eq!((error.kind(), error.target()), (ErrorKind::Connect, Some("acme/widgets, bypass request 21")));
    let error = repo.alerts().per_page(0).page().await.unwrap_err();
    assert_eq!((error.kind(), error.target()), (ErrorKind::InvalidArgument, None));
}

#[tokio::test]
async fn custom_request_has_no_target() {
    let server =
        test_kit::Server::script([Reply::status(404), Reply::ok(&json!([5])), Reply::ok(&json!({}))]);
    let github = builder().base_url(server.url()).build().unwrap();
    let request = || {
        let request = github.request(Method::GET, "/repos/{owner}/{repo}/secret-scanning/alerts");
        request.path("owner", "hunter2").path("repo", "hunter2")
    };
    let errors = [
        request().await.unwrap_err(),
        request().list::<String>().stream().try_next().await.unwrap_err(),
        request().list::<String>().page().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.target(), None, "{error}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
}
