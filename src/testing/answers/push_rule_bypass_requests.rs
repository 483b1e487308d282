//! Bypass requests for push rules: the list of a repository, and one request.

use github_secret_scanning_generated::types::PushRuleBypassRequest;

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::World;
use super::bypass_requests::{self, RESOURCE};
use super::path;
use super::query::Query;

pub(super) fn list_of_repo(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let repository = path::repository(world, asked)?;
    let query = Query::of(asked, RESOURCE);
    bypass_requests::list::<PushRuleBypassRequest>(asked, query, [repository].into_iter())
}

pub(super) fn get(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    bypass_requests::get::<PushRuleBypassRequest>(world, asked)
}
