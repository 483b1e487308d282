//! One page of a list, with what of it could not be decoded.

use github_secret_scanning_generated::Operation;
use http::HeaderMap;

use super::position::{Position, page_number};
use super::resume::Resume;
use crate::error::{Error, Place, Received, request_id};
use crate::link::Links;
use crate::rate_limit::RateLimit;

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// The entries that could be decoded, in order.
    pub items: Vec<T>,
    /// The entries that could not be, in order.
    pub rejected: Vec<Rejected>,
    /// Where the list goes on; `None` at its end.
    pub next: Option<Resume>,
    /// The number of the last page, on lists that tell.
    pub last: Option<u64>,
    /// The state of the rate limit after this page.
    pub rate_limit: Option<RateLimit>,
    /// The id by which GitHub's support finds the request.
    pub request_id: Option<String>,
    /// How many entries at its beginning were left out, because an earlier walk had seen them.
    pub skipped: usize,
    /// The place of this page, with nothing skipped.
    pub(super) at: Resume,
    /// Whether there is a next page that the answer does not name properly.
    pub(super) next_unusable: bool,
    /// How many requests it took.
    pub(super) attempts: u32,
}

/// One entry of a page that is not what the list is of.
///
/// Turn it into an [`Error`] to pass it on as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    index: usize,
    place: Place,
    operation: &'static Operation,
    received: Received,
}

impl<T> Page<T> {
    /// Puts a page together from its entries and the headers that they came with. `malformed` has
    /// the indexes of what is missing in `items`, in order.
    pub(crate) fn new(
        operation: &'static Operation,
        at: Position,
        per_page: Option<u64>,
        items: Vec<T>,
        malformed: Vec<(usize, Place)>,
        headers: &HeaderMap,
        attempts: u32,
    ) -> Self {
        let links = Links::read(headers);
        let resume = |position| Resume { operation: operation.id.into(), position, skip: 0, per_page };
        let next = links.next.as_ref().and_then(|next| at.follow(operation.pagination, next));
        let request_id = request_id(headers);
        // Only a success has a page.
        let received = Received { status: Some(200), request_id: request_id.clone(), attempts };
        let reject = |(index, place)| Rejected { index, place, operation, received: received.clone() };
        Self {
            items,
            rejected: malformed.into_iter().map(reject).collect(),
            next_unusable: links.next.is_some() && next.is_none(),
            next: next.map(resume),
            last: links.last.and_then(|last| last.page).as_deref().and_then(page_number),
            rate_limit: RateLimit::read(headers),
            request_id,
            skipped: 0,
            at: resume(at),
            attempts,
        }
    }

    /// How many entries it has, decoded or not, with those that were skipped.
    pub(super) fn entries(&self) -> usize {
        self.skipped + self.items.len() + self.rejected.len()
    }

    /// Leaves out the entries before `skip`; the others keep their index.
    pub(super) fn skip(&mut self, skip: usize) {
        let skip = skip.min(self.entries());
        let rejected = self.rejected.partition_point(|rejected| rejected.index < skip);
        self.rejected.drain(..rejected);
        self.items.drain(..skip - rejected);
        self.skipped = skip;
    }

    /// All entries in their order, each with its index.
    pub(super) fn into_entries(self) -> impl Iterator<Item = (usize, Result<T, Rejected>)> {
        let range = self.skipped..self.entries();
        let mut items = self.items.into_iter();
        let mut rejected = self.rejected.into_iter().peekable();
        range.filter_map(move |index| {
            let entry = match rejected.next_if(|rejected| rejected.index == index) {
                Some(rejected) => Err(rejected),
                None => Ok(items.next()?),
            };
            Some((index, entry))
        })
    }
}

impl Rejected {
    /// Its index in the page as it was sent, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Where in the entry decoding failed, for example `resolved_by.login`; `.` for the entry
    /// itself. Within a location it stops at the location.
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// The line on which decoding failed, from 1, within the entry.
    pub fn line(&self) -> Option<usize> {
        self.place.line
    }

    /// The column in which decoding failed, from 1, within the entry.
    pub fn column(&self) -> Option<usize> {
        self.place.column
    }
}

impl From<Rejected> for Error {
    /// An error of kind [`Decode`](crate::ErrorKind::Decode), whose path begins with the index.
    fn from(rejected: Rejected) -> Self {
        let Rejected { index, mut place, operation, received } = rejected;
        place.path = match place.path.as_str() {
            "." => format!("[{index}]"),
            path if path.starts_with('[') => format!("[{index}]{path}"),
            path => format!("[{index}].{path}"),
        };
        Error::undecodable(operation, place, received)
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::{LIST, malformed};
    use super::*;
    use crate::ErrorKind;

    fn page(items: &[u64], rejected: &[usize]) -> Page<u64> {
        let rejected = rejected.iter().map(|index| (*index, malformed())).collect();
        Page::new(&LIST, Position::First, None, items.to_vec(), rejected, &HeaderMap::new(), 1)
    }

    fn entries(page: Page<u64>) -> Vec<(usize, Option<u64>)> {
        page.into_entries().map(|(index, entry)| (index, entry.ok())).collect()
    }

    #[test]
    fn entries_come_in_their_order_with_rejected_ones_at_their_place() {
        let all = entries(page(&[10, 12, 13], &[1, 4]));
        let expected = [(0, Some(10)), (1, None), (2, Some(12)), (3, Some(13)), (4, None)];
        assert_eq!(all, expected);
    }

    #[test]
    fn skipping_leaves_out_decoded_and_rejected_alike_and_keeps_indexes() {
        for (skip, expected) in [
            (1, vec![(1, None), (2, Some(12)), (3, Some(13))]),
            (2, vec![(2, Some(12)), (3, Some(13))]),
            (4, vec![]),
            (9, vec![]),
        ] {
            let mut page = page(&[10, 12, 13], &[1]);
            page.skip(skip);
            assert_eq!(page.skipped, skip.min(4));
            let rejected = expected.iter().filter(|(_, item)| item.is_none()).count();
            assert_eq!(page.rejected.len(), rejected, "{skip}");
            assert_eq!(entries(page), expected, "{skip}");
        }
    }

    #[test]
    fn a_rejected_entry_becomes_an_error_that_names_its_place() {
        let page = page(&[10], &[1]);
        let error = page.rejected.into_iter().next().map(Error::from).unwrap();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.decode_path(), Some("[1].number"));
        assert_eq!(error.operation(), Some(LIST.id));
        assert!(!error.may_have_been_applied());
    }

    #[test]
    fn next_and_last_come_from_the_link_header() {
        let mut headers = HeaderMap::new();
        let value = "<https://h/?page=2>; rel=next, <https://h/?page=7>; rel=last";
        headers.insert("link", http::HeaderValue::from_static(value));
        let page = Page::<u64>::new(&LIST, Position::First, Some(50), vec![], vec![], &headers, 1);
        let expected = format!("{}?page=2&per_page=50", LIST.id);
        assert_eq!(page.next.map(|next| next.to_string()), Some(expected));
        assert_eq!(page.last, Some(7));
    }
}
