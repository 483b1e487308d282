//! Bodies of a success that are cut, compressed, endless, or not the JSON of the operation.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, Request, planted};

pub(crate) const CLASS: Class = Class {
    name: "bodies",
    server: "a success whose body is cut, compressed, endless, or not the JSON of the operation",
    attempt_timeout: Duration::from_secs(20),
    cached: false,
    attacks: ATTACKS,
};

/// Returns a success with this body: a 201 to a token request.
fn success(request: &Request, body: impl Into<Vec<u8>>) -> Reply {
    let status = if request.target.ends_with("access_tokens") { 201 } else { 200 };
    Reply::status(status).header("content-type", "application/json").body(body)
}

/// Returns the body of an alert with this property.
fn alert_with(property: &str) -> String {
    format!("{{\"number\":42,\"secret\":\"{}\",{property}}}", planted::SECRET)
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "no body",
        reply: |r| success(r, ""),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a connection that closes in the body",
        reply: |r| success(r, planted::alert(42).to_string()).close_before_the_last(9),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a connection that is reset in the body",
        reply: |r| success(r, planted::alert(42).to_string()).reset_before_the_last(9),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "half of the JSON",
        reply: |r| success(r, planted::alert(42).to_string()).without_its_last(9),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "an endless body",
        reply: |r| success(r, " ".repeat(65_536)).endless(),
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "an endless list",
        reply: |r| success(r, "[".repeat(65_536)).endless(),
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "31 MiB as 31 KiB of gzip",
        reply: |r| success(r, vec![b' '; 31 << 20]).gzip(),
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "gzip that is cut",
        reply: |r| success(r, planted::alert(42).to_string()).gzip().without_its_last(9),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "gzip that is none",
        reply: |r| success(r, planted::alert(42).to_string()).header("content-encoding", "gzip"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "an unknown compression",
        reply: |r| success(r, planted::alert(42).to_string()).header("content-encoding", "zstd"),
        sees: ["value 1", "decode 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "HTML",
        reply: |r| success(r, planted::html()),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a text",
        reply: |r| success(r, format!("\"{}\"", planted::SECRET)),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "null",
        reply: |r| success(r, "null"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "an empty object",
        reply: |r| success(r, "{}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "an empty list",
        reply: |r| success(r, "[]"),
        sees: ["decode 1", "value 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a list of nulls",
        reply: |r| success(r, "[null,null]"),
        sees: ["decode 1", "0 of 2 items 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a thousand and one items",
        reply: |r| success(r, format!("[{}{{\"number\":1}}]", "{\"number\":1},".repeat(1_000))),
        sees: ["decode 1", "too_large 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a million empty items",
        reply: |r| success(r, format!("[{}{{}}]", "{},".repeat(1_000_000))),
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a million values in one property",
        reply: |r| {
            success(
                r,
                format!("[{}]", alert_with(&format!("\"first_location_detected\":{{{}}}", many("\"x\":1")))),
            )
        },
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a nesting of a million lists",
        reply: |r| success(r, "[".repeat(1_000_000)),
        sees: ["too_large 1", "too_large 1", "too_large? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a nesting in an unknown property",
        reply: |r| success(r, alert_with(&format!("\"x\":{}{}", "[".repeat(10_000), "]".repeat(10_000)))),
        sees: ["value 1", "decode 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "two values",
        reply: |r| success(r, "{\"number\":1}{\"number\":2}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a comma at the end",
        reply: |r| success(r, "{\"number\":42,}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a byte order mark",
        reply: |r| success(r, "\u{feff}{\"number\":42}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "UTF-16",
        reply: |r| success(r, b"{\0\"\0n\0".to_vec()),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "invalid UTF-8 in a value",
        reply: |r| success(r, [b"{\"number\":42,\"state\":\"", &b"\xff\xfe\"}"[..]].concat()),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "invalid UTF-8 in a key",
        reply: |r| success(r, [b"{\"number\":42,\"", &b"\xff\xfe\":1}"[..]].concat()),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "half of a surrogate pair",
        reply: |r| success(r, alert_with("\"state\":\"\\ud800\"")),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a raw control character",
        reply: |r| success(r, alert_with("\"state\":\"\u{1}\"")),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a property twice",
        reply: |r| success(r, alert_with("\"number\":43")),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a secret for a number",
        reply: |r| success(r, planted::malformed_alert().to_string()),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a secret for a key",
        reply: |r| success(r, format!("{{\"number\":42,\"{}\":{{\"x\":nonsense}}}}", planted::SECRET)),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a number beyond 64 bits",
        reply: |r| success(r, "{\"number\":99999999999999999999}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a number of a million digits",
        reply: |r| success(r, format!("{{\"number\":{}}}", "9".repeat(1_000_000))),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a fraction for an integer",
        reply: |r| success(r, "{\"number\":1e400}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a date in the year 99999",
        reply: |r| success(r, alert_with("\"created_at\":\"99999-01-01T00:00:00Z\"")),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a text of 8 MB",
        reply: |r| success(r, alert_with(&format!("\"state\":\"{}\"", "x".repeat(8_000_000)))),
        sees: ["value 1", "decode 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a token of 1 MB",
        reply: |r| success(r, token_of(1_000_000)),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
];

/// Returns the body of a response to a token request.
fn token_of(length: usize) -> String {
    let token = "x".repeat(length);
    format!("{{\"token\":\"{token}\",\"expires_at\":\"2099-01-01T00:00:00Z\",\"permissions\":{{}}}}")
}

/// Returns a million properties or items.
fn many(one: &str) -> String {
    let mut all = format!("{one},").repeat(1_000_000);
    all.pop();
    all
}
