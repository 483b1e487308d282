//! Properties of all operations.

use crate::support::calls::{call, documented_answer, operations};
use crate::support::{Server, TOKEN, client};

/// The path template with the values that [`call`] sends.
fn filled(template: &str) -> String {
    let (mut path, mut rest) = (String::new(), template);
    while let Some((before, from_name)) = rest.split_once('{') {
        let (name, after) = from_name.split_once('}').unwrap();
        path.push_str(before);
        path.push_str(match name {
            "owner" | "org" => "acme",
            "repo" => "widgets",
            "enterprise" => "acme-inc",
            "alert_number" | "bypass_request_number" | "bypass_response_id" => "42",
            other => panic!("no test value for {other}"),
        });
        rest = after;
    }
    path + rest
}

#[tokio::test]
async fn every_operation_sends_its_method_and_path_and_decodes_the_documented_response() {
    let server = Server::script([]);
    let github = client(&server);
    for operation in operations() {
        server.reply_with(documented_answer(operation.id));
        let sent = call(operation.id, &github)
            .unwrap_or_else(|| panic!("no call of {} was generated", operation.id))
            .await;
        assert!(sent.is_ok(), "{}: {sent:?}", operation.id);
        let received = server.received().pop().unwrap();
        assert_eq!(received.method, operation.method, "{}", operation.id);
        assert_eq!(received.target, filled(operation.path), "{}", operation.id);
    }
    assert_eq!(server.received().len(), operations().count());
}

#[tokio::test]
async fn every_request_has_the_expected_headers_and_no_others() {
    let server = Server::script([]);
    let github = client(&server);
    for operation in operations() {
        server.reply_with(documented_answer(operation.id));
        call(operation.id, &github).unwrap().await.unwrap();
        let received = server.received().pop().unwrap();
        let bearer = format!("Bearer {TOKEN}");
        assert_eq!(received.header("authorization"), Some(bearer.as_str()));
        assert_eq!(received.header("accept"), Some("application/vnd.github+json"));
        assert_eq!(received.header("x-github-api-version"), Some("2022-11-28"));
        let user_agent = concat!("github-secret-scanning/", env!("CARGO_PKG_VERSION"));
        assert_eq!(received.header("user-agent"), Some(user_agent));
        assert_eq!(received.header("api-version"), None);
        let content_type = (operation.method == "PATCH").then_some("application/json");
        assert_eq!(received.header("content-type"), content_type, "{}", operation.id);

        let known = [
            "authorization",
            "accept",
            "x-github-api-version",
            "user-agent",
            "content-type",
            "content-length",
            "host",
            "accept-encoding",
        ];
        let others: Vec<_> = received.headers.keys().filter(|name| !known.contains(&name.as_str())).collect();
        assert!(others.is_empty(), "{}: {others:?}", operation.id);
    }
}

#[tokio::test]
async fn the_user_agent_can_be_set() {
    let server = Server::script([documented_answer("secret-scanning/get-alert")]);
    let github = github_secret_scanning::Client::builder()
        .token(TOKEN)
        .base_url(server.url())
        .user_agent("acme-rotator/3")
        .build()
        .unwrap();
    github.repo("acme", "widgets").unwrap().alert(42).get().await.unwrap();
    assert_eq!(server.only().header("user-agent"), Some("acme-rotator/3"));
}
