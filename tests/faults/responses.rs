//! Complete responses that the operation does not declare.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Retry};
use serde_json::{Value, json};

use crate::support::{Context, Reply, cases, planted};

cases![
    html_502_is_retried_and_then_a_server_error_without_its_text,
    html_200_is_a_decode_error_and_not_retried,
    empty_404_is_not_found,
    empty_422_is_a_validation_error,
    text_errors_become_details,
    object_errors_become_details_without_their_value,
    invalid_utf_8_is_an_error_with_the_status,
    informational_response_is_ignored,
    protocol_switch_is_an_error,
    deeply_nested_body_is_an_error,
    secret_in_place_of_a_number_is_not_in_the_error,
    token_in_a_message_is_masked,
    token_in_headers_is_masked_or_removed,
    secret_in_place_of_a_name_is_not_in_the_error,
];

async fn html_502_is_retried_and_then_a_server_error_without_its_text(context: Context) {
    let html = Reply::status(502).header("content-type", "text/html").body(planted::html());
    let server = context.script([html.clone(), Reply::ok(&planted::alert(42))]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = context.server(move |_| html.clone());
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Server, Some(502), 4));
    assert_eq!((error.message(), error.details().len()), (None, 0));
    assert_eq!(server.count(), 4);
}

async fn html_200_is_a_decode_error_and_not_retried(context: Context) {
    let html = Reply::status(200).header("content-type", "text/html").body(planted::html());
    let server = context.server(move |_| html.clone());
    let repo = context.repo(&server);
    let one = context.error(repo.alert(42).get().await);
    let page = context.error(repo.alerts().assignee(planted::QUERY).page().await);
    for error in [one, page] {
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Decode, Some(200), 1));
    }
    assert_eq!(server.count(), 2);
}

async fn empty_404_is_not_found(context: Context) {
    let server = context.server(|_| Reply::status(404));
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::NotFound, Some(404), 1));
    assert_eq!(error.message(), None);
    assert!(error.needed_permissions().is_some() && !error.is_retryable());
    assert_eq!(server.count(), 1);
}

async fn empty_422_is_a_validation_error(context: Context) {
    let server = context.server(|_| Reply::status(422));
    let error = context.error(context.repo(&server).alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Validation, Some(422), 1));
    assert!(!error.outcome_unknown() && !error.is_retryable());
    assert_eq!(server.count(), 1);
}

/// Returns the error of a write with this body of a 422.
async fn refused(context: &Context, body: &Value) -> github_secret_scanning::Error {
    let server = context.script([Reply::json(422, body)]);
    let write = context.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = context.error(write.await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Validation, 1));
    assert_eq!(server.count(), 1);
    error
}

async fn text_errors_become_details(context: Context) {
    let several = json!({ "message": "Validation Failed", "errors": ["too long", "not open"] });
    let error = refused(&context, &several).await;
    let messages: Vec<_> = error.details().iter().map(|detail| detail.message.as_deref()).collect();
    assert_eq!(messages, [Some("too long"), Some("not open")]);

    let one = json!({ "message": "Validation Failed", "errors": "too long" });
    assert_eq!(refused(&context, &one).await.details().len(), 1);
}

async fn object_errors_become_details_without_their_value(context: Context) {
    let body = json!({ "message": "Validation Failed", "errors": [
        { "resource": "Alert", "field": "state", "code": "invalid", "value": planted::REMARK },
        { "resource": "Alert", "field": "resolution", "code": "missing", "value": { "was": planted::SECRET } },
        [[planted::SECRET]],
    ] });
    let error = refused(&context, &body).await;
    let fields: Vec<_> = error.details().iter().map(|d| (d.field.as_deref(), d.code.as_deref())).collect();
    assert_eq!(fields, [(Some("state"), Some("invalid")), (Some("resolution"), Some("missing"))]);
}

async fn invalid_utf_8_is_an_error_with_the_status(context: Context) {
    let mut body = format!("{{\"number\":42,\"secret\":\"{}", planted::SECRET).into_bytes();
    body.extend_from_slice(b"\xff\xfe\"}");
    for (status, kind) in [(200, ErrorKind::Decode), (404, ErrorKind::NotFound)] {
        let server = context.script([Reply::status(status).body(body.clone())]);
        let error = context.error(context.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (kind, Some(status), 1));
        assert_eq!(server.count(), 1);
    }
    let mut page = b"[".to_vec();
    page.extend_from_slice(&body);
    page.push(b']');
    let server = context.script([Reply::status(200).body(page)]);
    match context.repo(&server).alerts().page().await {
        // Either the page or its only item is malformed.
        Err(error) => assert_eq!(context.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((context.value(Ok(page)).malformed.len(), server.count()), (1, 1)),
    }
    assert_eq!(server.count(), 1);
}

async fn informational_response_is_ignored(context: Context) {
    // The body after a 103 is the final response.
    let response = "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{\"number\":42}";
    let server = context.script([Reply::status(103).header("link", planted::HEADER).body(response)]);
    assert_eq!(context.value(context.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn protocol_switch_is_an_error(context: Context) {
    let offer = Reply::status(101).header("upgrade", "h2c").header("connection", "upgrade");
    let server = context.server(move |_| offer.clone());
    let error = context.error(context.repo(&server).alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.attempts(), server.count()), (1, 1));
    assert!(!error.is_retryable(), "{error}");
}

async fn deeply_nested_body_is_an_error(context: Context) {
    const DEPTH: usize = 10_000;
    let deep = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let within = format!("[{{\"number\":1}},{{\"number\":2,\"secret\":{deep}}},{{\"number\":3}}]");
    let server = context.script([
        Reply::status(200).body(deep.clone()),
        Reply::status(200).body(deep.clone()),
        Reply::status(200).body(within),
        Reply::status(422).body(format!("{{\"message\":\"no\",\"errors\":{deep}}}")),
    ]);
    let repo = context.repo(&server);
    assert_eq!(context.error(repo.alert(42).get().await).kind(), ErrorKind::Decode);
    match repo.alerts().page().await {
        // Either the page or its only item is malformed.
        Err(error) => assert_eq!(context.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((page.items.len(), page.malformed.len()), (0, 1)),
    }
    match repo.alerts().page().await {
        Err(error) => assert_eq!(context.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((page.items.len(), page.malformed.len()), (2, 1)),
    }
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::Validation, Some(422)));
    assert_eq!(server.count(), 4);
}

async fn secret_in_place_of_a_number_is_not_in_the_error(context: Context) {
    let server = context.server(|_| Reply::ok(&planted::malformed_alert()));
    let alert = context.repo(&server).alert(42);
    let read = context.error(alert.get().await);
    assert_eq!((read.kind(), read.decode_path()), (ErrorKind::Decode, Some("number")));
    assert!(std::error::Error::source(&read).is_none());
    let write = context.error(alert.resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((write.kind(), write.decode_path()), (ErrorKind::Decode, Some("number")));
    assert!(write.outcome_unknown());
    assert_eq!(server.count(), 2);
}

async fn token_in_a_message_is_masked(context: Context) {
    let body = json!({
        "message": format!("Bad credentials: {}", planted::TOKEN),
        "documentation_url": format!("https://docs.github.com/?t={}", planted::TOKEN),
        "errors": [format!("token {}", planted::TOKEN), { "message": planted::TOKEN }],
    });
    for status in [401, 403, 404, 422, 500] {
        let reply = Reply::json(status, &body).header("x-oauth-scopes", planted::TOKEN);
        let server = context.server(move |_| reply.clone());
        let repo = context.build(context.client(&server).retry(Retry::never()));
        let error = context.error(repo.alert(42).get().await);
        assert_eq!(error.message(), Some("Bad credentials: [redacted]"), "{status}");
        assert_eq!(server.count(), 1);
    }
}

async fn token_in_headers_is_masked_or_removed(context: Context) {
    let echo = |reply: Reply| {
        let names = ["x-github-request-id", "x-ratelimit-resource", "x-oauth-scopes", "etag", "retry-after"];
        let names = names.into_iter().chain(["x-accepted-github-permissions", "content-type", "server"]);
        names.fold(reply, |reply, name| reply.header(name, planted::TOKEN))
    };
    for status in [400, 401, 403, 404, 429, 500] {
        let reply = echo(Reply::status(status));
        let server = context.server(move |_| reply.clone());
        let client = context.client(&server).retry(Retry::never()).wait_for_limits(false);
        let repo = context.build(client);
        assert_eq!(context.error(repo.alert(42).get().await).status(), Some(status));
        assert_eq!(server.count(), 1);
    }
    let server = context.script([echo(Reply::ok(&json!([planted::alert(42)])))]);
    let page = context.value(context.repo(&server).alerts().page().await);
    assert_eq!((page.items.len(), server.count()), (1, 1));
}

async fn secret_in_place_of_a_name_is_not_in_the_error(context: Context) {
    let named = |name: &str, value: Value| Value::from_iter([(planted::SECRET, json!(1)), (name, value)]);
    for (path, alert) in [
        ("number", named("number", json!(planted::MISPLACED))),
        ("assigned_to", json!({ "number": 1, "assigned_to": named("login", json!([planted::MISPLACED])) })),
        ("metadata", json!({ "number": 1, "metadata": [named("key", json!({ planted::MISPLACED: 1 }))] })),
        (
            "",
            json!({ "number": 1, "first_location_detected": named("path", json!({ planted::MISPLACED: 1 })) }),
        ),
    ] {
        let server = context.script([Reply::ok(&alert), Reply::ok(&json!([alert]))]);
        let repo = context.repo(&server);
        // Some of them decode; the output is checked by `leaks`.
        if let Err(error) = repo.alert(1).get().await {
            context.record_error(&error);
            assert!(error.decode_path().is_some_and(|at| at.starts_with(path)), "{error}");
        }
        context.value(repo.alerts().page().await);
        assert_eq!(server.count(), 2);
    }
}
