//! The position in a list, as text that a service can store.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use url::form_urlencoded;

use super::position::{Position, page_number};
use crate::error::Error;

/// A position in a list, at which it can be resumed, also by another process.
///
/// It contains the operation, the page, the number of items of that page that were returned, and the
/// page size. It does not contain filters: set the same ones again, because a position is only valid
/// with them.
///
/// Its text, also its form in serde, is stable within a major version of this crate:
/// `secret-scanning/list-alerts-for-repo?page=3&per_page=100&skip=12`. It contains no secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResumeToken {
    pub(super) operation: Cow<'static, str>,
    pub(super) position: Position,
    pub(super) skip: usize,
    pub(super) per_page: Option<u64>,
}

impl ResumeToken {
    /// Returns the operation of the list, for example `secret-scanning/list-alerts-for-repo`; the path
    /// template for a [custom list](crate::CustomList).
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// Returns the page size of the list, if one was set.
    pub fn per_page(&self) -> Option<u64> {
        self.per_page
    }
}

impl fmt::Display for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some((name, value)) = self.position.to_parameter() {
            query.append_pair(name, &value);
        }
        if let Some(per_page) = self.per_page {
            query.append_pair("per_page", &per_page.to_string());
        }
        if self.skip > 0 {
            query.append_pair("skip", &self.skip.to_string());
        }
        let query = query.finish();
        f.write_str(&self.operation)?;
        if query.is_empty() { Ok(()) } else { write!(f, "?{query}") }
    }
}

impl FromStr for ResumeToken {
    type Err = Error;

    /// Parses the text that `Display` writes.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `resume` if the text is malformed.
    /// Whether it fits a list is checked when it is used.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).ok_or_else(|| Error::invalid_argument("resume", "must be a resume token"))
    }
}

fn parse(text: &str) -> Option<ResumeToken> {
    let (operation, query) = text.split_once('?').unwrap_or((text, ""));
    // The characters of operation ids and of path templates.
    let in_an_id =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '{' | '}' | '.' | '~');
    if operation.is_empty() || !operation.chars().all(in_an_id) {
        return None;
    }
    let mut positions = Vec::new();
    let mut per_page = None;
    let mut skip = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "per_page" if per_page.is_none() => per_page = Some(page_number(&value)?),
            "skip" if skip.is_none() => skip = Some(value.parse().ok()?),
            // An unknown parameter, of a later version, may change the position. A cursor that is too
            // long was not returned by a list.
            _ => positions.push(Position::from_parameter(&name, &value)?),
        }
    }
    let position = match positions.len() {
        0 => Position::First,
        1 => positions.pop()?,
        _ => return None,
    };
    let operation = Cow::Owned(operation.to_owned());
    Some(ResumeToken { operation, position, skip: skip.unwrap_or(0), per_page })
}

impl Serialize for ResumeToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ResumeToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::position::LONGEST_CURSOR;
    use super::*;

    const ID: &str = "secret-scanning/list-alerts-for-repo";

    fn resume(position: Position, skip: usize, per_page: Option<u64>) -> ResumeToken {
        ResumeToken { operation: ID.into(), position, skip, per_page }
    }

    #[test]
    fn the_text_has_the_documented_form() {
        let text = resume(Position::Page(3), 12, Some(100)).to_string();
        assert_eq!(text, format!("{ID}?page=3&per_page=100&skip=12"));
        assert_eq!(resume(Position::First, 0, None).to_string(), ID);
        assert_eq!(resume(Position::After("a=&".into()), 0, None).to_string(), format!("{ID}?after=a%3D%26"));
    }

    #[test]
    fn the_text_of_a_path_template_is_parsed() {
        let operation = "/repos/{owner}/{repo}/hooks";
        let written = ResumeToken { operation: operation.into(), ..resume(Position::Page(3), 0, None) };
        assert_eq!(written.to_string(), format!("{operation}?page=3"));
        assert_eq!(written.to_string().parse::<ResumeToken>().ok(), Some(written));
    }

    #[test]
    fn malformed_text_is_refused_without_being_shown() {
        for text in [
            "",
            "?page=1",
            "a b?page=1",
            "x?page=0",
            "x?page=",
            "x?page=1&page=2",
            "x?page=1&after=b",
            "x?hunter2=1",
            "x?skip=-1",
            "x?skip=1&skip=1",
            "x?per_page=0",
            "x?page=1?page=2",
        ] {
            let error = text.parse::<ResumeToken>().err();
            assert_eq!(error.as_ref().and_then(Error::argument), Some("resume"), "{text}");
            assert!(!format!("{error:?}").contains("hunter2"));
        }
        for name in ["after", "before"] {
            let text = format!("x?{name}={}", "a".repeat(LONGEST_CURSOR + 1));
            assert!(text.parse::<ResumeToken>().is_err());
        }
    }

    #[test]
    fn the_longest_cursor_of_a_list_is_parsed_whatever_its_characters() {
        for character in ["a", "%", "ä"] {
            let cursor = character.repeat(LONGEST_CURSOR / character.len());
            for position in [Position::After(cursor.clone()), Position::Before(cursor)] {
                let written = resume(position, usize::MAX, Some(u64::MAX));
                assert_eq!(written.to_string().parse::<ResumeToken>().ok(), Some(written));
            }
        }
    }

    #[test]
    fn serde_uses_the_text() {
        let resume = resume(Position::Page(3), 0, None);
        let json = serde_json::to_string(&resume).unwrap();
        assert_eq!(json, format!("\"{ID}?page=3\""));
        assert_eq!(serde_json::from_str::<ResumeToken>(&json).ok(), Some(resume));
        assert!(serde_json::from_str::<ResumeToken>("\"?\"").is_err());
    }

    proptest! {
        #[test]
        fn written_text_is_parsed(
            kind in 0..4, number in 1u64.., cursor in "\\PC{0,30}",
            skip in 0usize..1000, per_page in proptest::option::of(1u64..=100),
        ) {
            let position = match kind {
                0 => Position::First,
                1 => Position::Page(number),
                2 => Position::After(cursor),
                _ => Position::Before(cursor),
            };
            let written = resume(position, skip, per_page);
            prop_assert_eq!(written.to_string().parse::<ResumeToken>().ok(), Some(written));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,60}|x\\?[a-z_=&%0-9]{0,40}") {
            let _ = text.parse::<ResumeToken>();
        }
    }
}
