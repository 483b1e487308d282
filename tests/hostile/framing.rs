//! Bytes that are no HTTP response, or one of a doubtful length.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::Reply;

pub(crate) const CLASS: Class = Class {
    name: "framing",
    server: "bytes that are no HTTP response, or one of a doubtful length",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

/// A complete response to any of the calls but a list.
const ALERT: &str = "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{\"number\":42}";

const ATTACKS: &[Attack] = &[
    Attack {
        server: "closes the connection",
        reply: |_| Reply::hang_up(),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "resets the connection",
        reply: |_| Reply::reset(),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a line break alone",
        reply: |_| Reply::raw("\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "binary bytes",
        reply: |_| Reply::raw([0x80, 0xff, 0x00, 0x16, 0x03, 0x01]),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "half a status line",
        reply: |_| Reply::raw("HTTP/1.1 20"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "HTTP/0.9",
        reply: |_| Reply::raw("{\"number\":42}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "HTTP/3.0 in a status line",
        reply: |_| Reply::raw("HTTP/3.0 200 OK\r\n\r\n{}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the preface of HTTP/2",
        reply: |_| Reply::raw("\0\0\0\x04\0\0\0\0\0"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the status 000",
        reply: |_| Reply::raw("HTTP/1.1 000 X\r\n\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the status 1000",
        reply: |_| Reply::raw("HTTP/1.1 1000 X\r\n\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "the status 2e2",
        reply: |_| Reply::raw("HTTP/1.1 2e2 X\r\n\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a header without a colon",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\nx\r\n\r\n{}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a folded header",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\nx: a\r\n b\r\n\r\n{}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a NUL in a header",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n{}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "ten thousand headers",
        reply: |_| Reply::raw(format!("HTTP/1.1 200 OK\r\n{}\r\n{{}}", "x: y\r\n".repeat(10_000))),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a header of 1 MB",
        reply: |_| Reply::raw(format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n{{}}", "y".repeat(1_000_000))),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "headers without an end",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\nx: y\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "two lengths",
        reply: |_| {
            Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 13\r\n\r\n{\"number\":42}")
        },
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a negative length",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{\"number\":42}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a length beyond 64 bits",
        reply: |_| {
            Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999\r\n\r\n{\"number\":42}")
        },
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a length of a terabyte",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 1099511627776\r\n\r\n{\"number\":42}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a length that is too short",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{\"number\":42}"),
        sees: ["decode 1", "decode 1", "decode? 1", "token_unavailable 1"],
    },
    Attack {
        server: "a chunk size that is no number",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a chunk size beyond 64 bits",
        reply: |_| Reply::raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}"),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "chunks without the last",
        reply: |_| {
            Reply::raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nd\r\n{\"number\":42}\r\n")
        },
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "an endless chunk extension",
        reply: |_| {
            Reply::raw(format!(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nd;{}",
                "x".repeat(1_000_000)
            ))
        },
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "chunks and a length",
        reply: |_| {
            Reply::raw(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\nd\r\n{\"number\":42}\r\n0\r\n\r\n",
            )
        },
        sees: ["value 1", "decode 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a response after the response",
        reply: |_| Reply::raw(format!("{ALERT}{ALERT}")),
        sees: ["value 1", "decode 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a body after a 204",
        reply: |_| Reply::raw("HTTP/1.1 204 No Content\r\n\r\n{\"number\":42}"),
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
    Attack {
        server: "ten thousand informational responses",
        reply: |_| Reply::raw("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(10_000)),
        sees: ["transport 4", "transport 4", "transport? 1", "token_unavailable 4"],
    },
    Attack {
        server: "a protocol switch",
        reply: |_| {
            Reply::raw("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n{}")
        },
        sees: ["unexpected_status 1", "unexpected_status 1", "unexpected_status? 1", "token_unavailable 1"],
    },
];
