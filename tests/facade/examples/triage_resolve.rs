//! `triage --resolve`.

use github_secret_scanning::models::{Alert, AlertState};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::program::run;

#[test]
fn each_reason_is_sent_in_the_form_of_github() {
    for reason in ["false_positive", "wont_fix", "revoked", "used_in_tests"] {
        let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
        let arguments = ["--repo", "acme/widgets", "--resolve", "3", "--as", reason, "--yes"];
        let (code, stdout, stderr) = run("triage", fake.base_url(), &arguments);
        assert_eq!(code, Some(0), "{stderr}");
        assert!(stdout.contains(&format!("is resolved as {reason}")), "{stdout}");
        let updates = fake.received_for(&operations::UPDATE_ALERT);
        assert_eq!(updates[0].body, serde_json::json!({ "state": "resolved", "resolution": reason }));
    }
}

#[test]
fn secrets_are_never_requested() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    for scope in [["--repo", "acme/widgets"], ["--org", "acme"]] {
        assert_eq!(run("triage", fake.base_url(), &scope).0, Some(0));
    }
    let arguments = ["--org", "acme", "--resolve", "acme/Widgets#3", "--as", "revoked", "--yes"];
    assert_eq!(run("triage", fake.base_url(), &arguments).0, Some(0));
    let reads: Vec<_> = fake.received().into_iter().filter(|received| received.method == "GET").collect();
    assert_eq!(reads.len(), 3, "{reads:?}");
    for read in reads {
        assert!(read.query.contains(&("hide_secret".to_owned(), "true".to_owned())), "{read:?}");
    }
}

#[test]
fn resolved_alert_is_neither_listed_nor_resolved_again() {
    let mut alert = Alert::new(3);
    alert.state = Some(AlertState::Resolved);
    let fake = FakeGitHub::builder().alert("acme/widgets", alert).start().unwrap();
    let (code, stdout, _) = run("triage", fake.base_url(), &["--org", "acme"]);
    assert_eq!((code, stdout.as_str()), (Some(0), "no open alerts\n"));
    let arguments = ["--org", "acme", "--resolve", "widgets#3", "--as", "revoked", "--yes"];
    let (code, _, stderr) = run("triage", fake.base_url(), &arguments);
    assert_eq!((code, stderr.as_str()), (Some(1), "error: acme/widgets#3 is resolved already"));
    assert!(fake.received_for(&operations::UPDATE_ALERT).is_empty());
}

#[test]
fn reference_to_another_owner_or_without_a_repository_is_refused() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let (org, repo) = (["--org", "acme"], ["--repo", "acme/widgets"]);
    for (scope, reference, error) in [
        (org, "evilcorp/widgets#3", "evilcorp is not the owner"),
        (repo, "evilcorp/widgets#3", "evilcorp is not the owner"),
        (org, "/widgets#3", "is not the owner"),
        (org, "acme/#3", "repo"),
        (repo, "gadgets#3", "gadgets is not the repository"),
        (org, "3", "the repository is missing"),
    ] {
        let arguments = [&scope[..], &["--resolve", reference, "--as", "revoked", "--yes"]].concat();
        let (code, _, stderr) = run("triage", fake.base_url(), &arguments);
        assert_eq!(code, Some(1), "{reference}: {stderr}");
        assert!(stderr.contains(error), "{reference}: {stderr}");
    }
    assert!(fake.received().is_empty());
}

#[test]
fn incomplete_decision_is_a_usage_error() {
    let fake = FakeGitHub::start().unwrap();
    for arguments in [
        ["--resolve", "3"].as_slice(),
        &["--as", "revoked"],
        &["--yes"],
        &["--comment", "as agreed"],
        &["--resolve", "0", "--as", "revoked"],
        &["--resolve", "3", "--as", "forgotten"],
    ] {
        let arguments = [&["--repo", "acme/widgets"], arguments].concat();
        let (code, stdout, stderr) = run("triage", fake.base_url(), &arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}: {stderr}");
    }
    assert!(fake.received().is_empty());
}
