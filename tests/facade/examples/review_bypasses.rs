//! `review_bypasses`.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning::models::{
    Actor, BypassReason, BypassRequestStatus, PushRuleBypassRequest, SecretBypassDetail, SecretBypassRequest,
};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::program::run;

fn fake() -> FakeGitHub {
    let builder = FakeGitHub::builder().bypass_request("acme/widgets", SecretBypassRequest::new(0, 1));
    let builder = builder.bypass_request("acme/widgets", SecretBypassRequest::new(0, 2));
    builder.push_rule_bypass_request("acme/widgets", PushRuleBypassRequest::new(0, 3)).start().unwrap()
}

#[test]
fn repository_lists_both_kinds_and_organization_only_those_for_secrets() {
    let fake = fake();
    let (code, stdout, stderr) = run("review_bypasses", fake.base_url(), &["--repo", "acme/widgets"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("#1") && stdout.contains("#2") && stdout.contains("push rule"), "{stdout}");
    assert!(stdout.contains("review push rule #3 at http"), "{stdout}");
    let (code, stdout, stderr) = run("review_bypasses", fake.base_url(), &["--org", "acme"]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("widgets") && !stdout.contains("push rule"), "{stdout}");
    assert!(stderr.contains("push rules are only listed for a repository"), "{stderr}");
}

#[tokio::test]
async fn request_is_only_reviewed_with_yes() {
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

fn days_ago(number: u64, days: i64) -> SecretBypassRequest {
    let mut request = SecretBypassRequest::new(0, number);
    let now = DateTime::<Utc>::from(SystemTime::now());
    request.created_at = Some(now - TimeDelta::days(days));
    request.expires_at = Some(now + TimeDelta::days(7));
    request
}

#[test]
fn open_requests_of_the_last_month_are_listed_oldest_first() {
    let mut denied = days_ago(4, 3);
    denied.status = Some(BypassRequestStatus::Denied);
    let requests = [days_ago(1, 2), days_ago(2, 20), days_ago(3, 0), denied, days_ago(5, 40)];
    let builder = requests
        .into_iter()
        .fold(FakeGitHub::builder(), |builder, request| builder.bypass_request("acme/widgets", request));
    let mut push_rule = PushRuleBypassRequest::new(0, 6);
    push_rule.created_at = days_ago(6, 10).created_at;
    push_rule.expires_at = days_ago(6, 10).expires_at;
    let fake = builder.push_rule_bypass_request("acme/widgets", push_rule).start().unwrap();
    for (scope, expected) in [
        (["--repo", "acme/widgets"], ["#2", "#6", "#1", "#3"].as_slice()),
        (["--org", "acme"], &["#2", "#1", "#3"]),
    ] {
        let (code, stdout, _) = run("review_bypasses", fake.base_url(), &scope);
        assert_eq!(code, Some(0));
        let table = stdout.lines().filter(|line| !line.starts_with("review push rule"));
        let numbers = table.filter_map(|line| line.split_whitespace().find(|word| word.starts_with('#')));
        assert_eq!(numbers.collect::<Vec<_>>(), expected, "{stdout}");
    }
}

#[test]
fn request_is_shown_before_the_confirmation() {
    let mut detail = SecretBypassDetail::default();
    detail.secret_type = Some("npm_access_token".to_owned());
    detail.path = Some(".npmrc:2:1".to_owned());
    detail.branch = Some("refs/heads/main".to_owned());
    detail.bypass_reason = Some(BypassReason::FixLater);
    let mut request = SecretBypassRequest::new(0, 1);
    request.data = Some(vec![detail, SecretBypassDetail::default()]);
    request.requester_comment = Some("the demo\nis at noon".to_owned());
    let mut carol = Actor::default();
    carol.actor_name = Some("carol".to_owned());
    request.requester = Some(carol);
    let fake = FakeGitHub::builder().bypass_request("acme/widgets", request).start().unwrap();
    let arguments = ["--repo", "acme/widgets", "--deny", "1", "--message", "no"];
    let (code, _, stderr) = run("review_bypasses", fake.base_url(), &arguments);
    assert_eq!(code, Some(1));
    let lines: Vec<_> = stderr.lines().collect();
    let expected = [
        "acme/widgets#1, requested by carol: the demo is at noon",
        "  npm_access_token in .npmrc:2:1 on refs/heads/main: fix_later",
        "  a secret",
    ];
    assert_eq!(lines[..3], expected);
    assert!(lines[3].starts_with("error: ") && lines[3].contains("--yes"), "{stderr}");
}

#[test]
fn request_that_is_not_open_is_not_reviewed() {
    let mut approved = SecretBypassRequest::new(0, 1);
    approved.status = Some(BypassRequestStatus::Approved);
    let mut pending = SecretBypassRequest::new(0, 2);
    pending.status = Some(BypassRequestStatus::Pending);
    let builder = FakeGitHub::builder().bypass_request("acme/widgets", approved);
    let builder = builder.bypass_request("acme/widgets", pending);
    let fake = builder.bypass_request("acme/widgets", SecretBypassRequest::new(0, 3)).start().unwrap();
    let deny = |number| {
        let arguments = ["--repo", "acme/widgets", "--deny", number, "--message", "no", "--yes"];
        let (code, _, stderr) = run("review_bypasses", fake.base_url(), &arguments);
        (code, stderr.lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(deny("1"), (Some(1), "error: acme/widgets#1 is approved already".to_owned()));
    assert_eq!(deny("2").0, Some(0));
    fake.advance(Duration::from_secs(8 * 24 * 60 * 60));
    assert_eq!(deny("3"), (Some(1), "error: acme/widgets#3 is expired already".to_owned()));
    assert_eq!(fake.received_for(&operations::REVIEW_SECRET_BYPASS_REQUEST).len(), 1);
}

#[test]
fn incomplete_decision_is_a_usage_error() {
    let fake = fake();
    for arguments in [
        ["--repo", "acme/widgets", "--approve", "1"].as_slice(),
        &["--repo", "acme/widgets", "--deny", "1"],
        &["--repo", "acme/widgets", "--deny", "1", "--yes"],
        &["--repo", "acme/widgets", "--message", "as agreed"],
        &["--repo", "acme/widgets", "--yes"],
        &["--repo", "acme/widgets", "--approve", "1", "--deny", "2", "--message", "as agreed"],
        &["--org", "acme", "--approve", "1", "--message", "as agreed"],
        &["--org", "acme", "--deny", "1", "--message", "as agreed"],
    ] {
        let (code, stdout, stderr) = run("review_bypasses", fake.base_url(), arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}: {stderr}");
    }
    assert!(fake.received().is_empty());
}
