//! The installation access token: fetched once for all waiting calls of a runtime, and refreshed before it expires.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_core::future::BoxFuture;
use futures_util::FutureExt;
use futures_util::future::{Shared, WeakShared};
use github_secret_scanning_generated::operations::CREATE_INSTALLATION_TOKEN;
use secrecy::{ExposeSecret, SecretString};
use tokio::runtime::{Handle, Id};

use super::app_client::AppClient;
use crate::error::Error;
use crate::panics::{UNKNOWN, contain_future};
use crate::transport::Transport;

/// The rest of a token's lifetime at which it is refreshed, in seconds; for a short one, half of it.
const REFRESH_AT: i64 = 5 * 60;

/// The rest of its lifetime up to which a token is used if the refresh fails, in seconds: a request
/// needs time to arrive.
const USABLE_UNTIL: i64 = 30;

/// The time after a failed early refresh without another attempt, in seconds.
const REFRESH_BACKOFF: i64 = 30;

/// The request that all calls without a token wait for, on one runtime. It runs in the tasks of the
/// waiting calls: when all of them are dropped, it is dropped too.
type Fetch = BoxFuture<'static, Result<SecretString, Arc<Error>>>;

/// The access tokens of one installation.
pub(super) struct InstallationTokens {
    app: AppClient,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    /// The fetch of each runtime. Sockets and timers belong to a runtime: a call of another one could
    /// wait for a runtime that nothing drives.
    fetches: Vec<(Option<Id>, WeakShared<Fetch>)>,
    /// No early refresh is attempted before this time.
    backoff_until: i64,
}

/// Times are in seconds since 1970 by the server's clock.
struct Token {
    secret: SecretString,
    expires: i64,
    /// The rest of its lifetime at which it is refreshed.
    refresh_at: i64,
}

impl InstallationTokens {
    pub(super) fn new(app: AppClient) -> Self {
        Self { app, state: Mutex::default() }
    }

    /// Returns the current token, or a new one.
    pub(super) async fn token(self: &Arc<Self>, transport: &Arc<Transport>) -> Result<SecretString, Error> {
        let now = self.app.now(transport);
        let (spare, fetch) = {
            let mut state = self.state();
            let left = |token: &Token| token.expires.saturating_sub(now);
            let spare = match &state.token {
                Some(token) if left(token) > token.refresh_at => return Ok(token.secret.clone()),
                Some(token) if left(token) > USABLE_UNTIL => Some(token.secret.clone()),
                _ => None,
            };
            match spare {
                // Another call, on any runtime, waits for the next token; this one is still valid.
                Some(spare) if state.is_fetching() || now < state.backoff_until => return Ok(spare),
                spare => (spare, self.fetch(&mut state, transport)),
            }
        };
        match (fetch.await, spare) {
            (Ok(token), _) => Ok(token),
            (Err(_), Some(spare)) => {
                self.state().backoff_until = now.saturating_add(REFRESH_BACKOFF);
                Ok(spare)
            }
            (Err(source), None) => Err(Error::no_installation_token(source)),
        }
    }

    /// Returns a token other than `refused`; `None` if the server creates the same again.
    pub(super) async fn refresh(
        self: &Arc<Self>,
        transport: &Arc<Transport>,
        refused: &SecretString,
    ) -> Result<Option<SecretString>, Error> {
        let fetch = {
            let mut state = self.state();
            match state.token.take_if(|token| token.is(refused)) {
                None if let Some(token) = &state.token => return Ok(Some(token.secret.clone())),
                _ => {}
            }
            self.fetch(&mut state, transport)
        };
        let token = fetch.await.map_err(Error::no_installation_token)?;
        Ok((token.expose_secret() != refused.expose_secret()).then_some(token))
    }

    /// Returns the error of a call whose deadline passed while it waited for a token.
    pub(super) fn deadline_exceeded(&self) -> Error {
        Error::installation_token_pending(Arc::new(self.app.pending()))
    }

    /// Returns the fetch of the current runtime, or starts it.
    fn fetch(self: &Arc<Self>, state: &mut State, transport: &Arc<Transport>) -> Shared<Fetch> {
        let runtime = Handle::try_current().map(|runtime| runtime.id()).ok();
        let mut of_runtime = state.fetches.iter().filter(|(of, _)| *of == runtime);
        if let Some(in_flight) = of_runtime.find_map(|(_, fetch)| fetch.upgrade()) {
            return in_flight;
        }
        let (tokens, transport) = (Arc::clone(self), Arc::clone(transport));
        let fetch: Fetch = Box::pin(async move {
            let create = async {
                let (secret, expires) = tokens.app.create_token(&transport).await?;
                Ok((secret, expires, expires.saturating_sub(tokens.app.now(&transport))))
            };
            // A panic would leave the waiting calls without a result, some of them until their deadline.
            let created = contain_future(UNKNOWN, create).await.unwrap_or_else(|panicked| {
                Err(Error::panicked(panicked).in_operation((&CREATE_INSTALLATION_TOKEN).into()))
            });
            let mut state = tokens.state();
            // From here on calls find the token or start anew: a failure is not kept.
            state.fetches.retain(|(of, _)| *of != runtime);
            let (secret, expires, lifetime) = created.map_err(Arc::new)?;
            let refresh_at = REFRESH_AT.min(lifetime / 2);
            state.token = Some(Token { secret: secret.clone(), expires, refresh_at });
            Ok(secret)
        });
        let fetch = fetch.shared();
        // Weak: a strong reference would keep the request in flight without any waiting call.
        state.fetches.retain(|(_, other)| other.upgrade().is_some());
        state.fetches.extend(fetch.downgrade().map(|fetch| (runtime, fetch)));
        fetch
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn is_fetching(&self) -> bool {
        self.fetches.iter().any(|(_, fetch)| fetch.upgrade().is_some())
    }
}

impl Token {
    fn is(&self, other: &SecretString) -> bool {
        self.secret.expose_secret() == other.expose_secret()
    }
}
