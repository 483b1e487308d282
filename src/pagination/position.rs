//! Where in a list a page is, and where a walk begins.

use std::borrow::Cow;

use github_secret_scanning_generated::{Operation, Pagination};

use super::Resume;
use crate::error::Error;
use crate::link::Target;

/// The longest cursor that is sent back, in bytes: GitHub's have about a hundred, and few servers
/// take a longer address.
pub(super) const LONGEST_CURSOR: usize = 8 * 1024;

/// Where in a list a page is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Position {
    /// The first page, by saying nothing.
    First,
    /// A page by its number, from 1.
    Page(u64),
    /// What comes after a cursor; an empty one begins a walk by cursor.
    After(String),
    /// What comes before a cursor.
    Before(String),
}

impl Position {
    /// The value to send as `page`.
    pub(crate) fn page(&self) -> Option<u64> {
        match self {
            Self::Page(number) => Some(*number),
            _ => None,
        }
    }

    /// The value to send as `after`.
    pub(crate) fn after(&self) -> Option<&str> {
        match self {
            Self::After(cursor) => Some(cursor),
            _ => None,
        }
    }

    /// The value to send as `before`.
    pub(crate) fn before(&self) -> Option<&str> {
        match self {
            Self::Before(cursor) => Some(cursor),
            _ => None,
        }
    }

    /// Where a link leads on a list of this style, coming from here; `None` if it says nothing
    /// that the list could be asked for.
    pub(super) fn follow(&self, style: Option<Pagination>, target: &Target) -> Option<Self> {
        let number = || target.page.as_deref().and_then(page_number).map(Self::Page);
        let filled =
            |cursor: &Option<String>| cursor.clone().filter(|cursor| !cursor.is_empty() && is_cursor(cursor));
        let cursor = || {
            let after = filled(&target.after).map(Self::After);
            after.or_else(|| filled(&target.before).map(Self::Before))
        };
        match (style, self) {
            (Some(Pagination::Cursor), _) => cursor(),
            // A walk keeps to the way in which it began, where the link offers both.
            (Some(Pagination::PageAndCursor), Self::After(_) | Self::Before(_)) => cursor().or_else(number),
            (Some(Pagination::PageAndCursor), _) => number().or_else(cursor),
            _ => number(),
        }
    }

    /// The same for all ways to say the same place, to see when a walk comes back to it.
    pub(super) fn place(&self) -> Self {
        match self {
            Self::Page(0 | 1) => Self::First,
            Self::After(cursor) | Self::Before(cursor) if cursor.is_empty() => Self::First,
            other => other.clone(),
        }
    }

    fn fits(&self, style: Option<Pagination>) -> bool {
        match self {
            Self::First => true,
            Self::Page(_) => style != Some(Pagination::Cursor),
            Self::After(_) | Self::Before(_) => {
                matches!(style, Some(Pagination::Cursor | Pagination::PageAndCursor))
            }
        }
    }
}

/// Whether it is short enough to be sent back.
pub(super) fn is_cursor(text: &str) -> bool {
    text.len() <= LONGEST_CURSOR
}

/// A page number as an address has it: digits alone, from 1.
pub(super) fn page_number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}

/// Where a walk begins: a position, and how many entries of its page are known already.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(super) position: Position,
    pub(super) skip: usize,
    pub(super) per_page: Option<u64>,
    /// The operation that the resume token was made by, if there was one.
    operation: Option<Cow<'static, str>>,
}

impl Start {
    /// The first page, by saying nothing.
    pub(crate) fn first() -> Self {
        Self { position: Position::First, skip: 0, per_page: None, operation: None }
    }

    /// The first page of a walk by cursor, on a list that also knows numbers; a resume token has
    /// settled that already.
    pub(crate) fn by_cursor(self) -> Self {
        if self.operation.is_some() {
            return self;
        }
        Self { position: Position::After(String::new()), ..self }
    }

    /// Where a resume token says.
    pub(crate) fn resume(resume: &Resume) -> Self {
        Self {
            position: resume.position.clone(),
            skip: resume.skip,
            per_page: resume.per_page,
            operation: Some(resume.operation.clone()),
        }
    }

    /// The page size to ask for. A page number means nothing under another size, so a resume
    /// token's own wins over what the request asks for.
    pub(crate) fn per_page(&self, asked: Option<u64>) -> Option<u64> {
        if self.operation.is_some() { self.per_page } else { asked }
    }

    /// Whether a walk of this list can begin here. A token of another list would ask this one for
    /// a place that it does not have, and skip or repeat items without a word.
    pub(super) fn check(&self, operation: &'static Operation) -> Result<(), Error> {
        let reason = match &self.operation {
            Some(other) if *other != operation.id => "is of another list",
            _ if !self.position.fits(operation.pagination) => {
                "names a place in a way that this list does not know"
            }
            _ => return Ok(()),
        };
        Err(Error::invalid_argument("resume", reason).in_operation(operation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(page: &str, after: &str, before: &str) -> Target {
        let given = |text: &str| (text != "-").then(|| text.to_owned());
        Target { page: given(page), after: given(after), before: given(before) }
    }

    #[test]
    fn a_link_is_followed_in_the_way_that_the_list_knows() {
        let both = target("3", "c", "-");
        let number = Some(Position::Page(3));
        let cursor = Some(Position::After("c".into()));
        let from = Position::First;
        assert_eq!(from.follow(Some(Pagination::Page), &both), number);
        assert_eq!(from.follow(Some(Pagination::Cursor), &both), cursor);
        assert_eq!(from.follow(Some(Pagination::PageAndCursor), &both), number);
        let by_cursor = Position::After(String::new());
        assert_eq!(by_cursor.follow(Some(Pagination::PageAndCursor), &both), cursor);
        let before = Some(Position::Before("b".into()));
        assert_eq!(from.follow(Some(Pagination::Cursor), &target("-", "-", "b")), before);
    }

    #[test]
    fn a_link_without_a_usable_place_leads_nowhere() {
        for page in ["-", "", "0", "-1", "+2", "1e3", "99999999999999999999999"] {
            let target = target(page, "", "-");
            assert_eq!(Position::First.follow(Some(Pagination::PageAndCursor), &target), None, "{page}");
        }
    }

    #[test]
    fn a_cursor_that_is_too_long_for_an_address_leads_nowhere() {
        let cursor = "c".repeat(LONGEST_CURSOR);
        let too_long = format!("{cursor}c");
        let follow = |target| Position::First.follow(Some(Pagination::Cursor), &target);
        assert_eq!(follow(target("-", &cursor, "-")), Some(Position::After(cursor.clone())));
        assert_eq!(follow(target("-", "-", &cursor)), Some(Position::Before(cursor)));
        assert_eq!(follow(target("-", &too_long, "-")), None);
        assert_eq!(follow(target("-", "-", &too_long)), None);
    }

    #[test]
    fn all_ways_to_name_the_first_page_are_one_place() {
        for position in [Position::Page(1), Position::After(String::new())] {
            assert_eq!(position.place(), Position::First);
        }
        assert_ne!(Position::After("a".into()).place(), Position::Before("a".into()).place());
    }
}
