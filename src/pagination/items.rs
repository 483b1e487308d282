//! A list by item.

#[cfg(test)]
mod tests;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{Entries, ResumeToken};
use crate::error::{Error, MalformedItem, MalformedItems};

/// A list by item: a [`Stream`] of items over all pages.
///
/// A page is requested when its first item is polled for. Malformed items are passed over: the stream returns every
/// other item of the whole list. They cannot go unnoticed:
///
/// - After the last item there is one `Err` of kind [`MalformedItems`](crate::ErrorKind::MalformedItems), with
///   their [count](Error::malformed_count) and the [first hundred](Error::malformed_items).
/// - Each is a `tracing` event of level `WARN` when its page is received.
/// - A loop that stops before the end can check [`malformed_count`](Self::malformed_count).
///
/// A failed request is an `Err` with the malformed items so far, after which the stream has ended;
/// [`resume`](Self::resume) then returns a token. [`Entries`] returns malformed items in their place, and `collect_all`
/// of a request all items and malformed items at once.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<T> {
    entries: Entries<T>,
    malformed: MalformedItems,
    /// Whether the list, or its last error, was returned.
    ended: bool,
}

impl<T: 'static> Items<T> {
    pub(crate) fn new(entries: Entries<T>) -> Self {
        Self { entries, malformed: MalformedItems::default(), ended: false }
    }

    /// Returns the next item, or `None` after the last.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`] for a failed request. [`MalformedItems`](crate::ErrorKind::MalformedItems) after the
    /// last item, if any item of the list is malformed. After either the list has ended.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Returns the token of the first item or malformed item that was not passed yet.
    ///
    /// A list resumed from it names exactly the malformed items from there on. After a failed request it is the token of
    /// the failed page; `None` if all items were passed, also before and after the error that names malformed ones.
    pub fn resume(&self) -> Option<ResumeToken> {
        self.entries.resume()
    }

    /// Returns the number of malformed items that were passed over so far.
    pub fn malformed_count(&self) -> usize {
        self.malformed.count()
    }

    /// Returns the first hundred malformed items that were passed over so far.
    pub fn malformed_items(&self) -> &[MalformedItem] {
        self.malformed.first()
    }
}

impl<T: 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while !this.ended {
            match ready!(Pin::new(&mut this.entries).poll_next(context)) {
                Some(Ok(Ok(item))) => return Poll::Ready(Some(Ok(item))),
                Some(Ok(Err(malformed))) => this.malformed.push(malformed),
                Some(Err(error)) => {
                    this.ended = true;
                    return Poll::Ready(Some(Err(error.with_malformed(this.malformed.clone()))));
                }
                None => {
                    this.ended = true;
                    return Poll::Ready(this.malformed.clone().into_error().map(Err));
                }
            }
        }
        Poll::Ready(None)
    }
}

// No `T` is pinned: items are moved out as they are returned.
impl<T> Unpin for Items<T> {}

impl<T: 'static> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("entries", &self.entries)
            .field("malformed", &self.malformed)
            .finish_non_exhaustive()
    }
}
