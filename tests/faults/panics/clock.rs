//! A clock that panics: when it is read, and in a sleep.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use futures_util::future::{BoxFuture, FutureExt};
use github_secret_scanning::Clock;

use super::{Trap, Trapped, alert, assert_nothing_is_held, assert_panicked, write};
use crate::support::{Context, IdleClock, cases};

cases![clock_that_panics_at_any_call_of_it_holds_nothing, clock_whose_sleep_panics_holds_nothing];

/// How a clock panics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// At its n-th use, from 0: reading it, or starting to sleep.
    Use(usize),
    /// At that use and every later one.
    From(usize),
    /// When a sleep is polled.
    Poll,
    /// When a sleep is dropped.
    Drop,
}

/// A clock that panics while its trap is armed.
#[derive(Clone, Debug)]
pub(crate) struct FaultyClock {
    clock: IdleClock,
    trap: Trap,
    fault: Fault,
    uses: Arc<AtomicUsize>,
}

impl FaultyClock {
    pub(crate) fn new(context: &Context, fault: Fault) -> Self {
        Self { clock: context.clock.clone(), trap: Trap::default(), fault, uses: Arc::default() }
    }

    pub(crate) fn arm(&self) {
        self.uses.store(0, Ordering::SeqCst);
        self.trap.arm();
    }

    /// Returns whether it panicked.
    pub(crate) fn disarm(&self) -> bool {
        self.trap.disarm();
        match self.fault {
            Fault::Use(nth) | Fault::From(nth) => self.uses.load(Ordering::SeqCst) > nth,
            Fault::Poll | Fault::Drop => true,
        }
    }

    fn used(&self) {
        let uses = self.uses.fetch_add(1, Ordering::SeqCst);
        if self.fault == Fault::Use(uses) || matches!(self.fault, Fault::From(first) if uses >= first) {
            self.trap.spring();
        }
    }
}

impl Clock for FaultyClock {
    fn now(&self) -> SystemTime {
        self.used();
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.used();
        let trap = |fault| if self.fault == fault { self.trap.clone() } else { Trap::default() };
        let (on_poll, on_drop) = (trap(Fault::Poll), trap(Fault::Drop));
        Trapped { future: self.clock.sleep(duration), on_poll, on_drop }.boxed()
    }
}

async fn clock_that_panics_at_any_call_of_it_holds_nothing(context: Context) {
    let mut cases = 0;
    for fault in (0..).flat_map(|nth| [Fault::Use(nth), Fault::From(nth)]) {
        let clock = FaultyClock::new(&context, fault);
        let server = context.server(alert);
        let repo = context.build(context.client(&server).clock(clock.clone()).max_in_flight(Some(1)));
        // The next write waits for the spacing.
        context.value(write(&repo).await);
        clock.arm();
        let result = write(&repo).await;
        if !clock.disarm() {
            break;
        }
        cases += 1;
        let was_sent = server.count() == 2;
        match result {
            // In the destructor of the permit: the result is known.
            Ok(_) => assert!(was_sent, "{fault:?}"),
            Err(error) => {
                assert_panicked(&context, &error, "the clock", u32::from(was_sent));
                assert_eq!(error.outcome_unknown(), was_sent, "{fault:?}");
            }
        }
        assert_nothing_is_held(&context, &repo).await;
    }
    assert!(cases > 10, "{cases}");
}

async fn clock_whose_sleep_panics_holds_nothing(context: Context) {
    for (fault, fails) in [(Fault::Poll, true), (Fault::Drop, false)] {
        let clock = FaultyClock::new(&context, fault);
        let server = context.server(alert);
        let repo = context.build(context.client(&server).clock(clock.clone()).max_in_flight(Some(1)));
        context.value(write(&repo).await);
        clock.arm();
        match write(&repo).await {
            Ok(_) => assert!(!fails),
            Err(error) => {
                assert!(fails, "{error}");
                assert_panicked(&context, &error, "the clock", 0);
                assert!(!error.outcome_unknown());
            }
        }
        // A call that is dropped while it waits.
        assert!(write(&repo).send().now_or_never().is_none_or(|result| result.is_err()));
        clock.disarm();
        assert_nothing_is_held(&context, &repo).await;
    }
}
