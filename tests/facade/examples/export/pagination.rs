//! `export`: pagination.

use std::fs;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{FakeGitHub, FakeGitHubBuilder, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::examples::program::run;
use crate::support::{Reply, Server};

fn numbers(text: &str) -> Vec<u64> {
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["number"].as_u64().unwrap())
        .collect()
}

#[test]
fn repositories_and_organizations_are_paginated_by_cursor() {
    let seed = |builder: FakeGitHubBuilder, number| builder.alert("acme/widgets", Alert::new(number));
    let fake = (1..=150).fold(FakeGitHub::builder(), seed).start().unwrap();
    for (scope, operation) in [
        (["--repo", "acme/widgets"], &operations::LIST_REPO_ALERTS),
        (["--org", "acme"], &operations::LIST_ORG_ALERTS),
    ] {
        let arguments = [&scope[..], &["--out", "/dev/stdout"]].concat();
        let (code, stdout, stderr) = run("export", fake.base_url(), &arguments);
        assert_eq!(code, Some(0), "{stderr}");
        assert_eq!(numbers(&stdout), (1..=150).collect::<Vec<_>>());
        let received = fake.received_for(operation);
        let value = |index: usize, name: &str| {
            received[index].query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        };
        assert_eq!((received.len(), value(0, "after").as_deref()), (2, Some("")));
        assert!(value(1, "after").is_some_and(|cursor| !cursor.is_empty()), "{:?}", received[1].query);
        assert_eq!((value(0, "page"), value(1, "page")), (None, None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn page_numbers_are_followed_if_the_server_has_no_cursors() {
    let server = Server::start(|received| {
        let value = |page: u64| received.query().split('&').any(|pair| pair == format!("page={page}"));
        match (value(2), value(3)) {
            (true, _) => Reply::ok(&json!([{ "number": 2 }])).header("link", "<https://h/?page=3>; rel=next"),
            (_, true) => Reply::ok(&json!([{ "number": 3 }])),
            _ => Reply::ok(&json!([{ "number": 1 }])).header("link", "<https://h/?page=2>; rel=next"),
        }
    });
    for scope in [["--repo", "acme/widgets"], ["--org", "acme"]] {
        let arguments = [&scope[..], &["--out", "/dev/stdout"]].concat();
        let (code, stdout, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
        assert_eq!(code, Some(0), "{stderr}");
        assert_eq!(numbers(&stdout), [1, 2, 3]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cycle_of_pages_ends_the_export_without_repeated_alerts_and_cannot_be_resumed() {
    let server = Server::start(|received| {
        let (number, next) = match received.query() {
            query if query.contains("after=second") => (2, "third"),
            query if query.contains("after=third") => (3, "second"),
            _ => (1, "second"),
        };
        let link = format!("<https://h/?after={next}>; rel=next");
        Reply::ok(&json!([{ "number": number }])).header("link", &link)
    });
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    let partial = super::partial_of(&out);
    let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
    for more in [&[][..], &["--resume"], &["--resume"]] {
        let arguments = [&arguments[..], more].concat();
        let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
        assert_eq!(code, Some(1));
        assert!(stderr.contains("repeats an earlier page"), "{stderr}");
        let expected = format!("\n3 alerts were written to {}; this cannot be resumed", partial.display());
        assert!(stderr.ends_with(&expected), "{stderr}");
        assert_eq!(numbers(&fs::read_to_string(&partial).unwrap()), [1, 2, 3]);
    }
}
