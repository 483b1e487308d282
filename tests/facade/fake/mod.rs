//! The fake GitHub as the facade sees it. Every message in both directions is held against the description.

mod app;
mod every;
mod failures;
mod paging;
mod parameters;
mod pattern_change;
mod patterns;
mod permissions;
mod refusals;
mod unchanged;
mod world;
mod writes;

use github_secret_scanning::testing::FakeGitHubBuilder;

use crate::support::Inspected;

async fn inspected(fake: FakeGitHubBuilder) -> Inspected {
    Inspected::start(fake.start().unwrap()).await
}
