//! One call in flight: the client, the operation, and what was learned on the way.
//!
//! The generated code builds the request and decodes the answer. Between the two it asks
//! [`Flight`] to send, which hands the request to the transport: who is calling, how fast requests
//! may go, what is tried again, what need not be sent at all, and how an answer that is no success
//! becomes an error, all belongs there.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use futures_core::future::BoxFuture;
use github_secret_scanning_generated::seam::Execute;
use github_secret_scanning_generated::{self as raw, Operation, ResponseValue};
use http::header::ETAG;
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::de::DeserializeOwned;

use crate::auth::Credentials;
use crate::client::Client;
use crate::decode;
use crate::error::{Error, Received};
use crate::if_changed::ETag;
use crate::pagination::{Page, Position};
use crate::rate_limit;
use crate::transport::{Condition, Delivered};

/// One call of one operation. Made for each request, and cheap; clones are the same call.
#[derive(Clone)]
pub(crate) struct Call(Arc<Flight>);

struct Flight {
    client: Client,
    credentials: Credentials,
    operation: &'static Operation,
    condition: Condition,
    outcome: Mutex<Option<Outcome>>,
    /// Which version came, for those who want to ask about it later: status and `ETag`.
    version: OnceLock<(StatusCode, Option<ETag>)>,
}

/// What came back, before the generated code made anything of it.
enum Outcome {
    Success(Head),
    Failure(Error),
}

impl Call {
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Self {
        Self::with_credentials(client, operation, client.credentials().clone())
    }

    /// A call that speaks for somebody else than the client does: for an App itself, mostly.
    pub(crate) fn with_credentials(
        client: &Client,
        operation: &'static Operation,
        credentials: Credentials,
    ) -> Self {
        Self::made(client, operation, credentials, Condition::None)
    }

    /// The same call, to be answered with a body only if its version is no longer `known`.
    pub(crate) fn if_none_match(&self, known: HeaderValue) -> Self {
        let Flight { client, operation, credentials, .. } = &*self.0;
        Self::made(client, operation, credentials.clone(), Condition::IfNoneMatch(known))
    }

    fn made(
        client: &Client,
        operation: &'static Operation,
        credentials: Credentials,
        condition: Condition,
    ) -> Self {
        let client = client.clone();
        let (outcome, version) = (Mutex::new(None), OnceLock::new());
        Self(Arc::new(Flight { client, credentials, operation, condition, outcome, version }))
    }

    /// Says which operation the check was for, if it failed.
    pub(crate) fn checked(&self, check: Result<(), Error>) -> Result<(), Error> {
        check.map_err(|error| error.in_operation(self.0.operation))
    }

    /// The generated client, with this call as its way to the network.
    pub(crate) fn wire(&self) -> raw::Client {
        let client = &self.0.client;
        let inner: Arc<dyn Execute> = Arc::clone(&self.0) as _;
        raw::Client::new_with_client(client.base_url(), client.transport().http().clone(), inner)
    }

    /// Whether the answer was that the version is still the one that is known.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.0.version.get().is_some_and(|(status, _)| *status == StatusCode::NOT_MODIFIED)
    }

    /// The mark of the version that came.
    pub(crate) fn etag(&self) -> Option<ETag> {
        self.0.version.get()?.1.clone()
    }

    /// When the server says that it answered, in seconds since 1970; to be asked before the value.
    pub(crate) fn date(&self) -> Option<i64> {
        match &*self.0.outcome.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(Outcome::Success(head)) => rate_limit::date(&head.headers),
            Some(Outcome::Failure(error)) => error.date(),
            None => None,
        }
    }

    /// The value of an operation that answers with one.
    pub(crate) fn value<T: DeserializeOwned, E>(
        &self,
        result: Result<ResponseValue<T>, raw::Error<E>>,
    ) -> Result<T, Error> {
        let headers = self.0.take()?;
        match result {
            Ok(value) => Ok(value.into_inner()),
            Err(raw::Error::InvalidResponsePayload(body, error)) => {
                let place = decode::place(&body, &error);
                Err(Error::undecodable(self.0.operation, place, received(headers.as_ref())))
            }
            Err(error) => Err(self.0.explain(&error, headers.as_ref())),
        }
    }

    /// A page of an operation that answers with a list, and where the list goes on.
    pub(crate) fn page<T: DeserializeOwned, E>(
        &self,
        result: Result<ResponseValue<Vec<T>>, raw::Error<E>>,
        at: Position,
        per_page: Option<u64>,
    ) -> Result<Page<T>, Error> {
        let head = self.0.take()?;
        let operation = self.0.operation;
        let (items, malformed) = match result {
            Ok(value) => (value.into_inner(), Vec::new()),
            // A good page never comes here, and so pays nothing for the lenience.
            Err(raw::Error::InvalidResponsePayload(body, _)) => decode::items(&body)
                .map_err(|place| Error::undecodable(operation, place, received(head.as_ref())))?,
            Err(error) => return Err(self.0.explain(&error, head.as_ref())),
        };
        let none = HeaderMap::new();
        let (headers, attempts) = head.as_ref().map_or((&none, 0), |head| (&head.headers, head.attempts));
        Ok(Page::new(operation, at, per_page, items, malformed, headers, attempts))
    }
}

/// What came back beside the body.
struct Head {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
}

fn received(head: Option<&Head>) -> Received {
    head.map_or_else(Received::default, |head| {
        Received::new(head.status.as_u16(), &head.headers).after_attempts(head.attempts)
    })
}

impl Flight {
    async fn send(&self, request: reqwest::Request) -> Result<(Head, Bytes), Error> {
        let (client, condition) = (&self.client, self.condition.clone());
        let run = client.transport().run(client, &self.credentials, request, self.operation, condition);
        let Delivered { answer, attempts } = run.await?;
        let etag = answer.headers.get(ETAG).and_then(ETag::of);
        let _ = self.version.set((answer.status, etag));
        Ok((Head { status: answer.status, headers: answer.headers, attempts }, answer.body))
    }

    fn learn(&self, outcome: Outcome) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }

    /// What was learned: the error if there was one, else the status and headers. Nothing at all
    /// if the request was never sent.
    fn take(&self) -> Result<Option<Head>, Error> {
        match self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(Outcome::Failure(error)) => Err(error),
            Some(Outcome::Success(head)) => Ok(Some(head)),
            None => Ok(None),
        }
    }

    /// What the generated code could not deal with, though the answer was a success. Nothing is
    /// taken over from its own error, which would show headers and body.
    fn explain<E>(&self, error: &raw::Error<E>, head: Option<&Head>) -> Error {
        match (head, error) {
            (Some(_), _) => Error::undeclared(self.operation, received(head)),
            (None, _) => Error::unwritable(self.operation),
        }
    }
}

impl Execute for Flight {
    fn execute(&self, request: reqwest::Request) -> BoxFuture<'_, reqwest::Result<reqwest::Response>> {
        Box::pin(async move {
            let (status, body) = match self.send(request).await {
                Ok((head, body)) => {
                    let status = head.status;
                    self.learn(Outcome::Success(head));
                    (status, body)
                }
                Err(error) => {
                    self.learn(Outcome::Failure(error));
                    // A status that no operation declares, so that nothing is made of it.
                    (StatusCode::NOT_IMPLEMENTED, Bytes::new())
                }
            };
            let mut response = http::Response::new(body);
            *response.status_mut() = status;
            Ok(response.into())
        })
    }
}

impl fmt::Debug for Flight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flight").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
