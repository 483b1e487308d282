// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! A plain call of each operation.

use github_secret_scanning::{Client, Error, models};

/// Calls every operation.
pub(crate) async fn every(github: &Client) -> Result<(), Error> {
    let enterprise = github.enterprise("acme-inc")?;
    let org = github.org("acme")?;
    let repo = github.repo("acme", "widgets")?;
    _ = enterprise.alerts().stream().try_next().await?;
    _ = enterprise.pattern_configurations().get().await?;
    _ = enterprise
        .pattern_configurations()
        .update()
        .custom_pattern_settings([models::CustomPatternSetting::new("token_type")])
        .await?;
    _ = org.secret_bypass_requests().stream().try_next().await?;
    _ = org.alerts().stream().try_next().await?;
    _ = org.pattern_configurations().get().await?;
    _ = org
        .pattern_configurations()
        .update()
        .custom_pattern_settings([models::CustomPatternSetting::new("token_type")])
        .await?;
    _ = repo.push_rule_bypass_requests().stream().try_next().await?;
    _ = repo.push_rule_bypass_request(42).get().await?;
    _ = repo.secret_bypass_requests().stream().try_next().await?;
    _ = repo.secret_bypass_request(42).get().await?;
    _ = repo
        .secret_bypass_request(42)
        .review(models::BypassReviewAction::Approve, "message")
        .await?;
    repo.dismiss_secret_bypass_response(42).await?;
    _ = repo.alerts().stream().try_next().await?;
    _ = repo.alert(42).get().await?;
    _ = repo.alert(42).update().state(models::AlertState::Open).await?;
    _ = repo.alert(42).locations().stream().try_next().await?;
    Ok(())
}
