//! All that a fake knows, behind one lock.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::app::FakeApp;
use super::clock::FakeClock;
use super::failure::Failures;
use super::fake::{Setup, TOKEN};
use super::grant::Grant;
use super::limits::Limits;
use super::received::Log;
use super::world::World;

/// The state of a fake, shared by the test that holds it and the thread that serves it.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<State>>);

/// Everything in it. A request is answered in one go, under the lock.
pub(super) struct State {
    pub(super) world: World,
    pub(super) tokens: HashMap<String, Arc<Grant>>,
    pub(super) app: FakeApp,
    pub(super) limits: Limits,
    pub(super) failures: Failures,
    pub(super) log: Log,
    pub(super) clock: FakeClock,
    pub(super) base_url: Arc<str>,
    /// How many requests it received.
    pub(super) requests: u64,
}

impl Shared {
    pub(super) fn new(setup: Setup, base_url: &str) -> Self {
        let everything = (TOKEN.to_owned(), Grant::everything("octocat"));
        let tokens = std::iter::once(everything).chain(setup.tokens);
        Self(Arc::new(Mutex::new(State {
            world: setup.world,
            tokens: tokens.map(|(token, grant)| (token, Arc::new(grant))).collect(),
            app: FakeApp::new(setup.app_permissions),
            limits: Limits::new(setup.requests_per_hour),
            failures: Failures::default(),
            log: Log::default(),
            clock: FakeClock::new(setup.now),
            base_url: base_url.into(),
            requests: 0,
        })))
    }

    /// Still to be used after a panic: each request leaves it whole.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
