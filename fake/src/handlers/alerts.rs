//! The handlers of alerts: lists, one alert, its update.

mod filter;
mod representation;
mod update;

use github_secret_scanning_generated::types::{AlertSort, SortDirection};

use self::filter::Filter;
use self::representation::{OptionalFields, represent};
use super::list::{self, Paging, SortKey, SortOrder};
use super::lookup;
use super::query::Query;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{AlertEntry, Repository, Store};

pub(super) use self::update::update;

/// The resource in validation errors.
const RESOURCE: &str = "SecretScanningAlert";

/// Parses the paging parameters that a list supports.
type ParsePaging = fn(&mut Query<'_>, SortOrder) -> Paging;

pub(super) fn list_of_enterprise(
    store: &mut Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    let repositories = store.repositories_of_enterprise(request.path_parameter("enterprise"));
    list(
        request,
        repositories.ok_or_else(Response::not_found)?,
        Paging::by_cursor,
        OptionalFields::Repository,
    )
}

pub(super) fn list_of_org(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let repositories =
        store.repositories_of_org(request.path_parameter("org")).ok_or_else(Response::not_found)?;
    list(request, repositories, Paging::by_either, OptionalFields::Repository)
}

pub(super) fn list_of_repo(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    list(request, [lookup::repository(store, request)?].into_iter(), Paging::by_either, OptionalFields::None)
}

fn list<'a>(
    request: &OperationRequest<'_>,
    repositories: impl Iterator<Item = &'a Repository>,
    parse_paging: ParsePaging,
    fields: OptionalFields,
) -> Result<Response, Response> {
    let mut query = Query::new(request, RESOURCE);
    let filter = Filter::parse(&mut query);
    let order = order(&mut query);
    let paging = parse_paging(&mut query, order);
    let hide_secret = query.flag("hide_secret").unwrap_or(false);
    query.finish()?;
    let all =
        repositories.flat_map(|repository| repository.alerts.values().map(move |entry| (repository, entry)));
    let matching = all.filter(|(_, entry)| filter.matches(entry));
    let entries = matching.map(|found| (sort_key(order, found), found)).collect();
    Ok(list::respond(request, order, &paging, entries, |(repository, entry)| {
        represent(request.base_url, repository, entry, fields, hide_secret)
    }))
}

fn order(query: &mut Query<'_>) -> SortOrder {
    let field = match query.choice("sort", known!(AlertSort)) {
        Some(AlertSort::Updated) => "updated",
        _ => "created",
    };
    let descending = query.choice("direction", known!(SortDirection)) != Some(SortDirection::Asc);
    SortOrder { field, descending }
}

fn sort_key<'a>(order: SortOrder, (repository, entry): (&'a Repository, &AlertEntry)) -> SortKey<'a> {
    let alert = &entry.alert;
    let updated = alert.updated_at.filter(|_| order.field == "updated");
    let time = updated.or(alert.created_at).unwrap_or_default();
    SortKey { time, repository: &repository.key, number: alert.number.get() }
}

pub(super) fn get(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let (repository, entry) = lookup::alert(store, request)?;
    let mut query = Query::new(request, RESOURCE);
    let hide_secret = query.flag("hide_secret").unwrap_or(false);
    query.finish()?;
    Ok(Response::ok(&represent(request.base_url, repository, entry, OptionalFields::Metadata, hide_secret)))
}
