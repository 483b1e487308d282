//! One HTTP exchange: the metadata of a request, its response or its failure.

mod connection_failure;
mod credential_key;
mod etag;
mod reuse;
mod target;
mod unprocessed;

use bytes::Bytes;
use github_secret_scanning_generated::{Operation, Pagination, Permissions};
use http::{HeaderMap, StatusCode};

pub(crate) use connection_failure::{ConnectionFailure, is_decompression};
pub(crate) use credential_key::CredentialKey;
pub use etag::ETag;
pub(crate) use etag::FORM as ETAG_FORM;
pub(crate) use reuse::Reuse;
pub(crate) use target::{Target, target};
pub(crate) use unprocessed::is_unprocessed;

use crate::text::{self, Redaction};

/// The family of the operations that fetch tokens.
const TOKEN_FAMILY: &str = "apps";

/// The metadata of a request that may be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RequestHead {
    /// The published id of the operation; the path template of a custom request.
    pub(crate) operation: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path_template: &'static str,
    /// Whether sending it twice has the effect of sending it once.
    pub(crate) idempotent: bool,
    /// The status of a success; `None` for any from 200 to 299.
    pub(crate) success_status: Option<u16>,
    /// How its list is paged; `None` if that is unknown.
    pub(crate) pagination: Option<Pagination>,
    /// The documented permissions; `None` for a custom request.
    pub(crate) permissions: Option<&'static Permissions>,
    /// Whether it fetches a token, for which other requests wait.
    pub(crate) fetches_token: bool,
}

impl RequestHead {
    /// Returns the head of a request to an endpoint that this crate does not model.
    pub(crate) fn custom(method: &'static str, path_template: &'static str) -> Self {
        let head = Self {
            operation: path_template,
            method,
            path_template,
            idempotent: false,
            success_status: None,
            pagination: None,
            permissions: None,
            fetches_token: false,
        };
        Self { idempotent: head.is_read(), ..head }
    }

    /// Returns whether the endpoint is one that this crate does not model.
    pub(crate) fn is_custom(&self) -> bool {
        self.permissions.is_none()
    }

    /// Returns whether it changes nothing on the server.
    pub(crate) fn is_read(&self) -> bool {
        matches!(self.method, "GET" | "HEAD")
    }
}

impl From<&'static Operation> for RequestHead {
    fn from(operation: &'static Operation) -> Self {
        Self {
            operation: operation.id,
            method: operation.method,
            path_template: operation.path,
            idempotent: operation.idempotent,
            success_status: Some(operation.success_status),
            pagination: operation.pagination,
            permissions: Some(&operation.permissions),
            fetches_token: operation.family == TOKEN_FAMILY,
        }
    }
}

/// The condition of a request.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    /// Unconditional; a stored response may be served.
    None,
    /// Only if the validator no longer matches. The request bypasses the cache.
    IfNoneMatch(ETag),
}

/// A response with its whole body.
#[derive(Clone)]
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// How many requests were sent for it, retries and redirects included.
    pub(crate) attempts: u32,
    /// The target of the request, once its call is complete.
    pub(crate) target: Option<Target>,
    pub(crate) reuse: Reuse,
    /// Masks the token that the request was sent with, in all that is shown of the response.
    pub(crate) redaction: Redaction,
}

impl Response {
    /// Creates the response to one request, with its target unset.
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes, redaction: Redaction) -> Self {
        Self { status, headers, body, attempts: 1, target: None, reuse: Reuse::default(), redaction }
    }

    /// Returns its summary for the error of a success that is not as declared, which the cache must not serve again.
    pub(crate) fn faulty(&self) -> ResponseSummary {
        self.reuse.forbid();
        self.summary()
    }

    pub(crate) fn summary(&self) -> ResponseSummary {
        let target = self.target.clone();
        ResponseSummary {
            attempts: self.attempts,
            target,
            ..ResponseSummary::new(self.status, &self.headers, &self.redaction)
        }
    }

    /// Returns the id by which GitHub's support finds the request.
    pub(crate) fn request_id(&self) -> Option<String> {
        request_id(&self.headers, &self.redaction)
    }
}

/// The parts of a response that an error keeps. Empty if no status arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ResponseSummary {
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    /// How many requests were sent for it; 0 where that is counted elsewhere.
    pub(crate) attempts: u32,
    /// The target of the request; `None` where that is set elsewhere.
    pub(crate) target: Option<Target>,
}

impl ResponseSummary {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, redaction: &Redaction) -> Self {
        let request_id = request_id(headers, redaction);
        Self { status: Some(status.as_u16()), request_id, attempts: 0, target: None }
    }
}

/// The failure of an attempt without a response.
pub(crate) enum AttemptFailure {
    /// The request could not be sent, or the connection closed before the response was complete.
    Connection { source: reqwest::Error, received: ResponseSummary },
    /// The body of a success exceeds the limit, in bytes.
    TooLarge { limit: usize, received: ResponseSummary },
}

fn request_id(headers: &HeaderMap, redaction: &Redaction) -> Option<String> {
    text::request_id(headers.get("x-github-request-id")?.to_str().ok()?, redaction)
}
