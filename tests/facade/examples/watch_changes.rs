//! `watch`: the lines for the changes between two polls.

use chrono::{DateTime, TimeDelta, Utc};
use github_secret_scanning::models::{Alert, AlertState, Resolution, User, Validity};
use github_secret_scanning_fake::{FakeGitHub, operations};

use super::program::{Running, program};

/// Returns a time in seconds after the start of 2026.
fn at(seconds: i64) -> Option<DateTime<Utc>> {
    let start: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    Some(start + TimeDelta::seconds(seconds))
}

fn alert(number: u64, changed: i64, state: AlertState) -> Alert {
    let mut alert = Alert::new(number);
    alert.created_at = at(0);
    alert.updated_at = at(changed);
    alert.resolution = (state == AlertState::Resolved).then_some(Resolution::Revoked);
    alert.state = Some(state);
    alert
}

fn fake(alerts: impl IntoIterator<Item = Alert>) -> FakeGitHub {
    let builder = FakeGitHub::builder();
    alerts.into_iter().fold(builder, |builder, alert| builder.alert("acme/widgets", alert)).start().unwrap()
}

/// Starts `watch`, replaces alerts with those of `after` before the next poll, and returns the next `count` lines.
fn lines_of_one_poll(fake: &FakeGitHub, after: impl IntoIterator<Item = Alert>, count: usize) -> Vec<String> {
    let watch = program("watch", fake.base_url(), &["--repo", "acme/widgets", "--interval", "1"]);
    let mut watch = Running::start(watch);
    let mut line = watch.stdout();
    assert!(line().starts_with("watching "));
    watch.signal("STOP");
    for alert in after {
        fake.add_alert("acme/widgets", alert).unwrap();
    }
    watch.signal("CONT");
    let lines = (0..count).map(|_| line()).collect();
    // An unexpected line would be printed before this one.
    let mut last = alert(9_999, 9_999, AlertState::Open);
    last.created_at = at(9_999);
    fake.add_alert("acme/widgets", last).unwrap();
    assert!(line().contains("acme/widgets#9999  new: "));
    lines
}

#[test]
fn more_than_a_page_of_changes_are_each_printed_once_in_order() {
    let fake = fake((1..=250).map(|number| alert(number, 0, AlertState::Open)));
    let after = (1..=250).map(|number| alert(number, 1_000 - number as i64, AlertState::Resolved));
    let lines = lines_of_one_poll(&fake, after, 250);
    let numbers = lines.iter().map(|line| {
        assert!(line.ends_with("  resolved as revoked"), "{line}");
        let (_, number) = line.strip_suffix("  resolved as revoked").unwrap().rsplit_once('#').unwrap();
        number.parse::<u64>().unwrap()
    });
    assert_eq!(numbers.collect::<Vec<_>>(), (1..=250).rev().collect::<Vec<_>>());
    for read in fake.received_for(&operations::LIST_REPO_ALERTS) {
        assert!(read.query.contains(&("hide_secret".to_owned(), "true".to_owned())), "{read:?}");
    }
}

#[test]
fn each_kind_of_change_is_described() {
    let mut assigned = alert(1, 0, AlertState::Open);
    assigned.assigned_to = Some(Box::new(User::new(7, "anna")));
    let fake = fake([
        assigned,
        alert(2, 0, AlertState::Open),
        alert(3, 0, AlertState::Resolved),
        alert(4, 0, AlertState::Open),
    ]);
    let mut both = alert(2, 20, AlertState::Open);
    both.validity = Some(Validity::Active);
    both.assigned_to = Some(Box::new(User::new(7, "anna")));
    let mut short = alert(5, 50, AlertState::Resolved);
    short.created_at = at(45);
    let unassigned = alert(1, 10, AlertState::Open);
    let reopened = alert(3, 30, AlertState::Open);
    let dormant = alert(4, 40, AlertState::from("dormant"));
    let lines = lines_of_one_poll(&fake, [short, dormant, reopened, both, unassigned], 7);
    let expected = [
        "2026-01-01T00:00:10Z  acme/widgets#1  unassigned",
        "2026-01-01T00:00:20Z  acme/widgets#2  assigned to anna",
        "2026-01-01T00:00:20Z  acme/widgets#2  validity is now active",
        "2026-01-01T00:00:30Z  acme/widgets#3  reopened",
        "2026-01-01T00:00:40Z  acme/widgets#4  state is now dormant",
        "2026-01-01T00:00:50Z  acme/widgets#5  new: Example Api Key",
        "2026-01-01T00:00:50Z  acme/widgets#5  resolved as revoked",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn alert_without_a_snapshot_is_reopened_only_if_it_is_open() {
    // The first page of the last changed alerts has 100 items, so there is no snapshot of the last two.
    let first = (1..=100).map(|number| alert(number, 100, AlertState::Resolved));
    let fake = fake(first.chain([101, 102].map(|number| alert(number, 10, AlertState::Resolved))));
    let after = [alert(101, 201, AlertState::from("dormant")), alert(102, 202, AlertState::Open)];
    let lines = lines_of_one_poll(&fake, after, 2);
    let expected = [
        "2026-01-01T00:03:21Z  acme/widgets#101  state is now dormant",
        "2026-01-01T00:03:22Z  acme/widgets#102  reopened",
    ];
    assert_eq!(lines, expected);
}
