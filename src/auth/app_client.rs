//! The requests of a GitHub App itself: its installation, and the access token of that.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::internal_types::{Installation as Found, InstallationToken};
use github_secret_scanning_generated::{Operation, RequestBuilders, operations};
use secrecy::SecretString;
use serde::de::DeserializeOwned;

use super::app::Installation;
use super::jwt::Signer;
use crate::decode;
use crate::error::{Error, ErrorKind};
use crate::exchange::{self, Condition, CredentialKey, RequestHead, Target};
use crate::rate_limit;
use crate::time::unix_seconds;
use crate::transport::{TokenSource, Transport, authorization};

/// The difference of the two clocks that is ignored, in seconds. An app JWT is backdated by more.
const TOLERANCE: i64 = 30;

/// The longest lifetime of a token that is believed, in seconds; GitHub's is an hour.
const LONGEST_LIFETIME: i64 = 24 * 60 * 60;

/// Sends the requests that an App authenticates with its own JWT.
pub(super) struct AppClient {
    signer: Signer,
    installation: Installation,
    key: CredentialKey,
    state: Mutex<ServerState>,
}

/// What responses reported of the server.
#[derive(Default)]
struct ServerState {
    /// How far the server's clock is ahead of the injected one, in seconds.
    clock_offset: i64,
    /// The id of an installation that was named by its account.
    installation: Option<u64>,
    /// Kept when the request is dropped: the deadline of the only waiting call drops it, and then reports it.
    pending: Option<Pending>,
}

/// The request that waiting calls wait for: the last one that was started, if several runtimes have one each.
struct Pending {
    head: RequestHead,
    target: Option<Target>,
    awaited: &'static str,
    attempts: u32,
    /// The failure of its last attempt, if that has ended.
    failed: Option<Arc<Error>>,
}

/// An app JWT, which is used for one request.
struct AppJwt<'a> {
    app: &'a AppClient,
    jwt: SecretString,
}

impl AppClient {
    pub(super) fn new(signer: Signer, installation: Installation, key: CredentialKey) -> Self {
        Self { signer, installation, key, state: Mutex::default() }
    }

    /// Returns the time by the server's clock, in seconds since 1970.
    pub(super) fn now(&self, transport: &Transport) -> i64 {
        unix_seconds(transport.clock().now()).saturating_add(self.state().clock_offset)
    }

    /// Creates an installation access token, and returns it with its expiry by the server's clock.
    pub(super) async fn create_token(
        &self,
        transport: &Arc<Transport>,
    ) -> Result<(SecretString, i64), Error> {
        let id = self.installation_id(transport).await?;
        let operation = &operations::CREATE_INSTALLATION_TOKEN;
        let build = |builders: &RequestBuilders| builders.apps_create_installation_access_token(id);
        let created = self.send::<InstallationToken>(transport, operation, build).await;
        let created = created.inspect_err(|error| {
            // The App may have been reinstalled, with another id.
            if error.kind() == ErrorKind::NotFound {
                self.state().installation = None;
            }
        })?;
        let token = created.token.expose().map(SecretString::from);
        match token.filter(|token| authorization(token).is_ok()) {
            Some(token) => {
                let expires = created.expires_at.timestamp();
                if !(0..=LONGEST_LIFETIME).contains(&expires.saturating_sub(self.now(transport))) {
                    // The `Date` of the server contradicts it: every token would seem to have expired.
                    self.state().clock_offset = 0;
                }
                Ok((token, expires))
            }
            None => Err(Error::unusable_token("the response contains a token that is invalid in a header")
                .in_operation(operation.into())),
        }
    }

    /// Returns the error of the request that waiting calls wait for, at their deadline.
    pub(super) fn pending(&self) -> Error {
        match &self.state().pending {
            Some(Pending { head, target, awaited, attempts, failed }) => {
                let error = Error::token_request_pending(awaited, failed.clone());
                error.in_operation(*head).with_target(target.clone()).after_attempts(*attempts)
            }
            // It ended in this moment.
            None => {
                let head = RequestHead::from(&operations::CREATE_INSTALLATION_TOKEN);
                Error::token_request_pending("its response", None).in_operation(head)
            }
        }
    }

    async fn installation_id(&self, transport: &Arc<Transport>) -> Result<u64, Error> {
        if let Some(id) = self.state().installation {
            return Ok(id);
        }
        let found: Found = match &self.installation {
            Installation::Id(id) => return Ok(*id),
            Installation::Org(org) => {
                let build = |builders: &RequestBuilders| builders.apps_get_org_installation(org);
                self.send(transport, &operations::GET_ORG_INSTALLATION, build).await?
            }
            Installation::Repo(owner, repo) => {
                let build = |builders: &RequestBuilders| builders.apps_get_repo_installation(owner, repo);
                self.send(transport, &operations::GET_REPO_INSTALLATION, build).await?
            }
        };
        let id = u64::try_from(found.id)
            .map_err(|_| Error::unusable_token("the response contains a negative installation id"))?;
        self.state().installation = Some(id);
        Ok(id)
    }

    /// Sends a request with an app JWT; once more, if it was refused and the clocks differ.
    async fn send<T: DeserializeOwned>(
        &self,
        transport: &Arc<Transport>,
        operation: &'static Operation,
        build: impl Fn(&RequestBuilders) -> Result<reqwest::Request, reqwest::Error>,
    ) -> Result<T, Error> {
        let head = RequestHead::from(operation);
        let mut refused = None;
        loop {
            let tokens = AppJwt { app: self, jwt: self.signer.jwt(self.now(transport))? };
            let request = build(transport.request_builders())
                .map_err(|error| Error::unwritable(error).in_operation(head))?;
            let target = exchange::target(head, request.url());
            let (first, failed) = (refused.is_none(), refused.take());
            self.state().pending = Some(Pending { head, target, awaited: "a response", attempts: 0, failed });
            let result = transport.send(head, request, Condition::None, &tokens).await;
            self.state().pending = None;
            let date = match &result {
                Ok(response) => rate_limit::date(&response.headers),
                Err(error) => error.date(),
            };
            let corrected = date.is_some_and(|date| self.correct(transport, unix_seconds(date)));
            match result {
                Err(error) if error.kind() == ErrorKind::Unauthenticated && corrected && first => {
                    refused = Some(Arc::new(error));
                }
                Err(error) => return Err(error),
                Ok(response) => return decode::response(head, &response),
            }
        }
    }

    /// Updates the clock offset from the `Date` header; returns whether it changed.
    fn correct(&self, transport: &Transport, date: i64) -> bool {
        let offset = date.saturating_sub(unix_seconds(transport.clock().now()));
        let mut state = self.state();
        let changed = offset.abs_diff(state.clock_offset) > TOLERANCE.unsigned_abs();
        if changed {
            state.clock_offset = offset;
        }
        changed
    }

    fn state(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenSource for AppJwt<'_> {
    fn credential_key(&self) -> &CredentialKey {
        &self.app.key
    }

    fn token<'a>(&'a self, _: &'a Arc<Transport>) -> BoxFuture<'a, Result<SecretString, Error>> {
        Box::pin(std::future::ready(Ok(self.jwt.clone())))
    }

    fn refresh<'a>(
        &'a self,
        _: &'a Arc<Transport>,
        _: &'a SecretString,
    ) -> BoxFuture<'a, Result<Option<SecretString>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }

    fn deadline_exceeded(&self) -> Error {
        Error::deadline_exceeded("an app JWT")
    }

    fn request_waits(&self, awaited: &'static str, sent: u32, failed: Option<&Error>) {
        if let Some(pending) = &mut self.app.state().pending {
            pending.awaited = awaited;
            pending.attempts = sent;
            pending.failed = failed.map(|failed| Arc::new(failed.duplicate())).or(pending.failed.take());
        }
    }
}
