//! The lists of alerts, one alert, and its update.

mod filter;
mod shown;
mod update;

use github_secret_scanning_generated::types::{AlertSort, SortDirection};

use self::filter::Filter;
use self::shown::{Extras, shown};
use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::{AlertEntry, Repository, World};
use super::list::{self, Order, Paging, Place};
use super::path;
use super::query::Query;

pub(super) use self::update::update;

/// What refusals say that a fault is in.
const RESOURCE: &str = "SecretScanningAlert";

/// How the parameters of a list say which page is wanted.
type ReadPaging = fn(&mut Query<'_>, Order) -> Paging;

pub(super) fn list_of_enterprise(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let repositories = world.repositories_of_enterprise(asked.parameter("enterprise"));
    list(asked, repositories.ok_or_else(Answer::not_found)?, Paging::by_cursor, Extras::Repository)
}

pub(super) fn list_of_org(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let repositories = world.repositories_of_org(asked.parameter("org")).ok_or_else(Answer::not_found)?;
    list(asked, repositories, Paging::by_either, Extras::Repository)
}

pub(super) fn list_of_repo(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    list(asked, [path::repository(world, asked)?].into_iter(), Paging::by_either, Extras::Nothing)
}

fn list<'a>(
    asked: &Asked<'_>,
    repositories: impl Iterator<Item = &'a Repository>,
    read_paging: ReadPaging,
    extras: Extras,
) -> Result<Answer, Answer> {
    let mut query = Query::of(asked, RESOURCE);
    let filter = Filter::read(&mut query);
    let order = order(&mut query);
    let paging = read_paging(&mut query, order);
    let hide_secret = query.flag("hide_secret").unwrap_or(false);
    query.finish()?;
    let all =
        repositories.flat_map(|repository| repository.alerts.values().map(move |entry| (repository, entry)));
    let kept = all.filter(|(_, entry)| filter.keeps(entry));
    let entries = kept.map(|found| (place(order, found), found)).collect();
    Ok(list::answer(asked, order, &paging, entries, |(repository, entry)| {
        shown(asked.base_url, repository, entry, extras, hide_secret)
    }))
}

fn order(query: &mut Query<'_>) -> Order {
    let sort = match query.choice("sort", known!(AlertSort)) {
        Some(AlertSort::Updated) => "updated",
        _ => "created",
    };
    let descending = query.choice("direction", known!(SortDirection)) != Some(SortDirection::Asc);
    Order { sort, descending }
}

fn place<'a>(order: Order, (repository, entry): (&'a Repository, &AlertEntry)) -> Place<'a> {
    let alert = &entry.alert;
    let updated = alert.updated_at.filter(|_| order.sort == "updated");
    let time = updated.or(alert.created_at).unwrap_or_default();
    Place { time, repository: &repository.key, number: alert.number }
}

pub(super) fn get(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let (repository, entry) = path::alert(world, asked)?;
    let mut query = Query::of(asked, RESOURCE);
    let hide_secret = query.flag("hide_secret").unwrap_or(false);
    query.finish()?;
    Ok(Answer::ok(&shown(asked.base_url, repository, entry, Extras::Metadata, hide_secret)))
}
