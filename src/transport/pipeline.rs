//! One call on its way: sent, and sent again for as long as that helps and does no harm.

use std::cmp::min;
use std::time::SystemTime;

use github_secret_scanning_generated::Operation;
use http::header::IF_NONE_MATCH;
use secrecy::SecretString;

use super::attempt;
use super::deadline::{Deadline, Overdue};
use super::limits::Ticket;
use super::queue::Place;
use super::{Answer, Condition, Delivered, Transport, observe};
use crate::auth::{self, Credentials};
use crate::cache::{Key, Stored};
use crate::client::Client;
use crate::error::Error;

/// The family of the operations by which tokens are fetched.
const TOKENS: &str = "apps";

/// One call, and what became of it so far.
pub(super) struct Pipeline<'a> {
    pub(super) transport: &'a Transport,
    pub(super) client: &'a Client,
    pub(super) credentials: &'a Credentials,
    pub(super) operation: &'static Operation,
    pub(super) condition: Condition,
    /// Without a token; a redirect changes its address.
    pub(super) request: reqwest::Request,
    pub(super) deadline: Deadline,
    pub(super) progress: Progress,
}

#[derive(Default)]
pub(super) struct Progress {
    /// How many requests went out.
    pub(super) sent: u32,
    pub(super) retries: u32,
    pub(super) redirects: u32,
    /// Whether a refused token was renewed already.
    pub(super) renewed: bool,
    /// The last refusal for a limit.
    pub(super) refusal: Option<Error>,
}

/// What comes after one attempt.
pub(super) enum Next {
    Done(Answer),
    Again,
    AgainWith(SecretString),
}

impl<'a> Pipeline<'a> {
    pub(super) async fn run(mut self) -> Result<Delivered, Error> {
        let mut token = self.token().await?;
        loop {
            token = match self.attempt(&token).await? {
                Next::Done(answer) => return Ok(Delivered { answer, attempts: self.progress.sent }),
                Next::Again => self.token().await?,
                Next::AgainWith(token) => token,
            }
        }
    }

    /// Before anything is queued for: fetching a token is a call of its own, with waits of its own.
    async fn token(&self) -> Result<SecretString, Error> {
        let token = self.deadline.within(self.credentials.token(self.client)).await;
        token.map_err(|Overdue| self.overdue())?.map_err(|error| self.own(error))
    }

    async fn attempt(&mut self, token: &SecretString) -> Result<Next, Error> {
        let transport = self.transport;
        let mut request = self.request.try_clone().ok_or_else(|| Error::unwritable(self.operation))?;
        let authorization =
            auth::authorization(token).map_err(|reason| self.own(Error::unusable_token(reason)))?;
        self.client.sign(request.headers_mut(), authorization);
        let stored = self.ask_only_if_changed(&mut request);

        let (mut place, ticket) = self.admitted().await?;
        let left = self.deadline.left();
        if left.is_zero() {
            return Err(self.overdue());
        }
        *request.timeout_mut() = Some(min(transport.attempt_timeout, left));
        self.progress.sent += 1;
        place.send();
        let result = attempt::send(&transport.http, request, transport.max_body_bytes).await;
        if self.is_write()
            && let Some(cache) = &transport.cache
        {
            // Whatever became of it: what is stored can be asked for again.
            cache.forget(self.request.url());
        }
        let outcome = match result {
            Ok(answer) => self.answered(answer, ticket, token, stored),
            Err(failure) => self.unanswered(failure),
        };
        // Given back only now: the next in line must know of a limit that was hit.
        drop(place);
        self.next(outcome, token).await
    }

    /// Adds the condition; what is stored comes back, to be served if it still holds.
    fn ask_only_if_changed(&self, request: &mut reqwest::Request) -> Option<(Key, Option<Stored>)> {
        if let Condition::IfNoneMatch(validator) = &self.condition {
            request.headers_mut().insert(IF_NONE_MATCH, validator.clone());
            return None;
        }
        let cache = self.transport.cache.as_ref()?;
        let key = Key::of(request, self.credentials.principal())?;
        let stored = cache.find(&key);
        if let Some(stored) = &stored {
            request.headers_mut().insert(IF_NONE_MATCH, stored.validator().clone());
        }
        Some((key, stored))
    }

    /// Waits until nothing holds the request back: its caller's limits, writes before it, and the
    /// number of requests on their way.
    async fn admitted(&mut self) -> Result<(Place<'a>, Ticket), Error> {
        let transport = self.transport;
        loop {
            // First, so that those who wait for a limit take no places from others.
            self.hold().await?;
            let place = if self.operation.family == TOKENS {
                // Other calls wait for this one, and may stand in the queue before it.
                Place::free()
            } else {
                let entered = transport.queue.enter(self.is_write(), &self.deadline).await;
                entered.map_err(|Overdue| self.overdue())?
            };
            // An answer that came meanwhile may have changed it.
            if let Ok(ticket) = self.admit() {
                return Ok((place, ticket));
            }
        }
    }

    fn admit(&self) -> Result<Ticket, SystemTime> {
        self.transport.limits.admit(self.credentials.principal(), self.operation, self.deadline.now())
    }

    /// Waits for the limits of the caller.
    async fn hold(&mut self) -> Result<(), Error> {
        while let Err(end) = self.admit() {
            let wait = end.duration_since(self.deadline.now()).unwrap_or_default();
            if !self.transport.wait_for_limits {
                return Err(self.own(Error::held(self.operation, wait)));
            }
            if wait > self.deadline.left() {
                // What GitHub said, if it was this call that was refused.
                let refusal = self.progress.refusal.take();
                let error = refusal.unwrap_or_else(|| Error::held(self.operation, wait));
                return Err(self.own(error).held_beyond(wait, end));
            }
            observe::wait(wait);
            self.deadline.sleep(wait).await.map_err(|Overdue| self.overdue())?;
        }
        Ok(())
    }

    fn is_write(&self) -> bool {
        !self.request.method().is_safe()
    }

    /// An error of this call, and of no other that it waited for.
    pub(super) fn own(&self, error: Error) -> Error {
        error.in_operation(self.operation).after_attempts(self.progress.sent)
    }

    pub(super) fn overdue(&self) -> Error {
        self.own(Error::overdue(self.operation))
    }
}
