//! The processing of one request, from reception to response.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, RETRY_AFTER, USER_AGENT};
use axum::http::{self, HeaderMap, HeaderValue, Method, StatusCode, Uri};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;
use url::form_urlencoded;

#[cfg(feature = "app")]
use crate::app;
use crate::credentials::Credential;
use crate::failure::FailureKind;
use crate::request::OperationRequest;
use crate::request_log::ReceivedRequest;
use crate::response::Response;
use crate::state::State;
use crate::{handlers, permissions};

/// The documentation of errors that belong to no operation.
const REST_DOCS: &str = "https://docs.github.com/rest";
const RATE_LIMIT_DOCS: &str = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/// The longest time until a limit resets, in seconds: a year, which every client can represent.
const MAX_RESET: u64 = 366 * 24 * 60 * 60;

/// A complete HTTP request.
pub(crate) struct IncomingRequest {
    /// `None` if no operation has that method and path.
    pub(crate) route: Option<Route>,
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    /// `None` if it was too large.
    pub(crate) body: Option<Vec<u8>>,
}

/// The operation of a request.
pub(crate) struct Route {
    pub(crate) operation: &'static Operation,
    /// The parameters of the path, decoded.
    pub(crate) path_parameters: Vec<(String, String)>,
}

/// What the server does after a request was processed.
pub(crate) enum Outcome {
    Respond(http::Response<Body>),
    /// Responds after a delay.
    RespondAfter(Duration, http::Response<Body>),
    /// Closes the connection without a response.
    Disconnect,
}

impl State {
    /// Processes a request, and logs it.
    pub(crate) fn process(&mut self, mut request: IncomingRequest) -> Outcome {
        let now = self.clock.now();
        self.requests += 1;
        let query = form_urlencoded::parse(request.uri.query().unwrap_or_default().as_bytes());
        let query: Vec<(String, String)> = query.into_owned().collect();
        let authorization = request.headers.remove(AUTHORIZATION);
        let operation = request.route.as_ref().map(|route| route.operation);
        let credential = self.credentials.authenticate(operation, authorization.as_ref(), now);
        let login = credential.as_ref().ok().map(|credential| credential.login().to_owned());

        let failure = operation.and_then(|operation| self.failures.next(operation));
        let response = match failure {
            Some(FailureKind::Disconnect) => None,
            Some(FailureKind::Status(status)) => Some(scheduled_error(status)),
            Some(FailureKind::RateLimit(reset)) => Some(self.rate_limited(reset, login.as_deref(), now)),
            Some(FailureKind::SecondaryLimit(wait)) => Some(secondary_limit(wait)),
            Some(FailureKind::DisconnectAfterProcessing) => {
                self.respond(&request, &query, &credential, now);
                None
            }
            Some(FailureKind::Delay(_)) | None => Some(self.respond(&request, &query, &credential, now)),
        };
        let received = ReceivedRequest {
            operation,
            method: request.method.as_str().to_owned(),
            path: request.uri.path().to_owned(),
            query,
            headers: request.headers,
            body: serde_json::Value::Null,
            login,
            status: response.as_ref().map(|response| response.status.as_u16()),
        };
        self.log.push(received, request.body.unwrap_or_default());

        let Some(mut response) = response else { return Outcome::Disconnect };
        if let (Ok(credential), Some(operation)) = (&credential, operation) {
            self.write_credential_headers(credential, operation, now, &mut response.headers);
        }
        if response.status.is_client_error() || response.status.is_server_error() {
            let url = operation.map_or(REST_DOCS, |operation| operation.docs);
            response = response.with_documentation_url(url);
        }
        let response = response.into_http(now, &self.request_id());
        match failure {
            Some(FailureKind::Delay(delay)) => Outcome::RespondAfter(delay, response),
            _ => Outcome::Respond(response),
        }
    }

    /// Returns what GitHub would respond.
    fn respond(
        &mut self,
        request: &IncomingRequest,
        query: &[(String, String)],
        credential: &Result<Credential, Response>,
        now: DateTime<Utc>,
    ) -> Response {
        let Some(body) = &request.body else {
            return Response::error(StatusCode::PAYLOAD_TOO_LARGE, "Payload Too Large");
        };
        if request.headers.get(USER_AGENT).is_none_or(HeaderValue::is_empty) {
            let message = "Request forbidden by administrative rules. Please make sure your request has a \
                           User-Agent header";
            return Response::error(StatusCode::FORBIDDEN, message);
        }
        let Some(route) = &request.route else { return Response::not_found() };
        let credential = match credential {
            Ok(credential) => credential,
            Err(unauthorized) => return unauthorized.clone(),
        };
        let mut response = if self.limits.take(&credential.key, now) {
            let base_url = Arc::clone(&self.base_url);
            let request = OperationRequest {
                operation: route.operation,
                path_parameters: &route.path_parameters,
                query,
                body,
                login: credential.login(),
                now,
                base_url: &base_url,
                path: request.uri.path(),
            };
            self.call_handler(credential, &request).unwrap_or_else(|error| error)
        } else {
            limit_exceeded(Some(credential.login()))
        };
        if route.operation.method == "GET" && response.revalidate(&request.headers) {
            self.limits.refund(&credential.key);
        }
        response
    }

    /// Authorizes a request, and calls the handler of its operation.
    fn call_handler(
        &mut self,
        credential: &Credential,
        request: &OperationRequest<'_>,
    ) -> Result<Response, Response> {
        let operation = request.operation;
        #[cfg(feature = "app")]
        if let Some(handler) = app::handler(operation) {
            return handler(&mut self.credentials.app, &self.store, request);
        }
        if let Some(grant) = credential.grant() {
            permissions::check(grant, &operation.permissions)?;
        }
        let owner = request.path_parameters.iter().find(|(name, _)| name == "owner" || name == "org");
        if owner.is_some_and(|(_, owner)| !credential.can_see(owner)) {
            return Err(Response::not_found());
        }
        let not_implemented =
            || Response::error(StatusCode::NOT_IMPLEMENTED, "The fake does not implement this operation");
        let handler = handlers::handler(operation).ok_or_else(not_implemented)?;
        handler(&mut self.store, request)
    }

    /// Writes the permissions that the operation needs, and the remaining requests of the credential.
    fn write_credential_headers(
        &self,
        credential: &Credential,
        operation: &Operation,
        now: DateTime<Utc>,
        headers: &mut HeaderMap,
    ) {
        if let Some(grant) = credential.grant() {
            permissions::write_headers(grant, &operation.permissions, headers);
        }
        // A scheduled rate limit has set its own.
        if !headers.contains_key("x-ratelimit-reset") {
            self.limits.window(&credential.key, now).write_headers(headers);
        }
    }

    /// Returns the response of a scheduled rate limit.
    fn rate_limited(&self, reset: Duration, login: Option<&str>, now: DateTime<Utc>) -> Response {
        let mut response = limit_exceeded(login);
        let reset = now.timestamp().saturating_add_unsigned(whole_seconds(reset).min(MAX_RESET));
        self.limits.exhausted(reset).write_headers(&mut response.headers);
        response
    }

    /// Returns an id that no other request has, of any fake that runs at the same time.
    fn request_id(&self) -> String {
        let port = self.base_url.rsplit(':').next().unwrap_or_default();
        format!("FA4E:{port}:{:X}", self.requests)
    }
}

/// Rounds up: a request that is repeated too early would be refused again.
fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

fn limit_exceeded(login: Option<&str>) -> Response {
    let message = format!("API rate limit exceeded for {}.", login.unwrap_or("this address"));
    Response::error(StatusCode::FORBIDDEN, &message).with_documentation_url(RATE_LIMIT_DOCS)
}

fn secondary_limit(retry_after: Duration) -> Response {
    let message = "You have exceeded a secondary rate limit. Please wait before you try again.";
    let mut response =
        Response::error(StatusCode::FORBIDDEN, message).with_documentation_url(RATE_LIMIT_DOCS);
    response.headers.insert(RETRY_AFTER, HeaderValue::from(whole_seconds(retry_after)));
    response
}

fn scheduled_error(status: u16) -> Response {
    // Other numbers are no statuses of HTTP, and those below 200 are no final responses.
    let known = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    let status = known.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Response::error(status, status.canonical_reason().unwrap_or("Scheduled failure"))
}
