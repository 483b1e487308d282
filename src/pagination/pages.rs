//! A list by page.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_core::future::BoxFuture;

use super::{Fetch, Page, Position, ResumeToken, Start};
use crate::error::Error;
use crate::exchange::Target;
use crate::transport::malformed_items;

const REPEATED: &str = "the `next` link repeats an earlier page";

/// A list by page: a [`Stream`] of pages.
///
/// A page is requested when it is polled for, never ahead. A malformed item does not fail its page: it is in
/// [`Page::malformed`]. An empty page does not end the list; a
/// failed request does, and [`resume`](Self::resume) then returns the token of the failed page. A
/// caller that stops polling and polls again continues with the same request, within the timeout of
/// the attempt.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T> {
    source: Box<dyn Fetch<Item = T>>,
    state: State<T>,
    /// The positions so far: a list that returns to one of them is an error and not a loop.
    seen: HashSet<Position>,
    per_page: Option<u64>,
    /// The target of the requests, once a page was returned; `None` for a custom list.
    target: Option<Target>,
}

enum State<T> {
    /// The start does not fit the list.
    Refused(Error),
    Ready(PageOffset),
    Waiting(PageOffset, BoxFuture<'static, Result<Page<T>, Error>>),
    /// The page was returned, and its next page cannot be requested.
    Stuck(Error, PageOffset),
    Failed(PageOffset),
    Finished,
}

/// A page, and the number of its items to skip.
#[derive(Clone, Debug)]
struct PageOffset {
    position: Position,
    skip: usize,
}

impl<T: 'static> Pages<T> {
    /// `per_page` is the page size of the request, if it is set.
    pub(crate) fn new(start: Start, per_page: Option<u64>, source: impl Fetch<Item = T>) -> Self {
        let per_page = start.per_page(per_page);
        let refused = start.check(source.head(), || source.target()).err();
        let cursor = PageOffset { position: start.position, skip: start.skip };
        Self {
            source: Box::new(source),
            state: match refused {
                Some(error) => State::Refused(error),
                None => State::Ready(cursor),
            },
            seen: HashSet::new(),
            per_page,
            target: None,
        }
    }

    /// Returns the first page alone.
    pub(crate) async fn first(mut self) -> Result<Page<T>, Error> {
        let page = self.try_next().await?;
        match (page, self.state) {
            // Otherwise a caller that requests page by page would take it for the end.
            (_, State::Stuck(error, _)) => Err(error),
            (Some(page), _) => Ok(page),
            (None, _) => Err(Error::pagination("the list has no page").in_operation(self.source.head())),
        }
    }

    /// Returns the next page, or `None` after the last.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`], [`Pagination`](crate::ErrorKind::Pagination) if the list returns to
    /// an earlier page. After an error the list has ended.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Returns the token of the page that is requested next, or of the one that failed.
    ///
    /// `None` if the list has ended, or could not begin.
    pub fn resume(&self) -> Option<ResumeToken> {
        let cursor = match &self.state {
            State::Ready(cursor)
            | State::Waiting(cursor, _)
            | State::Stuck(_, cursor)
            | State::Failed(cursor) => cursor,
            State::Refused(_) | State::Finished => return None,
        };
        Some(ResumeToken {
            operation: self.source.head().operation.into(),
            target: self.target.clone().or_else(|| self.source.target()),
            position: cursor.position.clone(),
            skip: cursor.skip,
            per_page: self.per_page,
        })
    }

    /// Returns the state after a page.
    fn state_after(&self, page: &Page<T>) -> State<T> {
        let stuck = |reason| {
            // The page is complete, and requesting it again can return a valid link.
            let cursor = PageOffset { position: page.at.position.clone(), skip: page.len() };
            let error = Error::pagination(reason).in_operation(self.source.head());
            State::Stuck(error.with_target(page.at.target.clone()).after_attempts(page.attempts), cursor)
        };
        match &page.next {
            None => page.next_unusable.map_or(State::Finished, stuck),
            Some(next) if self.seen.contains(&next.position.normalized()) => stuck(REPEATED),
            Some(next) => State::Ready(PageOffset { position: next.position.clone(), skip: 0 }),
        }
    }
}

impl<T: 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            match mem::replace(&mut this.state, State::Finished) {
                State::Ready(cursor) => {
                    this.seen.insert(cursor.position.normalized());
                    let page = this.source.fetch(cursor.position.clone());
                    this.state = State::Waiting(cursor, page);
                }
                State::Waiting(cursor, mut page) => match page.as_mut().poll(context) {
                    Poll::Pending => {
                        this.state = State::Waiting(cursor, page);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => {
                        this.state = State::Failed(cursor);
                        return Poll::Ready(Some(Err(error)));
                    }
                    Poll::Ready(Ok(mut page)) => {
                        this.per_page = page.at.per_page;
                        this.target = page.at.target.clone();
                        page.skip(cursor.skip);
                        // Here, where every form of a list gets its pages, and without what a resume skipped.
                        malformed_items(&page.malformed);
                        this.state = this.state_after(&page);
                        if matches!(this.state, State::Stuck(..)) {
                            page.next = None;
                        }
                        return Poll::Ready(Some(Ok(page)));
                    }
                },
                State::Refused(error) => return Poll::Ready(Some(Err(error))),
                State::Stuck(error, cursor) => {
                    this.state = State::Failed(cursor);
                    return Poll::Ready(Some(Err(error)));
                }
                State::Failed(cursor) => {
                    this.state = State::Failed(cursor);
                    return Poll::Ready(None);
                }
                State::Finished => return Poll::Ready(None),
            }
        }
    }
}

// No `T` is pinned: pages are moved out as they arrive.
impl<T> Unpin for Pages<T> {}

impl<T: 'static> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.source.head().operation)
            .field("resume", &self.resume())
            .finish_non_exhaustive()
    }
}
