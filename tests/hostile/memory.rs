//! The memory of one call, whatever a server sends within the default limits.
//!
//! Each call is made in a process of its own, because the peak of a process is that of all its tests.

use std::process::Command;

use github_secret_scanning::{Client, Error, Method, Repo, Retry};
use serde_json::{Value, json};
use test_kit::{Reply, Server};
use tokio::runtime::Builder;

/// The most by which one call may grow its process, in KiB: 200 MiB.
const MOST: u64 = 200 * 1024;

/// The default limit of a body, in bytes.
const BODY: usize = 8 * 1024 * 1024;

/// The most JSON values of a body.
const VALUES: usize = 131_072;

/// The variables that make a child of a test: the base URL of its server, and its call.
const URL: &str = "MEMORY_TEST_URL";
const CALL: &str = "MEMORY_TEST_CALL";

/// Makes a call and prints its result, and by how much the process grew.
#[test]
fn child() {
    let (Ok(url), Ok(call)) = (std::env::var(URL), std::env::var(CALL)) else { return };
    let client = Client::builder().token("t").base_url(url).retry(Retry::never()).build().unwrap();
    let repo = client.repo("acme", "widgets").unwrap();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let before = kibibytes("VmRSS:");
    let result = match runtime.block_on(result(&repo, &call)) {
        Ok((items, malformed)) => format!("{items} items, {malformed} malformed"),
        Err(error) => error.kind().to_string(),
    };
    println!("result {result}\ngrowth {}", kibibytes("VmHWM:") - before);
}

/// Returns the number of items that a call returns, and of its malformed items.
async fn result(repo: &Repo, call: &str) -> Result<(usize, usize), Error> {
    let custom = repo.client().request(Method::GET, "/custom");
    Ok(match call {
        "alert" => repo.alert(1).get().await.map(|_| (1, 0))?,
        "alerts" => {
            let page = repo.alerts().page().await?;
            (page.items.len(), page.malformed.len())
        }
        "locations" => {
            let page = repo.alert(1).locations().page().await?;
            (page.items.len(), page.malformed.len())
        }
        "bypass request" => repo.secret_bypass_request(1).get().await.map(|_| (1, 0))?,
        "custom" => custom.await?.json::<Value>().map(|_| (1, 0))?,
        _ => {
            let page = custom.list::<Value>().property("items").page().await?;
            (page.items.len(), page.malformed.len())
        }
    })
}

/// Returns a figure of this process.
fn kibibytes(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Asserts the result of a call that receives `reply`, and that its process grows within the promise.
fn assert_bounded(call: &str, reply: Reply, expected: &str) {
    let server = Server::start(move |_| reply.clone());
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["memory::child", "--exact", "--nocapture"]).env(URL, server.url()).env(CALL, call);
    let output = child.output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let line = |name: &str| output.lines().find_map(|line| line.split_once(name)).unwrap().1;
    assert_eq!(line("result "), expected, "{call}");
    let growth: u64 = line("growth ").parse().unwrap();
    assert!(growth <= MOST, "{call}: {} MiB", growth / 1024);
}

fn ok(body: impl Into<Vec<u8>>) -> Reply {
    Reply::status(200).body(body)
}

/// Returns a body of exactly the limit, with `filling` between `start` and `end`, and blanks before it.
fn filled(start: &str, filling: &[u8], end: &str) -> Vec<u8> {
    let times = (BODY - start.len() - end.len()) / filling.len();
    let body = [start.as_bytes(), &filling.repeat(times), end.as_bytes()].concat();
    [vec![b' '; BODY - body.len()], body].concat()
}

/// Returns a list of objects within each other, with so many values: none take more memory.
fn tree(values: usize) -> String {
    const DEPTH: usize = 100;
    let objects = format!("{}0{}", "{\"\":".repeat(DEPTH), "}".repeat(DEPTH));
    format!("[{}]", vec![objects; (values - 1) / (DEPTH + 1)].join(","))
}

#[test]
fn items_and_bytes_without_end_are_refused() {
    assert_bounded("alerts", ok(filled("[0", b",0", "]")), "too_large");
    assert_bounded("alerts", ok(filled("[0", b",{\"number\":1}", "]")), "too_large");
    assert_bounded("property", ok(filled("{\"items\":[0", b",0", "]}")), "too_large");
    assert_bounded("alert", ok(vec![b' '; 256 << 20]).gzip(), "too_large");
}

#[test]
fn values_of_one_item_are_bounded() {
    let data = |objects| format!("{{\"id\":1,\"number\":1,\"data\":[{}]}}", vec!["{}"; objects].join(","));
    assert_bounded("bypass request", ok(data(VALUES / 2 - 10)), "1 items, 0 malformed");
    assert_bounded("bypass request", ok(data(VALUES)), "too_large");
    assert_bounded("alert", ok(filled("{\"x\":[", b"[", "")), "too_large");
    assert_bounded("custom", ok(tree(VALUES)), "1 items, 0 malformed");
    assert_bounded("custom", ok(tree(2 * VALUES)), "too_large");
    let unknown = |values| format!("[{{\"type\":\"x\",\"details\":{}}}]", tree(values));
    assert_bounded("locations", ok(unknown(VALUES - 10)), "1 items, 0 malformed");
    assert_bounded("locations", ok(unknown(2 * VALUES)), "too_large");
}

#[test]
fn texts_are_not_multiplied() {
    // serde quotes a text in place of a number, and each of these characters takes six in it.
    assert_bounded("alerts", ok(filled("[{\"number\":\"", b"\x7f", "\"}]")), "0 items, 1 malformed");
    let url = filled("[{\"number\":0,\"html_url\":\"https://github.com/", b"\xff", "\"}]");
    assert_bounded("alerts", ok(url), "0 items, 1 malformed");
    assert_bounded("custom", ok(filled("\"", b"\\n", "\"")), "1 items, 0 malformed");
    let item = format!("{{\"number\":\"\",\"html_url\":\"https://github.com/{}\"}}", "\u{df}".repeat(4_000));
    let items = vec![item; 1_000].join(",");
    assert_bounded("alerts", ok(format!("[{items}]")), "0 items, 1000 malformed");
}

#[test]
fn a_tree_and_a_text_together_are_bounded() {
    let mut location = json!({
        "path": "", "end_line": 1, "start_column": 1, "end_column": 1, "blob_sha": "", "blob_url": "",
        "commit_sha": "", "commit_url": "",
    })
    .to_string();
    location.truncate(location.len() - 1);
    let start = format!(
        "{{\"number\":1,\"first_location_detected\":{location},\"x\":{},\"start_line\":\"",
        tree(VALUES - 20)
    );
    assert_bounded("alert", ok(filled(&start, b"\x7f", "\"}}")), "decode");
}
