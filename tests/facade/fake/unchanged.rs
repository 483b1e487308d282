//! Conditional requests and the cache.

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{AlertScope, ETag, IfChanged, Repo};
use github_secret_scanning_fake::operations;

use super::{inspected, seeds};

/// The current ETag.
async fn mark(alert: &AlertScope) -> ETag {
    match alert.get().send_if_changed(None).await.unwrap() {
        IfChanged::Changed { etag: Some(etag), .. } => etag,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn alert_is_unchanged_until_an_update() {
    let github = inspected(seeds::all()).await;
    let alert = github.client().repo("acme", "widgets").unwrap().alert(42);
    let known = mark(&alert).await;
    for _ in 0..2 {
        assert_eq!(alert.get().send_if_changed(Some(&known)).await.unwrap(), IfChanged::Unchanged);
    }
    alert.resolve(Resolution::Revoked).await.unwrap();
    let IfChanged::Changed { value, etag } = alert.get().send_if_changed(Some(&known)).await.unwrap() else {
        panic!("it was resolved")
    };
    assert_eq!(value.resolution, Some(Resolution::Revoked));
    assert_ne!(etag.unwrap(), known);
    let received = github.fake().received_for(&operations::GET_ALERT);
    let statuses: Vec<_> = received.iter().map(|received| received.status.unwrap()).collect();
    assert_eq!(statuses, [200, 304, 304, 200]);
}

async fn remaining(repo: &Repo) -> Option<u64> {
    repo.alerts().page().await.unwrap().rate_limit.unwrap().remaining
}

#[tokio::test]
async fn unchanged_response_does_not_count_towards_the_rate_limit() {
    let github = inspected(seeds::all()).await;
    let repo = github.client().repo("acme", "widgets").unwrap();
    let known = mark(&repo.alert(42)).await;
    let before = remaining(&repo).await.unwrap();
    repo.alert(42).get().send_if_changed(Some(&known)).await.unwrap();
    assert_eq!(remaining(&repo).await, Some(before - 1));
    repo.alert(42).get().await.unwrap();
    assert_eq!(remaining(&repo).await, Some(before - 3));
}

#[cfg(feature = "cache")]
#[tokio::test]
async fn cache_is_served_after_revalidation() {
    let github = inspected(seeds::all()).await;
    let client = github.client_builder().cache(1 << 20).build().unwrap();
    let alert = client.repo("acme", "widgets").unwrap().alert(42);
    assert_eq!(alert.get().await.unwrap(), alert.get().await.unwrap());
    let received = github.fake().received();
    assert_eq!(received.iter().map(|received| received.status).collect::<Vec<_>>(), [Some(200), Some(304)]);
}
