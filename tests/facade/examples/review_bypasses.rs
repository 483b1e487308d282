//! `review_bypasses`.

use github_secret_scanning::models::{BypassRequestStatus, PushRuleBypassRequest, SecretBypassRequest};
use github_secret_scanning::testing::{FakeGitHub, operations};

use super::program::run;

fn fake() -> FakeGitHub {
    let builder = FakeGitHub::builder().bypass_request("acme/widgets", SecretBypassRequest::new(0, 1));
    let builder = builder.bypass_request("acme/widgets", SecretBypassRequest::new(0, 2));
    builder.push_rule_bypass_request("acme/widgets", PushRuleBypassRequest::new(0, 3)).start().unwrap()
}

#[test]
fn a_repository_shows_both_kinds_and_an_organization_says_which_it_cannot_show() {
    let fake = fake();
    let (code, stdout, stderr) = run("review_bypasses", fake.base_url(), &["--repo", "acme/widgets"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("#1") && stdout.contains("#2") && stdout.contains("push rule"), "{stdout}");
    assert!(stdout.contains("decide on push rule #3 at http"), "{stdout}");
    let (code, stdout, stderr) = run("review_bypasses", fake.base_url(), &["--org", "acme"]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("widgets") && !stdout.contains("push rule"), "{stdout}");
    assert!(stderr.contains("push rules are listed for a repository alone"), "{stderr}");
}

#[tokio::test]
async fn a_request_is_approved_or_denied_with_a_message_after_a_yes_alone() {
    let fake = fake();
    let repo = fake.client().unwrap().repo("acme", "widgets").unwrap();
    for (decision, number, done, status) in [
        ("--approve", 1, "approved", BypassRequestStatus::Approved),
        ("--deny", 2, "denied", BypassRequestStatus::Denied),
    ] {
        let text = number.to_string();
        let arguments = ["--repo", "acme/widgets", decision, &text, "--message", "as agreed"];
        assert_eq!(run("review_bypasses", fake.base_url(), &arguments).0, Some(1));
        let request = repo.secret_bypass_request(number).get().await.unwrap();
        assert_eq!(request.status, Some(BypassRequestStatus::Open));

        let arguments = [&arguments[..], &["--yes"]].concat();
        let (code, stdout, _) = run("review_bypasses", fake.base_url(), &arguments);
        assert_eq!(code, Some(0));
        assert!(stdout.starts_with(&format!("acme/widgets#{number} is {done}")), "{stdout}");
        let request = repo.secret_bypass_request(number).get().await.unwrap();
        assert_eq!(request.status, Some(status));
        let received = fake.received_for(&operations::REVIEW_SECRET_BYPASS_REQUEST);
        assert_eq!(received.last().unwrap().body["message"], "as agreed");
    }
}
