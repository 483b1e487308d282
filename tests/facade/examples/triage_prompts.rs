//! `triage`: prompts at a terminal.

use github_secret_scanning::models::{Alert, AlertState, Resolution, Validity};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::terminal::at_terminal;

/// Starts a fake with an alert 3 in two repositories and an alert 4 in one.
fn fake() -> FakeGitHub {
    let mut active = Alert::new(3);
    active.validity = Some(Validity::Active);
    let builder = FakeGitHub::builder().alert("acme/widgets", active).alert("acme/gadgets", Alert::new(3));
    builder.alert("acme/gadgets", Alert::new(4)).start().unwrap()
}

async fn alert(fake: &FakeGitHub, repo: &str, number: u64) -> Alert {
    fake.client().unwrap().repo("acme", repo).unwrap().alert(number).get().await.unwrap()
}

fn typed(fake: &FakeGitHub, scope: [&str; 2], text: &str) -> (Option<i32>, String) {
    at_terminal("triage", fake.base_url(), &scope, text, true)
}

#[tokio::test]
async fn alert_is_only_resolved_after_yes() {
    for (input, is_resolved) in [("yes\n", true), ("no\n", false), ("y\n", false), ("\n", false), ("", false)]
    {
        let fake = fake();
        let text = format!("widgets#3\nwont_fix\nas agreed\n{input}");
        let (code, shown) = typed(&fake, ["--org", "acme"], &text);
        assert_eq!(code, Some(0), "{input:?}: {shown}");
        assert_eq!(shown.contains("nothing was changed"), !is_resolved, "{input:?}: {shown}");
        let alert = alert(&fake, "widgets", 3).await;
        let resolution = is_resolved.then_some(Resolution::WontFix);
        assert_eq!(alert.resolution, resolution, "{input:?}: {shown}");
        assert_eq!(alert.resolution_comment.is_some(), is_resolved, "{input:?}: {shown}");
        let reads = fake.received_for(&operations::GET_ALERT);
        let hidden = ("hide_secret".to_owned(), "true".to_owned());
        assert!(reads[0].query.contains(&hidden), "{reads:?}");
    }
}

#[test]
fn end_of_input_or_an_empty_line_changes_nothing() {
    for text in ["", "\n", "widgets#3\n", "widgets#3\n\n"] {
        let fake = fake();
        let (code, shown) = typed(&fake, ["--org", "acme"], text);
        assert_eq!(code, Some(0), "{text:?}: {shown}");
        assert!(fake.received_for(&operations::GET_ALERT).is_empty(), "{text:?}: {shown}");
    }
}

#[tokio::test]
async fn unambiguous_number_needs_no_repository() {
    let fake = fake();
    let (code, shown) = typed(&fake, ["--org", "acme"], "4\nrevoked\n\nyes\n");
    assert_eq!(code, Some(0), "{shown}");
    assert_eq!(alert(&fake, "gadgets", 4).await.state, Some(AlertState::Resolved));
    let (code, shown) = typed(&fake, ["--repo", "acme/widgets"], "#3\nrevoked\n\nyes\n");
    assert_eq!(code, Some(0), "{shown}");
    assert_eq!(alert(&fake, "widgets", 3).await.state, Some(AlertState::Resolved));
    assert_eq!(alert(&fake, "gadgets", 3).await.state, Some(AlertState::Open));
}

#[test]
fn ambiguous_unlisted_and_foreign_references_are_refused() {
    let org = ["--org", "acme"];
    let repo = ["--repo", "acme/widgets"];
    for (scope, input, expected) in [
        (org, "3", "#3 or "),
        (org, "9", "is not in the list"),
        (org, "widgets#4", "is not in the list"),
        (org, "evilcorp/widgets#3", "evilcorp is not the owner in the arguments, acme"),
        (org, "three", "is not a valid reference"),
        (repo, "4", "is not in the list"),
        (repo, "gadgets#3", "gadgets is not the repository in the arguments"),
        (repo, "evilcorp/widgets#3", "evilcorp is not the owner in the arguments, acme"),
    ] {
        let fake = fake();
        let (code, shown) = typed(&fake, scope, &format!("{input}\n"));
        assert_eq!(code, Some(1), "{input}: {shown}");
        let error = shown.lines().find(|line| line.contains("error: ")).unwrap_or_default();
        assert!(error.contains(expected), "{input}: {shown}");
        assert!(fake.received_for(&operations::GET_ALERT).is_empty(), "{input}: {shown}");
    }
}

#[test]
fn active_secret_is_coloured_unless_colours_are_disabled() {
    let fake = fake();
    for (no_colour, has_escape_codes) in [(true, false), (false, true)] {
        let (code, shown) = at_terminal("triage", fake.base_url(), &["--org", "acme"], "", no_colour);
        assert_eq!(code, Some(0), "{shown}");
        assert!(shown.contains("active") && shown.contains("Resolve which alert"), "{shown}");
        assert_eq!(shown.contains('\u{1b}'), has_escape_codes, "{shown:?}");
    }
}
