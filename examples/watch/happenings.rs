//! Something happens on the made-up GitHub every few seconds, so that there is something to watch.

use std::time::Duration;

use github_secret_scanning::models::{Alert, Resolution, ValidityOverride};
use github_secret_scanning::{Error, Repo};
use github_secret_scanning_fake::FakeGitHub;

const PAUSE: Duration = Duration::from_secs(3);

/// Never ends; the fake lives as long as this.
pub(crate) async fn go_on(fake: FakeGitHub) {
    // A change that the fake refuses is only one that nobody sees.
    while once_around(&fake).await.is_ok() {}
    std::future::pending().await
}

/// The life of an alert, from the push to its end.
async fn once_around(fake: &FakeGitHub) -> Result<(), Error> {
    let repo: Repo = fake.client()?.repo("acme", "widgets")?;
    tokio::time::sleep(PAUSE).await;
    let Ok(number) = fake.add_alert("acme/widgets", leaked()) else {
        return std::future::pending().await;
    };
    let alert = repo.alert(number);
    tokio::time::sleep(PAUSE).await;
    alert.assign("octocat").await?;
    tokio::time::sleep(PAUSE).await;
    alert.update().validity(ValidityOverride::Active).await?;
    tokio::time::sleep(PAUSE).await;
    alert.resolve(Resolution::WontFix).await?;
    tokio::time::sleep(PAUSE).await;
    alert.reopen().await?;
    tokio::time::sleep(PAUSE).await;
    alert.unassign().await?;
    tokio::time::sleep(PAUSE).await;
    alert.resolve(Resolution::Revoked).comment("rotated").await?;
    Ok(())
}

fn leaked() -> Alert {
    let mut alert = Alert::new(0);
    alert.secret_type = Some("npm_access_token".to_owned());
    alert.secret_type_display_name = Some("npm Access Token".to_owned());
    alert
}
