//! The response to a custom request.

use std::fmt;

use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::decode;
use crate::error::Error;
use crate::exchange::{RequestHead, Response};
use crate::rate_limit::RateLimit;

/// The response to a [`CustomRequest`](crate::CustomRequest): a success, with its whole body.
///
/// Its `Debug` form has neither headers nor the body, because both may contain secrets.
#[derive(Clone)]
pub struct CustomResponse {
    head: RequestHead,
    response: Response,
    request_id: Option<String>,
}

impl CustomResponse {
    pub(super) fn new(head: RequestHead, response: Response) -> Self {
        Self { head, request_id: response.request_id(), response }
    }

    /// Returns the HTTP status, from 200 to 299.
    pub fn status(&self) -> u16 {
        self.response.status.as_u16()
    }

    /// Returns the headers.
    ///
    /// For a response from the cache, they are the stored ones, updated by those of the revalidation.
    pub fn headers(&self) -> &HeaderMap {
        &self.response.headers
    }

    /// Returns the body, decompressed; empty if there is none.
    pub fn bytes(&self) -> &[u8] {
        &self.response.body
    }

    /// Decodes the body, which must be JSON.
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode) if the body is empty or does not decode into `T`, with the
    /// [JSON path](Error::decode_path). It contains no value of the body. [`TooLarge`](crate::ErrorKind::TooLarge) if the
    /// body has more than 131,072 JSON values; [`bytes`](Self::bytes) returns it even so.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        require_body(self.head, &self.response)?;
        decode::response(self.head, &self.response)
    }

    /// Returns the id by which GitHub's support finds the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the rate limit reported by the response.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(&self.response.headers, &self.response.redaction)
    }
}

/// Refuses an empty body, which a 204 and the response to a HEAD have.
pub(super) fn require_body(head: RequestHead, response: &Response) -> Result<(), Error> {
    if response.body.is_empty() {
        return Err(Error::empty_body(response.faulty()).in_operation(head));
    }
    Ok(())
}

impl fmt::Debug for CustomResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomResponse")
            .field("operation", &self.head.operation)
            .field("status", &self.status())
            .field("request_id", &self.request_id)
            .field("body_bytes", &self.bytes().len())
            .finish_non_exhaustive()
    }
}
