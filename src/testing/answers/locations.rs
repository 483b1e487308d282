//! The places in which the secret of an alert was found.

use chrono::DateTime;

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::World;
use super::list::{self, Order, Paging, Place};
use super::path;
use super::query::Query;

/// In the order in which they were seeded, which is their number here.
pub(super) fn list(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let (repository, entry) = path::alert(world, asked)?;
    let mut query = Query::of(asked, "SecretScanningLocation");
    let paging = Paging::by_number(&mut query);
    query.finish()?;
    let place = |number| Place { time: DateTime::UNIX_EPOCH, repository: &repository.key, number };
    let locations = entry.locations();
    let entries = (0..).map(place).zip(&locations).collect();
    Ok(list::answer(asked, Order { sort: "number", descending: false }, &paging, entries, |place| *place))
}
