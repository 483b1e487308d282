//! One page of a list, with its malformed items.

use super::position::{Position, page_number};
use super::resume_token::ResumeToken;
use crate::error::MalformedItem;
use crate::exchange::{RequestHead, Response};
use crate::link::Links;
use crate::rate_limit::RateLimit;

const UNSUPPORTED: &str = "the `next` link has no supported parameter";
const REPEATS_TOKEN: &str = "the `next` link contains the token of the request";
const DAMAGED: &str = "the `Link` header is damaged, so that a `next` link may be lost";

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items that were decoded, in order.
    pub items: Vec<T>,
    /// The malformed items, in order.
    pub malformed: Vec<MalformedItem>,
    /// The token of the next page; `None` at the end of the list.
    pub next: Option<ResumeToken>,
    /// The number of the last page, if the response contains it.
    pub last: Option<u64>,
    /// The rate limit reported by the response.
    pub rate_limit: Option<RateLimit>,
    /// The id by which GitHub's support finds the request.
    pub request_id: Option<String>,
    /// The number of items left out at the beginning, because the list was resumed after them.
    pub skipped: usize,
    /// The token of this page, with nothing skipped.
    pub(super) at: ResumeToken,
    /// Why there is no next page, although the response seems to name one.
    pub(super) next_unusable: Option<&'static str>,
    /// The number of requests sent for it.
    pub(super) attempts: u32,
}

impl<T> Page<T> {
    /// Creates a page from its items and its response. `malformed` has the indexes that are missing in
    /// `items`, in order.
    pub(crate) fn new(
        head: RequestHead,
        at: Position,
        per_page: Option<u64>,
        items: Vec<T>,
        malformed: Vec<MalformedItem>,
        response: &Response,
    ) -> Self {
        let links = Links::read(&response.headers);
        let next = links.next.as_ref().and_then(|next| at.follow(head.pagination, next));
        // A resume token is shown and stored.
        let repeats_token = |next: &Position| {
            next.to_parameter().is_some_and(|(_, value)| response.redaction.touches(&value))
        };
        let (next, repeated) = match next {
            Some(next) if repeats_token(&next) => (None, true),
            next => (next, false),
        };
        let received = response.summary();
        let resume = |position| ResumeToken {
            operation: head.operation.into(),
            target: received.target.clone(),
            position,
            skip: 0,
            per_page,
        };
        let next_unusable = match (&links.next, &next) {
            (Some(_), None) if repeated => Some(REPEATS_TOKEN),
            (Some(_), None) => Some(UNSUPPORTED),
            _ => links.next_is_lost.then_some(DAMAGED),
        };
        if next_unusable.is_some() {
            response.reuse.forbid();
        }
        Self {
            items,
            malformed,
            next_unusable,
            next: next.map(resume),
            last: links.last.and_then(|last| last.page).as_deref().and_then(page_number),
            rate_limit: RateLimit::read(&response.headers, &response.redaction),
            request_id: received.request_id,
            skipped: 0,
            at: resume(at),
            attempts: response.attempts,
        }
    }

    /// Returns the number of its items, decoded, malformed and skipped.
    pub(super) fn len(&self) -> usize {
        self.skipped + self.items.len() + self.malformed.len()
    }

    /// Leaves out the items before `skip`; the others keep their index.
    pub(super) fn skip(&mut self, skip: usize) {
        let skip = skip.min(self.len());
        let malformed = self.malformed.partition_point(|malformed| malformed.index() < skip);
        self.malformed.drain(..malformed);
        self.items.drain(..skip - malformed);
        self.skipped = skip;
    }

    /// Returns decoded and malformed items in their order, each with its index.
    pub(super) fn into_indexed(self) -> impl Iterator<Item = (usize, Result<T, MalformedItem>)> {
        let range = self.skipped..self.len();
        let mut items = self.items.into_iter();
        let mut malformed = self.malformed.into_iter().peekable();
        range.filter_map(move |index| {
            let item = match malformed.next_if(|malformed| malformed.index() == index) {
                Some(malformed) => Err(malformed),
                None => Ok(items.next()?),
            };
            Some((index, item))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::{LIST, malformed, response, token_text};
    use super::*;

    fn page(items: &[u64], malformed_at: &[usize]) -> Page<u64> {
        let malformed = malformed_at.iter().map(|index| malformed(*index)).collect();
        Page::new((&LIST).into(), Position::First, None, items.to_vec(), malformed, &response(None))
    }

    fn indexed(page: Page<u64>) -> Vec<(usize, Option<u64>)> {
        page.into_indexed().map(|(index, item)| (index, item.ok())).collect()
    }

    #[test]
    fn items_keep_their_order_with_malformed_ones_between() {
        let all = indexed(page(&[10, 12, 13], &[1, 4]));
        let expected = [(0, Some(10)), (1, None), (2, Some(12)), (3, Some(13)), (4, None)];
        assert_eq!(all, expected);
    }

    #[test]
    fn skipping_leaves_out_decoded_and_malformed_items_and_keeps_indexes() {
        for (skip, expected) in [
            (1, vec![(1, None), (2, Some(12)), (3, Some(13))]),
            (2, vec![(2, Some(12)), (3, Some(13))]),
            (4, vec![]),
            (9, vec![]),
        ] {
            let mut page = page(&[10, 12, 13], &[1]);
            page.skip(skip);
            assert_eq!(page.skipped, skip.min(4));
            let malformed = expected.iter().filter(|(_, item)| item.is_none()).count();
            assert_eq!(page.malformed.len(), malformed, "{skip}");
            assert_eq!(indexed(page), expected, "{skip}");
        }
    }

    #[test]
    fn next_and_last_come_from_the_link_header() {
        let response = response(Some("<https://h/?page=2>; rel=next, <https://h/?page=7>; rel=last"));
        let page = Page::<u64>::new((&LIST).into(), Position::First, Some(50), vec![], vec![], &response);
        assert_eq!(page.next.map(|next| next.to_string()), token_text("page=2&per_page=50"));
        assert_eq!(page.last, Some(7));
    }
}
