//! What `triage` asks at a terminal, and what it does with the answers.

use github_secret_scanning::models::{Alert, AlertState, Resolution, Validity};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::terminal::at_terminal;

/// Number 3 is in two repositories, number 4 in one.
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
async fn an_alert_is_resolved_after_yes_and_left_after_no_and_at_the_end_of_the_input() {
    for (answer, is_resolved) in
        [("yes\n", true), ("no\n", false), ("y\n", false), ("\n", false), ("", false)]
    {
        let fake = fake();
        let text = format!("widgets#3\nwont_fix\nas agreed\n{answer}");
        let (code, shown) = typed(&fake, ["--org", "acme"], &text);
        assert_eq!(code, Some(0), "{answer:?}: {shown}");
        assert_eq!(shown.contains("nothing was changed"), !is_resolved, "{answer:?}: {shown}");
        let alert = alert(&fake, "widgets", 3).await;
        let resolution = is_resolved.then_some(Resolution::WontFix);
        assert_eq!(alert.resolution, resolution, "{answer:?}: {shown}");
        assert_eq!(alert.resolution_comment.is_some(), is_resolved, "{answer:?}: {shown}");
        let reads = fake.received_for(&operations::GET_ALERT);
        let hidden = ("hide_secret".to_owned(), "true".to_owned());
        assert!(reads[0].query.contains(&hidden), "{reads:?}");
    }
}

#[test]
fn the_end_of_the_input_or_an_empty_line_at_a_question_ends_it_quietly() {
    for text in ["", "\n", "widgets#3\n", "widgets#3\n\n"] {
        let fake = fake();
        let (code, shown) = typed(&fake, ["--org", "acme"], text);
        assert_eq!(code, Some(0), "{text:?}: {shown}");
        assert!(fake.received_for(&operations::GET_ALERT).is_empty(), "{text:?}: {shown}");
    }
}

#[tokio::test]
async fn a_number_that_is_shown_once_needs_no_repository() {
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
fn what_is_ambiguous_not_shown_or_of_somebody_else_is_refused() {
    let org = ["--org", "acme"];
    let repo = ["--repo", "acme/widgets"];
    for (scope, answer, refusal) in [
        (org, "3", "#3 and "),
        (org, "9", "none of those shown"),
        (org, "widgets#4", "none of those shown"),
        (org, "evilcorp/widgets#3", "evilcorp is not the owner that was named, acme"),
        (org, "three", "is not a number"),
        (repo, "4", "none of those shown"),
        (repo, "gadgets#3", "gadgets is not the repository that was named"),
        (repo, "evilcorp/widgets#3", "evilcorp is not the owner that was named, acme"),
    ] {
        let fake = fake();
        let (code, shown) = typed(&fake, scope, &format!("{answer}\n"));
        assert_eq!(code, Some(1), "{answer}: {shown}");
        let error = shown.lines().find(|line| line.contains("error: ")).unwrap_or_default();
        assert!(error.contains(refusal), "{answer}: {shown}");
        assert!(fake.received_for(&operations::GET_ALERT).is_empty(), "{answer}: {shown}");
    }
}

#[test]
fn an_active_secret_is_coloured_unless_no_colours_are_wanted() {
    let fake = fake();
    for (no_colour, has_escape_codes) in [(true, false), (false, true)] {
        let (code, shown) = at_terminal("triage", fake.base_url(), &["--org", "acme"], "", no_colour);
        assert_eq!(code, Some(0), "{shown}");
        assert!(shown.contains("active") && shown.contains("Resolve which alert"), "{shown}");
        assert_eq!(shown.contains('\u{1b}'), has_escape_codes, "{shown:?}");
    }
}
