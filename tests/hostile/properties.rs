//! Any bytes as a response.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::support::{Reply, planted};
use crate::trial::{CALLS, Trial};

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

/// The placeholder for the token of the request.
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
        let trial = Trial { call, attempt_timeout: Duration::from_secs(5), cached: false };
        trial.run("any bytes", move |request| {
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
