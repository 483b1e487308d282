//! Everything that a fake knows, behind one lock.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::FakeClock;
use crate::credentials::Credentials;
use crate::failure::FailureQueue;
use crate::rate_limit::HourlyLimits;
use crate::request_log::RequestLog;
use crate::routes::Routes;
use crate::store::Store;

/// The state of a fake, shared by the test that owns it and the thread that serves it.
#[derive(Clone)]
pub(crate) struct SharedState(Arc<Mutex<State>>);

/// A request is processed as a whole under the lock.
pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) routes: Routes,
    pub(crate) credentials: Credentials,
    pub(crate) limits: HourlyLimits,
    pub(crate) clock: FakeClock,
    pub(crate) failures: FailureQueue,
    pub(crate) log: RequestLog,
    pub(crate) base_url: Arc<str>,
    /// The number of requests received so far.
    pub(crate) requests: u64,
}

/// The parts of a state that the builder sets.
pub(crate) struct InitialState {
    pub(crate) store: Store,
    pub(crate) routes: Routes,
    pub(crate) credentials: Credentials,
    pub(crate) limits: HourlyLimits,
    pub(crate) clock: FakeClock,
}

impl SharedState {
    pub(crate) fn new(initial: InitialState, base_url: &str) -> Self {
        let InitialState { store, routes, credentials, limits, clock } = initial;
        Self(Arc::new(Mutex::new(State {
            store,
            routes,
            credentials,
            limits,
            clock,
            failures: FailureQueue::default(),
            log: RequestLog::default(),
            base_url: base_url.into(),
            requests: 0,
        })))
    }

    /// Locks the state. Ignores poisoning, so that one panic does not fail every later request.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
