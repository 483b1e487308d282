//! What an App asks for itself: which installation it is, and that installation's token.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

use github_secret_scanning_generated::{self as raw, Operation, ResponseValue, operations};
use secrecy::SecretString;
use serde::de::DeserializeOwned;

use super::jwt::Signer;
use super::principal::{Installation, Principal};
use super::{Credentials, authorization};
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, ErrorKind};

/// How far apart the clocks may be before it counts, in seconds. The token of an App is dated
/// back by more than that.
const TOLERANCE: i64 = 30;

/// An App that speaks for itself.
pub(super) struct AppItself {
    signer: Signer,
    installation: Installation,
    principal: Principal,
    learned: Mutex<Learned>,
}

/// What the server said.
#[derive(Default)]
struct Learned {
    /// How far its clock is ahead of ours, in seconds.
    ahead: i64,
    /// The id of an installation that was named otherwise.
    installation: Option<u64>,
}

impl AppItself {
    pub(super) fn new(signer: Signer, installation: Installation, principal: Principal) -> Self {
        Self { signer, installation, principal, learned: Mutex::default() }
    }

    /// The time by the server's clock, in seconds since 1970.
    pub(super) fn now(&self, client: &Client) -> i64 {
        our_time(client).saturating_add(self.learned().ahead)
    }

    /// A new token of the installation, and when it ends by the server's clock.
    pub(super) async fn installation_token(&self, client: &Client) -> Result<(SecretString, i64), Error> {
        let id = self.installation_id(client).await?;
        let operation = &operations::CREATE_INSTALLATION_TOKEN;
        let given = self.ask(client, operation, |wire| async move {
            wire.apps_create_installation_access_token(id).await
        });
        let given = given.await.inspect_err(|error| {
            // It may have been installed anew, under another id.
            if error.kind() == ErrorKind::NotFound {
                self.learned().installation = None;
            }
        })?;
        let token = SecretString::from(given.token.expose());
        match authorization(&token) {
            Ok(_) => Ok((token, given.expires_at.timestamp())),
            Err(_) => Err(Error::unusable_token("the answer holds one that no header can carry")
                .in_operation(operation)),
        }
    }

    async fn installation_id(&self, client: &Client) -> Result<u64, Error> {
        if let Some(id) = self.learned().installation {
            return Ok(id);
        }
        let (operation, found) = match &self.installation {
            Installation::Id(id) => return Ok(*id),
            Installation::Org(org) => {
                let operation = &operations::GET_ORG_INSTALLATION;
                let ask = |wire: raw::Client| async move { wire.apps_get_org_installation(org).await };
                (operation, self.ask(client, operation, ask).await?)
            }
            Installation::Repo(owner, repo) => {
                let operation = &operations::GET_REPO_INSTALLATION;
                let ask =
                    |wire: raw::Client| async move { wire.apps_get_repo_installation(owner, repo).await };
                (operation, self.ask(client, operation, ask).await?)
            }
        };
        let id = u64::try_from(found.id).map_err(|_| Error::unwritable(operation))?;
        self.learned().installation = Some(id);
        Ok(id)
    }

    /// Asks with a token of the App's own; once more, if it was refused and the clocks turn out
    /// to differ.
    async fn ask<T, E, F>(
        &self,
        client: &Client,
        operation: &'static Operation,
        send: impl Fn(raw::Client) -> F,
    ) -> Result<T, Error>
    where
        T: DeserializeOwned,
        F: Future<Output = Result<ResponseValue<T>, raw::Error<E>>>,
    {
        let mut again = true;
        loop {
            let jwt = self.signer.jwt(self.now(client))?;
            let credentials = Credentials::bearer(self.principal.clone(), jwt);
            let call = Call::with_credentials(client, operation, credentials);
            let result = send(call.wire()).await;
            let corrected = call.date().is_some_and(|date| self.correct(client, date));
            match call.value(result) {
                Err(error) if error.kind() == ErrorKind::Unauthenticated && corrected && again => {
                    again = false
                }
                result => return result,
            }
        }
    }

    /// Learns from the date of an answer how far the clocks are apart; whether that was news.
    fn correct(&self, client: &Client, date: i64) -> bool {
        let ahead = date.saturating_sub(our_time(client));
        let mut learned = self.learned();
        let news = ahead.abs_diff(learned.ahead) > TOLERANCE.unsigned_abs();
        if news {
            learned.ahead = ahead;
        }
        news
    }

    fn learned(&self) -> MutexGuard<'_, Learned> {
        self.learned.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn our_time(client: &Client) -> i64 {
    let since = client.transport().clock().now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
