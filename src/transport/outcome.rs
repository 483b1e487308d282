//! Classifies the result of an attempt, and decides whether another attempt follows.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};
use secrecy::SecretString;

use super::deadline::DeadlineExceeded;
use super::pipeline::{Next, Pipeline};
use super::rate_limits::Admission;
use super::retry::FailedAttempt;
use super::{observe, redirect};
use crate::cache::Lookup;
use crate::error::{Error, ErrorKind};
use crate::exchange::{AttemptFailure, Response};
use crate::panics::{RETRY_POLICY, contain};
use crate::rate_limit::LimitHit;
use crate::text::Redaction;

/// The result of an attempt.
pub(super) enum Outcome {
    Done(Response),
    /// Sent again as soon as the rate limits allow.
    Repeat,
    /// The token was refused; it is refreshed once.
    TokenRefused(Error),
    /// Sent again only if that is safe and the policy decides so.
    Failed(Error),
    /// Not sent again.
    Final(Error),
}

/// What is known of a response before its body.
pub(super) struct Arrival {
    at: SystemTime,
    admission: Admission,
    /// The wait for the limit that the headers name.
    wait: Option<Duration>,
}

impl Pipeline<'_> {
    /// Records what the headers of a response report for all later requests, which do not wait for its body.
    pub(super) fn arrived(&self, status: StatusCode, headers: &HeaderMap, admission: Admission) -> Arrival {
        let (limits, credential) = (&self.transport.rate_limits, self.tokens.credential_key());
        let at = self.deadline.now();
        limits.record(credential, self.head.operation, headers, at);
        let limit = LimitHit::of_headers(status, headers, at);
        let wait = limit.map(|limit| limits.hit(credential, admission, limit, at));
        Arrival { at, admission, wait }
    }

    /// Classifies a response.
    pub(super) fn received(
        &mut self,
        mut response: Response,
        arrival: Arrival,
        lookup: Option<Lookup>,
    ) -> Outcome {
        observe::response(self.progress.sent, &response);
        let (limits, credential) = (&self.transport.rate_limits, self.tokens.credential_key());
        let Arrival { at: now, admission, wait } = arrival;
        if response.status.is_success() {
            limits.passed(credential, admission);
            if let (Some(cache), Some(lookup)) = (&self.transport.cache, lookup) {
                cache.store(lookup, &mut response);
            }
            return Outcome::Done(response);
        }
        if response.status == StatusCode::NOT_MODIFIED {
            limits.passed(credential, admission);
            let sent = self.sent_validator(lookup.as_ref());
            let confirmed = sent.map(|validator| validator.is_confirmed_by(&response.headers));
            let stored = lookup.as_ref().and_then(|lookup| lookup.stored.as_ref());
            match (confirmed, stored) {
                (Some(true), Some(stored)) => {
                    let stored = stored.revalidated(&response.headers);
                    return Outcome::Done(Response { redaction: response.redaction, ..stored });
                }
                (Some(true), None) => return Outcome::Done(response),
                (Some(false), stored) => {
                    stored.inspect(|stored| stored.forget());
                    self.progress.mismatch = true;
                    return Outcome::Repeat;
                }
                // A 304 to an unconditional request.
                (None, _) => {}
            }
        }
        if redirect::is_redirect(response.status) {
            limits.passed(credential, admission);
            return self.redirected(&response);
        }
        let error = self.own(Error::refused(self.head, &response, now));
        let Some(limit) = error.limit_hit() else {
            limits.passed(credential, admission);
            // Perhaps for its condition, which the next call must not repeat for ever.
            if let Some(stored) =
                lookup.and_then(|lookup| lookup.stored).filter(|_| response.status.is_client_error())
            {
                stored.forget();
            }
            let refreshable = response.status == StatusCode::UNAUTHORIZED && !self.progress.refreshed;
            return if refreshable { Outcome::TokenRefused(error) } else { Outcome::Failed(error) };
        };
        let wait = wait.unwrap_or_else(|| limits.hit(credential, admission, limit, now));
        let error = error.with_wait(wait);
        if !self.transport.wait_for_limits {
            return Outcome::Final(error);
        }
        if wait.is_zero() {
            // Counted as a retry: otherwise a server that always names no wait is never given up.
            return Outcome::Failed(error);
        }
        self.progress.refusal = Some(error);
        Outcome::Repeat
    }

    /// Classifies an attempt without a complete response.
    pub(super) fn not_received(&self, failure: AttemptFailure, redaction: &Redaction) -> Outcome {
        let error = self.own(Error::attempt_failed(failure, self.transport.pools.proxy(), redaction));
        observe::no_response(self.progress.sent, &error);
        Outcome::Failed(error)
    }

    fn redirected(&mut self, response: &Response) -> Outcome {
        let (from, followed) = (self.request.url(), self.progress.redirects);
        let base_url = self.transport.base_url();
        match redirect::target(self.head, base_url, from, response, followed) {
            Ok(target) => {
                observe::redirect(response.status);
                *self.request.url_mut() = target;
                self.progress.redirects += 1;
                Outcome::Repeat
            }
            Err(reason) => Outcome::Final(self.own(Error::redirected(reason, response))),
        }
    }

    /// Waits for what another attempt needs.
    pub(super) async fn next(&mut self, outcome: Outcome, token: &SecretString) -> Result<Next, Error> {
        match outcome {
            Outcome::Done(response) => Ok(Next::Done(response)),
            Outcome::Repeat => Ok(Next::Repeat),
            Outcome::TokenRefused(error) => self.refresh(error, token).await,
            Outcome::Failed(error) => self.retry(error).await,
            Outcome::Final(error) => Err(error),
        }
    }

    /// Obtains another token than the refused one.
    async fn refresh(&mut self, refused: Error, token: &SecretString) -> Result<Next, Error> {
        self.progress.refreshed = true;
        let refreshed = self.deadline.within(self.tokens.refresh(self.transport, token)).await;
        let refreshed = refreshed.unwrap_or_else(|DeadlineExceeded| Err(self.tokens.deadline_exceeded()));
        match refreshed.map_err(|error| self.own(error))? {
            Some(token) => {
                observe::token_refreshed();
                Ok(Next::RepeatWith(token))
            }
            None => Err(refused),
        }
    }

    /// Consults the retry policy, if sending the request again is safe.
    async fn retry(&mut self, error: Error) -> Result<Next, Error> {
        if !self.is_repeatable(&error) {
            return Err(error);
        }
        let retries = self.progress.retries;
        let attempt = FailedAttempt { retries, error: &error, operation: self.head.operation };
        // Of this attempt and all before: what follows may panic.
        self.progress.outcome_unknown |= error.outcome_unknown();
        let decided = contain(RETRY_POLICY, || self.transport.retry.decide(&attempt));
        let backoff = match decided {
            Ok(Some(backoff)) => backoff,
            Ok(None) => return Err(error),
            Err(_) => return Err(Error::undecided(error)),
        };
        let backoff = match (error.limit_hit(), error.retry_after()) {
            // Its wait is over.
            (Some(_), _) => Duration::ZERO,
            (None, named) => backoff.max(named.unwrap_or_default()),
        };
        if backoff > self.deadline.left() {
            return Err(error);
        }
        self.progress.retries += 1;
        observe::retry(self.progress.retries, backoff, &error);
        self.tokens.request_waits("a retry", self.progress.sent, Some(&error));
        match self.deadline.sleep(backoff).await {
            Ok(()) => Ok(Next::Repeat),
            Err(DeadlineExceeded) => Err(error),
        }
    }

    /// Returns whether the failure may pass, and a second request has no second effect.
    fn is_repeatable(&self, error: &Error) -> bool {
        let may_pass = match error.kind() {
            ErrorKind::Connect | ErrorKind::RateLimited | ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Server => matches!(error.status(), Some(408 | 500 | 502 | 503 | 504)),
            _ => false,
        };
        may_pass && (self.head.idempotent || !error.outcome_unknown())
    }
}
