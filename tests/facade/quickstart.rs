//! The quickstart of README.md, run on the fake with a malformed alert in the list.

use std::cell::RefCell;

use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::{Client, Error, ErrorKind};
use github_secret_scanning_fake::{FakeGitHub, FakeGitHubBuilder, operations};
use serde_json::json;

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

/// Returns a fake with five alerts, newest first from 42 on.
fn seeds() -> FakeGitHubBuilder {
    let numbers = [1, 2, 3, 4, 42];
    numbers
        .into_iter()
        .fold(FakeGitHub::builder(), |fake, number| fake.alert("acme/widgets", Alert::new(number)))
}

/// Returns the numbers that the quickstart prints, and its error.
async fn run(fake: &FakeGitHub) -> (Vec<String>, Option<Box<dyn std::error::Error>>) {
    let error = quickstart(fake.client().unwrap()).await.err();
    let number = |line: &String| line.split(' ').next().unwrap_or_default().to_owned();
    (PRINTED.take().iter().map(number).collect(), error)
}

#[test]
fn these_lines_are_those_of_the_readme() {
    let (_, quickstart) = README.split_once("## Quickstart").unwrap();
    assert!(lines(quickstart).len() > 5);
    assert_eq!(lines(THIS_FILE), lines(quickstart));
}

#[tokio::test]
async fn every_good_alert_is_printed_and_the_error_names_the_malformed_one() {
    let malformed = json!({ "secret_type_display_name": ["npm Access Token"] });
    let fake = seeds().raw_properties("acme/widgets", 3, malformed).start().unwrap();
    let (printed, error) = run(&fake).await;
    assert_eq!(printed, ["#42", "#4", "#2", "#1"]);
    let error = error.unwrap();
    let line = error.to_string();
    assert!(
        line.contains("1 malformed item: item 2 (number 3): cannot decode `secret_type_display_name`"),
        "{line}"
    );
    let error = error.downcast_ref::<Error>().unwrap();
    assert_eq!((error.kind(), error.malformed_items()[0].number()), (ErrorKind::MalformedItems, Some(3)));
    assert!(fake.received_for(&operations::UPDATE_ALERT).is_empty());
}

#[tokio::test]
async fn without_malformed_alerts_the_quickstart_runs_to_its_end() {
    let fake = seeds().start().unwrap();
    let (printed, error) = run(&fake).await;
    assert_eq!((printed.len(), error.is_none()), (5, true));
    assert_eq!(fake.received_for(&operations::UPDATE_ALERT).len(), 1);
}
