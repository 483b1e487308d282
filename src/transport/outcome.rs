//! What one attempt came to, and whether another one follows.

use std::time::Duration;

use http::StatusCode;
use secrecy::{ExposeSecret, SecretString};

use super::attempt::Failure;
use super::deadline::Overdue;
use super::limits::Ticket;
use super::pipeline::{Next, Pipeline};
use super::retry::FailedAttempt;
use super::{Answer, Condition, observe, redirect};
use crate::cache::{Key, Stored};
use crate::error::{Error, ErrorKind, Received};

/// What one attempt came to.
pub(super) enum Outcome {
    Done(Answer),
    /// To be sent again, once nothing holds it back.
    Again,
    /// The token was refused, which it may be once.
    TokenRefused(Error),
    /// To be sent again only if that does no harm, and the policy says so.
    Failed(Error),
    /// Never to be sent again.
    Final(Error),
}

impl Pipeline<'_> {
    /// What an answer means for the call, and for all that come after it.
    pub(super) fn answered(
        &mut self,
        answer: Answer,
        ticket: Ticket,
        token: &SecretString,
        stored: Option<(Key, Option<Stored>)>,
    ) -> Outcome {
        observe::answered(self.progress.sent, answer.status, &answer.headers);
        let (limits, principal) = (&self.transport.limits, self.credentials.principal());
        let now = self.deadline.now();
        limits.learn(principal, self.operation, &answer.headers, now);
        if answer.status.is_success() {
            limits.passed(principal, ticket);
            if let (Some(cache), Some((key, _))) = (&self.transport.cache, stored) {
                cache.store(key, &answer);
            }
            return Outcome::Done(answer);
        }
        if answer.status == StatusCode::NOT_MODIFIED {
            limits.passed(principal, ticket);
            match (&self.transport.cache, stored, &self.condition) {
                (Some(cache), Some((_, Some(stored))), _) => {
                    return Outcome::Done(cache.refreshed(&stored, &answer.headers));
                }
                (_, _, Condition::IfNoneMatch(_)) => return Outcome::Done(answer),
                // Nobody asked for that.
                _ => {}
            }
        }
        if redirect::is_redirect(answer.status) {
            limits.passed(principal, ticket);
            return self.redirected(&answer, token);
        }
        let error = self.own(Error::refused(self.operation, &answer, token.expose_secret(), now));
        let Some(limit) = error.limit() else {
            limits.passed(principal, ticket);
            let renewable = answer.status == StatusCode::UNAUTHORIZED && !self.progress.renewed;
            return if renewable { Outcome::TokenRefused(error) } else { Outcome::Failed(error) };
        };
        let wait = limits.hit(principal, ticket, limit, now);
        let error = error.with_wait(wait);
        if !self.transport.wait_for_limits {
            return Outcome::Final(error);
        }
        if wait.is_zero() {
            // «At once» is counted, or two that misunderstand each other never end.
            return Outcome::Failed(error);
        }
        self.progress.refusal = Some(error);
        Outcome::Again
    }

    /// What it means that no whole answer came.
    pub(super) fn unanswered(&self, failure: Failure) -> Outcome {
        let error = self.own(Error::failed(self.operation, failure));
        observe::unanswered(self.progress.sent, &error);
        Outcome::Failed(error)
    }

    fn redirected(&mut self, answer: &Answer, token: &SecretString) -> Outcome {
        let (method, from) = (self.request.method(), self.request.url());
        let (followed, token) = (self.progress.redirects, token.expose_secret());
        match redirect::target(method, from, answer.status, &answer.headers, followed, token) {
            Ok(target) => {
                observe::redirect(answer.status);
                *self.request.url_mut() = target;
                self.progress.redirects += 1;
                Outcome::Again
            }
            Err(reason) => {
                let received = Received::new(answer.status.as_u16(), &answer.headers);
                Outcome::Final(self.own(Error::redirected(self.operation, reason, received)))
            }
        }
    }

    /// Does what has to be waited for before another attempt.
    pub(super) async fn next(&mut self, outcome: Outcome, token: &SecretString) -> Result<Next, Error> {
        match outcome {
            Outcome::Done(answer) => Ok(Next::Done(answer)),
            Outcome::Again => Ok(Next::Again),
            Outcome::TokenRefused(error) => self.renew(error, token).await,
            Outcome::Failed(error) => self.retry(error).await,
            Outcome::Final(error) => Err(error),
        }
    }

    /// Asks for another token than the one that was refused.
    async fn renew(&mut self, refused: Error, token: &SecretString) -> Result<Next, Error> {
        self.progress.renewed = true;
        let renewed = self.deadline.within(self.credentials.renewed(self.client, token)).await;
        match renewed.map_err(|Overdue| self.overdue())?.map_err(|error| self.own(error))? {
            Some(token) => {
                observe::renewal();
                Ok(Next::AgainWith(token))
            }
            None => Err(refused),
        }
    }

    /// Asks the policy about a failure, if sending the request again can do no harm.
    async fn retry(&mut self, error: Error) -> Result<Next, Error> {
        if !self.is_repeatable(&error) {
            return Err(error);
        }
        let retries = self.progress.retries;
        let attempt = FailedAttempt { retries, error: &error, operation: self.operation };
        let Some(pause) = self.transport.retry.decide(&attempt) else { return Err(error) };
        let pause = match (error.limit(), error.retry_after()) {
            // Only one that is over comes here.
            (Some(_), _) => Duration::ZERO,
            // A 429 that names no time has none of its own.
            (None, _) if error.kind() == ErrorKind::RateLimited => pause,
            (None, named) => pause.max(named.unwrap_or_default()),
        };
        if pause > self.deadline.left() {
            return Err(error);
        }
        self.progress.retries += 1;
        observe::retry(self.progress.retries, pause, &error);
        match self.deadline.sleep(pause).await {
            Ok(()) => Ok(Next::Again),
            Err(Overdue) => Err(error),
        }
    }

    /// Whether it may pass, and sending the request twice has the effect of sending it once.
    fn is_repeatable(&self, error: &Error) -> bool {
        match error.kind() {
            // The server has certainly not acted on it.
            ErrorKind::Connect | ErrorKind::RateLimited => true,
            ErrorKind::Timeout | ErrorKind::Transport => self.operation.idempotent,
            ErrorKind::Server => {
                self.operation.idempotent && matches!(error.status(), Some(408 | 500 | 502 | 503 | 504))
            }
            _ => false,
        }
    }
}
