//! The handlers that both kinds of bypass request share: their lists, and one request.

use chrono::{DateTime, Months, TimeDelta, Utc};
use github_secret_scanning_generated::types::{
    Actor, BypassRequestNumber, BypassRequestStatus, BypassRequestStatusFilter, TimePeriod,
};

use super::list::{self, Paging, SortKey, SortOrder};
use super::lookup;
use super::query::Query;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{BypassRequest, Repository, RepositoryBypassRequest, Store, is_undecided};

/// The resource in validation errors.
pub(super) const RESOURCE: &str = "ExemptionRequest";

/// The filters of a list.
struct Filter<'a> {
    reviewer: Option<&'a str>,
    requester: Option<&'a str>,
    since: DateTime<Utc>,
    status: BypassRequestStatusFilter,
    now: DateTime<Utc>,
}

impl<'a> Filter<'a> {
    fn parse(query: &mut Query<'a>, now: DateTime<Utc>) -> Self {
        let period = query.choice("time_period", known!(TimePeriod)).unwrap_or(TimePeriod::Day);
        let status = query.choice("request_status", known!(BypassRequestStatusFilter));
        Self {
            reviewer: query.text("reviewer"),
            requester: query.text("requester"),
            since: start_of(&period, now),
            status: status.unwrap_or(BypassRequestStatusFilter::All),
            now,
        }
    }

    fn matches<R: BypassRequest>(&self, bypass: &R) -> bool {
        let fields = bypass.filter_fields();
        fields.created_at.is_some_and(|created| created >= self.since)
            && self.matches_status(&bypass.status_at(self.now))
            && self.requester.is_none_or(|login| has_login(fields.requester, login))
            && self.reviewer.is_none_or(|login| {
                fields.responses.iter().any(|response| has_login(response.reviewer.as_ref(), login))
            })
    }

    fn matches_status(&self, status: &BypassRequestStatus) -> bool {
        match self.status {
            BypassRequestStatusFilter::All => true,
            BypassRequestStatusFilter::Open => is_undecided(status),
            _ => self.status.as_str() == status.as_str(),
        }
    }
}

fn has_login(actor: Option<&Actor>, login: &str) -> bool {
    let name = actor.and_then(|actor| actor.actor_name.as_deref());
    name.is_some_and(|name| name.eq_ignore_ascii_case(login))
}

fn start_of(period: &TimePeriod, now: DateTime<Utc>) -> DateTime<Utc> {
    let back = |delta| now.checked_sub_signed(delta);
    let start = match period {
        TimePeriod::Hour => back(TimeDelta::hours(1)),
        TimePeriod::Week => back(TimeDelta::weeks(1)),
        TimePeriod::Month => now.checked_sub_months(Months::new(1)),
        _ => back(TimeDelta::days(1)),
    };
    start.unwrap_or(now)
}

/// Responds with a page of the bypass requests of `repositories`, newest first.
pub(super) fn list<'a, R: RepositoryBypassRequest + 'a>(
    request: &OperationRequest<'_>,
    mut query: Query<'_>,
    repositories: impl Iterator<Item = &'a Repository>,
) -> Result<Response, Response> {
    let filter = Filter::parse(&mut query, request.now);
    let paging = Paging::by_number(&mut query);
    query.finish()?;
    let sort_key = |repository: &'a Repository, number: BypassRequestNumber, bypass: &R| {
        let time = bypass.filter_fields().created_at.unwrap_or_default();
        SortKey { time, repository: &repository.key, number: number.get() }
    };
    let mut entries = Vec::new();
    for repository in repositories {
        let matching = R::all(repository).iter().filter(|(_, bypass)| filter.matches(*bypass));
        entries.extend(
            matching.map(|(number, bypass)| (sort_key(repository, *number, bypass), (repository, bypass))),
        );
    }
    let newest_first = SortOrder { field: "created", descending: true };
    Ok(list::respond(request, newest_first, &paging, entries, |(repository, bypass)| {
        represent(request, repository, *bypass)
    }))
}

pub(super) fn get<R: RepositoryBypassRequest>(
    store: &Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    let repository = lookup::repository(store, request)?;
    let bypass = R::all(repository).get(&lookup::number(request, "bypass_request_number")?);
    Ok(Response::ok(&represent(request, repository, bypass.ok_or_else(Response::not_found)?)))
}

/// Returns a copy for a response, with its current status and its URLs.
fn represent<R: BypassRequest>(request: &OperationRequest<'_>, repository: &Repository, bypass: &R) -> R {
    let (base_url, segment, name) = (request.base_url, R::SEGMENT, repository.full_name());
    let mut representation = bypass.clone();
    let status = bypass.status_at(request.now);
    let fields = representation.fields_mut();
    *fields.status = Some(status);
    let number = *fields.number;
    let url = || format!("{base_url}/repos/{name}/bypass-requests/{segment}/{number}");
    fields.url.get_or_insert_with(url);
    fields.html_url.get_or_insert_with(|| format!("{base_url}/{name}/exemptions/{number}"));
    representation
}
