//! Counts of requests in progress, so that a test clock can tell when client and server are idle.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// The traffic of the servers that share it. Clones share the same counts.
#[derive(Clone, Debug, Default)]
pub struct Traffic(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// Requests of which a byte has arrived and whose response is not complete.
    open: AtomicUsize,
    events: AtomicU64,
}

/// A request in progress; ends on drop.
#[derive(Debug)]
pub(crate) struct Exchange(Traffic);

impl Traffic {
    /// Returns whether a server is at work on a request.
    pub fn is_busy(&self) -> bool {
        self.0.open.load(Ordering::SeqCst) > 0
    }

    /// Returns how many events there were: a connection, the begin or the end of a request.
    pub fn events(&self) -> u64 {
        self.0.events.load(Ordering::SeqCst)
    }

    pub(crate) fn stir(&self) {
        self.0.events.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn begin(&self) -> Exchange {
        self.stir();
        self.0.open.fetch_add(1, Ordering::SeqCst);
        Exchange(self.clone())
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.0.open.fetch_sub(1, Ordering::SeqCst);
        self.0.stir();
    }
}
