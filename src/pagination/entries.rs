//! A list by entry: items and malformed items, each in its place.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{Pages, ResumeToken};
use crate::error::{Error, MalformedItem, MalformedItems};

/// A list by entry: a [`Stream`] of items and malformed items over all pages, each in its place.
///
/// A page is requested when its first entry is polled for. The inner `Err` is a malformed item, after which the list
/// continues; the outer one is a failed request, which ends it. [`Items`](crate::Items) returns the items alone.
#[must_use = "a stream does nothing until it is polled"]
pub struct Entries<T> {
    pages: Pages<T>,
    /// The page of `buffered`.
    at: Option<ResumeToken>,
    buffered: VecDeque<(usize, Result<T, MalformedItem>)>,
}

/// All items of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Collected<T> {
    /// The items that were decoded, in order.
    pub items: Vec<T>,
    /// The malformed items, in order. An [index](MalformedItem::index) counts within its page.
    pub malformed: Vec<MalformedItem>,
}

impl<T: 'static> Entries<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self { pages, at: None, buffered: VecDeque::new() }
    }

    /// Returns the next entry, or `None` after the last.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`] for a failed request, after which the list has ended. A malformed item is not an error of
    /// the request, but the `Err` of an entry.
    pub async fn try_next(&mut self) -> Result<Option<Result<T, MalformedItem>>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Returns the token of the first entry, item or malformed item, that was not returned yet.
    ///
    /// After a failed request it is that of the failed page; `None` if all entries were returned.
    pub fn resume(&self) -> Option<ResumeToken> {
        match (self.buffered.front(), &self.at) {
            (Some((index, _)), Some(at)) => Some(ResumeToken { skip: *index, ..at.clone() }),
            _ => self.pages.resume(),
        }
    }

    /// Returns all entries, items and malformed items apart.
    pub(crate) async fn collect_all(mut self) -> Result<Collected<T>, Error> {
        let mut collected = Collected { items: Vec::new(), malformed: Vec::new() };
        loop {
            match self.try_next().await {
                Ok(Some(Ok(item))) => collected.items.push(item),
                Ok(Some(Err(malformed))) => collected.malformed.push(malformed),
                Ok(None) => return Ok(collected),
                Err(error) => {
                    let mut malformed = MalformedItems::default();
                    collected.malformed.into_iter().for_each(|item| malformed.push(item));
                    return Err(error.with_malformed(malformed));
                }
            }
        }
    }
}

impl<T: 'static> Stream for Entries<T> {
    type Item = Result<Result<T, MalformedItem>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some((_, entry)) = this.buffered.pop_front() {
                return Poll::Ready(Some(Ok(entry)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(page)) => {
                    this.at = Some(page.at.clone());
                    this.buffered = page.into_indexed().collect();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.buffered.len(), None)
    }
}

// No `T` is pinned: items are moved out as they are returned.
impl<T> Unpin for Entries<T> {}

impl<T: 'static> fmt::Debug for Entries<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entries")
            .field("pages", &self.pages)
            .field("resume", &self.resume())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::{Script, token_text as at};
    use super::super::{Position, Start};
    use super::*;

    fn entries(start: Start, script: &Script) -> Entries<u64> {
        Entries::new(Pages::new(start, None, script.clone()))
    }

    /// Three entries, the second of them malformed, and a page of two, the second of them malformed.
    fn two_pages() -> Script {
        Script::new().page(Position::First, &[10, 12], &[1], Some("<?page=2>; rel=next")).page(
            Position::Page(2),
            &[20],
            &[1],
            None,
        )
    }

    /// Returns the rest of the list: its items, and the indexes of its malformed items.
    async fn rest(entries: &mut Entries<u64>) -> Result<Vec<Result<u64, usize>>, Error> {
        let mut found = Vec::new();
        while let Some(entry) = entries.try_next().await? {
            found.push(entry.map_err(|malformed| malformed.index()));
        }
        Ok(found)
    }

    const ALL: [Result<u64, usize>; 5] = [Ok(10), Err(1), Ok(12), Ok(20), Err(1)];

    #[tokio::test]
    async fn each_entry_is_in_its_place() -> Result<(), Error> {
        let mut entries = entries(Start::first(), &two_pages());
        assert_eq!(rest(&mut entries).await?, ALL);
        assert_eq!(entries.resume(), None);
        assert!(entries.try_next().await?.is_none());
        Ok(())
    }

    #[tokio::test]
    async fn the_next_page_is_requested_when_its_first_entry_is_polled_for() -> Result<(), Error> {
        let script = two_pages();
        let mut entries = entries(Start::first(), &script);
        for _ in 0..3 {
            entries.try_next().await?;
        }
        assert_eq!(script.requested(), [Position::First]);
        entries.try_next().await?;
        assert_eq!(script.requested().len(), 2);
        Ok(())
    }

    #[tokio::test]
    async fn resume_returns_the_token_of_the_first_entry_not_returned() -> Result<(), Error> {
        let mut entries = entries(Start::first(), &two_pages());
        let mut tokens = Vec::new();
        loop {
            tokens.push(entries.resume().map(|resume| resume.to_string()));
            if entries.try_next().await?.is_none() {
                break;
            }
        }
        let expected = [
            at("page=first"),
            at("page=first&per_page=3&skip=1"),
            at("page=first&per_page=3&skip=2"),
            at("page=2&per_page=3"),
            at("page=2&per_page=3&skip=1"),
            None,
        ];
        assert_eq!(tokens, expected);
        Ok(())
    }

    #[tokio::test]
    async fn a_list_resumed_after_any_entry_returns_exactly_the_rest() -> Result<(), Error> {
        let script = two_pages();
        for taken in 0..ALL.len() {
            let mut first = entries(Start::first(), &script);
            for _ in 0..taken {
                first.try_next().await?;
            }
            let token = first.resume().map(|resume| resume.to_string()).unwrap_or_default();
            let mut second = entries(Start::resume(&token.parse()?), &script);
            assert_eq!(rest(&mut second).await?, ALL[taken..], "after {taken}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn all_entries_are_collected_apart() -> Result<(), Error> {
        let collected = entries(Start::first(), &two_pages()).collect_all().await?;
        assert_eq!(collected.items, [10, 12, 20]);
        assert_eq!(collected.malformed.iter().map(MalformedItem::index).collect::<Vec<_>>(), [1, 1]);
        Ok(())
    }

    #[tokio::test]
    async fn a_failed_request_ends_the_list_and_its_error_has_the_malformed_items_so_far() {
        let script = Script::new()
            .page(Position::First, &[10], &[0], Some("<?page=2>; rel=next"))
            .failure(Position::Page(2));
        let error = entries(Start::first(), &script).collect_all().await.unwrap_err();
        assert_eq!((error.argument(), error.malformed_count()), (Some("script"), 1));
        let mut entries = entries(Start::first(), &script);
        assert!(rest(&mut entries).await.is_err());
        assert!(entries.try_next().await.unwrap().is_none());
        assert_eq!(entries.resume().map(|resume| resume.to_string()), at("page=2&per_page=3"));
    }
}
