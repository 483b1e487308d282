//! Memory: whatever a server sends, one call with the default settings grows the process by at most 200 MiB.
//!
//! Each call is made in a process of its own, so that neither the server nor other tests count.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;
use std::time::Duration;

use github_secret_scanning::{Client, CustomRequest};
use http::Method;
use serde_json::{Value, json};

use crate::support::{Reply, Server};

/// The promise, in KiB.
const MOST: u64 = 200 * 1024;

/// The variables of the process that makes the call.
const URL: &str = "HOSTILE_SERVER";
const CALL: &str = "HOSTILE_CALL";

/// A call, a response to it, and how it ends.
struct Case {
    name: &'static str,
    call: &'static str,
    reply: fn() -> Reply,
    ends: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "a list of 2.8 million items",
        call: "list",
        reply: || body(list("{}", 2_800_000)),
        ends: "too_large",
    },
    Case {
        name: "a list of a thousand items, all malformed",
        call: "list",
        reply: || body(list(&malformed(), 1_000)),
        ends: "value",
    },
    Case {
        name: "one item of 15 MB of invalid UTF-8",
        call: "list",
        reply: || body([b"[\"", &[0xff; 15_000_000][..], b"\"]"].concat()),
        ends: "value",
    },
    Case {
        name: "gzip of 15 MB",
        call: "list",
        reply: || body(list(&" ".repeat(15_000), 1_000)).gzip(),
        ends: "decode",
    },
    Case {
        name: "gzip of 100 MB",
        call: "list",
        reply: || body(vec![b' '; 100_000_000]).gzip(),
        ends: "too_large",
    },
    Case {
        name: "an endless body",
        call: "list",
        reply: || body(" ".repeat(65_536)).endless(),
        ends: "too_large",
    },
    Case {
        name: "an endless error",
        call: "list",
        reply: || body("x".repeat(65_536)).with_status(404).endless(),
        ends: "not_found",
    },
    Case {
        name: "a request with a hundred thousand empty data",
        call: "request",
        reply: || body(format!("{{\"id\":1,\"number\":1,\"data\":{}}}", list("{}", 100_000))),
        ends: "value",
    },
    Case {
        name: "a request with millions of empty data",
        call: "request",
        reply: || body(format!("{{\"id\":1,\"number\":1,\"data\":{}}}", list("{}", 4_000_000))),
        ends: "too_large",
    },
    Case {
        name: "a location with a hundred thousand properties",
        call: "list",
        reply: || body(format!("[{{\"number\":1,\"first_location_detected\":{{{}}}}}]", properties(100_000))),
        ends: "value",
    },
    Case {
        name: "a location with a million properties",
        call: "list",
        reply: || {
            body(format!("[{{\"number\":1,\"first_location_detected\":{{{}}}}}]", properties(1_000_000)))
        },
        ends: "too_large",
    },
    Case {
        name: "a text of 15 MB of escapes",
        call: "list",
        reply: || body(format!("[{{\"number\":1,\"state\":\"{}\"}}]", "\\n".repeat(7_500_000))),
        ends: "value",
    },
    Case {
        name: "a hundred thousand empty lists",
        call: "custom",
        reply: || body(list("[]", 100_000)),
        ends: "value",
    },
    Case {
        name: "a hundred thousand objects with a property",
        call: "custom",
        reply: || body(list("{\"a\":1}", 50_000)),
        ends: "value",
    },
    Case {
        name: "millions of numbers",
        call: "custom",
        reply: || body(list("1", 7_000_000)),
        ends: "too_large",
    },
    Case {
        name: "millions of numbers in a property",
        call: "custom list",
        reply: || body(format!("{{\"items\":{}}}", list("1", 7_000_000))),
        ends: "too_large",
    },
];

fn body(json: impl Into<Vec<u8>>) -> Reply {
    Reply::status(200).header("content-type", "application/json").body(json)
}

/// Returns a list of `count` equal items.
fn list(item: &str, count: usize) -> String {
    format!("[{}{item}]", format!("{item},").repeat(count - 1))
}

/// Returns the properties of an object.
fn properties(count: usize) -> String {
    (0..count).map(|n| format!("\"{n}\":{n}")).collect::<Vec<_>>().join(",")
}

/// Returns a malformed item whose identity is as long as possible.
fn malformed() -> String {
    let (owner, repo, path) = ("o".repeat(39), "r".repeat(100), "p".repeat(250));
    let full_name = format!("{owner}/{repo}");
    json!({ "number": "x", "html_url": format!("https://github.com/{path}"), "repository": { "full_name": full_name } })
        .to_string()
}

#[test]
fn one_call_grows_the_process_by_at_most_200_mib() {
    for case in CASES {
        let reply = (case.reply)();
        let server = Server::start(move |request| {
            let first = request.nth == 0;
            if first { Reply::ok(&json!([])) } else { reply.clone() }
        });
        let test = "memory::call_in_a_process_of_its_own";
        let child = Command::new(std::env::current_exe().unwrap())
            .args([test, "--exact", "--ignored", "--nocapture", "--test-threads=1"])
            .env(URL, server.url())
            .env(CALL, case.call)
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&child.stdout).into_owned();
        let line =
            output.lines().find_map(|line| line.split_once("grown: ")).map(|(_, line)| line.to_owned());
        let line = line
            .unwrap_or_else(|| panic!("{}: {output}{}", case.name, String::from_utf8_lossy(&child.stderr)));
        let (grown, ended) = line.split_once(' ').unwrap();
        println!("{:<50} {:>4} MiB, {ended}", case.name, grown.parse::<u64>().unwrap() / 1024);
        assert_eq!(ended, case.ends, "{}", case.name);
        assert!(grown.parse::<u64>().unwrap() <= MOST, "{}: {grown} KiB", case.name);
    }
}

#[tokio::test]
#[ignore = "run by the other test, in a process of its own"]
async fn call_in_a_process_of_its_own() {
    let (url, call) = (std::env::var(URL).unwrap(), std::env::var(CALL).unwrap());
    let client =
        Client::builder().token("t").base_url(url).attempt_timeout(Duration::from_secs(60)).build().unwrap();
    let repo = client.repo("acme", "widgets").unwrap();
    // The connection and the runtime are not part of the call.
    repo.alerts().page().await.unwrap();
    let before = kib("VmRSS:");
    let result = match &*call {
        "list" => repo.alerts().page().await.map(drop),
        "request" => repo.secret_bypass_request(1).get().await.map(drop),
        "custom" => custom(&client).send().await.and_then(|response| response.json::<Value>()).map(drop),
        "custom list" => custom(&client).list::<Value>().property("items").page().await.map(drop),
        other => panic!("unknown call {other}"),
    };
    let ended = result.map_or_else(|error| error.kind().to_string(), |()| "value".to_owned());
    println!("grown: {} {ended}", kib("VmHWM:").saturating_sub(before));
}

fn custom(client: &Client) -> CustomRequest {
    client.request(Method::GET, "/x")
}

/// Returns a number of this process's status, in KiB.
fn kib(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
