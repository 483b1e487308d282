//! One call in flight: the client, the operation, and what was learned on the way.
//!
//! The generated code builds the request and decodes the answer. Between the two it asks
//! [`Flight`] to send, and that is where everything else belongs: who is calling, how an answer
//! that is no success becomes an error, and later what is tried again, how fast requests may go,
//! and what need not be sent at all.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_core::future::BoxFuture;
use github_secret_scanning_generated::seam::Execute;
use github_secret_scanning_generated::{self as raw, Operation, ResponseValue};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::decode;
use crate::error::{Error, Received};
use crate::pagination::{Page, Position};

/// One call of one operation. Made for each request, and cheap.
pub(crate) struct Call(Arc<Flight>);

struct Flight {
    client: Client,
    operation: &'static Operation,
    outcome: Mutex<Option<Outcome>>,
}

/// What came back, before the generated code made anything of it.
enum Outcome {
    Success { status: StatusCode, headers: HeaderMap },
    Failure(Error),
}

impl Call {
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Self {
        Self(Arc::new(Flight { client: client.clone(), operation, outcome: Mutex::new(None) }))
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

    /// The value of an operation that answers with one.
    pub(crate) fn value<T: DeserializeOwned, E>(
        &self,
        result: Result<ResponseValue<T>, raw::Error<E>>,
    ) -> Result<T, Error> {
        let headers = self.0.take()?;
        match result {
            Ok(value) => Ok(value.into_inner()),
            Err(raw::Error::InvalidResponsePayload(body, _)) => {
                // Only the place is kept of the error at hand; its text may quote the body.
                decode::value(&body)
                    .map_err(|place| Error::undecodable(self.0.operation, place, received(headers.as_ref())))
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
        let headers = head.as_ref().map_or(&none, |(_, headers)| headers);
        Ok(Page::new(operation, at, per_page, items, malformed, headers))
    }
}

type Head = (StatusCode, HeaderMap);

fn received(head: Option<&Head>) -> Received {
    head.map_or_else(Received::default, |(status, headers)| Received::new(status.as_u16(), headers))
}

impl Flight {
    async fn send(&self, mut request: reqwest::Request) -> Result<(Head, Bytes), Error> {
        self.client.sign(request.headers_mut());
        let answer = self
            .client
            .transport()
            .send(request)
            .await
            .map_err(|failure| Error::failed(self.operation, failure))?;
        if answer.status.is_success() {
            Ok(((answer.status, answer.headers), answer.body))
        } else {
            Err(Error::refused(self.operation, &answer, self.client.token()))
        }
    }

    fn learn(&self, outcome: Outcome) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }

    /// What was learned: the error if there was one, else the status and headers. Nothing at all
    /// if the request was never sent.
    fn take(&self) -> Result<Option<Head>, Error> {
        match self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(Outcome::Failure(error)) => Err(error),
            Some(Outcome::Success { status, headers }) => Ok(Some((status, headers))),
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
                Ok(((status, headers), body)) => {
                    self.learn(Outcome::Success { status, headers });
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
