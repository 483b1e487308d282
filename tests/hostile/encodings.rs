//! A server repeats the token of a request, in many encodings, in everything of a response that is shown.

use std::collections::BTreeMap;

use base64::prelude::*;
use github_secret_scanning::{Client, ErrorKind, IfChanged, Method, Repo, Retry};
use serde_json::json;

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

/// Searches the output of a case.
struct Search {
    context: Context,
    searched: usize,
}

impl Search {
    fn of(context: &Context) -> Self {
        Self { context: context.clone(), searched: 0 }
    }

    /// Asserts that eight characters of `echo` in a row are nowhere in the output since the last search.
    fn assert_hidden(&mut self, echo: &str) {
        let output = self.context.output();
        let added = &output[self.searched..];
        let echo: Vec<char> = echo.chars().collect();
        for piece in echo.windows(8).map(|piece| piece.iter().collect::<String>()) {
            let shown = added.contains(&piece);
            assert!(!shown, "{piece} is in {:?}", added.lines().find(|line| line.contains(&piece)));
        }
        self.searched = output.len();
    }
}

/// Returns a client for each token, whose server sends `replies` for each form in turn.
fn clients(
    context: &Context,
    echoes: fn(&str) -> Vec<String>,
    replies: impl Fn(&str) -> Vec<Reply>,
) -> Vec<(Client, Server, Vec<String>)> {
    let client = |token| {
        let echoes = echoes(token);
        let server = context.script(echoes.iter().flat_map(|echo| replies(echo)));
        let builder = context.client(&server).token(token).retry(Retry::never()).wait_for_limits(false);
        context.record(&builder);
        (context.value(builder.build()), server, echoes)
    };
    [planted::TOKEN, UUID].map(client).into()
}

fn repo(client: &Client) -> Repo {
    client.repo("acme", "widgets").unwrap()
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
    let mut search = Search::of(&context);
    let replies = |echo: &str| [401, 403, 500].map(|status| with_headers(Reply::status(status), echo)).into();
    for (client, _server, echoes) in clients(&context, echoes, replies) {
        for echo in echoes {
            for status in [401, 403, 500] {
                let error = context.error(repo(&client).alert(42).get().await);
                assert_eq!((error.status(), error.request_id()), (Some(status), None));
            }
            search.assert_hidden(&echo);
        }
    }
}

async fn token_in_each_header_of_a_success_is_not_shown(context: Context) {
    let mut search = Search::of(&context);
    let body = json!([planted::alert(1), planted::malformed_alert()]);
    let replies = |echo: &str| vec![with_headers(Reply::ok(&body), echo)];
    for (client, _server, echoes) in clients(&context, echoes, replies) {
        for echo in echoes {
            let page = context.value(repo(&client).alerts().page().await);
            assert_eq!((page.items.len(), page.malformed.len(), page.next), (1, 1, None));
            let resource = page.rate_limit.and_then(|limit| limit.resource);
            assert_eq!((page.request_id, resource), (None, None));
            search.assert_hidden(&echo);
        }
    }
}

async fn token_in_each_property_of_an_error_body_is_not_shown(context: Context) {
    let mut search = Search::of(&context);
    let replies = |echo: &str| {
        let detail = json!({ "resource": echo, "field": echo, "code": echo, "message": echo, "value": echo });
        let body = json!({
            "message": format!("Bad credentials: {echo}"),
            "documentation_url": format!("https://docs.github.com/{echo}"),
            "errors": [echo, detail, { echo: echo }],
            "status": echo,
        });
        vec![Reply::json(422, &body)]
    };
    for (client, _server, echoes) in clients(&context, echoes_in_json, replies) {
        for echo in echoes {
            let error = context.error(repo(&client).alert(42).get().await);
            assert!(error.message().is_some_and(|text| text.contains("[redacted]")), "{error}");
            assert_eq!(error.details().len(), 2);
            search.assert_hidden(&echo);
        }
    }
}

async fn token_in_each_property_of_a_malformed_item_is_not_shown(context: Context) {
    let mut search = Search::of(&context);
    let replies = |echo: &str| {
        let item = |url: &str, name: &str| json!({ "number": echo, "id": 7, "html_url": url, "repository": { "full_name": name }, "state": echo });
        let items = json!([
            item(&format!("https://h/{echo}"), &format!("acme/{echo}")),
            item(&format!("https://{echo}.example/"), &format!("{echo}/widgets")),
            item(echo, echo),
            { echo: echo },
            echo,
        ]);
        vec![Reply::ok(&items)]
    };
    for (client, _server, echoes) in clients(&context, echoes_in_json, replies) {
        for echo in echoes {
            let page = context.value(repo(&client).alerts().page().await);
            assert_eq!(page.malformed.len(), 5);
            for malformed in page.malformed {
                context.record(&(malformed.to_string(), malformed.html_url(), malformed.repository()));
                context.record_error(&malformed.into());
            }
            search.assert_hidden(&echo);
        }
    }
}

async fn token_as_a_key_is_not_in_the_path(context: Context) {
    type Keyed = BTreeMap<String, BTreeMap<String, BTreeMap<String, u8>>>;
    let mut search = Search::of(&context);
    let replies = |echo: &str| {
        let body = json!({ "security_and_analysis": { "status": { echo: "enabled" } } });
        vec![Reply::ok(&body), Reply::ok(&json!({ "items": [body] }))]
    };
    for (client, _server, echoes) in clients(&context, echoes_in_json, replies) {
        let request = || client.request(Method::GET, "/x");
        for echo in echoes {
            let response = context.value(request().send().await);
            let error = context.error(response.json::<Keyed>());
            assert_eq!(error.decode_path(), Some("security_and_analysis.status.?"));
            let page = context.value(request().list::<Keyed>().property("items").page().await);
            assert_eq!(page.malformed[0].path(), "security_and_analysis.status.?");
            search.assert_hidden(&echo);
        }
    }
}

async fn token_in_a_redirect_is_not_shown(context: Context) {
    let mut search = Search::of(&context);
    let targets = |echo: &str| {
        let (path, host) = (format!("https://h/{echo}"), format!("//{echo}.example/x"));
        [path, host, format!("https://h/?{echo}#{echo}")]
    };
    let moved = |target| Reply::status(301).header("location", target);
    for (client, _server, echoes) in clients(&context, echoes, |echo| targets(echo).map(moved).into()) {
        for echo in echoes {
            for _ in targets(&echo) {
                let error = context.error(repo(&client).alert(42).get().await);
                assert_eq!(error.kind(), ErrorKind::Redirect);
            }
            search.assert_hidden(&echo);
        }
    }
}

async fn token_as_a_cursor_is_a_pagination_error_after_its_page(context: Context) {
    let mut search = Search::of(&context);
    let replies = |echo: &str| {
        let cursor: String = echo.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let link = format!("<https://h/?after={cursor}>; rel=\"next\"");
        vec![Reply::ok(&json!([planted::alert(1)])).header("link", link); 2]
    };
    for (client, _server, echoes) in clients(&context, echoes_in_json, replies) {
        for echo in echoes {
            let list = repo(&client).alerts();
            let mut pages = list.clone().pages();
            let page = context.value(pages.try_next().await).unwrap();
            assert_eq!((page.items.len(), page.next), (1, None));
            context.record(&pages);
            let error = context.error(pages.try_next().await);
            assert_eq!(error.kind(), ErrorKind::Pagination);
            context.record(&pages.resume().map(|resume| resume.to_string()));
            assert_eq!(context.error(list.page().await).kind(), ErrorKind::Pagination);
            search.assert_hidden(&echo);
        }
    }
}

async fn token_as_a_validator_is_not_kept(context: Context) {
    let mut search = Search::of(&context);
    let replies = |echo: &str| {
        let validator = format!("\"{}\"", echo.replace(' ', ""));
        vec![Reply::ok(&planted::alert(42)).header("etag", validator)]
    };
    for (client, _server, echoes) in clients(&context, echoes, replies) {
        for echo in echoes {
            let read = repo(&client).alert(42).get().send_if_changed(None).await;
            let IfChanged::Changed { etag, .. } = context.value(read) else {
                panic!("there was no validator")
            };
            assert_eq!(etag, None, "{echo}");
            search.assert_hidden(&echo);
        }
    }
}
