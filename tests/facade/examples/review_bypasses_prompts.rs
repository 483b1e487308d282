//! What `review_bypasses` asks at a terminal, and what it does with the answers.

use github_secret_scanning::models::{BypassRequestStatus, PushRuleBypassRequest, SecretBypassRequest};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::terminal::at_terminal;

/// A secret is asked about under number 1 in both repositories, a push rule under number 2 in one of them, and what
/// number 4 asked for was denied.
fn fake() -> FakeGitHub {
    let mut denied = SecretBypassRequest::new(0, 4);
    denied.status = Some(BypassRequestStatus::Denied);
    FakeGitHub::builder()
        .bypass_request("acme/widgets", SecretBypassRequest::new(0, 1))
        .bypass_request("acme/gadgets", SecretBypassRequest::new(0, 1))
        .push_rule_bypass_request("acme/widgets", PushRuleBypassRequest::new(0, 2))
        .bypass_request("acme/widgets", denied)
        .start()
        .unwrap()
}

async fn status(fake: &FakeGitHub) -> Option<BypassRequestStatus> {
    let repo = fake.client().unwrap().repo("acme", "widgets").unwrap();
    repo.secret_bypass_request(1).get().await.unwrap().status
}

fn typed(fake: &FakeGitHub, scope: [&str; 2], text: &str) -> (Option<i32>, String) {
    at_terminal("review_bypasses", fake.base_url(), &scope, text, true)
}

#[tokio::test]
async fn a_request_is_decided_as_was_answered_after_yes_alone() {
    for (answers, code, status_after) in [
        ("deny\nnot this one\nyes\n", 0, BypassRequestStatus::Denied),
        ("approve\nas agreed\nyes\n", 0, BypassRequestStatus::Approved),
        ("deny\nnot this one\nno\n", 0, BypassRequestStatus::Open),
        ("approve\nas agreed\n", 0, BypassRequestStatus::Open),
        ("approve\n\n", 1, BypassRequestStatus::Open),
        ("yes\n", 1, BypassRequestStatus::Open),
        ("", 0, BypassRequestStatus::Open),
    ] {
        for (scope, number) in [(["--org", "acme"], "widgets#1"), (["--repo", "acme/widgets"], "1")] {
            let fake = fake();
            let ended = typed(&fake, scope, &format!("{number}\n{answers}"));
            assert_eq!(ended.0, Some(code), "{answers:?}: {}", ended.1);
            assert_eq!(status(&fake).await.as_ref(), Some(&status_after), "{answers:?}: {}", ended.1);
            assert!(!ended.1.contains('\u{1b}'), "{:?}", ended.1);
        }
    }
}

#[test]
fn only_a_request_for_a_secret_that_is_shown_can_be_decided() {
    let (org, repo) = (["--org", "acme"], ["--repo", "acme/widgets"]);
    for (scope, answer, refusal) in [
        (repo, "2", "none of those shown"),
        (repo, "4", "none of those shown"),
        (repo, "evilcorp/widgets#1", "evilcorp is not the owner"),
        (org, "widgets#2", "none of those shown"),
        (org, "widgets#4", "none of those shown"),
        (org, "1", "#1 and "),
        (org, "evilcorp/widgets#1", "evilcorp is not the owner"),
    ] {
        let fake = fake();
        let (code, shown) = typed(&fake, scope, &format!("{answer}\n"));
        assert_eq!(code, Some(1), "{answer}: {shown}");
        assert!(shown.contains(refusal), "{answer}: {shown}");
        assert!(fake.received_for(&operations::GET_SECRET_BYPASS_REQUEST).is_empty(), "{answer}: {shown}");
    }
}

#[test]
fn the_end_of_the_input_decides_nothing() {
    let fake = fake();
    let (code, shown) = typed(&fake, ["--org", "acme"], "");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("Decide on which request"), "{shown}");
    assert!(fake.received().iter().all(|received| received.method == "GET"));
}
