//! `triage`.

use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::program::{run, without_server};

fn fake() -> FakeGitHub {
    let mut alert = Alert::new(3);
    alert.secret_type_display_name = Some("npm \u{1b}[31mAccess Token".to_owned());
    FakeGitHub::builder().alert("acme/widgets", alert).start().unwrap()
}

#[test]
fn open_alerts_are_written_to_a_pipe_without_escape_codes_and_secrets() {
    let fake = fake();
    let (code, stdout, stderr) = run("triage", fake.base_url(), &["--org", "acme"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let words =
        |line: usize| stdout.lines().nth(line).unwrap_or_default().split_whitespace().collect::<Vec<_>>();
    assert_eq!(words(0)[..3], ["repository", "number", "type"], "{stdout}");
    assert_eq!(words(2)[..2], ["widgets", "#3"], "{stdout}");
    assert!(!stdout.contains('\u{1b}'), "{stdout:?}");
    for received in fake.received_for(&operations::LIST_ORG_ALERTS) {
        assert!(received.query.contains(&("hide_secret".to_owned(), "true".to_owned())));
    }
}

#[test]
fn invisible_and_bidirectional_characters_are_removed() {
    let characters = "\u{ad}\u{61c}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}";
    let mut alert = Alert::new(3);
    alert.secret_type_display_name = Some(format!("npm{characters}\u{7}-token"));
    let fake = FakeGitHub::builder().alert("acme/widgets", alert).start().unwrap();
    let (_, stdout, _) = run("triage", fake.base_url(), &["--org", "acme"]);
    assert!(stdout.contains(" npm-token "), "{stdout:?}");
}

#[tokio::test]
async fn alert_is_only_resolved_with_yes() {
    let fake = fake();
    let alert = fake.client().unwrap().repo("acme", "widgets").unwrap().alert(3);
    let arguments = ["--org", "acme", "--resolve", "widgets#3", "--as", "revoked", "--comment", "rotated"];
    let (code, _, stderr) = run("triage", fake.base_url(), &arguments);
    assert_eq!(code, Some(1));
    assert!(stderr.contains("--yes"), "{stderr}");
    assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Open));

    let (code, stdout, _) = run("triage", fake.base_url(), &[&arguments[..], &["--yes"]].concat());
    assert_eq!((code, stdout.as_str()), (Some(0), "acme/widgets#3 is resolved as revoked by octocat\n"));
    let resolved = alert.get().await.unwrap();
    assert_eq!(resolved.resolution, Some(Resolution::Revoked));
    assert_eq!(resolved.resolution_comment.as_deref(), Some("rotated"));
}

#[test]
fn scope_is_required_with_a_base_url() {
    let (code, _, stderr) = run("triage", "http://127.0.0.1:1", &[]);
    assert_eq!(code, Some(2));
    assert!(stderr.starts_with("error: --org or --repo is required"), "{stderr}");
}

#[test]
fn readme_contains_the_table_of_the_fake() {
    let output = without_server("triage", &[]).output().unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    assert_eq!(table.lines().count(), 11, "{table}");
    assert!(include_str!("../../../README.md").contains(&table), "the README lacks:\n{table}");
}
