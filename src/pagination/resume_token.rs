//! The position in a list, as text that a service can store.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use url::form_urlencoded;

use super::position::{Position, page_number};
use crate::error::Error;
use crate::exchange::Target;

/// The parameter of the first page in a text, which a request does not send.
const FIRST: (&str, &str) = ("page", "first");

/// A position in a list, at which it can be resumed, also by another process.
///
/// It contains the operation, the target (the enterprise, organization or repository, and the alert), the page, the
/// number of items of that page that were returned, and the page size. A list of another operation or target refuses it
/// before anything is sent. It contains neither the server nor filters: use the same ones again, because a position is
/// only valid with them. The token of a [custom list](crate::CustomList) has no target either.
///
/// Its text, also its form in serde, is stable within a major version of this crate:
/// `secret-scanning/list-alerts-for-repo?page=3&per_page=100&skip=12&target=acme%2Fwidgets&length=86`. The last
/// parameter is the length of the text before it, so that a text of which any part is missing is refused. It contains no
/// secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResumeToken {
    pub(super) operation: Cow<'static, str>,
    /// `None` for a custom list.
    pub(super) target: Option<Target>,
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

    /// Returns the target of the list, for example `acme/widgets, alert 42`; `None` for a
    /// [custom list](crate::CustomList), whose values may be anything.
    pub fn target(&self) -> Option<&str> {
        self.target.as_deref()
    }

    /// Returns the page size of the list, if one was set.
    pub fn per_page(&self) -> Option<u64> {
        self.per_page
    }
}

impl fmt::Display for ResumeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = format!("{}?", self.operation);
        let length = start.len();
        let mut query = form_urlencoded::Serializer::for_suffix(start, length);
        let (name, value) = self.position.to_parameter().unwrap_or((FIRST.0, FIRST.1.into()));
        query.append_pair(name, &value);
        if let Some(per_page) = self.per_page {
            query.append_pair("per_page", &per_page.to_string());
        }
        if self.skip > 0 {
            query.append_pair("skip", &self.skip.to_string());
        }
        if let Some(target) = &self.target {
            query.append_pair("target", target);
        }
        let text = query.finish();
        write!(f, "{text}&length={}", text.len())
    }
}

impl FromStr for ResumeToken {
    type Err = Error;

    /// Parses the text that `Display` writes.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `resume` if the text is malformed or incomplete.
    /// Whether it fits a list is checked when it is used.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text)
            .ok_or_else(|| Error::invalid_argument("resume", "must be the whole text of a resume token"))
    }
}

fn parse(text: &str) -> Option<ResumeToken> {
    let (operation, query) = text.split_once('?')?;
    // The characters of operation ids and of path templates.
    let in_an_id =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '{' | '}' | '.' | '~');
    if operation.is_empty() || !operation.chars().all(in_an_id) {
        return None;
    }
    let mut position = None;
    let mut per_page = None;
    let mut skip = 0;
    let mut target = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "per_page" => per_page = Some(page_number(&value)?),
            "skip" => skip = value.parse().ok()?,
            "target" => target = Some(Target::from(&*value)),
            // Checked below.
            "length" => {}
            _ if (&*name, &*value) == FIRST => position = Some(Position::First),
            // An unknown parameter, of a later version, may change the position. A cursor that is too
            // long was not returned by a list.
            _ => position = Some(Position::from_parameter(&name, &value)?),
        }
    }
    let is_custom = operation.starts_with('/');
    if target.is_some() == is_custom {
        return None;
    }
    let operation = Cow::Owned(operation.to_owned());
    let token = ResumeToken { operation, target, position: position?, skip, per_page };
    // Refuses a wrong length, and with it a text that was cut, as well as a repeated parameter.
    (token.to_string() == text).then_some(token)
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
