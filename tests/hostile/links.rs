//! `Link` headers that are damaged, lead in a circle, or lead elsewhere. They concern lists alone.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, Request, planted};
use crate::trial::success;

pub(crate) const CLASS: Class = Class {
    name: "links",
    server: "a `Link` header that is damaged, leads in a circle, or leads elsewhere",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

/// Returns a success with this header.
fn linked(request: &Request, link: impl ToString) -> Reply {
    success(request, planted::alert(42)).header("link", link)
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "a link that is cut in its URL",
        reply: |r| linked(r, "<https://h/x?page=2"),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a link without brackets",
        reply: |r| linked(r, "https://h/x?page=2; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a relation without its last quote",
        reply: |r| linked(r, "<https://h/x?page=2>; rel=\"next"),
        sees: ["value 1", "pagination 2", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a relation that is cut",
        reply: |r| linked(r, "<https://h/x?page=2>; rel=\"ne"),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a relation without a URL",
        reply: |r| linked(r, "<>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a link without a position",
        reply: |r| linked(r, "<https://h/x>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "the page zero",
        reply: |r| linked(r, "<https://h/x?page=0>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a page beyond 64 bits",
        reply: |r| linked(r, "<https://h/x?page=99999999999999999999>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a negative page",
        reply: |r| linked(r, "<https://h/x?page=-1>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a cursor of 200 KB",
        reply: |r| linked(r, format!("<https://h/x?after={}>; rel=\"next\"", "x".repeat(200_000))),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a circle of one page",
        reply: |r| linked(r, "<https://h/x?page=1>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "a circle of two pages",
        reply: |r| linked(r, format!("<https://h/x?page={}>; rel=\"next\"", r.nth % 2 + 1)),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "two next links",
        reply: |r| linked(r, "<https://h/x?page=1>; rel=\"next\", <https://h/x?page=1>; rel=\"next\""),
        sees: ["value 1", "pagination 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "ten thousand links",
        reply: |r| linked(r, "<https://h/x?page=1>; rel=\"x\", ".repeat(10_000)),
        sees: ["value 1", "value 1", "value 1", "token_unavailable 1"],
    },
    Attack {
        server: "bytes that are no text",
        reply: |r| linked(r, "<https://h/x?page=2>; rel=\"next\"; title=\"\u{e9}\""),
        sees: ["value 1", "pagination 2", "value 1", "token_unavailable 1"],
    },
];
