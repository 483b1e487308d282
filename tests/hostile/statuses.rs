//! Complete responses with a status that the operation does not declare.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, planted};

pub(crate) const CLASS: Class = Class {
    name: "statuses",
    server: "a complete response with a status that the operation does not declare",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

/// Returns a response of this status with a body that would be a success.
fn with(status: u16) -> Reply {
    Reply::json(status, &planted::alert(42))
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "202 with the body of a success",
        reply: |_| with(202),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "204",
        reply: |_| Reply::status(204),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "206 with a part",
        reply: |_| with(206).header("content-range", "bytes 0-9/99"),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "299",
        reply: |_| with(299),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "304 to an unconditional request",
        reply: |_| Reply::status(304).header("etag", "\"x\""),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "400",
        reply: |_| with(400),
        sees: ["bad_request 1", "bad_request 1", "bad_request 1", "token_unavailable 1"],
    },
    Attack {
        server: "401",
        reply: |_| with(401),
        sees: ["unauthenticated 1", "unauthenticated 1", "unauthenticated 1", "app_unauthenticated 1"],
    },
    Attack {
        server: "402",
        reply: |_| with(402),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status 1", "token_unavailable 1"],
    },
    Attack {
        server: "403",
        reply: |_| with(403),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "404 with HTML",
        reply: |_| Reply::status(404).body(planted::html()),
        sees: ["not_found 1", "not_found 1", "not_found 1", "installation_unavailable 1"],
    },
    Attack {
        server: "407",
        reply: |_| with(407),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status 1", "token_unavailable 1"],
    },
    Attack {
        server: "408",
        reply: |_| with(408),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "409",
        reply: |_| with(409),
        sees: ["conflict 1", "conflict 1", "conflict 1", "token_unavailable 1"],
    },
    Attack {
        server: "421",
        reply: |_| with(421),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status 1", "token_unavailable 1"],
    },
    Attack {
        server: "422",
        reply: |_| with(422),
        sees: ["validation 1", "validation 1", "validation 1", "token_unavailable 1"],
    },
    Attack {
        server: "425",
        reply: |_| with(425),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status 1", "token_unavailable 1"],
    },
    Attack {
        server: "431",
        reply: |_| with(431),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status 1", "token_unavailable 1"],
    },
    Attack {
        server: "500",
        reply: |_| with(500),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "501",
        reply: |_| with(501),
        sees: ["server 1", "server 1", "server? 1", "token_unavailable 1"],
    },
    Attack {
        server: "502 with HTML",
        reply: |_| Reply::status(502).body(planted::html()),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "503 with a Retry-After of a day",
        reply: |_| with(503).header("retry-after", 86_400),
        sees: ["server 1", "server 1", "server? 1", "token_unavailable 1"],
    },
    Attack {
        server: "503 with a Retry-After in the past",
        reply: |_| with(503).header("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT"),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "599",
        reply: |_| with(599),
        sees: ["server 1", "server 1", "server? 1", "token_unavailable 1"],
    },
    Attack {
        server: "999",
        reply: |_| with(999),
        sees: ["server 1", "server 1", "server? 1", "token_unavailable 1"],
    },
    Attack {
        server: "an error with 100 MB of text",
        reply: |_| with(500).body("x".repeat(65_536)).endless(),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "an error with a nesting of lists",
        reply: |_| with(422).body("[".repeat(60_000)),
        sees: ["validation 1", "validation 1", "validation 1", "token_unavailable 1"],
    },
    Attack {
        server: "an error with thousands of details",
        reply: |_| {
            with(422)
                .body(format!("{{\"message\":\"x\",\"errors\":[{}1]}}", "{\"code\":\"x\"},".repeat(4_000)))
        },
        sees: ["validation 1", "validation 1", "validation 1", "token_unavailable 1"],
    },
    Attack {
        server: "an error with line breaks and escape sequences",
        reply: |_| with(422).body("{\"message\":\"a\\r\\nb\\u001b[31m\\u202e\"}"),
        sees: ["validation 1", "validation 1", "validation 1", "token_unavailable 1"],
    },
];
