//! Cursors: the name of a place in a list, opaque to clients. It stays good whatever is added or taken away.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use chrono::{DateTime, SecondsFormat, Utc};

use super::{Order, Place};

/// A place that a client named.
pub(super) struct Cursor {
    time: DateTime<Utc>,
    repository: String,
    number: u64,
}

impl Cursor {
    /// `None` for what no list of this order has given out.
    pub(super) fn read(text: &str, order: Order) -> Option<Self> {
        let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let mut words = text.strip_prefix(order.sort)?.strip_prefix(' ')?.splitn(3, ' ');
        let time = DateTime::parse_from_rfc3339(words.next()?).ok()?.to_utc();
        let number = words.next()?.parse().ok()?;
        Some(Self { time, number, repository: words.next()?.to_owned() })
    }

    pub(super) fn place(&self) -> Place<'_> {
        Place { time: self.time, repository: &self.repository, number: self.number }
    }
}

pub(super) fn written(order: Order, place: &Place<'_>) -> String {
    let time = place.time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    BASE64_URL_SAFE_NO_PAD.encode(format!("{} {time} {} {}", order.sort, place.number, place.repository))
}
