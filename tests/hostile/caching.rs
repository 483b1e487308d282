//! Validators that are malformed, too long, or do not fit; of a client with a cache, which makes each call twice.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, Request, planted};
use crate::trial::success;

pub(crate) const CLASS: Class = Class {
    name: "caching",
    server: "a validator that is malformed, too long or another one (each call is made twice, with a cache)",
    attempt_timeout: Duration::from_secs(5),
    cached: true,
    attacks: ATTACKS,
};

/// Returns a success with this validator, and a 304 with the other to a conditional request.
fn tagged(request: &Request, etag: &str, not_modified: &str) -> Reply {
    if request.header("if-none-match").is_some() {
        return Reply::status(304).header("etag", not_modified);
    }
    success(request, planted::alert(42)).header("etag", etag)
}

/// Returns a success that does not decode, and a 304 to a conditional request.
fn undecodable(request: &Request, body: &str) -> Reply {
    match request.header("if-none-match") {
        Some(etag) => Reply::status(304).header("etag", etag),
        None => Reply::status(200).body(body).header("etag", "\"x\""),
    }
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "a 304 that matches",
        reply: |r| tagged(r, "\"x\"", "\"x\""),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a 304 that matches weakly",
        reply: |r| tagged(r, "\"x\"", "W/\"x\""),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a 304 with another validator",
        reply: |r| tagged(r, "\"x\"", "\"y\""),
        sees: ["value 3", "value 3", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "the validator *",
        reply: |r| tagged(r, "*", "*"),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a validator without quotes",
        reply: |r| tagged(r, "x", "x"),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a list of validators",
        reply: |r| tagged(r, "\"x\", \"y\"", "\"x\", \"y\""),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a validator of 200 KB",
        reply: |r| tagged(r, &format!("\"{}\"", "x".repeat(200_000)), "\"x\""),
        sees: ["value 2", "value 2", "value 2", "token_unavailable 2"],
    },
    Attack {
        server: "a success that is no JSON",
        reply: |r| undecodable(r, "{"),
        sees: ["decode 2", "decode 2", "decode? 2", "token_unavailable 2"],
    },
    Attack {
        server: "a success of another type",
        reply: |r| undecodable(r, "[1,2]"),
        sees: ["decode 2", "0 of 2 items 2", "decode? 2", "token_unavailable 2"],
    },
    Attack {
        server: "a 304 to every request",
        reply: |_| Reply::status(304).header("etag", "\"x\""),
        sees: ["unexpected_status 2", "unexpected_status 2", "unexpected_status? 2", "token_unavailable 2"],
    },
];
