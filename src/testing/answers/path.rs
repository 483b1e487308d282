//! What the parameters of a path lead to.

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::{AlertEntry, Repository, World};

/// A parameter that counts something. What is no number, or is written otherwise than numbers are, is the number of
/// nothing.
pub(super) fn number(asked: &Asked<'_>, name: &str) -> Result<u64, Answer> {
    let text = asked.parameter(name);
    let number = text.parse().ok().filter(|number: &u64| number.to_string() == text);
    number.ok_or_else(Answer::not_found)
}

pub(super) fn repository<'a>(world: &'a World, asked: &Asked<'_>) -> Result<&'a Repository, Answer> {
    let found = world.repository(asked.parameter("owner"), asked.parameter("repo"));
    found.ok_or_else(Answer::not_found)
}

pub(super) fn repository_mut<'a>(
    world: &'a mut World,
    asked: &Asked<'_>,
) -> Result<&'a mut Repository, Answer> {
    let found = world.repository_mut(asked.parameter("owner"), asked.parameter("repo"));
    found.ok_or_else(Answer::not_found)
}

/// The repository and its alert.
pub(super) fn alert<'a>(
    world: &'a World,
    asked: &Asked<'_>,
) -> Result<(&'a Repository, &'a AlertEntry), Answer> {
    let repository = repository(world, asked)?;
    let entry = repository.alerts.get(&number(asked, "alert_number")?);
    Ok((repository, entry.ok_or_else(Answer::not_found)?))
}
