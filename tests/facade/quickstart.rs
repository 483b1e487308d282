//! The quickstart of README.md, run with a malformed alert in the list.

use std::cell::RefCell;

use github_secret_scanning::models::{AlertState, Resolution};
use github_secret_scanning::{Client, Error, ErrorKind};
use serde_json::{Value, json};

use crate::support::{Reply, Server, client};

const README: &str = include_str!("../../README.md");
const THIS_FILE: &str = include_str!("quickstart.rs");

thread_local! {
    static PRINTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Collects what the quickstart prints.
macro_rules! println {
    ($($arguments:tt)*) => { PRINTED.with_borrow_mut(|printed| printed.push(format!($($arguments)*))) };
}

/// The lines of README.md, below the client.
async fn quickstart(github: Client) -> Result<(), Box<dyn std::error::Error>> {
    let repo = github.repo("acme", "widgets")?;
    let mut open = repo.alerts().state(AlertState::Open).stream();
    while let Some(alert) = open.try_next().await? {
        println!("#{} {:?}", alert.number, alert.secret_type_display_name);
    }
    // A write: it resolves alert 42.
    repo.alert(42).resolve(Resolution::Revoked).comment("rotated").send().await?;
    Ok(())
}

/// Returns the lines of the quickstart that create no client.
fn lines(text: &str) -> Vec<&str> {
    let from_scope = text.lines().skip_while(|line| !line.starts_with("    let repo = github.repo("));
    from_scope.take_while(|line| *line != "}").collect()
}

/// Starts a server of two pages of alerts, and returns what the quickstart prints and its error.
async fn run(first: Value, second: Value) -> (Vec<String>, Option<Box<dyn std::error::Error>>, Server) {
    let server = Server::start(move |request| match (request.method.as_str(), request.query()) {
        ("PATCH", _) => Reply::ok(&json!({ "number": 42 })),
        (_, query) if query.contains("page=2") => Reply::ok(&second),
        _ => Reply::ok(&first).header("link", "<https://h/?page=2>; rel=\"next\""),
    });
    let error = quickstart(client(&server)).await.err();
    (PRINTED.take(), error, server)
}

#[test]
fn these_lines_are_those_of_the_readme() {
    let (_, quickstart) = README.split_once("## Quickstart").unwrap();
    assert!(lines(quickstart).len() > 5);
    assert_eq!(lines(THIS_FILE), lines(quickstart));
}

#[tokio::test]
async fn every_good_alert_is_printed_and_the_error_names_the_malformed_one() {
    let malformed = json!({ "number": 4, "secret_type_display_name": ["npm Access Token"] });
    let first = json!([{ "number": 5 }, malformed, { "number": 3 }]);
    let (printed, error, server) = run(first, json!([{ "number": 2 }, { "number": 1 }])).await;
    assert_eq!(printed, ["#5 None", "#3 None", "#2 None", "#1 None"]);
    let error = error.unwrap();
    let line = error.to_string();
    assert!(
        line.contains("1 malformed item: item 1 (number 4): cannot decode `secret_type_display_name`"),
        "{line}"
    );
    let error = error.downcast_ref::<Error>().unwrap();
    assert_eq!((error.kind(), error.malformed_items()[0].number()), (ErrorKind::MalformedItems, Some(4)));
    assert!(server.received().iter().all(|request| request.method == "GET"));
}

#[tokio::test]
async fn without_malformed_alerts_the_quickstart_runs_to_its_end() {
    let (printed, error, server) = run(json!([{ "number": 2 }]), json!([{ "number": 1 }])).await;
    assert_eq!((printed.len(), error.is_none()), (2, true));
    assert_eq!(server.received().last().unwrap().method, "PATCH");
}
