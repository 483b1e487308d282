//! What both kinds of bypass request answer alike: their lists, and one request.

use chrono::{DateTime, Months, TimeDelta, Utc};
use github_secret_scanning_generated::types::{
    Actor, BypassRequestStatus, BypassRequestStatusFilter, TimePeriod,
};

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::{BypassRequest, Repository, World, is_waiting};
use super::list::{self, Order, Paging, Place};
use super::path;
use super::query::Query;

/// What refusals say that a fault is in.
pub(super) const RESOURCE: &str = "ExemptionRequest";

/// Which requests a list keeps.
struct Filter<'a> {
    reviewer: Option<&'a str>,
    requester: Option<&'a str>,
    since: DateTime<Utc>,
    status: BypassRequestStatusFilter,
    now: DateTime<Utc>,
}

impl<'a> Filter<'a> {
    fn read(query: &mut Query<'a>, now: DateTime<Utc>) -> Self {
        let period = query.choice("time_period", known!(TimePeriod)).unwrap_or(TimePeriod::Day);
        let status = query.choice("request_status", known!(BypassRequestStatusFilter));
        Self {
            reviewer: query.text("reviewer"),
            requester: query.text("requester"),
            since: beginning(&period, now),
            status: status.unwrap_or(BypassRequestStatusFilter::All),
            now,
        }
    }

    fn keeps<R: BypassRequest>(&self, request: &R) -> bool {
        let facts = request.facts();
        facts.created_at.is_some_and(|created| created >= self.since)
            && self.keeps_status(&request.status_at(self.now))
            && self.requester.is_none_or(|login| is(facts.requester, login))
            && self.reviewer.is_none_or(|login| {
                facts.responses.iter().any(|response| is(response.reviewer.as_ref(), login))
            })
    }

    fn keeps_status(&self, status: &BypassRequestStatus) -> bool {
        match self.status {
            BypassRequestStatusFilter::All => true,
            BypassRequestStatusFilter::Open => is_waiting(status),
            _ => self.status.as_str() == status.as_str(),
        }
    }
}

fn is(actor: Option<&Actor>, login: &str) -> bool {
    let name = actor.and_then(|actor| actor.actor_name.as_deref());
    name.is_some_and(|name| name.eq_ignore_ascii_case(login))
}

fn beginning(period: &TimePeriod, now: DateTime<Utc>) -> DateTime<Utc> {
    let back = |delta| now.checked_sub_signed(delta);
    let beginning = match period {
        TimePeriod::Hour => back(TimeDelta::hours(1)),
        TimePeriod::Week => back(TimeDelta::weeks(1)),
        TimePeriod::Month => now.checked_sub_months(Months::new(1)),
        _ => back(TimeDelta::days(1)),
    };
    beginning.unwrap_or(now)
}

/// One page of the requests of some repositories, newest first.
pub(super) fn list<'a, R: BypassRequest + 'a>(
    asked: &Asked<'_>,
    mut query: Query<'_>,
    repositories: impl Iterator<Item = &'a Repository>,
) -> Result<Answer, Answer> {
    let filter = Filter::read(&mut query, asked.now);
    let paging = Paging::by_number(&mut query);
    query.finish()?;
    let place = |repository: &'a Repository, number, request: &R| {
        let time = request.facts().created_at.unwrap_or_default();
        Place { time, repository: &repository.key, number }
    };
    let mut entries = Vec::new();
    for repository in repositories {
        let kept = R::all(repository).iter().filter(|(_, request)| filter.keeps(*request));
        entries.extend(
            kept.map(|(number, request)| (place(repository, *number, request), (repository, request))),
        );
    }
    let newest_first = Order { sort: "created", descending: true };
    Ok(list::answer(asked, newest_first, &paging, entries, |(repository, request)| {
        shown(asked, repository, *request)
    }))
}

pub(super) fn get<R: BypassRequest>(world: &World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let repository = path::repository(world, asked)?;
    let request = R::all(repository).get(&path::number(asked, "bypass_request_number")?);
    Ok(Answer::ok(&shown(asked, repository, request.ok_or_else(Answer::not_found)?)))
}

/// A request as an answer shows it.
fn shown<R: BypassRequest>(asked: &Asked<'_>, repository: &Repository, request: &R) -> R {
    let (base_url, segment, name) = (asked.base_url, R::SEGMENT, repository.full_name());
    let mut shown = request.clone();
    let status = request.status_at(asked.now);
    let parts = shown.parts();
    *parts.status = Some(status);
    let number = *parts.number;
    let url = || format!("{base_url}/repos/{name}/bypass-requests/{segment}/{number}");
    parts.url.get_or_insert_with(url);
    parts.html_url.get_or_insert_with(|| format!("{base_url}/{name}/exemptions/{number}"));
    shown
}
