//! What is going on between client and server, so that the clock can tell when nothing is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Shared by the servers of one case, which report to it, and its clock, which reads it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traffic(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// Requests of which a byte has come and whose answer is not finished.
    open: AtomicUsize,
    events: AtomicU64,
}

/// One request that is being answered; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Exchange(Traffic);

impl Traffic {
    /// A byte came or went: not quiet.
    pub(crate) fn stir(&self) {
        self.0.events.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn begin(&self) -> Exchange {
        self.stir();
        self.0.open.fetch_add(1, Ordering::SeqCst);
        Exchange(self.clone())
    }

    pub(crate) fn is_busy(&self) -> bool {
        self.0.open.load(Ordering::SeqCst) > 0
    }

    /// Another number each time that anything happened.
    pub(crate) fn events(&self) -> u64 {
        self.0.events.load(Ordering::SeqCst)
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.0.open.fetch_sub(1, Ordering::SeqCst);
        self.0.stir();
    }
}
