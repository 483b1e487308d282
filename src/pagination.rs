//! Lists, page by page and item by item.

mod items;
mod page;
mod pages;
mod position;
mod resume;
#[cfg(test)]
mod script;

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;

use crate::error::Error;

pub use items::Items;
pub use page::{Page, Rejected};
pub use pages::Pages;
pub(crate) use position::{Position, Start};
pub use resume::Resume;

/// A list request: it can ask for the page at any position.
pub(crate) trait Fetch: Send + Sync + 'static {
    /// What the list is of.
    type Item: 'static;

    /// The operation that lists.
    fn operation(&self) -> &'static Operation;

    /// Asks for one page. Nothing is sent before the future is polled.
    fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<Self::Item>, Error>>;
}
