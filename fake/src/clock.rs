//! The clock of the fake.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, TimeDelta, Utc};

/// The system's clock or a frozen one; either can be advanced.
pub(crate) struct FakeClock {
    frozen_at: Option<DateTime<Utc>>,
    advanced_by: TimeDelta,
}

impl FakeClock {
    /// Creates a clock that is frozen at `frozen_at`, or follows the system's clock without it.
    pub(crate) fn new(frozen_at: Option<DateTime<Utc>>) -> Self {
        Self { frozen_at, advanced_by: TimeDelta::zero() }
    }

    /// Returns the time; the last representable one if it was advanced beyond that.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = self.frozen_at.unwrap_or_else(|| SystemTime::now().into());
        now.checked_add_signed(self.advanced_by).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        let by = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        self.advanced_by = self.advanced_by.checked_add(&by).unwrap_or(TimeDelta::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frozen_clock_moves_only_when_advanced() {
        let noon = DateTime::UNIX_EPOCH;
        let mut clock = FakeClock::new(Some(noon));
        assert_eq!(clock.now(), noon);
        clock.advance(Duration::from_millis(1_500));
        clock.advance(Duration::from_secs(2));
        assert_eq!(clock.now(), noon + TimeDelta::milliseconds(3_500));
    }

    #[test]
    fn advancing_saturates_at_the_last_time() {
        for start in [None, Some(DateTime::UNIX_EPOCH)] {
            let mut clock = FakeClock::new(start);
            clock.advance(Duration::MAX);
            clock.advance(Duration::MAX);
            assert_eq!(clock.now(), DateTime::<Utc>::MAX_UTC);
        }
    }

    #[test]
    fn system_clock_can_be_advanced() {
        let mut clock = FakeClock::new(None);
        let system: DateTime<Utc> = SystemTime::now().into();
        clock.advance(Duration::from_secs(3_600));
        assert!(clock.now() >= system + TimeDelta::seconds(3_600));
    }
}
