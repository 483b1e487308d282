//! Responses that repeat the token of the request. No output of the client may contain it.

use std::time::Duration;

use serde_json::json;

use crate::attack::{Attack, Class};
use crate::support::{Reply, Request};
use crate::trial::success;

pub(crate) const CLASS: Class = Class {
    name: "echoes",
    server: "a response that repeats the token of the request",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

fn token(request: &Request) -> String {
    request.token().unwrap_or_default()
}

/// Returns a refusal with this header.
fn header(name: &str, value: &str) -> Reply {
    Reply::refusal(403, "no").header(name, value)
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "in the message",
        reply: |r| Reply::refusal(403, &format!("bad {}", token(r))),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the message, split by line breaks",
        reply: |r| Reply::refusal(403, &token(r).replace("Token", "To\r\nken")),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the documentation URL",
        reply: |r| {
            Reply::json(
                403,
                &json!({"message": "no", "documentation_url": format!("https://h/{}", token(r))}),
            )
        },
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the details",
        reply: |r| {
            Reply::json(
                422,
                &json!({"message": "no", "errors": [{"resource": token(r), "field": token(r), "code": token(r), "message": token(r), "value": token(r)}, token(r)]}),
            )
        },
        sees: ["validation 1", "validation 1", "validation 1", "token_unavailable 1"],
    },
    Attack {
        server: "in the request id",
        reply: |r| header("x-github-request-id", &token(r)),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the request id of a success",
        reply: |r| success(r, json!({"number": 42})).header("x-github-request-id", token(r)),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "in the permissions",
        reply: |r| header("x-accepted-github-permissions", &format!("{}=read", token(r))),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the scopes",
        reply: |r| header("x-oauth-scopes", &format!("repo, {}", token(r))),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in the name of a rate limit",
        reply: |r| header("x-ratelimit-resource", &token(r)).header("x-ratelimit-remaining", 0),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in an ETag",
        reply: |r| success(r, json!({"number": 42})).header("etag", format!("\"{}\"", token(r))),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "in a page number",
        reply: |r| {
            success(r, json!({"number": 42}))
                .header("link", format!("<https://h/x?page={}>; rel=\"next\"", token(r)))
        },
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "in a cursor",
        reply: |r| {
            success(r, json!({"number": 42}))
                .header("link", format!("<https://h/x?after={}>; rel=\"next\"", token(r)))
        },
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "in a cookie",
        reply: |r| header("set-cookie", &token(r)),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in a date",
        reply: |r| header("date", &token(r)).header("retry-after", token(r)),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "in a key",
        reply: |r| Reply::ok(&json!({token(r): 1})),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "in a key before a malformed value",
        reply: |r| Reply::status(200).body(format!("{{\"{}\":[nonsense]}}", token(r))),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "in the URL of a malformed item",
        reply: |r| success(r, json!({"number": "x", "html_url": format!("https://h/{}", token(r))})),
        sees: ["decode 1", "0 of 1 items 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "in the repository of a malformed item",
        reply: |r| {
            success(r, json!({"number": "x", "repository": {"full_name": format!("acme/{}", token(r))}}))
        },
        sees: ["decode 1", "0 of 1 items 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "in place of a number",
        reply: |r| success(r, json!({"number": token(r)})),
        sees: ["decode 1", "0 of 1 items 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "in a header that is none",
        reply: |r| Reply::raw(format!("HTTP/1.1 200 OK\r\n{}\r\n\r\n", token(r))),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "in a status line",
        reply: |r| Reply::raw(format!("HTTP/1.1 500 {}\r\n\r\n", token(r))),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
];
