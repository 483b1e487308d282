//! A list, item by item.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{Pages, Rejected, Resume};
use crate::error::Error;

/// A list, item by item: a [`Stream`] of items over all pages.
///
/// A page is asked for when its first item is polled for. An entry that cannot be decoded comes as
/// an `Err` of kind [`Decode`](crate::ErrorKind::Decode) at its place, and the stream goes on
/// after it; a failed request comes as an `Err`, and then the stream has ended. So a loop that
/// wants all that can be had tells the two apart by asking on until `None`.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    pages: Pages<T>,
    /// The page that `waiting` is of.
    at: Option<Resume>,
    waiting: VecDeque<(usize, Result<T, Rejected>)>,
}

impl<T: 'static> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self { pages, at: None, waiting: VecDeque::new() }
    }

    /// The next item, or `None` after the last.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) for a malformed entry, after which the list goes on;
    /// every kind of [`Error`] for a failed request, after which it has ended.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Where the list goes on: the page, and in it the first item that was not handed out.
    ///
    /// After a failed request it is the page that failed; `None` when the list is finished.
    pub fn resume(&self) -> Option<Resume> {
        match (self.waiting.front(), &self.at) {
            (Some((index, _)), Some(at)) => Some(Resume { skip: *index, ..at.clone() }),
            _ => self.pages.resume(),
        }
    }
}

impl<T: 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some((_, entry)) = this.waiting.pop_front() {
                return Poll::Ready(Some(entry.map_err(Error::from)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(page)) => {
                    this.at = Some(page.at.clone());
                    this.waiting = page.into_entries().collect();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.waiting.len(), None)
    }
}

// No `T` is ever pinned: items are moved out as they are asked for.
impl<T> Unpin for Items<T> {}

impl<T: 'static> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("resume", &self.resume())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::{LIST, Script};
    use super::super::{Position, Start};
    use super::*;
    use crate::ErrorKind;

    fn items(start: Start, script: &Script) -> Items<u64> {
        Items::new(Pages::new(start, None, script.clone()))
    }

    fn at(query: &str) -> Option<String> {
        Some(format!("{}?{query}", LIST.id))
    }

    fn two_pages() -> Script {
        Script::new().page(Position::First, &[10, 12], &[1], Some("<?page=2>; rel=next")).page(
            Position::Page(2),
            &[20],
            &[],
            None,
        )
    }

    #[tokio::test]
    async fn a_malformed_entry_comes_at_its_place_and_the_list_goes_on() -> Result<(), Error> {
        let mut items = items(Start::first(), &two_pages());
        assert_eq!(items.try_next().await?, Some(10));
        let error = items.try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("[1].number")));
        assert_eq!(items.try_next().await?, Some(12));
        assert_eq!(items.try_next().await?, Some(20));
        assert_eq!(items.try_next().await?, None);
        assert_eq!(items.resume(), None);
        Ok(())
    }

    #[tokio::test]
    async fn the_next_page_is_asked_for_only_when_its_first_item_is() -> Result<(), Error> {
        let script = two_pages();
        let mut items = items(Start::first(), &script);
        items.try_next().await?;
        let _ = items.try_next().await;
        items.try_next().await?;
        assert_eq!(script.asked(), [Position::First]);
        items.try_next().await?;
        assert_eq!(script.asked().len(), 2);
        Ok(())
    }

    #[tokio::test]
    async fn resume_is_the_first_item_that_was_not_handed_out() {
        let mut items = items(Start::first(), &two_pages());
        let mut places = Vec::new();
        loop {
            places.push(items.resume().map(|resume| resume.to_string()));
            if let Ok(None) = items.try_next().await {
                break;
            }
        }
        let expected = [
            Some(LIST.id.to_owned()),
            at("per_page=3&skip=1"),
            at("per_page=3&skip=2"),
            at("page=2&per_page=3"),
            None,
        ];
        assert_eq!(places, expected);
    }

    #[tokio::test]
    async fn a_walk_resumed_at_any_place_sees_exactly_the_rest() -> Result<(), Error> {
        let script = two_pages();
        for taken in 0..4 {
            let mut first = items(Start::first(), &script);
            let mut seen = Vec::new();
            for _ in 0..taken {
                seen.push(first.try_next().await.ok().flatten());
            }
            let token = first.resume().map(|resume| resume.to_string()).unwrap_or_default();
            let mut second = items(Start::resume(&token.parse()?), &script);
            loop {
                match second.try_next().await {
                    Ok(None) => break,
                    entry => seen.push(entry.ok().flatten()),
                }
            }
            assert_eq!(seen, [Some(10), None, Some(12), Some(20)], "after {taken}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_failed_request_comes_once_and_ends_the_stream_at_that_page() -> Result<(), Error> {
        let script = Script::new()
            .page(Position::First, &[10], &[], Some("<?page=2>; rel=next"))
            .failure(Position::Page(2));
        let mut items = items(Start::first(), &script);
        assert_eq!(items.try_next().await?, Some(10));
        assert!(items.try_next().await.is_err());
        assert_eq!(items.try_next().await?, None);
        assert_eq!(items.resume().map(|r| r.to_string()), at("page=2&per_page=3"));
        Ok(())
    }

    #[tokio::test]
    async fn empty_pages_are_passed_over() -> Result<(), Error> {
        let script = Script::new().page(Position::First, &[], &[], Some("<?page=2>; rel=next")).page(
            Position::Page(2),
            &[20],
            &[],
            None,
        );
        assert_eq!(items(Start::first(), &script).try_next().await?, Some(20));
        Ok(())
    }

    #[test]
    fn streams_can_be_moved_between_threads_and_polled_in_place() {
        fn check<S: Send + Unpin + 'static>() {}
        check::<Items<u64>>();
        check::<Pages<u64>>();
    }
}
