//! A list, page by page.

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

use super::{Fetch, Page, Position, Resume, Start};
use crate::error::Error;

const LEADS_NOWHERE: &str = "the answer names a next page in a way that this list does not know";
const LEADS_BACK: &str = "the answer names as next a page that was read already";

/// A list, page by page: a [`Stream`] of pages.
///
/// A page is asked for when it is polled for, never ahead. An empty page does not end the list; a
/// failed request does, and [`resume`](Self::resume) then names the page that failed. A caller
/// who gives up waiting for a page and polls again goes on waiting for the same request, within the
/// time that an attempt may take.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<T> {
    source: Box<dyn Fetch<Item = T>>,
    state: State<T>,
    /// Where the walk has been, so that a list that leads back is an error and not a loop.
    seen: HashSet<Position>,
    per_page: Option<u64>,
}

enum State<T> {
    /// The start does not fit the list, and so names no place in it.
    Refused(Error),
    Ready(Place),
    Waiting(Place, BoxFuture<'static, Result<Page<T>, Error>>),
    /// The last page is handed out, and does not say properly where the list goes on.
    Stuck(Error, Place),
    Failed(Place),
    Finished,
}

/// A page, and how many of its entries are known already.
#[derive(Clone, Debug)]
struct Place {
    position: Position,
    skip: usize,
}

impl<T: 'static> Pages<T> {
    /// `per_page` is what the request asks for, if it does.
    pub(crate) fn new(start: Start, per_page: Option<u64>, source: impl Fetch<Item = T>) -> Self {
        let per_page = start.per_page(per_page);
        let refused = start.check(source.operation()).err();
        let place = Place { position: start.position, skip: start.skip };
        Self {
            source: Box::new(source),
            state: match refused {
                Some(error) => State::Refused(error),
                None => State::Ready(place),
            },
            seen: HashSet::new(),
            per_page,
        }
    }

    /// The first page alone.
    pub(crate) async fn first(mut self) -> Result<Page<T>, Error> {
        let page = self.try_next().await?;
        match (page, self.state) {
            // Without this, a caller who asks page by page would take it for the end.
            (_, State::Stuck(error, _)) => Err(error),
            (Some(page), _) => Ok(page),
            (None, _) => Err(Error::pagination(self.source.operation(), "there was no page")),
        }
    }

    /// The next page, or `None` after the last.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`], [`Pagination`](crate::ErrorKind::Pagination) if the list leads
    /// back to where it has been. After an error the list has ended.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Where the list goes on: the page that is polled for next, or the one that failed.
    ///
    /// `None` when the list is finished, or could not begin.
    pub fn resume(&self) -> Option<Resume> {
        let place = match &self.state {
            State::Ready(place)
            | State::Waiting(place, _)
            | State::Stuck(_, place)
            | State::Failed(place) => place,
            State::Refused(_) | State::Finished => return None,
        };
        Some(Resume {
            operation: self.source.operation().id.into(),
            position: place.position.clone(),
            skip: place.skip,
            per_page: self.per_page,
        })
    }

    /// What comes after a page that has arrived.
    fn state_after(&self, page: &Page<T>) -> State<T> {
        let stuck = |reason| {
            // This page is complete, and asking for it again is the way to a better link.
            let place = Place { position: page.at.position.clone(), skip: page.entries() };
            let error = Error::pagination(self.source.operation(), reason);
            State::Stuck(error.after_attempts(page.attempts), place)
        };
        match &page.next {
            None if page.next_unusable => stuck(LEADS_NOWHERE),
            None => State::Finished,
            Some(next) if self.seen.contains(&next.position.place()) => stuck(LEADS_BACK),
            Some(next) => State::Ready(Place { position: next.position.clone(), skip: 0 }),
        }
    }
}

impl<T: 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            match mem::replace(&mut this.state, State::Finished) {
                State::Ready(place) => {
                    this.seen.insert(place.position.place());
                    let answer = this.source.fetch(place.position.clone());
                    this.state = State::Waiting(place, answer);
                }
                State::Waiting(place, mut answer) => match answer.as_mut().poll(context) {
                    Poll::Pending => {
                        this.state = State::Waiting(place, answer);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => {
                        this.state = State::Failed(place);
                        return Poll::Ready(Some(Err(error)));
                    }
                    Poll::Ready(Ok(mut page)) => {
                        this.per_page = page.at.per_page;
                        page.skip(place.skip);
                        this.state = this.state_after(&page);
                        if matches!(this.state, State::Stuck(..)) {
                            page.next = None;
                        }
                        return Poll::Ready(Some(Ok(page)));
                    }
                },
                State::Refused(error) => return Poll::Ready(Some(Err(error))),
                State::Stuck(error, place) => {
                    this.state = State::Failed(place);
                    return Poll::Ready(Some(Err(error)));
                }
                State::Failed(place) => {
                    this.state = State::Failed(place);
                    return Poll::Ready(None);
                }
                State::Finished => return Poll::Ready(None),
            }
        }
    }
}

// No `T` is ever pinned: pages are moved out as they arrive.
impl<T> Unpin for Pages<T> {}

impl<T: 'static> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.source.operation().id)
            .field("resume", &self.resume())
            .finish_non_exhaustive()
    }
}
