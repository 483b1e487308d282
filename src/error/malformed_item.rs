//! An item of a list that does not decode.

use std::fmt;
use std::sync::Arc;

use super::JsonPath;
use crate::exchange::{RequestHead, ResponseSummary};

/// An item of a list that does not decode.
///
/// It contains the position of the fault, and what identifies the item as far as its JSON still has it; no other
/// value of the item. It is one pointer wide, and bounded whatever the item. It converts into an
/// [`Error`](crate::Error) of kind [`MalformedItems`](crate::ErrorKind::MalformedItems).
#[derive(Clone, PartialEq, Eq)]
pub struct MalformedItem(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    index: usize,
    at: JsonPath,
    identity: Identity,
    head: RequestHead,
    /// Shared by the items of a page.
    received: Arc<ResponseSummary>,
}

/// What identifies an item, fit to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) number: Option<u64>,
    pub(crate) id: Option<u64>,
    pub(crate) html_url: Option<String>,
    pub(crate) repository: Option<String>,
}

impl MalformedItem {
    pub(crate) fn new(
        index: usize,
        at: JsonPath,
        identity: Identity,
        head: RequestHead,
        received: Arc<ResponseSummary>,
    ) -> Self {
        Self(Box::new(Inner { index, at, identity, head, received }))
    }

    /// Returns its index in the page as it was sent, from 0.
    pub fn index(&self) -> usize {
        self.0.index
    }

    /// Returns the JSON path within the item at which decoding failed, for example
    /// `resolved_by.login`, also if that property is missing; `.` for the item itself, and `?` for a key that is not plain words. Within a location it ends at the location.
    pub fn path(&self) -> &str {
        &self.0.at.path
    }

    /// Returns the line within the item on which decoding failed, from 1.
    pub fn line(&self) -> Option<usize> {
        self.0.at.line
    }

    /// Returns the column within the item in which decoding failed, from 1.
    pub fn column(&self) -> Option<usize> {
        self.0.at.column
    }

    /// Returns its `number`, if its JSON has a single valid one.
    pub fn number(&self) -> Option<u64> {
        self.0.identity.number
    }

    /// Returns its `id`, if its JSON has a single valid one.
    pub fn id(&self) -> Option<u64> {
        self.0.identity.id
    }

    /// Returns its `html_url` without query and fragment, if its JSON has an absolute `http` or `https` URL of at most
    /// 300 characters without user information.
    pub fn html_url(&self) -> Option<&str> {
        self.0.identity.html_url.as_deref()
    }

    /// Returns the full name of its repository, for example `acme/widgets`, if its JSON has a valid one.
    ///
    /// The items of a repository's own lists have none.
    pub fn repository(&self) -> Option<&str> {
        self.0.identity.repository.as_deref()
    }

    /// Returns the published id of the operation; the path template for a custom list.
    pub(crate) fn operation(&self) -> &'static str {
        self.0.head.operation
    }

    /// Returns the head of the request for its page.
    pub(super) fn head(&self) -> RequestHead {
        self.0.head
    }

    /// Returns what is known of the response with its page.
    pub(super) fn received(&self) -> &ResponseSummary {
        &self.0.received
    }

    /// Returns the id by which GitHub's support finds the request for its page.
    pub fn request_id(&self) -> Option<&str> {
        self.0.received.request_id.as_deref()
    }
}

impl fmt::Display for MalformedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {}", self.index())?;
        let named = match (self.number(), self.id()) {
            (Some(number), _) => Some(format!("number {number}")),
            (None, id) => id.map(|id| format!("id {id}")),
        };
        match (named, self.repository()) {
            (Some(named), Some(repository)) => write!(f, " ({named}, {repository})")?,
            (Some(named), None) => write!(f, " ({named})")?,
            (None, Some(repository)) => write!(f, " ({repository})")?,
            (None, None) => {}
        }
        match self.path() {
            "." => f.write_str(": cannot decode the item")?,
            path => write!(f, ": cannot decode `{path}`")?,
        }
        match (self.line(), self.column()) {
            (Some(line), Some(column)) => write!(f, ", line {line} column {column} of the item"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for MalformedItem {}

impl fmt::Debug for MalformedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { index, at, identity, head, received } = &*self.0;
        f.debug_struct("MalformedItem")
            .field("index", index)
            .field("at", at)
            .field("identity", identity)
            .field("operation", &head.operation)
            .field("request_id", &received.request_id)
            .finish()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use github_secret_scanning_generated::operations::LIST_ORG_ALERTS;

    use super::*;

    pub(in crate::error) fn item(index: usize, identity: Identity) -> MalformedItem {
        let at = JsonPath { path: "resolved_by.login".into(), line: Some(1), column: Some(20) };
        let received = ResponseSummary {
            status: Some(200),
            request_id: Some("C0DE:1".into()),
            attempts: 2,
            target: None,
        };
        MalformedItem::new(index, at, identity, (&LIST_ORG_ALERTS).into(), Arc::new(received))
    }

    pub(in crate::error) fn identity(
        number: Option<u64>,
        id: Option<u64>,
        repository: Option<&str>,
    ) -> Identity {
        Identity { number, id, repository: repository.map(str::to_owned), html_url: None }
    }

    #[test]
    fn the_text_of_a_malformed_item_identifies_it_as_far_as_known() {
        let shown = |number, id, repository| item(3, identity(number, id, repository)).to_string();
        let rest = ": cannot decode `resolved_by.login`, line 1 column 20 of the item";
        for (shown, expected) in [
            (shown(Some(42), Some(7), Some("acme/widgets")), " (number 42, acme/widgets)"),
            (shown(None, Some(7), Some("acme/widgets")), " (id 7, acme/widgets)"),
            (shown(Some(42), None, None), " (number 42)"),
            (shown(None, None, Some("acme/widgets")), " (acme/widgets)"),
            (shown(None, None, None), ""),
        ] {
            assert_eq!(shown, format!("item 3{expected}{rest}"));
        }
    }

    #[test]
    fn a_malformed_item_is_one_pointer_wide() {
        assert_eq!(size_of::<MalformedItem>(), size_of::<usize>());
    }
}
