//! Whether a response may be served again by the cache.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared by a response and what the cache stores of it: what finds a fault in the response need not know the cache.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reuse(Option<Arc<AtomicBool>>);

impl Reuse {
    /// Of a response that is stored.
    #[cfg(feature = "cache")]
    pub(crate) fn allowed() -> Self {
        Self(Some(Arc::new(AtomicBool::new(true))))
    }

    /// Makes the cache ignore what it stores of the response.
    pub(crate) fn forbid(&self) {
        if let Some(allowed) = &self.0 {
            allowed.store(false, Ordering::Relaxed);
        }
    }

    #[cfg(feature = "cache")]
    pub(crate) fn is_allowed(&self) -> bool {
        self.0.as_ref().is_some_and(|allowed| allowed.load(Ordering::Relaxed))
    }
}
