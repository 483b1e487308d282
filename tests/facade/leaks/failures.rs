//! Malformed responses and error responses.

use github_secret_scanning::ErrorKind;
use serde_json::{Value, json};

use super::{PLANTED, PLANTED_NUMBER, assert_error_hides, debugged};
use crate::support::calls::{call, operations};
use crate::support::{Reply, Server, client, repo};

/// Returns alerts with a secret as a value of a wrong type, which the messages of serde would contain.
fn misplaced() -> Vec<Value> {
    let text = json!(PLANTED);
    let number = json!(PLANTED_NUMBER);
    vec![
        json!({ "number": text }),
        json!({ "number": -(PLANTED_NUMBER as i64) }),
        json!({ "number": 1, "publicly_leaked": text }),
        json!({ "number": 1, "multi_repo": number }),
        json!({ "number": 1, "state": number }),
        json!({ "number": 1, "validity": { PLANTED: number } }),
        json!({ "number": 1, "resolution": [text] }),
        json!({ "number": 1, "created_at": text }),
        json!({ "number": 1, "created_at": format!("2020-11-06T18:18:30{PLANTED}") }),
        json!({ "number": 1, "secret": number }),
        json!({ "number": 1, "secret": { "value": text } }),
        json!({ "number": 1, "secret_type": number }),
        json!({ "number": 1, "assigned_to": text }),
        json!({ "number": 1, "assigned_to": { "id": text, "login": text } }),
        json!({ "number": 1, "metadata": text }),
        json!({ "number": 1, "metadata": [{ "key": text, "value": number }] }),
        json!({ "number": 1, "first_location_detected": text }),
        json!({ "number": 1, "first_location_detected": { "issue_body_url": number, PLANTED: text } }),
        json!({ PLANTED: number }),
        text,
        number,
    ]
}

fn number_text() -> String {
    PLANTED_NUMBER.to_string()
}

#[tokio::test]
async fn decode_error_contains_no_value() {
    let server = Server::script([]);
    let repo = repo(&server);
    for payload in misplaced() {
        server.reply_with(Reply::ok(&payload));
        let (read, write) = (repo.alert(42).get().await, repo.alert(42).reopen().await);
        server.reply_with(Reply::ok(&json!([payload])));
        let listed = repo.alerts().stream().try_next().await.unwrap_err();
        assert_eq!(listed.kind(), ErrorKind::MalformedItems);
        super::assert_hides(&debugged(&listed.malformed_items()), PLANTED);
        super::assert_hides(&listed.malformed_items()[0].to_string(), PLANTED);
        let (read, write) = (read.unwrap_err(), write.unwrap_err());
        assert_eq!((read.kind(), write.kind()), (ErrorKind::Decode, ErrorKind::Decode));
        for error in [read, write, listed] {
            assert_error_hides(&error, PLANTED);
            assert_error_hides(&error, &number_text());
        }
        let page = debugged(&repo.alerts().page().await.unwrap());
        super::assert_hides(&page, PLANTED);
        super::assert_hides(&page, &number_text());
    }
}

#[tokio::test]
async fn decode_error_contains_no_text_of_a_body_that_is_not_json() {
    let bodies = [
        PLANTED.to_owned(),
        format!("<html>{PLANTED}</html>"),
        format!("{{\"number\": {PLANTED}}}"),
        format!("{{\"number\": 1}} {PLANTED}"),
        format!("{{\"number\": 1, \"secret\": \"{PLANTED}"),
        format!("{{\"number\": 1, \"{PLANTED}\" 5}}"),
    ];
    let server = Server::script([]);
    let github = client(&server);
    for body in bodies {
        server.reply_with(Reply::status(200).body(body));
        for operation in operations().filter(|operation| operation.method != "DELETE") {
            let error = call(operation.id, &github).unwrap().await.unwrap_err();
            assert_error_hides(&error, PLANTED);
        }
    }
}

/// Returns bodies of error responses with a secret outside of the documented texts.
fn error_bodies() -> Vec<String> {
    let odd = [
        json!(PLANTED),
        json!([PLANTED, { "message": PLANTED }]),
        json!({ "secret": PLANTED, "message": "No" }),
        json!({ PLANTED: PLANTED }),
        json!({ "message": { "text": PLANTED } }),
        json!({ "message": [PLANTED], "documentation_url": [PLANTED] }),
        json!({ "message": "No", "errors": { "value": PLANTED, PLANTED: 1 } }),
        json!({ "message": "No", "errors": [{ "code": "invalid", "field": "secret", "value": PLANTED }] }),
        json!({ "message": "No", "errors": [[PLANTED], { "message": { "x": PLANTED } }] }),
        json!({ "message": "No", "code": PLANTED, "url": PLANTED, "status": PLANTED, "error": PLANTED }),
    ];
    let texts = [PLANTED.to_owned(), format!("<html>{PLANTED}"), format!("{{\"message\": \"{PLANTED}")];
    odd.iter().map(Value::to_string).chain(texts).collect()
}

#[tokio::test]
async fn error_contains_only_the_documented_texts_of_a_body() {
    let server = Server::script([]);
    let repo = repo(&server);
    for body in error_bodies() {
        for status in [304, 400, 401, 403, 404, 409, 422, 429, 500, 503] {
            let body = if status == 304 { String::new() } else { body.clone() };
            // Without a wait, or a rate limit would block the other requests.
            server.reply_with(Reply::status(status).header("retry-after", 0).body(body));
            let read = repo.alert(42).get().await.unwrap_err();
            let write = repo.secret_bypass_request(1).approve("fine").await.unwrap_err();
            let list = repo.alerts().stream().try_next().await.unwrap_err();
            for error in [read, write, list] {
                assert_eq!(error.status(), Some(status));
                assert_error_hides(&error, PLANTED);
                assert!(!format!("{:?}", error.details()).contains(PLANTED));
            }
        }
    }
}

#[tokio::test]
async fn error_of_an_undeclared_success_contains_no_text_of_it() {
    for status in [201, 202, 203, 206] {
        let reply = Reply::json(status, &json!({ "number": 1, "secret": PLANTED })).header("x-note", PLANTED);
        let server = Server::script([reply]);
        let error = repo(&server).alert(42).get().await.unwrap_err();
        assert_error_hides(&error, PLANTED);
    }
}

#[tokio::test]
async fn error_contains_no_other_headers() {
    let reply = |status| {
        Reply::json(status, &json!("no alert"))
            .header("set-cookie", PLANTED)
            .header("server", PLANTED)
            .header("x-secret", PLANTED)
            .header("etag", PLANTED)
            .header("location", format!("https://h/?{PLANTED}"))
            .header("retry-after", PLANTED)
            .header("x-ratelimit-remaining", PLANTED)
    };
    for status in [200, 202, 301, 401, 404, 429, 503] {
        let server = Server::script([reply(status)]);
        let error = repo(&server).alert(42).get().await.unwrap_err();
        assert_error_hides(&error, PLANTED);
    }
}

#[tokio::test]
async fn github_token_in_a_message_is_masked() {
    let token = "ghp_0123456789abcdefghijABCDEFGHIJ";
    let body = json!({ "message": format!("Secret {token} is known"), "errors": [token] });
    let server = Server::script([Reply::json(422, &body).header("x-oauth-scopes", token)]);
    let error = repo(&server).alert(42).get().await.unwrap_err();
    assert_error_hides(&error, "0123456789abcdef");
}

#[tokio::test]
async fn error_contains_no_values_of_filters() {
    let server = Server::start(|_| Reply::status(500));
    let github = client(&server);
    let repo = github.repo("acme", "widgets").unwrap();
    let error = repo.alerts().assignee(PLANTED).secret_type([PLANTED]).page().await.unwrap_err();
    assert_error_hides(&error, PLANTED);
    let error = repo.alert(1).reopen().assignee(PLANTED).await.unwrap_err();
    assert_error_hides(&error, PLANTED);
    let error = repo.alerts().secret_type([format!("{PLANTED},x")]).page().await.unwrap_err();
    assert_error_hides(&error, PLANTED);
}
