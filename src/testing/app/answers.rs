//! What the fake answers to an App that speaks for itself.

use github_secret_scanning_generated::types::{Installation, InstallationToken};
use github_secret_scanning_generated::{Operation, Secret};

use super::FakeApp;
use crate::testing::answer::Answer;
use crate::testing::asked::Asked;
use crate::testing::world::World;

/// How an operation of the App itself is answered.
pub(crate) type AppAnswering = fn(&mut FakeApp, &World, &Asked<'_>) -> Result<Answer, Answer>;

/// The answer of an operation that an App calls for itself; `None` for all others.
pub(crate) fn of(operation: &Operation) -> Option<AppAnswering> {
    match operation.id {
        "apps/create-installation-access-token" => Some(create_token),
        "apps/get-org-installation" => Some(org_installation),
        "apps/get-repo-installation" => Some(repo_installation),
        _ => None,
    }
}

fn create_token(app: &mut FakeApp, world: &World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let id = asked.parameter("installation_id").parse().ok();
    let owner = id.and_then(|id| world.owner_of_installation(id)).ok_or_else(Answer::not_found)?;
    let (token, ends) = app.give_out(&owner, asked.now);
    Ok(Answer::created(&InstallationToken::new(ends, Secret::from(token))))
}

fn org_installation(_: &mut FakeApp, world: &World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    found(world.installation_of_org(asked.parameter("org")))
}

fn repo_installation(_: &mut FakeApp, world: &World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    found(world.installation_of_repo(asked.parameter("owner"), asked.parameter("repo")))
}

fn found(id: Option<i64>) -> Result<Answer, Answer> {
    id.map(|id| Answer::ok(&Installation::new(id))).ok_or_else(Answer::not_found)
}
