//! What every list does alike: it sorts, cuts out a page, and links to its neighbours.

mod cursor;

use std::cmp::Ordering;
use std::ops::Range;

use chrono::{DateTime, Utc};
use serde::Serialize;

use self::cursor::Cursor;
use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::links::{self, Link};
use super::query::Query;

const PER_PAGE: usize = 30;
const MOST_PER_PAGE: usize = 100;

/// Where an entry stands in a list: by time, then by its repository and its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place<'a> {
    pub(super) time: DateTime<Utc>,
    /// `owner/name` in lower case.
    pub(super) repository: &'a str,
    pub(super) number: u64,
}

/// What a list is ordered by.
#[derive(Clone, Copy)]
pub(super) struct Order {
    /// What the time of a place is the time of.
    pub(super) sort: &'static str,
    pub(super) descending: bool,
}

impl Order {
    fn compare(self, one: &Place<'_>, other: &Place<'_>) -> Ordering {
        if self.descending { other.cmp(one) } else { one.cmp(other) }
    }
}

/// Which page is asked for.
pub(super) struct Paging {
    start: Start,
    per_page: usize,
}

enum Start {
    /// Counted from 1.
    Number(usize),
    /// The first page of a walk by cursor.
    Cursor,
    After(Cursor),
    Before(Cursor),
}

impl Paging {
    pub(super) fn by_number(query: &mut Query<'_>) -> Self {
        let number = query.number("page").unwrap_or(1);
        Self { start: Start::Number(number), per_page: per_page(query) }
    }

    pub(super) fn by_cursor(query: &mut Query<'_>, order: Order) -> Self {
        query.exclusive("before", "after");
        let read = |text: &str| Cursor::read(text, order);
        let after = query.choice("after", read).map(Start::After);
        let before = query.choice("before", read).map(Start::Before);
        Self { start: after.or(before).unwrap_or(Start::Cursor), per_page: per_page(query) }
    }

    /// By cursor as soon as there is one in the query, even an empty one.
    pub(super) fn by_either(query: &mut Query<'_>, order: Order) -> Self {
        let has_cursor = query.has("before") || query.has("after");
        if has_cursor { Self::by_cursor(query, order) } else { Self::by_number(query) }
    }

    /// Which entries of a sorted list are the page, and where its neighbours are.
    fn cut<T>(&self, order: Order, entries: &[(Place<'_>, T)]) -> (Range<usize>, Vec<Link>) {
        let (length, per_page) = (entries.len(), self.per_page);
        let from = match &self.start {
            Start::Number(number) => return numbered(*number, per_page, length),
            Start::Cursor => 0,
            Start::After(cursor) => {
                entries.partition_point(|(place, _)| order.compare(place, &cursor.place()).is_le())
            }
            Start::Before(cursor) => {
                let end = entries.partition_point(|(place, _)| order.compare(place, &cursor.place()).is_lt());
                let page = end.saturating_sub(per_page)..end;
                return (page.clone(), neighbours(order, entries, page));
            }
        };
        let page = from..length.min(from + per_page);
        (page.clone(), neighbours(order, entries, page))
    }
}

fn per_page(query: &mut Query<'_>) -> usize {
    query.number("per_page").unwrap_or(PER_PAGE).min(MOST_PER_PAGE)
}

fn numbered(number: usize, per_page: usize, length: usize) -> (Range<usize>, Vec<Link>) {
    let last = length.div_ceil(per_page).max(1);
    let end = number.saturating_mul(per_page);
    let page = (end - per_page).min(length)..end.min(length);
    let link = |relation, number: usize| Link { relation, parameter: "page", value: number.to_string() };
    let mut links = Vec::new();
    if number > 1 && last > 1 {
        links.extend([link("prev", last.min(number - 1)), link("first", 1)]);
    }
    if number < last {
        links.extend([link("next", number + 1), link("last", last)]);
    }
    (page, links)
}

/// The entries at both ends of a page are where its neighbours begin.
fn neighbours<T>(order: Order, entries: &[(Place<'_>, T)], page: Range<usize>) -> Vec<Link> {
    let shown = entries.get(page.clone()).unwrap_or_default();
    let (Some((first, _)), Some((last, _))) = (shown.first(), shown.last()) else { return Vec::new() };
    let link =
        |relation, parameter, place| Link { relation, parameter, value: cursor::written(order, place) };
    let mut links = Vec::new();
    if page.start > 0 {
        links.push(link("prev", "before", first));
    }
    if page.end < entries.len() {
        links.push(link("next", "after", last));
    }
    links
}

/// Answers with one page of the entries, which are shown only once it is known which they are.
pub(super) fn answer<T, S: Serialize>(
    asked: &Asked<'_>,
    order: Order,
    paging: &Paging,
    mut entries: Vec<(Place<'_>, T)>,
    show: impl Fn(&T) -> S,
) -> Answer {
    entries.sort_unstable_by(|(one, _), (other, _)| order.compare(one, other));
    let (page, links) = paging.cut(order, &entries);
    let page: Vec<S> = entries.get(page).unwrap_or_default().iter().map(|(_, entry)| show(entry)).collect();
    Answer::ok(&page).with_link(links::header(asked, &links))
}
