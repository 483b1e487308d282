//! The token of an App's installation: fetched once for all who wait, and replaced before it ends.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_core::future::BoxFuture;
use futures_util::FutureExt;
use futures_util::future::{Shared, WeakShared};
use secrecy::{ExposeSecret, SecretString};

use super::asking::AppItself;
use crate::client::Client;
use crate::error::{Error, ErrorKind};

/// How long before its end a token is replaced, in seconds.
const AHEAD: i64 = 5 * 60;

/// How long before its end a token is given up that could not be replaced, in seconds: a request
/// must have time to arrive.
const LAST: i64 = 30;

/// How long the failure to replace a token that still holds is let be, in seconds.
const PAUSE: i64 = 30;

/// The one fetching that all wait for who need a token. It runs as long as one of them waits, in
/// the tasks of those who wait: when all are gone, it is gone too.
type Minting = Shared<Fetching>;
type Fetching = BoxFuture<'static, Result<SecretString, Arc<Error>>>;

/// The tokens of one installation.
pub(super) struct Mint {
    app: AppItself,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Token>,
    minting: Option<WeakShared<Fetching>>,
    /// Until when the failure to replace a token ahead of its end is let be.
    paused_until: i64,
}

/// A token that was given out. Times are seconds since 1970 by the server's clock.
struct Token {
    secret: SecretString,
    ends: i64,
}

impl Mint {
    pub(super) fn new(app: AppItself) -> Self {
        Self { app, state: Mutex::default() }
    }

    /// The token to send with: the one at hand, or a new one.
    pub(super) async fn token(self: &Arc<Self>, client: &Client) -> Result<SecretString, Error> {
        let now = self.app.now(client);
        let (spare, minting) = {
            let mut state = self.lock();
            let left = |token: &Token| token.ends.saturating_sub(now);
            let spare = match &state.token {
                Some(token) if left(token) > AHEAD => return Ok(token.secret.clone()),
                Some(token) if left(token) > LAST => Some(token.secret.clone()),
                _ => None,
            };
            let under_way = state.minting.as_ref().and_then(WeakShared::upgrade);
            match spare {
                // Somebody else is waiting for the next one; this one still holds.
                Some(spare) if under_way.is_some() || now < state.paused_until => return Ok(spare),
                spare => (spare, under_way.unwrap_or_else(|| self.begin(&mut state, client))),
            }
        };
        match (minting.await, spare) {
            (Ok(token), _) => Ok(token),
            (Err(_), Some(spare)) => {
                self.lock().paused_until = now.saturating_add(PAUSE);
                Ok(spare)
            }
            (Err(source), None) => Err(not_given_out(source)),
        }
    }

    /// A token other than `rejected`, or `None` if the server gives out the same again.
    pub(super) async fn renewed(
        self: &Arc<Self>,
        client: &Client,
        rejected: &SecretString,
    ) -> Result<Option<SecretString>, Error> {
        let minting = {
            let mut state = self.lock();
            match state.token.take_if(|token| token.is(rejected)) {
                None if let Some(token) = &state.token => return Ok(Some(token.secret.clone())),
                _ => {}
            }
            let under_way = state.minting.as_ref().and_then(WeakShared::upgrade);
            under_way.unwrap_or_else(|| self.begin(&mut state, client))
        };
        let token = minting.await.map_err(not_given_out)?;
        Ok((token.expose_secret() != rejected.expose_secret()).then_some(token))
    }

    fn begin(self: &Arc<Self>, state: &mut State, client: &Client) -> Minting {
        let (mint, client) = (Arc::clone(self), client.clone());
        let minting: Fetching = Box::pin(async move {
            let given = mint.app.installation_token(&client).await;
            let mut state = mint.lock();
            // Whoever comes from here on finds the token, or begins anew: a failure is not kept.
            state.minting = None;
            let (secret, ends) = given.map_err(Arc::new)?;
            state.token = Some(Token { secret: secret.clone(), ends });
            Ok(secret)
        });
        let minting = minting.shared();
        // Weak: else what is kept here would keep itself alive, with its place in the queue.
        state.minting = minting.downgrade();
        minting
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Token {
    fn is(&self, other: &SecretString) -> bool {
        self.secret.expose_secret() == other.expose_secret()
    }
}

fn not_given_out(source: Arc<Error>) -> Error {
    let reason = match source.kind() {
        ErrorKind::Unauthenticated => "GitHub does not know the app: check its id, its key, and the host",
        ErrorKind::NotFound => "GitHub knows no such installation of the app: check where it is installed",
        _ => "the installation's token was not given out",
    };
    Error::token_unavailable(reason, source)
}
