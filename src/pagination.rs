//! Pagination: lists by page, by entry and by item.

mod entries;
mod items;
mod page;
mod pages;
mod position;
mod resume_token;
#[cfg(test)]
mod script;
mod start;

use crate::error::Error;
use crate::exchange::{RequestHead, Target};
use futures_core::future::BoxFuture;

pub use entries::{Collected, Entries};
pub use items::Items;
pub use page::Page;
pub use pages::Pages;
pub(crate) use position::{Position, page_number};
pub use resume_token::ResumeToken;
pub(crate) use start::Start;

/// A source of pages: it requests the page at any position.
pub(crate) trait Fetch: Send + Sync + 'static {
    type Item: 'static;

    /// Returns the head of its requests.
    fn head(&self) -> RequestHead;

    /// Returns the target of its requests; `None` for a custom list. It is known before a request is sent.
    fn target(&self) -> Option<Target>;

    /// Requests one page. Nothing is sent before the future is polled.
    fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<Self::Item>, Error>>;
}
