//! How long ago something was, in words.

use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};

/// Such as `3 days ago`, or `in 5 hours`; empty where no time is known.
pub(crate) fn age(time: Option<DateTime<Utc>>) -> String {
    let Some(time) = time else {
        return String::new();
    };
    let past = DateTime::<Utc>::from(SystemTime::now()) - time;
    match amount(past.abs()) {
        None => "just now".to_owned(),
        Some(amount) if past < TimeDelta::zero() => format!("in {amount}"),
        Some(amount) => format!("{amount} ago"),
    }
}

/// In the largest unit of which there are at least two, hours apart; `None` below a minute.
fn amount(span: TimeDelta) -> Option<String> {
    let (number, unit) = match (span.num_days(), span.num_hours(), span.num_minutes()) {
        (_, 0, 0) => return None,
        (_, 0, minutes) => (minutes, "minute"),
        (0, hours, _) => (hours, "hour"),
        (days @ ..60, ..) => (days, "day"),
        (days @ ..730, ..) => (days / 30, "month"),
        (days, ..) => (days / 365, "year"),
    };
    let plural = if number == 1 { "" } else { "s" };
    Some(format!("{number} {unit}{plural}"))
}
