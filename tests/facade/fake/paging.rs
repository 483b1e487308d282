//! Lists of alerts over several pages.

use std::collections::BTreeSet;

use github_secret_scanning::Items;
use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{FakeGitHub, Operation, operations};

use super::inspected;
use crate::support::Inspected;

/// Five alerts in one repository of an enterprise, and two with the same numbers in another one.
async fn seven_alerts() -> Inspected {
    let mut fake = FakeGitHub::builder().enterprise("acme-inc", ["acme"]);
    for number in 1..=5 {
        fake = fake.alert("acme/widgets", Alert::new(number));
    }
    for number in 1..=2 {
        fake = fake.alert("acme/gadgets", Alert::new(number));
    }
    inspected(fake).await
}

/// The alerts of a list, each of them once, by repository and number.
async fn walk(mut items: Items<Alert>) -> BTreeSet<(String, u64)> {
    let mut found = BTreeSet::new();
    while let Some(alert) = items.try_next().await.unwrap() {
        let repo = alert.repository.map_or("acme/widgets".into(), |repository| repository.full_name);
        assert!(found.insert((repo.clone(), alert.number.get())), "{repo} {} came twice", alert.number);
    }
    found
}

fn alerts(repo: &str, numbers: std::ops::RangeInclusive<u64>) -> BTreeSet<(String, u64)> {
    numbers.map(|number| (repo.to_owned(), number)).collect()
}

fn all() -> BTreeSet<(String, u64)> {
    &alerts("acme/widgets", 1..=5) | &alerts("acme/gadgets", 1..=2)
}

/// The queries for one list, each parameter by its name alone.
fn parameters(github: &Inspected, operation: &Operation) -> Vec<Vec<String>> {
    let received = github.fake().received_for(operation);
    received.into_iter().map(|received| received.query.into_iter().map(|(name, _)| name).collect()).collect()
}

#[tokio::test]
async fn paging_by_number_returns_every_alert_once() {
    let github = seven_alerts().await;
    let of_repo = github.client().repo("acme", "widgets").unwrap().alerts().per_page(2);
    assert_eq!(walk(of_repo.stream()).await, alerts("acme/widgets", 1..=5));
    let of_org = github.client().org("acme").unwrap().alerts().per_page(3);
    assert_eq!(walk(of_org.stream()).await, all());

    let next = ["page", "per_page"];
    assert_eq!(parameters(&github, &operations::LIST_REPO_ALERTS), [&["per_page"][..], &next, &next]);
    assert_eq!(parameters(&github, &operations::LIST_ORG_ALERTS), [&["per_page"][..], &next, &next]);
}

#[tokio::test]
async fn paging_by_cursor_returns_every_alert_once() {
    let github = seven_alerts().await;
    let of_repo = github.client().repo("acme", "widgets").unwrap().alerts().by_cursor().per_page(2);
    assert_eq!(walk(of_repo.stream()).await, alerts("acme/widgets", 1..=5));
    let of_org = github.client().org("acme").unwrap().alerts().by_cursor().per_page(3);
    assert_eq!(walk(of_org.stream()).await, all());
    let of_enterprise = github.client().enterprise("acme-inc").unwrap().alerts().per_page(3);
    assert_eq!(walk(of_enterprise.stream()).await, all());

    let cursor = ["after", "per_page"];
    assert_eq!(parameters(&github, &operations::LIST_REPO_ALERTS), [cursor; 3]);
    assert_eq!(parameters(&github, &operations::LIST_ORG_ALERTS), [cursor; 3]);
    let of_enterprise = parameters(&github, &operations::LIST_ENTERPRISE_ALERTS);
    assert_eq!(of_enterprise, [&["per_page"][..], &cursor, &cursor]);
}

#[tokio::test]
async fn paging_by_cursor_is_stable_while_alerts_are_added() {
    let github = seven_alerts().await;
    let of_repo = github.client().repo("acme", "widgets").unwrap().alerts().by_cursor().per_page(2);
    let mut items = of_repo.stream();
    let first = items.try_next().await.unwrap().unwrap().number.get();
    github.fake().add_alert("acme/widgets", Alert::new(0)).unwrap();
    let rest = walk(items).await;
    assert!(!rest.contains(&("acme/widgets".to_owned(), first)));
    assert_eq!(rest.iter().filter(|(_, number)| *number <= 5).count(), 4);
}

#[tokio::test]
async fn single_page_has_no_next_page() {
    let github = seven_alerts().await;
    let page = github.client().repo("acme", "widgets").unwrap().alerts().page().await.unwrap();
    assert_eq!((page.items.len(), page.next.is_none(), page.last), (5, true, None));
}
