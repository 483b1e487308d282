//! `review_bypasses`: prompts at a terminal.

use github_secret_scanning::models::{BypassRequestStatus, PushRuleBypassRequest, SecretBypassRequest};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::terminal::at_terminal;

/// Starts a fake where both repositories have an open request 1 for a secret, and one of them has a request 2 for push
/// rules and a denied request 4.
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
async fn request_is_only_reviewed_after_yes() {
    for (input, code, status_after) in [
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
            let result = typed(&fake, scope, &format!("{number}\n{input}"));
            assert_eq!(result.0, Some(code), "{input:?}: {}", result.1);
            assert_eq!(status(&fake).await.as_ref(), Some(&status_after), "{input:?}: {}", result.1);
            assert!(!result.1.contains('\u{1b}'), "{:?}", result.1);
        }
    }
}

#[test]
fn only_a_listed_request_for_a_secret_can_be_reviewed() {
    let (org, repo) = (["--org", "acme"], ["--repo", "acme/widgets"]);
    for (scope, input, error) in [
        (repo, "2", "is not in the list"),
        (repo, "4", "is not in the list"),
        (repo, "evilcorp/widgets#1", "evilcorp is not the owner"),
        (org, "widgets#2", "is not in the list"),
        (org, "widgets#4", "is not in the list"),
        (org, "1", "#1 or "),
        (org, "evilcorp/widgets#1", "evilcorp is not the owner"),
    ] {
        let fake = fake();
        let (code, shown) = typed(&fake, scope, &format!("{input}\n"));
        assert_eq!(code, Some(1), "{input}: {shown}");
        assert!(shown.contains(error), "{input}: {shown}");
        assert!(fake.received_for(&operations::GET_SECRET_BYPASS_REQUEST).is_empty(), "{input}: {shown}");
    }
}

#[test]
fn end_of_input_reviews_nothing() {
    let fake = fake();
    let (code, shown) = typed(&fake, ["--org", "acme"], "");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("Review which request"), "{shown}");
    assert!(fake.received().iter().all(|received| received.method == "GET"));
}
