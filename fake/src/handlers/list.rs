//! What all lists share: sorting, paging, and links to the adjacent pages.

mod cursor;
mod link;

use std::cmp::Ordering;
use std::ops::Range;

use chrono::{DateTime, Utc};
use serde::Serialize;

use self::cursor::Cursor;
use self::link::Link;
use super::query::Query;
use crate::request::OperationRequest;
use crate::response::Response;

const DEFAULT_PER_PAGE: usize = 30;
const MAX_PER_PAGE: usize = 100;

/// The position of an entry in a list: by time, then by repository, then by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SortKey<'a> {
    pub(super) time: DateTime<Utc>,
    /// `owner/name` in lower case.
    pub(super) repository: &'a str,
    pub(super) number: u64,
}

/// The sort parameter and the direction of a list.
#[derive(Clone, Copy)]
pub(super) struct SortOrder {
    /// The name of the time that [`SortKey::time`] is.
    pub(super) field: &'static str,
    pub(super) descending: bool,
}

impl SortOrder {
    fn compare(self, one: &SortKey<'_>, other: &SortKey<'_>) -> Ordering {
        if self.descending { other.cmp(one) } else { one.cmp(other) }
    }
}

/// The page that a request selects.
pub(super) struct Paging {
    start: Start,
    per_page: usize,
}

enum Start {
    /// A page number, from 1.
    Number(usize),
    /// The first page, with cursors in its links.
    First,
    After(Cursor),
    Before(Cursor),
}

impl Paging {
    pub(super) fn by_number(query: &mut Query<'_>) -> Self {
        let number = query.number("page").unwrap_or(1);
        Self { start: Start::Number(number), per_page: per_page(query) }
    }

    pub(super) fn by_cursor(query: &mut Query<'_>, order: SortOrder) -> Self {
        query.exclusive("before", "after");
        let parse = |text: &str| Cursor::parse(text, order);
        let after = query.choice("after", parse).map(Start::After);
        let before = query.choice("before", parse).map(Start::Before);
        Self { start: after.or(before).unwrap_or(Start::First), per_page: per_page(query) }
    }

    /// By cursor if the query has one, even an empty one; by number otherwise.
    pub(super) fn by_either(query: &mut Query<'_>, order: SortOrder) -> Self {
        let has_cursor = query.has("before") || query.has("after");
        if has_cursor { Self::by_cursor(query, order) } else { Self::by_number(query) }
    }

    /// Returns the range of the page in sorted entries, and the links to the adjacent pages.
    fn select<T>(&self, order: SortOrder, entries: &[(SortKey<'_>, T)]) -> (Range<usize>, Vec<Link>) {
        let (length, per_page) = (entries.len(), self.per_page);
        let from = match &self.start {
            Start::Number(number) => return numbered_page(*number, per_page, length),
            Start::First => 0,
            Start::After(cursor) => {
                entries.partition_point(|(key, _)| order.compare(key, &cursor.sort_key()).is_le())
            }
            Start::Before(cursor) => {
                let end = entries.partition_point(|(key, _)| order.compare(key, &cursor.sort_key()).is_lt());
                let page = end.saturating_sub(per_page)..end;
                return (page.clone(), cursor_links(order, entries, page));
            }
        };
        let page = from..length.min(from + per_page);
        (page.clone(), cursor_links(order, entries, page))
    }
}

fn per_page(query: &mut Query<'_>) -> usize {
    query.number("per_page").unwrap_or(DEFAULT_PER_PAGE).min(MAX_PER_PAGE)
}

fn numbered_page(number: usize, per_page: usize, length: usize) -> (Range<usize>, Vec<Link>) {
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

/// Returns the links of a page by cursor: the adjacent pages start at its first and after its last entry.
fn cursor_links<T>(order: SortOrder, entries: &[(SortKey<'_>, T)], page: Range<usize>) -> Vec<Link> {
    let on_page = entries.get(page.clone()).unwrap_or_default();
    let (Some((first, _)), Some((last, _))) = (on_page.first(), on_page.last()) else { return Vec::new() };
    let link = |relation, parameter, key| Link { relation, parameter, value: cursor::encode(order, key) };
    let mut links = Vec::new();
    if page.start > 0 {
        links.push(link("prev", "before", first));
    }
    if page.end < entries.len() {
        links.push(link("next", "after", last));
    }
    links
}

/// Responds with one page of the entries. Only the entries of that page are converted by `represent`.
pub(super) fn respond<T, S: Serialize>(
    request: &OperationRequest<'_>,
    order: SortOrder,
    paging: &Paging,
    mut entries: Vec<(SortKey<'_>, T)>,
    represent: impl Fn(&T) -> S,
) -> Response {
    entries.sort_unstable_by(|(one, _), (other, _)| order.compare(one, other));
    let (page, links) = paging.select(order, &entries);
    let entries = entries.get(page).unwrap_or_default().iter();
    let page: Vec<S> = entries.map(|(_, entry)| represent(entry)).collect();
    Response::ok(&page).with_link(link::header(request, &links))
}
