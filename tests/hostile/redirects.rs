//! Redirects that would bring the token elsewhere, never end, or cannot be followed.

use std::time::Duration;

use crate::attack::{Attack, Class};
use crate::support::{Reply, planted};

pub(crate) const CLASS: Class = Class {
    name: "redirects",
    server: "a redirect that leaves the base URL, never ends, or cannot be followed",
    attempt_timeout: Duration::from_secs(5),
    cached: false,
    attacks: ATTACKS,
};

fn to(status: u16, location: &str) -> Reply {
    Reply::json(status, &planted::alert(42)).header("location", location)
}

const ATTACKS: &[Attack] = &[
    Attack {
        server: "301 to another host",
        reply: |_| to(301, "http://192.0.2.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to another host",
        reply: |_| to(307, "http://192.0.2.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to another port",
        reply: |_| to(307, "http://127.0.0.1:1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to another scheme",
        reply: |_| to(307, "https://127.0.0.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "308 without a scheme to another host",
        reply: |_| to(308, "//192.0.2.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 with a password",
        reply: |_| to(307, "http://u:plantedBodyOfTheServer1z7e3@127.0.0.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to a file",
        reply: |_| to(307, "file:///etc/passwd"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to a script",
        reply: |_| to(307, "javascript:alert(1)"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to a blob",
        reply: |_| to(307, "blob:http://127.0.0.1/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to itself",
        reply: |_| to(307, ""),
        sees: ["redirect 6", "redirect 6", "redirect 6", "token_unavailable 6"],
    },
    Attack {
        server: "302 to itself",
        reply: |r| to(302, &r.target),
        sees: ["redirect 6", "redirect 6", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "307 to a path that grows",
        reply: |r| to(307, &format!("{}/x", r.path())),
        sees: ["redirect 6", "redirect 6", "redirect 6", "token_unavailable 1"],
    },
    Attack {
        server: "307 to 200 KB",
        reply: |_| to(307, &format!("/{}", "x".repeat(200_000))),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "303 to a result",
        reply: |_| to(303, "/x"),
        sees: ["redirect 1", "redirect 1", "redirect? 1", "token_unavailable 1"],
    },
    Attack {
        server: "300 with a choice",
        reply: |_| to(300, "/x"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "305 to a proxy",
        reply: |_| to(305, "http://192.0.2.1:8080"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "301 without a target",
        reply: |_| Reply::status(301),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "301 to a target that is no URL",
        reply: |_| to(301, "http://[plantedQuery"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "301 with an endless body",
        reply: |_| to(301, "http://192.0.2.1/x").body("x".repeat(65_536)).endless(),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "a target with line breaks and escape sequences",
        reply: |_| to(307, "http://192.0.2.1/a%0d%0ab%1b[31m"),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
    Attack {
        server: "a target that echoes the token",
        reply: |r| to(307, &format!("http://192.0.2.1/{}", r.token().unwrap_or_default())),
        sees: ["redirect 1", "redirect 1", "redirect 1", "token_unavailable 1"],
    },
];
