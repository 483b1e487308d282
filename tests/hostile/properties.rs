//! Properties: any bytes as a response, and a token in any encoding at any place of one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::{Reply, Request, planted};
use crate::trial::{CALLS, Call, Seen, Trial};

/// A response with everything that the client reads.
fn response() -> Vec<u8> {
    let alert = json!([{
        "number": 42, "state": "open", "secret": planted::SECRET, "html_url": "https://github.com/acme/widgets",
        "repository": { "full_name": "acme/widgets" }, "first_location_detected": { "path": "a", "start_line": 1 },
    }]);
    let body = alert.to_string();
    let head = "HTTP/1.1 200 OK\r\ndate: Sat, 01 Mar 2025 12:00:00 GMT\r\netag: \"a\"\r\nretry-after: 9\r\n\
        link: <https://h/x?page=2>; rel=\"next\"\r\nlocation: /x\r\nx-github-request-id: A1:B2:C3\r\n\
        x-ratelimit-remaining: 0\r\nx-ratelimit-reset: 1740830401\r\nx-ratelimit-resource: core\r\n";
    format!("{head}content-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Stands for the token of the request.
const TOKEN: &str = "{TOKEN}";

/// A change of a response: bytes that replace a part of it.
fn mutation() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    let inserted = prop_oneof![
        vec(any::<u8>(), 0..8),
        prop::sample::select(
            vec![
                "\r\n",
                "\"",
                "{",
                "[",
                ",",
                "0",
                "9".repeat(30).as_str(),
                "\u{0}",
                "chunked",
                TOKEN,
                "\r\ncontent-encoding: gzip",
                "\r\ntransfer-encoding: chunked",
                "HTTP/1.1 429 X\r\n",
                "HTTP/1.1 307 X\r\n",
            ]
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
        )
        .prop_map(String::into_bytes),
    ];
    (any::<prop::sample::Index>(), 0_usize..6, inserted)
}

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    vec(mutation(), 1..6).prop_map(|mutations| {
        let mut bytes = response();
        for (at, removed, inserted) in mutations {
            let at = at.index(bytes.len());
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, inserted);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(Config { cases: 128, max_shrink_iters: 200, ..Config::default() })]

    #[test]
    fn any_bytes_are_a_value_or_an_error_and_harm_no_later_call(
        call in prop::sample::select(CALLS.to_vec()),
        bytes in prop_oneof![4 => mutated(), 1 => vec(any::<u8>(), 0..300)],
    ) {
        trial(call, "any bytes", move |request| {
            let token = request.token().unwrap_or_default();
            Reply::raw(replaced(&bytes, TOKEN.as_bytes(), token.as_bytes()))
        });
    }
}

/// Replaces each occurrence of `from`.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        all.extend_from_slice(&rest[..at]);
        all.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    all.extend_from_slice(rest);
    all
}

type Encode = fn(&str) -> String;
type Place = fn(&str) -> Reply;

/// The encodings in which a server, or a proxy in front of it, may repeat a credential.
const ENCODINGS: [(&str, Encode); 14] = [
    ("plain", |token| token.to_owned()),
    ("its first half", |token| token[..token.len() / 2].to_owned()),
    ("its second half", |token| token[token.len() / 2..].to_owned()),
    ("upper case", |token| token.to_uppercase()),
    ("split by spaces", |token| separated(token, " ")),
    ("split by invisible characters", |token| separated(token, "\u{61c}")),
    ("full-width characters", |token| {
        token.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect()
    }),
    ("base64", |token| STANDARD.encode(token)),
    ("base64url in Basic authentication", |token| URL_SAFE_NO_PAD.encode(format!("x-access-token:{token}"))),
    ("hexadecimal digits", |token| token.bytes().map(|byte| format!("{byte:02x}")).collect()),
    ("percent-encoded", |token| token.bytes().map(|byte| format!("%{byte:02X}")).collect()),
    ("percent-encoded twice", |token| token.bytes().map(|byte| format!("%25{byte:02x}")).collect()),
    ("escapes of JSON", |token| token.bytes().map(|byte| format!("\\u{byte:04x}")).collect()),
    ("entities of HTML", |token| token.bytes().map(|byte| format!("&#{byte};")).collect()),
];

fn separated(token: &str, by: &str) -> String {
    token.chars().fold(String::new(), |mut text, c| {
        let _ = write!(text, "{c}{by}");
        text
    })
}

/// The places of a response from which the client shows something.
const PLACES: [(&str, Place); 12] = [
    ("a message", |text| Reply::refusal(403, text)),
    ("a documentation URL", |text| Reply::json(403, &json!({ "message": "no", "documentation_url": text }))),
    ("a detail", |text| {
        Reply::json(422, &json!({ "message": "no", "errors": [{ "field": text, "message": text }, text] }))
    }),
    ("a request id", |text| header("x-github-request-id", text)),
    ("permissions", |text| header("x-accepted-github-permissions", text)),
    ("scopes", |text| header("x-oauth-scopes", text)),
    ("the name of a rate limit", |text| header("x-ratelimit-resource", text)),
    ("the target of a redirect", |text| {
        header("location", &format!("https://192.0.2.1/{text}")).with_status(307)
    }),
    ("a key", |text| Reply::status(200).body(format!("{{{}:[nonsense]}}", json!(text)))),
    ("the URL of a malformed item", |text| {
        Reply::ok(&json!([{ "number": "x", "html_url": format!("https://h/{text}") }]))
    }),
    ("the repository of a malformed item", |text| {
        Reply::ok(&json!([{ "number": "x", "repository": { "full_name": format!("acme/{text}") } }]))
    }),
    ("a next link", |text| {
        Reply::ok(&json!([])).header("link", format!("<https://h/x?after={text}>; rel=\"next\""))
    }),
];

fn header(name: &str, text: &str) -> Reply {
    Reply::refusal(403, "no").header(name, text)
}

fn trial(call: Call, name: &str, reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Seen {
    Trial { call, attempt_timeout: Duration::from_secs(5), cached: false }.run(name, reply)
}

/// Returns the pieces of a text that give it away: half of it, at any position.
fn pieces(text: &str) -> BTreeSet<String> {
    let characters: Vec<_> = text.chars().collect();
    characters.windows((characters.len() / 2).max(8)).map(|window| window.iter().collect()).collect()
}

#[test]
fn a_token_in_any_encoding_at_any_place_is_not_printed() {
    for (first, (encoding, encode)) in ENCODINGS.into_iter().enumerate() {
        for (nth, (place, reply)) in PLACES.into_iter().enumerate() {
            // Each pair with one of the calls, in turn.
            let call = CALLS[(first + nth) % CALLS.len()];
            let sent = Arc::new(Mutex::new(String::new()));
            let received = Arc::clone(&sent);
            let Seen { output, .. } = trial(call, place, move |request| {
                let encoded = encode(&request.token().unwrap_or_default());
                received.lock().unwrap().clone_from(&encoded);
                reply(&encoded)
            });
            let pieces = pieces(&sent.lock().unwrap());
            let found = output.lines().find(|line| pieces.iter().any(|piece| line.contains(piece.as_str())));
            assert_eq!(found, None, "{encoding} in {place}, {call:?}");
        }
    }
}
