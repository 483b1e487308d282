//! A server that checks requests against the description.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Reply, Request};
use crate::conformance::{self, Faults};

type Respond = dyn Fn(&Request) -> Reply + Send + Sync;

/// A server of the test kit. Panics on drop if a request did not match the description.
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
    /// Starts a server that sends these replies in order, then 418.
    pub(crate) fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self::start(test_kit::script(replies))
    }

    /// Starts a server with a function from request to reply.
    pub(crate) fn start(respond: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
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

    /// Sends this reply to all later requests.
    pub(crate) fn reply_with(&self, reply: Reply) {
        *lock(&self.shared.respond) = Arc::new(move |_: &Request| reply.clone());
    }

    /// Sets the path of the API on this server.
    pub(crate) fn set_base_path(&self, path: &str) {
        path.trim_end_matches('/').clone_into(&mut lock(&self.shared.base_path));
    }

    /// Expects a mismatch with the description, identified by a part of the message of the
    /// [checker](conformance::request). Panics on drop if it did not occur.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.shared.faults.expect(text);
    }

    /// Returns all requests so far, in order.
    pub(crate) fn received(&self) -> Vec<Request> {
        self.server.requests()
    }

    /// Returns the encoded queries of all requests so far.
    pub(crate) fn queries(&self) -> Vec<String> {
        self.received().iter().map(|received| received.query().to_owned()).collect()
    }
}

impl Shared {
    fn check(&self, received: &Request) {
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
