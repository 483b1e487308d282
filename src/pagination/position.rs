//! The position of a page in a list.

use std::borrow::Cow;

use github_secret_scanning_generated::Pagination;

use crate::link::LinkTarget;

/// The longest cursor that is sent, in bytes: GitHub's have about a hundred, and few servers accept a
/// longer URL.
pub(super) const LONGEST_CURSOR: usize = 8 * 1024;

/// The position of a page in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Position {
    /// The first page, without a parameter.
    First,
    /// A page by its number, from 1.
    Page(u64),
    /// The page after a cursor; an empty one starts pagination by cursor.
    After(String),
    /// The page before a cursor.
    Before(String),
}

impl Position {
    /// Reads a query parameter; `None` if it names no position, or its value is malformed.
    pub(crate) fn from_parameter(name: &str, value: &str) -> Option<Self> {
        match name {
            "page" => page_number(value).map(Self::Page),
            "after" if is_cursor(value) => Some(Self::After(value.to_owned())),
            "before" if is_cursor(value) => Some(Self::Before(value.to_owned())),
            _ => None,
        }
    }

    /// Returns the query parameter; `None` for the first page.
    pub(crate) fn to_parameter(&self) -> Option<(&'static str, Cow<'_, str>)> {
        match self {
            Self::First => None,
            Self::Page(number) => Some(("page", number.to_string().into())),
            Self::After(cursor) => Some(("after", cursor.into())),
            Self::Before(cursor) => Some(("before", cursor.into())),
        }
    }

    /// Returns the value of `page`.
    pub(crate) fn page(&self) -> Option<u64> {
        match self {
            Self::Page(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the value of `after`.
    pub(crate) fn after(&self) -> Option<&str> {
        match self {
            Self::After(cursor) => Some(cursor),
            _ => None,
        }
    }

    /// Returns the value of `before`.
    pub(crate) fn before(&self) -> Option<&str> {
        match self {
            Self::Before(cursor) => Some(cursor),
            _ => None,
        }
    }

    /// Returns the position of a link on a list with this style of pagination, coming from this one;
    /// `None` if the list does not support its parameters.
    pub(super) fn follow(&self, style: Option<Pagination>, target: &LinkTarget) -> Option<Self> {
        let number = || target.page.as_deref().and_then(page_number).map(Self::Page);
        let filled =
            |cursor: &Option<String>| cursor.clone().filter(|cursor| !cursor.is_empty() && is_cursor(cursor));
        let cursor = || {
            let after = filled(&target.after).map(Self::After);
            after.or_else(|| filled(&target.before).map(Self::Before))
        };
        match (style, self) {
            (Some(Pagination::Cursor), _) => cursor(),
            // A list keeps its style if the link has both.
            (Some(Pagination::PageAndCursor), Self::After(_) | Self::Before(_)) => cursor().or_else(number),
            (Some(Pagination::PageAndCursor), _) => number().or_else(cursor),
            (Some(_), _) => number(),
            // A server that sends a cursor supports it, and may limit page numbers.
            (None, _) => cursor().or_else(number),
        }
    }

    /// Returns one form for all that name the same position, to detect a repeated page.
    pub(super) fn normalized(&self) -> Self {
        match self {
            Self::Page(0 | 1) => Self::First,
            Self::After(cursor) | Self::Before(cursor) if cursor.is_empty() => Self::First,
            other => other.clone(),
        }
    }

    /// Returns whether a list with this style of pagination supports the position.
    pub(super) fn fits(&self, style: Option<Pagination>) -> bool {
        match self {
            Self::First => true,
            Self::Page(_) => style != Some(Pagination::Cursor),
            Self::After(_) | Self::Before(_) => {
                matches!(style, None | Some(Pagination::Cursor | Pagination::PageAndCursor))
            }
        }
    }
}

/// Returns whether a cursor is short enough to be sent.
pub(super) fn is_cursor(text: &str) -> bool {
    text.len() <= LONGEST_CURSOR
}

/// Parses a page number: digits alone, from 1.
pub(crate) fn page_number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(page: &str, after: &str, before: &str) -> LinkTarget {
        let given = |text: &str| (text != "-").then(|| text.to_owned());
        LinkTarget { page: given(page), after: given(after), before: given(before) }
    }

    #[test]
    fn a_link_is_followed_in_the_style_of_the_list() {
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
    fn a_link_on_a_list_of_unknown_style_is_followed_by_its_cursor_and_else_by_its_number() {
        let follow = |target| Position::First.follow(None, &target);
        assert_eq!(follow(target("3", "c", "-")), Some(Position::After("c".into())));
        assert_eq!(follow(target("3", "", "-")), Some(Position::Page(3)));
        assert_eq!(follow(target("-", "-", "-")), None);
        assert!(Position::After("c".into()).fits(None) && Position::Page(3).fits(None));
    }

    #[test]
    fn a_written_parameter_is_read_as_the_same_position() {
        for position in [Position::Page(3), Position::After("c=".into()), Position::Before(String::new())] {
            let (name, value) = position.to_parameter().unwrap();
            assert_eq!(Position::from_parameter(name, &value), Some(position.clone()));
        }
        assert_eq!(Position::First.to_parameter(), None);
        for (name, value) in [("page", "0"), ("page", ""), ("cursor", "c"), ("per_page", "1")] {
            assert_eq!(Position::from_parameter(name, value), None, "{name}={value}");
        }
    }

    #[test]
    fn a_link_without_a_supported_position_is_not_followed() {
        for page in ["-", "", "0", "-1", "+2", "1e3", "99999999999999999999999"] {
            let target = target(page, "", "-");
            assert_eq!(Position::First.follow(Some(Pagination::PageAndCursor), &target), None, "{page}");
        }
    }

    #[test]
    fn a_cursor_that_is_too_long_for_an_address_is_not_followed() {
        let cursor = "c".repeat(LONGEST_CURSOR);
        let too_long = format!("{cursor}c");
        let follow = |target| Position::First.follow(Some(Pagination::Cursor), &target);
        assert_eq!(follow(target("-", &cursor, "-")), Some(Position::After(cursor.clone())));
        assert_eq!(follow(target("-", "-", &cursor)), Some(Position::Before(cursor)));
        assert_eq!(follow(target("-", &too_long, "-")), None);
        assert_eq!(follow(target("-", "-", &too_long)), None);
    }

    #[test]
    fn all_forms_of_the_first_page_are_one_position() {
        for position in [Position::Page(1), Position::After(String::new())] {
            assert_eq!(position.normalized(), Position::First);
        }
        assert_ne!(Position::After("a".into()).normalized(), Position::Before("a".into()).normalized());
    }
}
