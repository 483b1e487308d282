//! Answers that arrive whole and are not what the operation declares.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Retry};
use serde_json::{Value, json};

use crate::support::{Reply, World, cases, planted};

cases![
    an_html_502_is_tried_again_and_then_a_server_error_without_its_text,
    an_html_200_is_no_alert_and_is_not_asked_for_again,
    an_empty_404_is_not_found,
    an_empty_422_is_a_validation_error,
    errors_that_are_strings_become_details,
    errors_that_are_objects_become_details_without_the_value_that_they_repeat,
    invalid_utf_8_is_an_error_and_keeps_the_status,
    an_answer_that_announces_another_one_is_passed_over,
    an_offer_to_change_the_protocol_is_an_error,
    ten_thousand_brackets_are_an_error_and_no_stack_overflow,
    a_secret_in_the_place_of_a_number_is_not_repeated,
    a_message_that_echoes_the_token_is_masked,
    headers_that_echo_the_token_are_masked_or_dropped,
    secrets_in_the_place_of_names_are_not_repeated,
];

async fn an_html_502_is_tried_again_and_then_a_server_error_without_its_text(world: World) {
    let html = Reply::status(502).header("content-type", "text/html").body(planted::html());
    let server = world.server([html.clone(), Reply::ok(&planted::alert(42))]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 2);

    let server = world.answering(move |_| html.clone());
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Server, Some(502), 4));
    assert_eq!((error.message(), error.details().len()), (None, 0));
    assert_eq!(server.count(), 4);
}

async fn an_html_200_is_no_alert_and_is_not_asked_for_again(world: World) {
    let html = Reply::status(200).header("content-type", "text/html").body(planted::html());
    let server = world.answering(move |_| html.clone());
    let repo = world.repo(&server);
    let one = world.error(repo.alert(42).get().await);
    let page = world.error(repo.alerts().assignee(planted::QUERY).page().await);
    for error in [one, page] {
        assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Decode, Some(200), 1));
    }
    assert_eq!(server.count(), 2);
}

async fn an_empty_404_is_not_found(world: World) {
    let server = world.answering(|_| Reply::status(404));
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::NotFound, Some(404), 1));
    assert_eq!(error.message(), None);
    assert!(error.needed_permissions().is_some() && !error.is_retryable());
    assert_eq!(server.count(), 1);
}

async fn an_empty_422_is_a_validation_error(world: World) {
    let server = world.answering(|_| Reply::status(422));
    let error = world.error(world.repo(&server).alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Validation, Some(422), 1));
    assert!(!error.outcome_unknown() && !error.is_retryable());
    assert_eq!(server.count(), 1);
}

/// What a write gets that is refused with this body.
async fn refused(world: &World, body: &Value) -> github_secret_scanning::Error {
    let server = world.server([Reply::json(422, body)]);
    let write = world.repo(&server).alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    let error = world.error(write.await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Validation, 1));
    assert_eq!(server.count(), 1);
    error
}

async fn errors_that_are_strings_become_details(world: World) {
    let several = json!({ "message": "Validation Failed", "errors": ["too long", "not open"] });
    let error = refused(&world, &several).await;
    let messages: Vec<_> = error.details().iter().map(|detail| detail.message.as_deref()).collect();
    assert_eq!(messages, [Some("too long"), Some("not open")]);

    let one = json!({ "message": "Validation Failed", "errors": "too long" });
    assert_eq!(refused(&world, &one).await.details().len(), 1);
}

async fn errors_that_are_objects_become_details_without_the_value_that_they_repeat(world: World) {
    let body = json!({ "message": "Validation Failed", "errors": [
        { "resource": "Alert", "field": "state", "code": "invalid", "value": planted::REMARK },
        { "resource": "Alert", "field": "resolution", "code": "missing", "value": { "was": planted::SECRET } },
        [[planted::SECRET]],
    ] });
    let error = refused(&world, &body).await;
    let fields: Vec<_> = error.details().iter().map(|d| (d.field.as_deref(), d.code.as_deref())).collect();
    assert_eq!(fields, [(Some("state"), Some("invalid")), (Some("resolution"), Some("missing"))]);
}

async fn invalid_utf_8_is_an_error_and_keeps_the_status(world: World) {
    let mut body = format!("{{\"number\":42,\"secret\":\"{}", planted::SECRET).into_bytes();
    body.extend_from_slice(b"\xff\xfe\"}");
    for (status, kind) in [(200, ErrorKind::Decode), (404, ErrorKind::NotFound)] {
        let server = world.server([Reply::status(status).body(body.clone())]);
        let error = world.error(world.repo(&server).alert(42).get().await);
        assert_eq!((error.kind(), error.status(), error.attempts()), (kind, Some(status), 1));
        assert_eq!(server.count(), 1);
    }
    let mut page = b"[".to_vec();
    page.extend_from_slice(&body);
    page.push(b']');
    let server = world.server([Reply::status(200).body(page)]);
    match world.repo(&server).alerts().page().await {
        // Either is right: the page as a whole, or its one item.
        Err(error) => assert_eq!(world.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((world.value(Ok(page)).malformed.len(), server.count()), (1, 1)),
    }
    assert_eq!(server.count(), 1);
}

async fn an_answer_that_announces_another_one_is_passed_over(world: World) {
    // What follows a 103 is no body of its, but the answer.
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{\"number\":42}";
    let server = world.server([Reply::status(103).header("link", planted::HEADER).body(answer)]);
    assert_eq!(world.value(world.repo(&server).alert(42).get().await).number, 42);
    assert_eq!(server.count(), 1);
}

async fn an_offer_to_change_the_protocol_is_an_error(world: World) {
    let offer = Reply::status(101).header("upgrade", "h2c").header("connection", "upgrade");
    let server = world.answering(move |_| offer.clone());
    let error = world.error(world.repo(&server).alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.attempts(), server.count()), (1, 1));
    assert!(!error.is_retryable(), "{error}");
}

async fn ten_thousand_brackets_are_an_error_and_no_stack_overflow(world: World) {
    const DEPTH: usize = 10_000;
    let deep = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let within = format!("[{{\"number\":1}},{{\"number\":2,\"secret\":{deep}}},{{\"number\":3}}]");
    let server = world.server([
        Reply::status(200).body(deep.clone()),
        Reply::status(200).body(deep.clone()),
        Reply::status(200).body(within),
        Reply::status(422).body(format!("{{\"message\":\"no\",\"errors\":{deep}}}")),
    ]);
    let repo = world.repo(&server);
    assert_eq!(world.error(repo.alert(42).get().await).kind(), ErrorKind::Decode);
    match repo.alerts().page().await {
        // The list is one bad item, or no list.
        Err(error) => assert_eq!(world.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((page.items.len(), page.malformed.len()), (0, 1)),
    }
    match repo.alerts().page().await {
        Err(error) => assert_eq!(world.error::<()>(Err(error)).kind(), ErrorKind::Decode),
        Ok(page) => assert_eq!((page.items.len(), page.malformed.len()), (2, 1)),
    }
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).await);
    assert_eq!((error.kind(), error.status()), (ErrorKind::Validation, Some(422)));
    assert_eq!(server.count(), 4);
}

async fn a_secret_in_the_place_of_a_number_is_not_repeated(world: World) {
    let server = world.answering(|_| Reply::ok(&planted::misshapen_alert()));
    let alert = world.repo(&server).alert(42);
    let read = world.error(alert.get().await);
    assert_eq!((read.kind(), read.decode_path()), (ErrorKind::Decode, Some("number")));
    assert!(std::error::Error::source(&read).is_none());
    let write = world.error(alert.resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((write.kind(), write.decode_path()), (ErrorKind::Decode, Some("number")));
    assert!(write.outcome_unknown());
    assert_eq!(server.count(), 2);
}

async fn a_message_that_echoes_the_token_is_masked(world: World) {
    let body = json!({
        "message": format!("Bad credentials: {}", planted::TOKEN),
        "documentation_url": format!("https://docs.github.com/?t={}", planted::TOKEN),
        "errors": [format!("token {}", planted::TOKEN), { "message": planted::TOKEN }],
    });
    for status in [401, 403, 404, 422, 500] {
        let reply = Reply::json(status, &body).header("x-oauth-scopes", planted::TOKEN);
        let server = world.answering(move |_| reply.clone());
        let repo = world.build(world.client(&server).retry(Retry::never()));
        let error = world.error(repo.alert(42).get().await);
        assert_eq!(error.message(), Some("Bad credentials: [redacted]"), "{status}");
        assert_eq!(server.count(), 1);
    }
}

async fn headers_that_echo_the_token_are_masked_or_dropped(world: World) {
    let echo = |reply: Reply| {
        let names = ["x-github-request-id", "x-ratelimit-resource", "x-oauth-scopes", "etag", "retry-after"];
        let names = names.into_iter().chain(["x-accepted-github-permissions", "content-type", "server"]);
        names.fold(reply, |reply, name| reply.header(name, planted::TOKEN))
    };
    for status in [400, 401, 403, 404, 429, 500] {
        let reply = echo(Reply::status(status));
        let server = world.answering(move |_| reply.clone());
        let repo = world.build(world.client(&server).retry(Retry::never()));
        assert_eq!(world.error(repo.alert(42).get().await).status(), Some(status));
        assert_eq!(server.count(), 1);
    }
    let server = world.server([echo(Reply::ok(&json!([planted::alert(42)])))]);
    let page = world.value(world.repo(&server).alerts().page().await);
    assert_eq!((page.items.len(), server.count()), (1, 1));
}

async fn secrets_in_the_place_of_names_are_not_repeated(world: World) {
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
        let server = world.server([Reply::ok(&alert), Reply::ok(&json!([alert]))]);
        let repo = world.repo(&server);
        // Some of it decodes after all; what counts is what is printed.
        if let Err(error) = repo.alert(1).get().await {
            world.print_error(&error);
            assert!(error.decode_path().is_some_and(|at| at.starts_with(path)), "{error}");
        }
        world.value(repo.alerts().page().await);
        assert_eq!(server.count(), 2);
    }
}
