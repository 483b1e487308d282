//! Calls every operation of the facade, from outside of its workspace.
//!
//! It is built and not run: that it compiles says that a service can reach everything through the public API, and how
//! long it takes to build is what a service pays.

use futures_util::TryStreamExt;
use github_secret_scanning::models::{
    AlertState, BypassRequestStatusFilter, CustomPatternSetting, ProviderPatternSetting,
    PushProtectionSetting, PushProtectionToggle, Resolution, TimePeriod,
};
use github_secret_scanning::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let github = Client::builder().token(std::env::var("GITHUB_TOKEN")?).build()?;
    alerts(&github).await?;
    pattern_configurations(&github).await?;
    bypass_requests(&github).await?;
    Ok(())
}

async fn alerts(github: &Client) -> Result<(), Error> {
    let enterprise = github.enterprise("acme-inc")?;
    let all = enterprise.alerts().state(AlertState::Open).secret_type(["adafruit_io_key"]).stream();
    let open: Vec<_> = all.try_collect().await?;

    let org = github.org("acme")?;
    let repo = github.repo("acme", "widgets")?;
    let (ours, page) = (org.alerts().by_cursor().page().await?, repo.alerts().per_page(100).page().await?);
    println!("{} open, {} and {} on a page", open.len(), ours.items.len(), page.items.len());

    let alert = repo.alert(42);
    let found = alert.get().hide_secret(true).await?;
    println!("{:?}", found.state);
    let mut locations = alert.locations().stream();
    while let Some(location) = locations.try_next().await? {
        println!("{}", location.kind());
    }
    alert.resolve(Resolution::Revoked).comment("rotated").send().await?;
    Ok(())
}

async fn pattern_configurations(github: &Client) -> Result<(), Error> {
    let enterprise = github.enterprise("acme-inc")?.pattern_configurations();
    let org = github.org("acme")?.pattern_configurations();
    let (ours, theirs) = (org.get().await?, enterprise.get().await?);
    println!("{:?} {:?}", ours.pattern_config_version, theirs.pattern_config_version);

    let mut provider = ProviderPatternSetting::new("GITHUB_PERSONAL_ACCESS_TOKEN");
    provider.push_protection_setting = Some(PushProtectionSetting::Enabled);
    enterprise.update().provider_pattern_settings([provider]).await?;

    let mut custom = CustomPatternSetting::new("cp_2");
    custom.push_protection_setting = Some(PushProtectionToggle::Enabled);
    org.update().custom_pattern_settings([custom]).await?;
    Ok(())
}

async fn bypass_requests(github: &Client) -> Result<(), Error> {
    let org = github.org("acme")?;
    let repo = github.repo("acme", "widgets")?;
    let of_org = org.secret_bypass_requests().time_period(TimePeriod::Week).page().await?;
    let of_repo: Vec<_> = repo
        .secret_bypass_requests()
        .request_status(BypassRequestStatusFilter::Open)
        .stream()
        .try_collect()
        .await?;
    println!("{} {}", of_org.items.len(), of_repo.len());

    let request = repo.secret_bypass_request(21);
    println!("{:?}", request.get().await?.status);
    request.approve("already revoked").await?;
    repo.dismiss_secret_bypass_response(42).await?;

    let pushes: Vec<_> = repo.push_rule_bypass_requests().stream().try_collect().await?;
    println!("{}", pushes.len());
    println!("{:?}", repo.push_rule_bypass_request(7).get().await?.status);
    Ok(())
}
