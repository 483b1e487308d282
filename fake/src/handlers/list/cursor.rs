//! Cursors: a position in a list, opaque to clients. It stays valid when entries are added or removed.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use chrono::{DateTime, SecondsFormat, Utc};

use super::{SortKey, SortOrder};

/// A decoded cursor.
pub(super) struct Cursor {
    time: DateTime<Utc>,
    repository: String,
    number: u64,
}

impl Cursor {
    /// Decodes a cursor; `None` if no list with this order has returned it.
    pub(super) fn parse(text: &str, order: SortOrder) -> Option<Self> {
        let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let mut words = text.strip_prefix(order.field)?.strip_prefix(' ')?.splitn(3, ' ');
        let time = DateTime::parse_from_rfc3339(words.next()?).ok()?.to_utc();
        let number = words.next()?.parse().ok()?;
        Some(Self { time, number, repository: words.next()?.to_owned() })
    }

    pub(super) fn sort_key(&self) -> SortKey<'_> {
        SortKey { time: self.time, repository: &self.repository, number: self.number }
    }
}

pub(super) fn encode(order: SortOrder, key: &SortKey<'_>) -> String {
    let time = key.time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    BASE64_URL_SAFE_NO_PAD.encode(format!("{} {time} {} {}", order.field, key.number, key.repository))
}
