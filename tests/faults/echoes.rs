//! A server repeats the token of a request, in many encodings, in everything of a response that is shown.

use base64::prelude::*;
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, IfChanged, Repo, Retry};
use serde_json::{Value, json};

use crate::support::{Context, Reply, Server, cases, planted};

cases![
    token_in_each_header_of_an_error_is_not_shown,
    token_in_each_header_of_a_success_is_not_shown,
    token_in_each_property_of_an_error_body_is_not_shown,
    token_in_each_property_of_a_malformed_item_is_not_shown,
    token_as_a_key_is_not_in_the_path,
    token_in_a_redirect_is_not_shown,
    token_as_a_cursor_is_a_pagination_error_after_its_page,
    token_as_a_validator_is_not_kept,
];

/// A token that consists of what a request id consists of.
const UUID: &str = "123e4567-e89b-12d3-a456-426614174000";

/// Returns the forms of a token that a header can have.
fn echoes(token: &str) -> Vec<String> {
    let each = |form: fn(u8) -> String| token.bytes().map(form).collect::<String>();
    let chunks = |separator: &str| {
        let parts: Vec<_> = token.as_bytes().chunks(5).map(String::from_utf8_lossy).collect();
        parts.join(separator)
    };
    vec![
        token.to_owned(),
        token[..12].to_owned(),
        token[7..].to_owned(),
        token.to_lowercase(),
        token.to_uppercase(),
        chunks(" "),
        BASE64_STANDARD.encode(token),
        BASE64_URL_SAFE_NO_PAD.encode(format!("user:{token}")),
        each(|byte| format!("%{byte:02X}")),
        each(|byte| format!("%25{byte:02x}")),
        each(|byte| format!("{byte:02x}")),
        format!("A:{}-1", each(|byte| format!("{byte:02X}"))),
        each(|byte| format!("\\u{byte:04x}")),
        each(|byte| format!("&#x{byte:x};")),
    ]
}

/// Returns also the forms that a body alone can have.
fn echoes_in_json(token: &str) -> Vec<String> {
    let full_width = |byte: u8| char::from_u32(u32::from(byte) + 0xfee0).unwrap();
    let with = |separator: &str| token.chars().map(|c| format!("{c}{separator}")).collect::<String>();
    let mut echoes = echoes(token);
    echoes.push(token.bytes().map(full_width).collect());
    echoes.extend([with("\u{61c}"), with("\u{200b}\n"), with("\0")]);
    echoes
}

/// Asserts that eight characters of `echo` in a row are nowhere in the output of the case since `checked`.
fn assert_hidden(context: &Context, checked: &mut usize, echo: &str) {
    let output = context.output();
    let added = &output[*checked..];
    let echo: Vec<char> = echo.chars().collect();
    for piece in echo.windows(8).map(|piece| piece.iter().collect::<String>()) {
        let shown = added.contains(&piece);
        assert!(!shown, "{piece} is in {:?}", added.lines().find(|line| line.contains(&piece)));
    }
    *checked = output.len();
}

fn repo(context: &Context, server: &Server, token: &str) -> Repo {
    context.build(context.client(server).token(token).retry(Retry::never()).wait_for_limits(false))
}

/// Runs `check` with each token and each form of it.
macro_rules! for_each_echo {
    ($echoes:ident, $token:ident, $echo:ident, $checked:ident, $check:block) => {
        let mut $checked = 0;
        for $token in [planted::TOKEN, UUID] {
            for $echo in $echoes($token) $check
        }
    };
}

/// Adds every header that is read.
fn with_headers(reply: Reply, echo: &str) -> Reply {
    let names =
        ["x-github-request-id", "x-ratelimit-resource", "x-oauth-scopes", "etag", "retry-after", "date"];
    let more =
        ["x-accepted-github-permissions", "x-ratelimit-remaining", "x-ratelimit-reset", "cache-control"];
    let reply = names.into_iter().chain(more).fold(reply.undated(), |reply, name| reply.header(name, echo));
    reply.header("link", format!("<https://h/?page=2&x={echo}>; rel=\"last\"; title=\"{echo}\""))
}

async fn token_in_each_header_of_an_error_is_not_shown(context: Context) {
    for_each_echo!(echoes, token, echo, checked, {
        for status in [400, 401, 403, 429, 500] {
            let reply = with_headers(Reply::status(status), &echo);
            let server = context.server(move |_| reply.clone());
            let error = context.error(repo(&context, &server, token).alert(42).get().await);
            assert_eq!((error.status(), error.request_id()), (Some(status), None));
            assert_eq!(server.count(), 1);
        }
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_in_each_header_of_a_success_is_not_shown(context: Context) {
    for_each_echo!(echoes, token, echo, checked, {
        let reply = with_headers(Reply::ok(&json!([planted::alert(1), planted::malformed_alert()])), &echo);
        let server = context.script([reply]);
        let page = context.value(repo(&context, &server, token).alerts().page().await);
        assert_eq!((page.items.len(), page.malformed.len(), page.next), (1, 1, None));
        assert_eq!((page.request_id, page.rate_limit.and_then(|limit| limit.resource)), (None, None));
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_in_each_property_of_an_error_body_is_not_shown(context: Context) {
    for_each_echo!(echoes_in_json, token, echo, checked, {
        let detail = json!({ "resource": echo, "field": echo, "code": echo, "message": echo, "value": echo });
        let body = json!({
            "message": format!("Bad credentials: {echo}"),
            "documentation_url": format!("https://docs.github.com/{echo}"),
            "errors": [echo, detail, { echo.clone(): echo }],
            "status": echo,
        });
        for status in [401, 422] {
            let server = context.script([Reply::json(status, &body)]);
            let write = repo(&context, &server, token).alert(42).resolve(Resolution::Revoked);
            let error = context.error(write.await);
            assert!(error.message().is_some_and(|text| text.contains("[redacted]")));
            assert_eq!((error.details().len(), server.count()), (2, 1));
        }
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_in_each_property_of_a_malformed_item_is_not_shown(context: Context) {
    for_each_echo!(echoes_in_json, token, echo, checked, {
        let item = |url: String, name: String| json!({ "number": echo, "id": 7, "html_url": url, "repository": { "full_name": name }, "state": echo });
        let items: Value = [
            item(format!("https://h/{echo}"), format!("acme/{echo}")),
            item(format!("https://{echo}.example/"), format!("{echo}/widgets")),
            item(echo.clone(), echo.clone()),
            json!({ echo.clone(): echo }),
            json!(echo),
        ]
        .into();
        let server = context.script([Reply::ok(&items)]);
        let page = context.value(repo(&context, &server, token).alerts().page().await);
        assert_eq!((page.malformed.len(), server.count()), (5, 1));
        for malformed in page.malformed {
            context.record(&(malformed.to_string(), malformed.html_url(), malformed.repository()));
            context.record_error(&malformed.into());
        }
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_as_a_key_is_not_in_the_path(context: Context) {
    type Map = std::collections::BTreeMap<String, Value>;
    for_each_echo!(echoes_in_json, token, echo, checked, {
        let body = json!({ "security_and_analysis": { "status": { echo.clone(): { "enabled": 5 } } } });
        let server = context.script([Reply::ok(&body), Reply::ok(&json!({ "items": [body] }))]);
        let client = context.value(context.client(&server).token(token).build());
        let request = || client.request(github_secret_scanning::Method::GET, "/x");
        type Nested = std::collections::BTreeMap<String, std::collections::BTreeMap<String, Typed>>;
        #[derive(Debug, serde::Deserialize)]
        struct Typed(#[allow(dead_code, reason = "only decoded")] std::collections::BTreeMap<String, u8>);
        let response = context.value(request().send().await);
        let error = context.error(response.json::<Nested>());
        assert_eq!(error.decode_path(), Some("security_and_analysis.status.?"));
        let page = context.value(request().list::<Nested>().property("items").page().await);
        assert_eq!(page.malformed[0].path(), "security_and_analysis.status.?");
        assert!(response.json::<Map>().is_ok());
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_in_a_redirect_is_not_shown(context: Context) {
    for_each_echo!(echoes, token, echo, checked, {
        let targets = [
            format!("https://h/{echo}"),
            format!("//{echo}.example/x"),
            format!("{echo}:x"),
            format!("/{echo}"),
        ];
        for target in targets {
            let reply = Reply::status(301).header("location", target);
            let server = context.server(move |_| reply.clone());
            let error = context.error(repo(&context, &server, token).alert(42).get().await);
            assert_eq!(error.kind(), ErrorKind::Redirect);
        }
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_as_a_cursor_is_a_pagination_error_after_its_page(context: Context) {
    for_each_echo!(echoes_in_json, token, echo, checked, {
        let mut url = String::from("https://h/?after=");
        url.extend(echo.bytes().map(|byte| format!("%{byte:02x}")));
        let reply = Reply::ok(&json!([planted::alert(1)])).header("link", format!("<{url}>; rel=\"next\""));
        let server = context.server(move |_| reply.clone());
        let list = repo(&context, &server, token).alerts();
        let mut pages = list.clone().pages();
        assert_eq!(
            context.value(pages.try_next().await).map(|page| (page.items.len(), page.next)),
            Some((1, None))
        );
        context.record(&pages);
        let error = context.error(pages.try_next().await);
        assert_eq!(error.kind(), ErrorKind::Pagination);
        context.record(&pages.resume().map(|resume| resume.to_string()));
        assert_eq!(context.error(list.page().await).kind(), ErrorKind::Pagination);
        assert_hidden(&context, &mut checked, &echo);
    });
}

async fn token_as_a_validator_is_not_kept(context: Context) {
    for_each_echo!(echoes, token, echo, checked, {
        let reply = Reply::ok(&planted::alert(42)).header("etag", format!("\"{}\"", echo.replace(' ', "")));
        let server = context.script([reply]);
        let read = repo(&context, &server, token).alert(42).get().send_if_changed(None).await;
        let IfChanged::Changed { etag, .. } = context.value(read) else { panic!("there was no validator") };
        assert_eq!(etag, None, "{echo}");
        assert_hidden(&context, &mut checked, &echo);
    });
}
