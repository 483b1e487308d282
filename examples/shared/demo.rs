//! The embedded fake: alerts and bypass requests of a small organization.

use std::io;
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning::models::{
    Actor, Alert, AlertState, BypassReason, CommitLocation, FirstDetectedLocation, IssueBodyLocation,
    PullRequestCommentLocation, PushRuleBypassRequest, PushRuleViolation, Resolution, SecretBypassDetail,
    SecretBypassRequest, User, Validity,
};
use github_secret_scanning_fake::FakeGitHub;

const WIDGETS: &str = "acme/widgets";
const GADGETS: &str = "acme/gadgets";
const COMMUNITY: &str = "acme/.github";

const GITHUB: Kind = Kind("github_personal_access_token", "GitHub Personal Access Token", "GitHub", "github");
const AWS: Kind =
    Kind("aws_access_key_id", "Amazon AWS Access Key ID", "Amazon Web Services", "amazon_web_services");
const STRIPE: Kind = Kind("stripe_api_key", "Stripe API Key", "Stripe", "stripe");
const SLACK: Kind = Kind("slack_api_token", "Slack API Token", "Slack", "slack");
const NPM: Kind = Kind("npm_access_token", "npm Access Token", "npm", "npm");
const AZURE: Kind =
    Kind("azure_storage_account_key", "Azure Storage Account Key", "Microsoft Azure", "microsoft_azure");

/// One day in hours.
const DAY: i64 = 24;

/// A type of secret: id, name, provider, and the provider's slug.
struct Kind(&'static str, &'static str, &'static str, &'static str);

/// Starts the fake.
pub(super) fn start() -> io::Result<FakeGitHub> {
    let anna = || Some(User::new(1001, "anna"));
    let ben = || Some(User::new(1002, "ben"));
    let leak = || file(WIDGETS, "deploy/production.env", 12);
    FakeGitHub::builder()
        .enterprise("acme-inc", ["acme"])
        .repo(COMMUNITY)
        .alert(
            WIDGETS,
            resolved(
                alert(1, AWS, 200 * DAY, file(WIDGETS, "src/storage.rs", 44)),
                Resolution::Revoked,
                199 * DAY,
            ),
        )
        .alert(WIDGETS, alert(2, STRIPE, 90 * DAY, file(WIDGETS, "billing/tests/fixtures/charge.json", 7)))
        .alert(WIDGETS, assigned(alert(3, GITHUB, 21 * DAY, file(WIDGETS, ".ci/release.sh", 18)), anna()))
        .alert(
            WIDGETS,
            resolved(
                alert(4, SLACK, 12 * DAY, file(WIDGETS, "bots/notify.py", 3)),
                Resolution::UsedInTests,
                11 * DAY,
            ),
        )
        .alert(WIDGETS, checked(alert(5, NPM, 4 * DAY, file(WIDGETS, ".npmrc", 2)), Validity::Inactive))
        .alert(WIDGETS, checked(leaked(assigned(alert(6, AWS, 27, leak()), ben())), Validity::Active))
        .alert(
            WIDGETS,
            checked(alert(7, GITHUB, 2, file(WIDGETS, "src/sync/github.rs", 118)), Validity::Active),
        )
        .alert(
            GADGETS,
            resolved(
                alert(1, AZURE, 300 * DAY, file(GADGETS, "infra/main.tf", 91)),
                Resolution::WontFix,
                250 * DAY,
            ),
        )
        .alert(GADGETS, assigned(alert(2, AZURE, 45 * DAY, file(GADGETS, "infra/backup.tf", 30)), anna()))
        .alert(
            GADGETS,
            resolved(alert(3, STRIPE, 30 * DAY, comment("gadgets", 57)), Resolution::FalsePositive, 29 * DAY),
        )
        .alert(GADGETS, checked(alert(4, SLACK, 6 * DAY, issue("gadgets", 71)), Validity::Inactive))
        .alert(GADGETS, checked(alert(5, NPM, 5, file(GADGETS, "web/.npmrc", 1)), Validity::Active))
        .alert(COMMUNITY, alert(1, GITHUB, 9 * DAY, file(COMMUNITY, "workflow-templates/publish.yml", 23)))
        .bypass_request(
            WIDGETS,
            bypass(1, "carol", 30, "tests/keys.rs", BypassReason::UsedInTests, "a key that never worked"),
        )
        .bypass_request(
            WIDGETS,
            bypass(2, "dave", 3, "deploy/staging.env", BypassReason::FixLater, "the demo is at noon"),
        )
        .bypass_request(
            GADGETS,
            bypass(1, "erin", 5 * DAY, "docs/setup.md", BypassReason::FalsePositive, "only an example"),
        )
        .push_rule_bypass_request(
            WIDGETS,
            push_rule(3, "carol", 20, "file_extension_restriction", "logo as a .psd"),
        )
        .push_rule_bypass_request(
            GADGETS,
            push_rule(2, "erin", 50, "max_file_size", "the new firmware image"),
        )
        .start()
}

/// Returns a time in whole seconds, like those of GitHub.
fn hours_ago(hours: i64) -> Option<DateTime<Utc>> {
    let now = DateTime::<Utc>::from(SystemTime::now());
    DateTime::from_timestamp_secs((now - TimeDelta::hours(hours)).timestamp())
}

fn alert(number: u64, kind: Kind, hours: i64, found: FirstDetectedLocation) -> Alert {
    let Kind(id, name, provider, slug) = kind;
    let mut alert = Alert::new(number);
    alert.secret_type = Some(id.to_owned());
    alert.secret_type_display_name = Some(name.to_owned());
    alert.provider = Some(provider.to_owned());
    alert.provider_slug = Some(slug.to_owned());
    alert.created_at = hours_ago(hours);
    alert.updated_at = alert.created_at;
    alert.first_location_detected = Some(Box::new(found));
    alert
}

fn checked(mut alert: Alert, validity: Validity) -> Alert {
    alert.validity = Some(validity);
    alert
}

fn leaked(mut alert: Alert) -> Alert {
    alert.publicly_leaked = Some(true);
    alert
}

fn assigned(mut alert: Alert, to: Option<User>) -> Alert {
    alert.assigned_to = to.map(Into::into);
    alert
}

fn resolved(mut alert: Alert, resolution: Resolution, hours: i64) -> Alert {
    alert.state = Some(AlertState::Resolved);
    alert.resolution = Some(resolution);
    alert.resolved_at = hours_ago(hours);
    alert.resolved_by = Some(Box::new(User::new(1001, "anna")));
    alert.updated_at = alert.resolved_at;
    alert
}

fn file(repo: &str, path: &str, line: u64) -> FirstDetectedLocation {
    const COMMIT: &str = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
    const BLOB: &str = "b10b0000b10b0000b10b0000b10b0000b10b0000";
    let commit = format!("https://api.github.com/repos/{repo}/git/commits/{COMMIT}");
    let blob = format!("https://api.github.com/repos/{repo}/git/blobs/{BLOB}");
    let location = CommitLocation::default()
        .path(path)
        .start_line(line)
        .end_line(line)
        .start_column(1)
        .end_column(41)
        .blob_sha(BLOB)
        .blob_url(blob)
        .commit_sha(COMMIT)
        .commit_url(commit);
    FirstDetectedLocation::CommitLocation(location)
}

fn issue(repo: &str, number: u64) -> FirstDetectedLocation {
    let mut issue =
        IssueBodyLocation::new(format!("https://api.github.com/repos/acme/{repo}/issues/{number}"));
    issue.html_url = Some(format!("https://github.com/acme/{repo}/issues/{number}"));
    FirstDetectedLocation::IssueBodyLocation(issue)
}

fn comment(repo: &str, number: u64) -> FirstDetectedLocation {
    let address = format!("https://api.github.com/repos/acme/{repo}/issues/comments/{number}0001");
    let mut comment = PullRequestCommentLocation::new(address);
    comment.html_url =
        Some(format!("https://github.com/acme/{repo}/pull/{number}#issuecomment-{number}0001"));
    FirstDetectedLocation::PullRequestCommentLocation(comment)
}

fn actor(name: &str) -> Option<Actor> {
    let mut actor = Actor::default();
    actor.actor_name = Some(name.to_owned());
    Some(actor)
}

fn bypass(
    number: u64,
    requester: &str,
    hours: i64,
    path: &str,
    reason: BypassReason,
    comment: &str,
) -> SecretBypassRequest {
    let mut detail = SecretBypassDetail::default();
    detail.secret_type = Some(GITHUB.0.to_owned());
    detail.bypass_reason = Some(reason);
    detail.path = Some(path.to_owned());
    detail.branch = Some("refs/heads/main".to_owned());
    let mut request = SecretBypassRequest::new(0, number);
    request.requester = actor(requester);
    request.requester_comment = Some(comment.to_owned());
    request.created_at = hours_ago(hours);
    request.expires_at = hours_ago(hours - 7 * DAY);
    request.data = Some(vec![detail]);
    request
}

fn push_rule(number: u64, requester: &str, hours: i64, rule: &str, comment: &str) -> PushRuleBypassRequest {
    let mut violation = PushRuleViolation::default();
    violation.rule_type = Some(rule.to_owned());
    violation.ruleset_name = Some("pushes to main".to_owned());
    violation.total_violations = Some(1);
    let mut request = PushRuleBypassRequest::new(0, number);
    request.requester = actor(requester);
    request.requester_comment = Some(comment.to_owned());
    request.created_at = hours_ago(hours);
    request.expires_at = hours_ago(hours - 7 * DAY);
    request.data = Some(vec![violation]);
    request
}
