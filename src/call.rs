//! Sends the request of an operation and decodes its response.

use github_secret_scanning_generated::Operation;
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::decode;
use crate::error::Error;
use crate::exchange::{Condition, RequestHead, Response};
use crate::pagination::{Page, Position};

/// Sends `request`, and decodes the value that it returns.
pub(crate) async fn value<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    request: Result<reqwest::Request, Error>,
) -> Result<T, Error> {
    let response = send(client, operation, request, Condition::None).await?;
    decode::response(operation.into(), &response)
}

/// Sends `request`, whose response has no body.
pub(crate) async fn empty(
    client: &Client,
    operation: &'static Operation,
    request: Result<reqwest::Request, Error>,
) -> Result<(), Error> {
    let response = send(client, operation, request, Condition::None).await?;
    decode::check_status(operation.into(), &response)
}

/// Sends `request`, and decodes a page of a list, requested at `at`.
pub(crate) async fn page<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    request: Result<reqwest::Request, Error>,
    at: Position,
    per_page: Option<u64>,
) -> Result<Page<T>, Error> {
    let response = send(client, operation, request, Condition::None).await?;
    let (items, malformed) = decode::list(operation.into(), &response)?;
    Ok(Page::new(operation.into(), at, per_page, items, malformed, &response))
}

/// Sends `request`, and returns a success, or a 304 to a conditional request.
pub(crate) async fn send(
    client: &Client,
    operation: &'static Operation,
    request: Result<reqwest::Request, Error>,
    condition: Condition,
) -> Result<Response, Error> {
    let head = RequestHead::from(operation);
    client.send(head, request.map_err(|error| error.in_operation(head))?, condition).await
}
