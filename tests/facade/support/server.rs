//! The server of the test kit, which holds each request against the description.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Answer, Received};
use crate::conformance::{self, Faults};

type Respond = dyn Fn(&Received) -> Answer + Send + Sync;

/// A server of the test kit. Every request that it gets must be one of the description, or the test fails as the
/// server is dropped.
pub(crate) struct Server {
    server: test_kit::Server,
    shared: Arc<Shared>,
}

struct Shared {
    respond: Mutex<Arc<Respond>>,
    base_path: Mutex<String>,
    faults: Faults,
}

impl Server {
    /// Gives these answers, one after the other, and then 418 with a message that says so.
    pub(crate) async fn script(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::start(test_kit::script(answers)).await
    }

    /// Gives whatever `respond` makes of each request.
    pub(crate) async fn start(respond: impl Fn(&Received) -> Answer + Send + Sync + 'static) -> Self {
        let respond = Mutex::new(Arc::new(respond) as Arc<Respond>);
        let shared = Arc::new(Shared { respond, base_path: Mutex::default(), faults: Faults::default() });
        let checking = Arc::clone(&shared);
        let server = test_kit::Server::start(move |received| {
            checking.check(received);
            let respond = Arc::clone(&lock(&checking.respond));
            respond(received)
        });
        Self { server, shared }
    }

    /// From now on gives this answer to every request.
    pub(crate) fn say(&self, answer: Answer) {
        *lock(&self.shared.respond) = Arc::new(move |_: &Received| answer.clone());
    }

    /// The API begins at this path here.
    pub(crate) fn set_base_path(&self, path: &str) {
        path.trim_end_matches('/').clone_into(&mut lock(&self.shared.base_path));
    }

    /// This test means to send something that the description does not know. It is named by a part of what
    /// the [checker](conformance::request) then says, and must come.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.shared.faults.expect(text);
    }

    /// All requests so far, in the order in which they came.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.server.requests()
    }

    /// The raw queries of all requests so far.
    pub(crate) fn queries(&self) -> Vec<String> {
        self.received().iter().map(|received| received.query().to_owned()).collect()
    }
}

impl Shared {
    fn check(&self, received: &Received) {
        let base_path = lock(&self.base_path).clone();
        let Some(target) = received.target.strip_prefix(&base_path) else {
            return self.faults.add([format!("a request that is not below {base_path}")]);
        };
        let checked = conformance::request(&received.method, target, &received.headers, &received.body);
        self.faults.add(checked.err().into_iter().flatten());
    }
}

fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Deref for Server {
    type Target = test_kit::Server;

    fn deref(&self) -> &Self::Target {
        &self.server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.faults.judge();
    }
}
