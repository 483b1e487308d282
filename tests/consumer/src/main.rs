//! Calls every operation of the facade, from outside of its workspace.
//!
//! It is built and not run: it shows that a service can reach everything through the public API, and
//! its build time is what a service pays.

#[rustfmt::skip]
mod generated;

use futures_util::TryStreamExt;
use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::requests::ListAlerts;
use github_secret_scanning::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let github = Client::builder().token(std::env::var("GITHUB_TOKEN")?).build()?;
    generated::every(&github).await?;
    let (org, repo) = (github.org("acme")?, github.repo("acme", "widgets")?);
    println!("{} and {} open", open(org.alerts()).await?.len(), open(repo.alerts()).await?.len());
    conveniences(&github).await?;
    Ok(())
}

/// A list of any scope.
async fn open<S>(alerts: ListAlerts<S>) -> Result<Vec<Alert>, Error> {
    alerts
        .state(AlertState::Open)
        .secret_type(["adafruit_io_key"])
        .hide_secret(true)
        .stream()
        .try_collect()
        .await
}

async fn conveniences(github: &Client) -> Result<(), Error> {
    let repo = github.repo("acme", "widgets")?;
    repo.alert(42).resolve(Resolution::Revoked).comment("rotated").send().await?;
    repo.secret_bypass_request(21).approve("already revoked").await?;
    github.org("acme")?.pattern_configurations().change(|_| ()).await?;
    Ok(())
}
