//! Rate limits that are none, have no time, or have an absurd one.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, Request, planted};
use crate::trial::success;

pub(crate) const CLASS: Class = Class {
    name: "rate_limits",
    server: "a rate limit that is none, has no time, or has an absurd one",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

/// Returns a success with these headers of a rate limit.
fn counted(request: &Request, remaining: &str, reset: &str) -> Reply {
    let reply = success(request, planted::alert(42));
    reply.header("x-ratelimit-remaining", remaining).header("x-ratelimit-reset", reset)
}

fn limited(status: u16) -> Reply {
    Reply::refusal(status, "API rate limit exceeded")
}

const ATTACKS: &[Attack] = &[
    Attack { server: "429 without a time", reply: |_| Reply::status(429), sees: ["deadline 4"; 4] },
    Attack {
        server: "429 with a message about something else",
        reply: |_| Reply::refusal(429, "no"),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "429 with a Retry-After of zero",
        reply: |_| limited(429).header("retry-after", 0),
        sees: ["rate_limited 4", "rate_limited 4", "rate_limited 4", "token_unavailable 4"],
    },
    Attack {
        server: "429 with a negative Retry-After",
        reply: |_| limited(429).header("retry-after", -1),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "429 with a Retry-After beyond 64 bits",
        reply: |_| limited(429).header("retry-after", "99999999999999999999"),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "429 with a Retry-After of a century",
        reply: |_| limited(429).header("retry-after", 3_155_760_000_u64),
        sees: ["deadline 1"; 4],
    },
    Attack {
        server: "429 with a Retry-After in the year 9999",
        reply: |_| limited(429).header("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT"),
        sees: ["deadline 1"; 4],
    },
    Attack {
        server: "429 with a Retry-After in the past",
        reply: |_| limited(429).header("retry-after", "Sunday, 06-Nov-94 08:49:37 GMT"),
        sees: ["rate_limited 4", "rate_limited 4", "rate_limited 4", "token_unavailable 4"],
    },
    Attack {
        server: "429 with a window that ended",
        reply: |_| limited(429).header("x-ratelimit-remaining", 0).header("x-ratelimit-reset", 1),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "429 from a clock in the year 9999",
        reply: |_| {
            limited(429)
                .header("retry-after", "Sat, 01 Mar 2025 12:00:09 GMT")
                .header("date", "Fri, 31 Dec 9999 23:59:59 GMT")
        },
        sees: ["rate_limited 4", "rate_limited 4", "rate_limited 4", "token_unavailable 4"],
    },
    Attack {
        server: "403 with a message about a rate limit",
        reply: |_| limited(403),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "403 with a window that never ends",
        reply: |_| limited(403).header("x-ratelimit-remaining", 0).header("x-ratelimit-reset", i64::MAX),
        sees: ["deadline 4"; 4],
    },
    Attack {
        server: "403 with a Retry-After that is no number",
        reply: |_| Reply::refusal(403, "no").header("retry-after", "soon"),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "a success without a request left, for ever",
        reply: |r| counted(r, "0", "9223372036854775807"),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a success without a request left, until 1970",
        reply: |r| counted(r, "0", "0"),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a success with numbers that are none",
        reply: |r| counted(r, "-1", "soon"),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a thousand limits",
        reply: |r| {
            counted(r, "0", "1740830401").header(
                "x-ratelimit-resource",
                "abcdefghij".chars().cycle().skip(r.nth % 10).take(9).collect::<String>(),
            )
        },
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
];
