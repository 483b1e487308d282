//! Classifies the result of an attempt, and decides whether another attempt follows.

use std::time::Duration;

use http::StatusCode;
use secrecy::SecretString;

use super::deadline::DeadlineExceeded;
use super::pipeline::{Next, Pipeline};
use super::rate_limits::Admission;
use super::retry::FailedAttempt;
use super::{observe, redirect};
use crate::cache::Lookup;
use crate::error::{Error, ErrorKind};
use crate::exchange::{AttemptFailure, Condition, Response};
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

impl Pipeline<'_> {
    /// Classifies a response, and records what it reports for all later requests.
    pub(super) fn received(
        &mut self,
        response: Response,
        admission: Admission,
        lookup: Option<Lookup>,
    ) -> Outcome {
        observe::response(self.progress.sent, &response);
        let (limits, credential) = (&self.transport.rate_limits, self.tokens.credential_key());
        let now = self.deadline.now();
        limits.record(credential, self.head.operation, &response.headers, now);
        if response.status.is_success() {
            limits.passed(credential, admission);
            if let (Some(cache), Some(lookup)) = (&self.transport.cache, lookup) {
                cache.store(lookup, &response);
            }
            return Outcome::Done(response);
        }
        if response.status == StatusCode::NOT_MODIFIED {
            limits.passed(credential, admission);
            match (lookup.and_then(|lookup| lookup.stored), &self.condition) {
                (Some(stored), _) => {
                    let stored = stored.revalidated(&response.headers);
                    return Outcome::Done(Response { redaction: response.redaction, ..stored });
                }
                (_, Condition::IfNoneMatch(_)) => return Outcome::Done(response),
                // A 304 to an unconditional request.
                _ => {}
            }
        }
        if redirect::is_redirect(response.status) {
            limits.passed(credential, admission);
            return self.redirected(&response);
        }
        let error = self.own(Error::refused(self.head, &response, now));
        let Some(limit) = error.limit_hit() else {
            limits.passed(credential, admission);
            let refreshable = response.status == StatusCode::UNAUTHORIZED && !self.progress.refreshed;
            return if refreshable { Outcome::TokenRefused(error) } else { Outcome::Failed(error) };
        };
        let wait = limits.hit(credential, admission, limit, now);
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
        let Some(backoff) = self.transport.retry.decide(&attempt) else { return Err(error) };
        let backoff = match (error.limit_hit(), error.retry_after()) {
            // Its wait is over.
            (Some(_), _) => Duration::ZERO,
            (None, named) => backoff.max(named.unwrap_or_default()),
        };
        if backoff > self.deadline.left() {
            return Err(error);
        }
        self.progress.retries += 1;
        self.progress.outcome_unknown |= error.outcome_unknown();
        observe::retry(self.progress.retries, backoff, &error);
        self.tokens.request_waits("a retry", self.progress.sent, Some(&error));
        match self.deadline.sleep(backoff).await {
            Ok(()) => Ok(Next::Repeat),
            Err(DeadlineExceeded) => Err(error),
        }
    }

    /// Returns whether the failure may pass, and a second request has no second effect.
    fn is_repeatable(&self, error: &Error) -> bool {
        match error.kind() {
            // The server has certainly not acted on it.
            ErrorKind::Connect | ErrorKind::RateLimited => true,
            ErrorKind::Timeout | ErrorKind::Transport => self.head.idempotent,
            ErrorKind::Server => {
                self.head.idempotent && matches!(error.status(), Some(408 | 500 | 502 | 503 | 504))
            }
            _ => false,
        }
    }
}
