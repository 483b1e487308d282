//! What time it is at the fake.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};

use crate::time::date;

/// The system's clock, or one that stands still; either can be moved on.
pub(super) struct FakeClock {
    still_at: Option<DateTime<Utc>>,
    ahead: TimeDelta,
}

impl FakeClock {
    /// Stands still at `still_at`; without it, goes as the system's clock does.
    pub(super) fn new(still_at: Option<DateTime<Utc>>) -> Self {
        Self { still_at, ahead: TimeDelta::zero() }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        let now = self.still_at.unwrap_or_else(|| date(SystemTime::now()));
        now.checked_add_signed(self.ahead).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    pub(super) fn advance(&mut self, by: Duration) {
        let by = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        self.ahead = self.ahead.checked_add(&by).unwrap_or(TimeDelta::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_goes_only_as_far_as_it_is_moved() {
        let noon = DateTime::UNIX_EPOCH;
        let mut clock = FakeClock::new(Some(noon));
        assert_eq!(clock.now(), noon);
        clock.advance(Duration::from_millis(1_500));
        clock.advance(Duration::from_secs(2));
        assert_eq!(clock.now(), noon + TimeDelta::milliseconds(3_500));
    }

    #[test]
    fn moved_to_the_end_of_time_it_stays_there() {
        for start in [None, Some(DateTime::UNIX_EPOCH)] {
            let mut clock = FakeClock::new(start);
            clock.advance(Duration::MAX);
            clock.advance(Duration::MAX);
            assert_eq!(clock.now(), DateTime::<Utc>::MAX_UTC);
        }
    }

    #[test]
    fn the_clock_of_the_system_goes_on_by_itself_and_can_be_moved_as_well() {
        let mut clock = FakeClock::new(None);
        let system: DateTime<Utc> = SystemTime::now().into();
        clock.advance(Duration::from_secs(3_600));
        assert!(clock.now() >= system + TimeDelta::seconds(3_600));
    }
}
