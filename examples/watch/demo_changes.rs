//! Changes an alert of the embedded fake every few seconds.

use std::time::Duration;

use github_secret_scanning::models::{Alert, Resolution, ValidityOverride};
use github_secret_scanning::{Error, Repo};
use github_secret_scanning_fake::FakeGitHub;

const INTERVAL: Duration = Duration::from_secs(3);

/// Changes alerts forever, and keeps the fake running.
pub(crate) async fn run(fake: FakeGitHub) {
    while alert_lifecycle(&fake).await.is_ok() {}
    std::future::pending().await
}

/// Creates an alert, changes it, and resolves it.
async fn alert_lifecycle(fake: &FakeGitHub) -> Result<(), Error> {
    let repo: Repo = fake.client()?.repo("acme", "widgets")?;
    tokio::time::sleep(INTERVAL).await;
    let Ok(number) = fake.add_alert("acme/widgets", npm_token()) else {
        return std::future::pending().await;
    };
    let alert = repo.alert(number);
    tokio::time::sleep(INTERVAL).await;
    alert.assign("octocat").await?;
    tokio::time::sleep(INTERVAL).await;
    alert.update().validity(ValidityOverride::Active).await?;
    tokio::time::sleep(INTERVAL).await;
    alert.resolve(Resolution::WontFix).await?;
    tokio::time::sleep(INTERVAL).await;
    alert.reopen().await?;
    tokio::time::sleep(INTERVAL).await;
    alert.unassign().await?;
    tokio::time::sleep(INTERVAL).await;
    alert.resolve(Resolution::Revoked).comment("rotated").await?;
    Ok(())
}

fn npm_token() -> Alert {
    let mut alert = Alert::new(0);
    alert.secret_type = Some("npm_access_token".to_owned());
    alert.secret_type_display_name = Some("npm Access Token".to_owned());
    alert
}
