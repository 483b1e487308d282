//! Containment of panics in code of the caller: a retry policy, a clock, a token provider.
//!
//! A panic that leaves a call would leave what others wait for, such as the fetch of a token, and one in a destructor
//! can abort the process.

use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::future::BoxFuture;
use futures_util::FutureExt;

pub(crate) const CLOCK: &str = "the clock";
pub(crate) const RETRY_POLICY: &str = "the retry policy";
pub(crate) const TOKEN_PROVIDER: &str = "the token provider";
/// Code that is not known: of a caller's HTTP client, or of a runtime without its timer.
pub(crate) const UNKNOWN: &str = "code inside of the call";

/// A contained panic. Without its payload, which may contain a secret: the panic hook has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Panicked {
    /// The code that panicked.
    pub(crate) code: &'static str,
}

/// Runs `work`, which is or calls `code`.
pub(crate) fn contain<T>(code: &'static str, work: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| Panicked::of(code, payload))
}

/// Awaits `work`, which is or calls `code`.
pub(crate) async fn contain_future<T>(
    code: &'static str,
    work: impl Future<Output = T>,
) -> Result<T, Panicked> {
    AssertUnwindSafe(work).catch_unwind().await.map_err(|payload| Panicked::of(code, payload))
}

impl Panicked {
    /// Of `code`, unless an inner containment knows better.
    fn of(code: &'static str, payload: Box<dyn Any + Send>) -> Self {
        let known = payload.downcast_ref().copied();
        // A payload can panic in turn when it is dropped.
        if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(second);
        }
        known.unwrap_or(Self { code })
    }

    /// Continues the panic up to the next containment. The panic hook is not called again.
    pub(crate) fn resume(self) -> ! {
        resume_unwind(Box::new(self))
    }
}

/// A future of the caller. A panic of its destructor is contained as well: it may be dropped while another panic unwinds.
pub(crate) struct CallersFuture<'a, T> {
    code: &'static str,
    /// Until it is ready.
    future: Option<BoxFuture<'a, T>>,
}

impl<'a, T> CallersFuture<'a, T> {
    pub(crate) fn new(code: &'static str, future: BoxFuture<'a, T>) -> Self {
        Self { code, future: Some(future) }
    }

    fn release(&mut self) {
        // Its work is done, or given up: nobody is left to tell.
        let _ = contain(self.code, || drop(self.future.take()));
    }
}

impl<T> Future for CallersFuture<'_, T> {
    type Output = Result<T, Panicked>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let code = self.code;
        let Some(future) = &mut self.future else { return Poll::Pending };
        let polled = match contain(code, || future.as_mut().poll(context)) {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(value)) => Ok(value),
            Err(panicked) => Err(panicked),
        };
        self.release();
        Poll::Ready(polled)
    }
}

impl<T> Drop for CallersFuture<'_, T> {
    fn drop(&mut self) {
        self.release();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Panics when it is dropped.
    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("dropped");
        }
    }

    #[test]
    fn the_innermost_code_that_is_known_is_named() {
        assert_eq!(contain(CLOCK, || 7), Ok(7));
        let inner =
            || contain(CLOCK, || -> u8 { panic!("hunter2") }).unwrap_or_else(|panicked| panicked.resume());
        let outer = contain(UNKNOWN, inner).unwrap_err();
        assert_eq!(outer.code, CLOCK);
        assert!(!format!("{outer:?}").contains("hunter2"));
        assert_eq!(contain(UNKNOWN, || -> u8 { panic!() }).unwrap_err().code, UNKNOWN);
    }

    #[test]
    fn a_payload_that_panics_when_it_is_dropped_is_contained() {
        let result = contain(CLOCK, || std::panic::panic_any(Bomb));
        assert_eq!(result, Err(Panicked { code: CLOCK }));
    }

    /// A future whose destructor panics, and whose first poll does if `polls` is false.
    struct Hostile {
        polls: bool,
        _bomb: Bomb,
    }

    impl Future for Hostile {
        type Output = ();

        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            assert!(self.polls, "polled");
            Poll::Pending
        }
    }

    fn hostile(polls: bool) -> CallersFuture<'static, ()> {
        CallersFuture::new(CLOCK, Box::pin(Hostile { polls, _bomb: Bomb }))
    }

    #[tokio::test]
    async fn a_future_that_panics_when_it_is_polled_and_dropped_is_contained() {
        assert_eq!(hostile(false).await, Err(Panicked { code: CLOCK }));
        let mut pending = hostile(true);
        assert!((&mut pending).now_or_never().is_none());
        drop(pending);
        let unwinding = contain(UNKNOWN, || {
            let _dropped_meanwhile = hostile(true);
            panic!("with a future alive")
        });
        assert_eq!(unwinding, Err::<(), _>(Panicked { code: UNKNOWN }));
    }
}
