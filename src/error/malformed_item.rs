//! An item of a list that does not decode, and the error that names such items.

use std::fmt;
use std::sync::Arc;

use super::{Error, ErrorKind, JsonPath};
use crate::exchange::{RequestHead, ResponseSummary};

/// The number of malformed items that an error, or the events of a page, name one by one.
pub(crate) const NAMED: usize = 100;

/// The number of malformed items in the text of an error.
const SHOWN: usize = 3;

/// An item of a list that does not decode.
///
/// It contains the position of the fault, and what identifies the item as far as its JSON still has it; no other
/// value of the item. It is one pointer wide, and bounded whatever the item. It converts into an [`Error`] of kind
/// [`MalformedItems`](ErrorKind::MalformedItems).
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

/// The malformed items of a list so far: the first hundred, and the count of all.
#[derive(Clone, Default)]
pub(crate) struct MalformedItems {
    first: Vec<MalformedItem>,
    count: usize,
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
    /// `resolved_by.login`; `.` for the item itself. Within a location it ends at the location.
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

    /// Returns its `number`, if its JSON has a valid one.
    pub fn number(&self) -> Option<u64> {
        self.0.identity.number
    }

    /// Returns its `id`, if its JSON has a valid one.
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

    /// Returns the id by which GitHub's support finds the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.0.received.request_id.as_deref()
    }
}

impl MalformedItems {
    pub(crate) fn push(&mut self, item: MalformedItem) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(item);
        }
    }

    pub(crate) fn first(&self) -> &[MalformedItem] {
        &self.first
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Returns the error after the last item of a list; `None` if no item is malformed.
    ///
    /// Status and request id are those of the page of the first one.
    pub(crate) fn into_error(self) -> Option<Error> {
        let Inner { head, received, .. } = &*self.first.first()?.0;
        let error = Error::new(ErrorKind::MalformedItems).received((**received).clone()).in_operation(*head);
        Some(error.with_malformed(self))
    }
}

impl super::Inner {
    /// Writes the first of the malformed items, and the number of the others.
    pub(super) fn write_malformed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MalformedItems { first, count } = &self.malformed;
        self.write_malformed_count(f)?;
        for (position, item) in first.iter().take(SHOWN).enumerate() {
            write!(f, "{}{item}", if position == 0 { ": " } else { "; " })?;
        }
        match count.saturating_sub(SHOWN) {
            0 => Ok(()),
            rest => write!(f, "; and {rest} more"),
        }
    }

    pub(super) fn write_malformed_count(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.malformed.count;
        write!(f, "{count} malformed item{}", if count == 1 { "" } else { "s" })
    }
}

impl From<MalformedItem> for Error {
    /// Returns an error of kind [`MalformedItems`](ErrorKind::MalformedItems) with this one item.
    fn from(item: MalformedItem) -> Self {
        let (head, received) = (item.0.head, (*item.0.received).clone());
        let mut items = MalformedItems::default();
        items.push(item);
        Self::new(ErrorKind::MalformedItems).received(received).in_operation(head).with_malformed(items)
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

impl fmt::Debug for MalformedItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.first.get(..SHOWN).unwrap_or(&self.first);
        f.debug_struct("MalformedItems").field("count", &self.count).field("first", &shown).finish()
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::operations::LIST_ORG_ALERTS;

    use super::*;

    fn item(index: usize, identity: Identity) -> MalformedItem {
        let at = JsonPath { path: "resolved_by.login".into(), line: Some(1), column: Some(20) };
        let received = ResponseSummary { status: Some(200), request_id: Some("C0DE:1".into()), attempts: 2 };
        MalformedItem::new(index, at, identity, (&LIST_ORG_ALERTS).into(), Arc::new(received))
    }

    fn identity(number: Option<u64>, id: Option<u64>, repository: Option<&str>) -> Identity {
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
    fn an_error_names_the_first_hundred_and_counts_all() {
        let mut items = MalformedItems::default();
        assert!(items.clone().into_error().is_none());
        (0..250).for_each(|index| items.push(item(index, Identity::default())));
        let error = items.into_error().unwrap();
        assert_eq!(error.kind(), ErrorKind::MalformedItems);
        assert_eq!((error.malformed_items().len(), error.malformed_count()), (NAMED, 250));
        assert_eq!((error.status(), error.request_id()), (Some(200), Some("C0DE:1")));
        assert_eq!((error.operation(), error.attempts()), (Some(LIST_ORG_ALERTS.id), 2));
        assert!(!error.is_retryable() && !error.outcome_unknown());
        let line = error.to_string();
        assert!(line.contains("250 malformed items: item 0: cannot decode"), "{line}");
        assert!(line.contains("item 2: ") && !line.contains("item 3: "), "{line}");
        assert!(line.contains("; and 247 more"), "{line}");
        assert!(format!("{error:?}").len() < 4_000);
    }

    #[test]
    fn one_malformed_item_converts_into_an_error_that_names_it() {
        let one = item(3, identity(Some(42), None, None));
        let error = Error::from(one.clone());
        assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::MalformedItems, 1));
        assert_eq!(error.malformed_items(), std::slice::from_ref(&one));
        assert!(error.to_string().contains(&format!("1 malformed item: {one};")), "{error}");
        assert!(std::error::Error::source(&error).is_none());
    }

    #[test]
    fn a_malformed_item_is_one_pointer_wide() {
        assert_eq!(size_of::<MalformedItem>(), size_of::<usize>());
    }
}
