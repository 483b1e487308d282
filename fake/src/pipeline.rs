//! The processing of one request, from reception to response.

mod errors;

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, USER_AGENT};
use axum::http::{self, HeaderMap, HeaderValue, Method, StatusCode, Uri};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;
use url::form_urlencoded;

use self::errors::{limit_exceeded, scheduled_error, secondary_limit, whole_seconds};
#[cfg(feature = "app")]
use crate::app;
use crate::credentials::Credential;
use crate::failure::FailureKind;
use crate::request::OperationRequest;
use crate::request_log::ReceivedRequest;
use crate::response::Response;
use crate::routes::RouteRequest;
use crate::state::State;
use crate::{handlers, permissions};

/// The documentation of errors that belong to no operation.
const REST_DOCS: &str = "https://docs.github.com/rest";

/// The longest time until a limit resets, in seconds: a year, which every client can represent.
const MAX_RESET: u64 = 366 * 24 * 60 * 60;

/// A complete HTTP request.
pub(crate) struct IncomingRequest {
    /// `None` if no operation has that method and path; a route that a test added is found later.
    pub(crate) route: Option<Route>,
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    /// `None` if it was too large.
    pub(crate) body: Option<Vec<u8>>,
}

/// Where a request leads to.
pub(crate) struct Route {
    pub(crate) target: Target,
    /// The parameters of the path, decoded.
    pub(crate) path_parameters: Vec<(String, String)>,
}

#[derive(Clone, Copy)]
pub(crate) enum Target {
    Operation(&'static Operation),
    /// A route that a test added, by its position.
    Added(usize),
}

impl Route {
    fn operation(&self) -> Option<&'static Operation> {
        match self.target {
            Target::Operation(operation) => Some(operation),
            Target::Added(_) => None,
        }
    }
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
        if request.route.is_none() {
            let added = self.routes.find(&request.method, request.uri.path());
            request.route = added.map(|(position, path_parameters)| Route {
                target: Target::Added(position),
                path_parameters,
            });
        }
        let operation = request.route.as_ref().and_then(Route::operation);
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
        if let (Ok(credential), Some(_)) = (&credential, &request.route) {
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
            let response = match route.target {
                Target::Operation(operation) => self.call_handler(
                    credential,
                    &OperationRequest {
                        operation,
                        path_parameters: &route.path_parameters,
                        query,
                        body,
                        login: credential.login(),
                        now,
                        base_url: &base_url,
                        path: request.uri.path(),
                    },
                ),
                Target::Added(position) => check_visible(credential, &route.path_parameters).map(|()| {
                    let request = RouteRequest {
                        method: request.method.clone(),
                        path_parameters: route.path_parameters.clone(),
                        query: query.to_vec(),
                        body: serde_json::from_slice(body).unwrap_or_default(),
                        login: credential.login().to_owned(),
                    };
                    self.routes.call(position, &request)
                }),
            };
            response.unwrap_or_else(|error| error)
        } else {
            limit_exceeded(Some(credential.login()))
        };
        let is_read = matches!(request.method, Method::GET | Method::HEAD);
        if is_read && response.revalidate(&request.headers) {
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
        check_visible(credential, request.path_parameters)?;
        let not_implemented =
            || Response::error(StatusCode::NOT_IMPLEMENTED, "The fake does not implement this operation");
        let handler = handlers::handler(operation).ok_or_else(not_implemented)?;
        handler(&mut self.store, request)
    }

    /// Writes the permissions that an operation needs, and the remaining requests of the credential.
    fn write_credential_headers(
        &self,
        credential: &Credential,
        operation: Option<&Operation>,
        now: DateTime<Utc>,
        headers: &mut HeaderMap,
    ) {
        if let (Some(grant), Some(operation)) = (credential.grant(), operation) {
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

/// Checks that the owner in the path is visible to the credential.
///
/// # Errors
///
/// A 404 if it is not.
fn check_visible(credential: &Credential, path_parameters: &[(String, String)]) -> Result<(), Response> {
    let owner = path_parameters.iter().find(|(name, _)| name == "owner" || name == "org");
    if owner.is_some_and(|(_, owner)| !credential.can_see(owner)) {
        return Err(Response::not_found());
    }
    Ok(())
}
