//! A clock of the caller, whose panics are named.

use std::time::{Duration, SystemTime};

use futures_core::future::BoxFuture;

use super::Clock;
use crate::panics::{CLOCK, CallersFuture, Panicked, contain};

/// A clock of the caller. A panic in it continues up to the call, and names the clock.
#[derive(Debug)]
pub(crate) struct CallersClock<C>(pub(crate) C);

impl<C: Clock> Clock for CallersClock<C> {
    fn now(&self) -> SystemTime {
        contain(CLOCK, || self.0.now()).unwrap_or_else(|panicked| panicked.resume())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let sleep = contain(CLOCK, || self.0.sleep(duration)).unwrap_or_else(|panicked| panicked.resume());
        let sleep = CallersFuture::new(CLOCK, sleep);
        Box::pin(async { sleep.await.unwrap_or_else(|panicked: Panicked| panicked.resume()) })
    }
}
