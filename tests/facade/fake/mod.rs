//! The facade on the fake. Every message in both directions is checked against the description.

#[cfg(feature = "app")]
mod app;
mod every;
mod failures;
mod paging;
mod parameters;
mod pattern_change;
mod patterns;
mod permissions;
mod refusals;
mod routes;
mod seeds;
mod unchanged;
mod writes;

use github_secret_scanning_fake::FakeGitHubBuilder;

use crate::support::Inspected;

async fn inspected(fake: FakeGitHubBuilder) -> Inspected {
    Inspected::start(fake.start().unwrap()).await
}
