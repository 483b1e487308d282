//! A list by item.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{MalformedItem, Pages, ResumeToken};
use crate::error::Error;

/// A list by item: a [`Stream`] of items over all pages.
///
/// A page is requested when its first item is polled for. A malformed item is an `Err` of kind
/// [`Decode`](crate::ErrorKind::Decode) between its neighbours, and the stream continues after it; a
/// failed request is an `Err` after which the stream has ended. To receive all items, poll until
/// `None`; if [`resume`](Self::resume) then returns a token, the list is incomplete, because a request
/// failed. [`Pages`] keeps the two apart: malformed items are in
/// [`Page::malformed`](crate::Page::malformed), and every `Err` is a failed request.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    pages: Pages<T>,
    /// The page of `buffered`.
    at: Option<ResumeToken>,
    buffered: VecDeque<(usize, Result<T, MalformedItem>)>,
}

impl<T: 'static> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self { pages, at: None, buffered: VecDeque::new() }
    }

    /// Returns the next item, or `None` after the last.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) for a malformed item, after which the list continues;
    /// every kind of [`Error`] for a failed request, after which it has ended.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Returns the token of the first item that was not returned yet.
    ///
    /// After a failed request it is that of the failed page; `None` if the list has ended.
    pub fn resume(&self) -> Option<ResumeToken> {
        match (self.buffered.front(), &self.at) {
            (Some((index, _)), Some(at)) => Some(ResumeToken { skip: *index, ..at.clone() }),
            _ => self.pages.resume(),
        }
    }
}

impl<T: 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some((_, item)) = this.buffered.pop_front() {
                return Poll::Ready(Some(item.map_err(Error::from)));
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
    async fn a_malformed_item_is_an_error_in_order_and_the_list_continues() -> Result<(), Error> {
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
    async fn the_next_page_is_requested_when_its_first_item_is_polled_for() -> Result<(), Error> {
        let script = two_pages();
        let mut items = items(Start::first(), &script);
        items.try_next().await?;
        let _ = items.try_next().await;
        items.try_next().await?;
        assert_eq!(script.requested(), [Position::First]);
        items.try_next().await?;
        assert_eq!(script.requested().len(), 2);
        Ok(())
    }

    #[tokio::test]
    async fn resume_returns_the_token_of_the_first_item_not_returned() {
        let mut items = items(Start::first(), &two_pages());
        let mut tokens = Vec::new();
        loop {
            tokens.push(items.resume().map(|resume| resume.to_string()));
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
        assert_eq!(tokens, expected);
    }

    #[tokio::test]
    async fn a_list_resumed_after_any_item_returns_exactly_the_rest() -> Result<(), Error> {
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
                    item => seen.push(item.ok().flatten()),
                }
            }
            assert_eq!(seen, [Some(10), None, Some(12), Some(20)], "after {taken}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_failed_request_is_one_error_and_ends_the_stream_at_its_page() -> Result<(), Error> {
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
    async fn empty_pages_are_skipped() -> Result<(), Error> {
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
    fn streams_are_send_and_unpin() {
        fn check<S: Send + Unpin + 'static>() {}
        check::<Items<u64>>();
        check::<Pages<u64>>();
    }
}
