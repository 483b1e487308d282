//! Responses that are late, slow, or never complete.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, planted};

pub(crate) const CLASS: Class = Class {
    name: "timing",
    server: "a response that is late, slow, or never complete",
    attempt_timeout: Duration::from_millis(100),
    cached: false,
    attacks: ATTACKS,
};

/// The delay before each byte of a slow response.
const SLOW: Duration = Duration::from_millis(10);

fn alert(status: u16) -> Reply {
    Reply::json(status, &planted::alert(42))
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "no response",
        reply: |_| Reply::silence(),
        sees: ["timeout 4", "timeout 4", "timeout? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a head, byte by byte",
        reply: |_| alert(200).dripping_from_the_start(SLOW),
        sees: ["timeout 4", "timeout 4", "timeout? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a body, byte by byte",
        reply: |_| alert(200).dripping(SLOW),
        sees: ["timeout 4", "timeout 4", "timeout? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the body of a 403, byte by byte",
        reply: |_| alert(403).dripping(SLOW),
        sees: ["forbidden 1", "forbidden 1", "forbidden 1", "installation_unavailable 1"],
    },
    Attack {
        server: "the body of a 429, byte by byte",
        reply: |_| alert(429).header("retry-after", 30).dripping(SLOW),
        sees: ["deadline 20"; 4],
    },
    Attack {
        server: "the body of a 500, byte by byte",
        reply: |_| alert(500).dripping(SLOW),
        sees: ["server 4", "server 4", "server? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the body of a redirect, byte by byte",
        reply: |_| alert(307).header("location", "http://192.0.2.1/").dripping(SLOW),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "informational responses, byte by byte",
        reply: |_| alert(103).dripping_from_the_start(SLOW),
        sees: ["timeout 4", "timeout 4", "timeout? 1", "token_unavailable 4"],
    },
];
