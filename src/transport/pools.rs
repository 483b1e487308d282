//! Connection pools: one for each tokio runtime.
//!
//! A connection is driven by tasks of the runtime that opened it. On another runtime, a request would wait for a
//! connection that nothing drives. A pool on which requests only time out is replaced: a connection over HTTP/2 stays in
//! its pool as long as it acknowledges `PING`s, even if it no longer carries a response.

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::runtime::{Handle, Id};
use tokio::sync::oneshot;

use crate::error::Error;
use crate::exchange::AttemptFailure;

/// The number of runtimes whose pools are kept; the pool of a runtime that ended does not count.
const MOST_RUNTIMES: usize = 128;

/// The number of timeouts in a row after which a pool is replaced. It doubles with each pool that brought no response
/// either, up to the second number: opening one takes time, and does not help if the server is slow.
const TIMEOUTS: u32 = 2;
const MOST_TIMEOUTS: u32 = 32;

type Open = dyn Fn() -> Result<reqwest::Client, reqwest::Error> + Send + Sync;

/// The connection pools of a client, with the same settings.
pub(crate) struct Pools {
    open: Box<Open>,
    /// Host and port of the proxy.
    proxy: Option<String>,
    /// Builds requests, for which the runtime does not matter.
    first: reqwest::Client,
    state: Mutex<State>,
}

struct State {
    /// The first pool, until a runtime uses it.
    unused: Option<reqwest::Client>,
    /// The least recently used first.
    pools: Vec<Pool>,
}

/// The pool of one runtime.
struct Pool {
    runtime: Id,
    connections: Connections,
    /// Its receiver is in a task of the runtime, and is dropped when that ends: another runtime may then have its id.
    alive: oneshot::Sender<Infallible>,
}

/// The connections of one pool. Clones share them; requests in flight keep those of a pool that was replaced.
#[derive(Clone)]
pub(super) struct Connections {
    pub(super) http: reqwest::Client,
    health: Arc<Health>,
}

/// What the attempts on one pool showed so far.
struct Health {
    /// The timeouts since the last response.
    timeouts: AtomicU32,
    /// The number of them after which the pool is replaced.
    allowed: AtomicU32,
}

impl Connections {
    fn new(http: reqwest::Client, allowed: u32) -> Self {
        Self {
            http,
            health: Arc::new(Health { timeouts: AtomicU32::new(0), allowed: AtomicU32::new(allowed) }),
        }
    }

    /// Records the result of an attempt.
    pub(super) fn record<T>(&self, result: &Result<T, AttemptFailure>) {
        match result {
            Ok(_) | Err(AttemptFailure::TooLarge { .. }) => {
                self.health.timeouts.store(0, Ordering::Relaxed);
                self.health.allowed.store(TIMEOUTS, Ordering::Relaxed);
            }
            Err(AttemptFailure::Connection { source, .. }) if source.is_timeout() && !source.is_connect() => {
                self.health.timeouts.fetch_add(1, Ordering::Relaxed);
            }
            Err(AttemptFailure::Connection { .. }) => {}
        }
    }

    /// Returns how many timeouts a pool is allowed that replaces this one; `None` to keep it.
    fn replacement(&self) -> Option<u32> {
        let allowed = self.health.allowed.load(Ordering::Relaxed);
        let exceeded = self.health.timeouts.load(Ordering::Relaxed) >= allowed;
        exceeded.then(|| allowed.saturating_mul(2).min(MOST_TIMEOUTS))
    }
}

impl Pools {
    /// Opens the first pool, to check that it is possible. `proxy` is host and port of the proxy.
    pub(crate) fn new(
        open: impl Fn() -> Result<reqwest::Client, reqwest::Error> + Send + Sync + 'static,
        proxy: Option<String>,
    ) -> Result<Self, Error> {
        let first = open().map_err(Error::no_http_client)?;
        let state = State { unused: Some(first.clone()), pools: Vec::new() };
        Ok(Self { open: Box::new(open), proxy, first, state: Mutex::new(state) })
    }

    /// Returns a client that builds requests; it sends none.
    pub(super) fn builder(&self) -> &reqwest::Client {
        &self.first
    }

    pub(super) fn proxy(&self) -> Option<&str> {
        self.proxy.as_deref()
    }

    /// Returns the connections of the current runtime.
    pub(super) fn current(&self) -> Result<Connections, Error> {
        let runtime = runtime()?;
        let mut state = self.state();
        let of_runtime = |pool: &Pool| pool.runtime == runtime.id() && !pool.alive.is_closed();
        if let Some(position) = state.pools.iter().rposition(of_runtime) {
            let mut pool = state.pools.remove(position);
            if let Some(allowed) = pool.connections.replacement() {
                // If none can be opened, the old one may still work.
                let http = (self.open)().unwrap_or_else(|_| pool.connections.http.clone());
                pool.connections = Connections::new(http, allowed);
            }
            let connections = pool.connections.clone();
            state.pools.push(pool);
            return Ok(connections);
        }
        let http = match state.unused.take() {
            Some(first) => first,
            None => (self.open)().map_err(Error::no_http_client)?,
        };
        let connections = Connections::new(http, TIMEOUTS);
        let (alive, ended) = oneshot::channel();
        runtime.spawn(ended);
        state.pools.retain(|pool| !pool.alive.is_closed());
        if state.pools.len() >= MOST_RUNTIMES {
            state.pools.remove(0);
        }
        state.pools.push(Pool { runtime: runtime.id(), connections: connections.clone(), alive });
        Ok(connections)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the current runtime.
pub(super) fn runtime() -> Result<Handle, Error> {
    Handle::try_current().map_err(|_| Error::no_runtime())
}
