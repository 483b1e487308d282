//! What the programs say of entries that cannot be read.

use serde_json::{Value, json};

use super::program::run;
use crate::support::{Answer, Server};

/// One entry that can be read, and so many that cannot.
pub(super) fn list(unreadable: usize) -> Answer {
    let bad = std::iter::repeat_n(json!({ "number": "none" }), unreadable);
    let good = json!({ "id": 1, "number": 7, "state": "open", "created_at": "2026-01-02T03:04:05Z" });
    Answer::ok(&Value::from_iter(bad.chain([good])))
}

/// The warnings of a program that lists.
fn warnings(name: &str, server: &Server) -> Vec<String> {
    let (code, stdout, stderr) = run(name, server.url(), &["--repo", "acme/widgets"]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stdout.contains("#7"), "{stdout}");
    stderr.lines().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_warns_in_ten_lines_and_a_count() {
    for (name, in_list, in_all) in
        [("triage", 10, 10), ("triage", 12, 12), ("review_bypasses", 5, 10), ("review_bypasses", 6, 12)]
    {
        // `review_bypasses` asks for two lists.
        let server = Server::start(move |_| list(in_list)).await;
        let warnings = warnings(name, &server);
        let (lines, count) = warnings.split_at(10);
        assert!(lines.iter().all(|line| line.contains("cannot be read at `number`")), "{warnings:?}");
        let rest = if in_all > 10 { vec!["warning: and 2 more that cannot be read"] } else { vec![] };
        assert_eq!(count, rest, "{name}");
    }
}
