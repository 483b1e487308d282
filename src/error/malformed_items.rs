//! The malformed items of a list, and the error that names them.

use std::fmt;

use super::{Error, ErrorKind, MalformedItem};

/// The number of malformed items that an error, or the events of a page, name one by one.
pub(crate) const NAMED: usize = 100;

/// The number of malformed items in the text of an error.
const SHOWN: usize = 3;

/// The malformed items of a list so far: the first hundred, and the count of all.
#[derive(Clone, Default)]
pub(crate) struct MalformedItems {
    first: Vec<MalformedItem>,
    count: usize,
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
        let item = self.first.first()?;
        let error = Error::new(ErrorKind::MalformedItems).received(item.received().clone());
        Some(error.in_operation(item.head()).with_malformed(self))
    }
}

impl Error {
    /// Adds the malformed items of the list, up to the error.
    pub(crate) fn with_malformed(mut self, malformed: MalformedItems) -> Self {
        self.0.malformed = malformed;
        self
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
        let error = Self::new(ErrorKind::MalformedItems).received(item.received().clone());
        let error = error.in_operation(item.head());
        let mut items = MalformedItems::default();
        items.push(item);
        error.with_malformed(items)
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

    use super::super::malformed_item::tests::{identity, item};
    use super::*;

    #[test]
    fn an_error_names_the_first_hundred_and_counts_all() {
        let mut items = MalformedItems::default();
        assert!(items.clone().into_error().is_none());
        (0..250).for_each(|index| items.push(item(index, identity(None, None, None))));
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
}
