//! Connection pools: one for each tokio runtime.
//!
//! A connection is driven by tasks of the runtime that opened it. On another runtime, a request would wait for a
//! connection that nothing drives.

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::runtime::{Handle, Id};
use tokio::sync::oneshot;

use crate::error::Error;

/// The number of runtimes whose pools are kept; the pool of a runtime that ended does not count.
const MOST_RUNTIMES: usize = 128;

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
    http: reqwest::Client,
    /// Its receiver is in a task of the runtime, and is dropped when that ends: another runtime may then have its id.
    alive: oneshot::Sender<Infallible>,
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

    /// Returns the pool of the current runtime.
    pub(super) fn current(&self) -> Result<reqwest::Client, Error> {
        let runtime = runtime()?;
        let mut state = self.state();
        let of_runtime = |pool: &Pool| pool.runtime == runtime.id() && !pool.alive.is_closed();
        if let Some(position) = state.pools.iter().rposition(of_runtime) {
            let pool = state.pools.remove(position);
            let http = pool.http.clone();
            state.pools.push(pool);
            return Ok(http);
        }
        let http = match state.unused.take() {
            Some(first) => first,
            None => (self.open)().map_err(Error::no_http_client)?,
        };
        let (alive, ended) = oneshot::channel();
        runtime.spawn(ended);
        state.pools.retain(|pool| !pool.alive.is_closed());
        if state.pools.len() >= MOST_RUNTIMES {
            state.pools.remove(0);
        }
        state.pools.push(Pool { runtime: runtime.id(), http: http.clone(), alive });
        Ok(http)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the current runtime.
pub(super) fn runtime() -> Result<Handle, Error> {
    Handle::try_current().map_err(|_| Error::no_runtime())
}
