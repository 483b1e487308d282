//! Times relative to now.

use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};

/// Formats a time relative to now, such as `3 days ago` or `in 5 hours`; `None` gives an empty text.
pub(crate) fn relative_time(time: Option<DateTime<Utc>>) -> String {
    let Some(time) = time else {
        return String::new();
    };
    let elapsed = DateTime::<Utc>::from(SystemTime::now()) - time;
    match amount(elapsed.abs()) {
        None => "just now".to_owned(),
        Some(amount) if elapsed < TimeDelta::zero() => format!("in {amount}"),
        Some(amount) => format!("{amount} ago"),
    }
}

/// Rounds down to minutes, hours, days, months (from 60 days) or years (from 730 days); `None` below a minute.
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
