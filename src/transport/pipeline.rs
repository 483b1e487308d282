//! One call: its attempts, and the waits between them.

use std::cmp::min;
use std::sync::Arc;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::IF_NONE_MATCH;
use secrecy::SecretString;
use url::Url;

use super::deadline::{Deadline, DeadlineExceeded};
use super::outcome::Outcome;
use super::permits::Permit;
use super::rate_limits::Admission;
use super::{TokenSource, Transport, attempt, authorization, observe, pools};
use crate::cache::{Cache, CacheKey, Lookup};
use crate::error::Error;
use crate::exchange::{self, Condition, ETag, RequestHead, Response, Target};
use crate::panics::Panicked;

/// One call, and its progress.
pub(super) struct Pipeline<'a> {
    pub(super) transport: &'a Arc<Transport>,
    pub(super) tokens: &'a dyn TokenSource,
    pub(super) head: RequestHead,
    pub(super) condition: Condition,
    /// Without a token; a redirect changes its URL.
    pub(super) request: reqwest::Request,
    pub(super) deadline: Deadline,
    pub(super) progress: Progress,
    /// From the URL before any redirect.
    target: Option<Target>,
}

#[derive(Default)]
pub(super) struct Progress {
    /// The number of requests sent.
    pub(super) sent: u32,
    pub(super) retries: u32,
    pub(super) redirects: u32,
    /// Whether the token was refreshed after a 401.
    pub(super) refreshed: bool,
    /// Whether a request was sent whose result is not classified yet, or is a success.
    pub(super) in_flight: bool,
    /// Whether an earlier attempt may have had an effect.
    pub(super) outcome_unknown: bool,
    /// Whether a 304 was about another value than the condition, so that no further one is sent.
    pub(super) mismatch: bool,
    /// The last refusal for a rate limit.
    pub(super) refusal: Option<Error>,
}

/// Invalidates the stored responses for an address on drop.
struct Invalidation<'a> {
    cache: &'a Cache,
    url: Url,
}

impl Drop for Invalidation<'_> {
    fn drop(&mut self) {
        self.cache.invalidate(&self.url);
    }
}

/// What follows an attempt.
pub(super) enum Next {
    Done(Response),
    Repeat,
    RepeatWith(SecretString),
}

impl<'a> Pipeline<'a> {
    pub(super) fn new(
        transport: &'a Arc<Transport>,
        tokens: &'a dyn TokenSource,
        head: RequestHead,
        request: reqwest::Request,
        condition: Condition,
        deadline: Deadline,
    ) -> Self {
        let target = exchange::target(head, request.url());
        Self { transport, tokens, head, condition, request, deadline, progress: Progress::default(), target }
    }

    pub(super) async fn run(&mut self) -> Result<Response, Error> {
        // First: the waits of a call panic without a runtime.
        pools::runtime().map_err(|error| self.own(error))?;
        let mut token = self.token().await?;
        loop {
            token = match self.attempt(&token).await? {
                Next::Done(response) => {
                    let target = self.target.clone();
                    return Ok(Response { attempts: self.progress.sent, target, ..response });
                }
                Next::Repeat => self.token().await?,
                Next::RepeatWith(token) => token,
            }
        }
    }

    /// Obtains the token before any permit: fetching one is a call with waits of its own.
    async fn token(&self) -> Result<SecretString, Error> {
        let token = self.deadline.within(self.tokens.token(self.transport)).await;
        token
            .unwrap_or_else(|DeadlineExceeded| Err(self.tokens.deadline_exceeded()))
            .map_err(|error| self.own(error))
    }

    async fn attempt(&mut self, token: &SecretString) -> Result<Next, Error> {
        let transport = self.transport;
        let mut request = self.request.try_clone().ok_or_else(|| self.unrepeatable())?;
        let authorization = authorization(token).map_err(|reason| self.own(Error::unusable_token(reason)))?;
        transport.set_headers(request.headers_mut(), authorization);
        let lookup = self.set_condition(&mut request);

        let (mut permit, admission) = self.admitted().await?;
        let connections = transport.pools.current().map_err(|error| self.own(error))?;
        let left = self.deadline.left();
        if left.is_zero() {
            return Err(self.deadline_exceeded("a permit"));
        }
        *request.timeout_mut() = Some(min(transport.attempt_timeout, left));
        self.progress.sent += 1;
        self.progress.in_flight = true;
        permit.mark_sent();
        self.tokens.request_waits("a response", self.progress.sent, None);
        // Whatever the result, also if the call is dropped: a stored response can be requested again.
        let cache = transport.cache.as_ref().filter(|_| self.is_write());
        let invalidation = cache.map(|cache| Invalidation { cache, url: self.request.url().clone() });
        let arrived = |status, headers: &HeaderMap| self.arrived(status, headers, admission);
        let redaction = transport.redaction(token);
        let limit = transport.max_body_bytes;
        let result = attempt::send(&connections.http, request, limit, &redaction, arrived).await;
        drop(invalidation);
        connections.record(&result);
        let outcome = match result {
            Ok((response, arrival)) => self.received(response, arrival, lookup),
            Err(failure) => self.not_received(failure, &redaction),
        };
        self.progress.in_flight = matches!(outcome, Outcome::Done(_));
        // Released only now: the next request must see a limit that this one hit.
        drop(permit);
        self.next(outcome, token).await
    }

    /// Adds the condition, and returns what the cache has for the request.
    fn set_condition(&self, request: &mut reqwest::Request) -> Option<Lookup> {
        let lookup = match (&self.condition, &self.transport.cache) {
            (Condition::None, Some(cache)) => {
                let mut lookup = cache.lookup(CacheKey::of(request, self.tokens.credential_key())?);
                lookup.stored = lookup.stored.filter(|_| !self.progress.mismatch);
                Some(lookup)
            }
            _ => None,
        };
        if let Some(validator) = self.sent_validator(lookup.as_ref()) {
            request.headers_mut().insert(IF_NONE_MATCH, validator.as_header().clone());
        }
        lookup
    }

    /// Returns the validator of the condition of an attempt.
    pub(super) fn sent_validator<'l>(&'l self, lookup: Option<&'l Lookup>) -> Option<&'l ETag> {
        match &self.condition {
            Condition::IfNoneMatch(validator) => Some(validator).filter(|_| !self.progress.mismatch),
            Condition::None => Some(lookup?.stored.as_ref()?.validator()),
        }
    }

    /// Waits for the rate limits of the credential, the write lane, and a permit.
    async fn admitted(&mut self) -> Result<(Permit<'a>, Admission), Error> {
        let transport = self.transport;
        loop {
            // First: a request that waits for a limit must not hold a permit.
            self.wait_for_limits().await?;
            let permit = if self.head.fetches_token {
                // Other calls wait for this one, and may hold all permits.
                Permit::unlimited()
            } else {
                let acquired = transport.permits.acquire(self.is_write(), &self.deadline).await;
                acquired.map_err(|DeadlineExceeded| self.deadline_exceeded("a permit"))?
            };
            // A response that arrived meanwhile may have changed the limits.
            if let Ok(admission) = self.admit() {
                return Ok((permit, admission));
            }
        }
    }

    fn admit(&self) -> Result<Admission, SystemTime> {
        let now = self.deadline.now();
        self.transport.rate_limits.admit(self.tokens.credential_key(), self.head.operation, now)
    }

    async fn wait_for_limits(&mut self) -> Result<(), Error> {
        while let Err(end) = self.admit() {
            let wait = end.duration_since(self.deadline.now()).unwrap_or_default();
            if !self.transport.wait_for_limits {
                return Err(self.own(Error::rate_limit_applies(wait)));
            }
            if wait > self.deadline.left() {
                // GitHub's own message, if this call was refused.
                let refusal = self.progress.refusal.take();
                let error = refusal.unwrap_or_else(|| Error::rate_limit_applies(wait));
                return Err(self.own(error).beyond_deadline(wait, end));
            }
            observe::waiting_for_limit(wait);
            self.tokens.request_waits("a rate limit", self.progress.sent, self.progress.refusal.as_ref());
            let slept = self.deadline.sleep(wait).await;
            slept.map_err(|DeadlineExceeded| self.deadline_exceeded("a rate limit"))?;
        }
        Ok(())
    }

    fn is_write(&self) -> bool {
        !self.request.method().is_safe()
    }

    /// Completes an error with the operation, the target and the attempts of this call.
    pub(super) fn own(&self, error: Error) -> Error {
        let error = error.in_operation(self.head).with_target(self.target.clone());
        error.after_attempts(self.progress.sent).with_outcome_unknown(self.progress.outcome_unknown)
    }

    /// Returns the error of the call after a panic in it.
    pub(super) fn panicked(&self, panicked: Panicked) -> Error {
        self.own(Error::panicked(panicked)).with_outcome_unknown(self.progress.in_flight)
    }

    pub(super) fn deadline_exceeded(&self, awaited: &'static str) -> Error {
        self.own(Error::deadline_exceeded(awaited))
    }

    /// The body is a stream, which no request of this crate has.
    fn unrepeatable(&self) -> Error {
        self.own(Error::invalid_argument("request", "must have a body that can be sent again"))
    }
}
