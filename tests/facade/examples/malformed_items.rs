//! Warnings of the examples about malformed items.

use serde_json::{Value, json};

use super::program::run;
use crate::support::{Reply, Server};

/// Returns a list with one valid item and this number of malformed ones.
pub(super) fn list(malformed: usize) -> Reply {
    let bad = std::iter::repeat_n(json!({ "number": "none" }), malformed);
    let good = json!({ "id": 1, "number": 7, "state": "open", "created_at": "2026-01-02T03:04:05Z" });
    Reply::ok(&Value::from_iter(bad.chain([good])))
}

/// Runs a program, and returns its warnings.
fn warnings(name: &str, server: &Server) -> Vec<String> {
    let (code, stdout, stderr) = run(name, server.url(), &["--repo", "acme/widgets"]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stdout.contains("#7"), "{stdout}");
    stderr.lines().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_warnings_and_the_number_of_the_others_are_logged() {
    for (name, in_list, in_all) in
        [("triage", 10, 10), ("triage", 12, 12), ("review_bypasses", 5, 10), ("review_bypasses", 6, 12)]
    {
        // `review_bypasses` requests two lists.
        let server = Server::start(move |_| list(in_list));
        let warnings = warnings(name, &server);
        let (lines, count) = warnings.split_at(10);
        assert!(
            lines
                .iter()
                .all(|line| line.contains("malformed item ") && line.contains(": cannot decode `number`")),
            "{warnings:?}"
        );
        let rest = if in_all > 10 { vec!["warning: skipped 2 more malformed items"] } else { vec![] };
        assert_eq!(count, rest, "{name}");
    }
}
