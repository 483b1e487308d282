//! The ways in which an error comes about.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use chrono::SecondsFormat;
use github_secret_scanning_generated::Operation;
use http::HeaderMap;

use super::body::Explanation;
use super::{Error, ErrorKind, Inner, Place, clean};
use crate::rate_limit::{self, Limit};
use crate::transport::{Answer, Failure, date};

/// What of an answer is worth keeping whatever happened to its body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Received {
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    /// How many requests were sent for it; 0 where it is not known.
    pub(crate) attempts: u32,
}

impl Received {
    pub(crate) fn new(status: u16, headers: &HeaderMap) -> Self {
        Self { status: Some(status), request_id: request_id(headers), attempts: 0 }
    }

    pub(crate) fn after_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }
}

impl Error {
    fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            operation: None,
            status: None,
            argument: None,
            reason: None,
            message: None,
            documentation_url: None,
            details: Vec::new(),
            request_id: None,
            attempts: 0,
            retry_after: None,
            date: None,
            needed_permissions: None,
            granted_permissions: None,
            place: None,
            limit: None,
            outcome_unknown: false,
            source: None,
        }))
    }

    /// `argument` is not what it must be. `reason` goes on after its name («must not be empty»)
    /// and never shows its value.
    pub(crate) fn invalid_argument(argument: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(ErrorKind::InvalidArgument);
        error.0.argument = Some(argument);
        error.0.reason = Some(reason.into());
        error
    }

    /// There is no token to send with. `source` is why, and `reason` what was being done.
    pub(crate) fn token_unavailable(
        reason: &'static str,
        source: Arc<dyn std::error::Error + Send + Sync>,
    ) -> Self {
        let mut error = Self::unusable_token(reason);
        error.0.source = Some(source);
        error
    }

    /// There is a token, and it cannot be sent.
    pub(crate) fn unusable_token(reason: &'static str) -> Self {
        let mut error = Self::new(ErrorKind::TokenUnavailable);
        error.0.reason = Some(reason.into());
        error
    }

    /// The HTTP client itself could not be set up: no TLS, mostly.
    pub(crate) fn no_http_client(source: reqwest::Error) -> Self {
        let mut error = Self::new(ErrorKind::Connect);
        error.0.reason = Some("the HTTP client could not be set up".into());
        error.0.source = Some(Arc::new(source.without_url()));
        error
    }

    /// The arguments could not be written as an HTTP request.
    pub(crate) fn unwritable(operation: &'static Operation) -> Self {
        Self::invalid_argument("request", "cannot be written as an HTTP request").in_operation(operation)
    }

    /// An answer that is no success, and came at `now`.
    pub(crate) fn refused(
        operation: &'static Operation,
        answer: &Answer,
        token: &str,
        now: SystemTime,
    ) -> Self {
        let status = answer.status.as_u16();
        let headers = &answer.headers;
        let explained = Explanation::read(&answer.body, token);
        let limit = match status {
            403 => Limit::read(headers, words_of_a_limit(&explained), now),
            // Whatever it says: this one is for nothing else.
            429 => Limit::read(headers, words_of_a_limit(&explained).filter(|words| *words), now),
            _ => None,
        };
        let kind = if limit.is_some() { ErrorKind::RateLimited } else { ErrorKind::of_status(status) };

        let mut error = Self::new(kind).in_operation(operation).attempted();
        error.0.status = Some(status);
        error.0.request_id = request_id(headers);
        error.0.date = rate_limit::date(headers);
        error.0.limit = limit;
        error.0.retry_after = match kind {
            ErrorKind::RateLimited => Some(limit.unwrap_or(Limit::Unnamed).wait()),
            _ => rate_limit::named_wait(headers, now),
        };
        error.0.outcome_unknown = kind == ErrorKind::Server;
        if matches!(status, 401 | 403 | 404) {
            let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
            error.0.needed_permissions = header("x-accepted-github-permissions")
                .and_then(|text| clean::permissions(text, token))
                .or_else(|| documented_permissions(operation));
            error.0.granted_permissions =
                header("x-oauth-scopes").and_then(|text| clean::permissions(text, token));
        }
        error.0.message = explained.message;
        error.0.documentation_url = explained.documentation_url;
        error.0.details = explained.details;
        error
    }

    /// No answer, or none that could be read to its end.
    pub(crate) fn failed(operation: &'static Operation, failure: Failure) -> Self {
        match failure {
            Failure::Broken { source, received } => {
                let (kind, outcome_unknown) = match () {
                    () if source.is_builder() => return Self::unwritable(operation),
                    () if source.is_connect() => (ErrorKind::Connect, false),
                    () if source.is_timeout() => (ErrorKind::Timeout, true),
                    () => (ErrorKind::Transport, true),
                };
                let mut error = Self::new(kind).in_operation(operation).attempted().received(received);
                error.0.outcome_unknown = outcome_unknown;
                if kind == ErrorKind::Connect {
                    let server = source.url().and_then(server);
                    error.0.reason = server.map(|server| format!("could not connect to {server}").into());
                }
                error.0.source = Some(Arc::new(source.without_url()));
                error
            }
            Failure::TooLarge { limit, received } => {
                let mut error =
                    Self::new(ErrorKind::TooLarge).in_operation(operation).attempted().received(received);
                error.0.reason = Some(format!("the answer is larger than {limit} bytes").into());
                error.0.outcome_unknown = true;
                error
            }
        }
    }

    /// An answer that points elsewhere. `reason` ends with the target, and is without its query.
    pub(crate) fn redirected(operation: &'static Operation, reason: String, received: Received) -> Self {
        // 303 is how a server says that it has done what was asked.
        let done = received.status == Some(303);
        let mut error = Self::new(ErrorKind::Redirect).in_operation(operation).attempted().received(received);
        error.0.reason = Some(reason.into());
        error.0.outcome_unknown = done;
        error
    }

    /// Not sent, because a rate limit holds for so long.
    pub(crate) fn held(operation: &'static Operation, wait: Duration) -> Self {
        let mut error = Self::new(ErrorKind::RateLimited).in_operation(operation);
        error.0.retry_after = Some(wait);
        error
    }

    /// Given up, because the wait would go beyond the deadline of the call.
    pub(crate) fn overdue(operation: &'static Operation) -> Self {
        let mut error = Self::new(ErrorKind::Deadline).in_operation(operation);
        error.0.reason = Some("the call's time was over before the request could be sent".into());
        error
    }

    /// The same for a rate limit, which holds for so long, until then. Keeps what was answered.
    pub(crate) fn held_beyond(mut self, wait: Duration, end: SystemTime) -> Self {
        self.0.kind = ErrorKind::Deadline;
        let end = date(end).to_rfc3339_opts(SecondsFormat::Secs, true);
        self.0.reason = Some(format!("a rate limit holds until {end}, beyond the call's deadline").into());
        self.0.retry_after = Some(wait);
        self
    }

    /// Says how often the request was sent.
    pub(crate) fn after_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Says how long to wait, where more is known than the answer says.
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// The limit that the request was refused for, as far as the answer says one.
    pub(crate) fn limit(&self) -> Option<Limit> {
        self.0.limit
    }

    /// A success of a status that the operation does not declare.
    pub(crate) fn undeclared(operation: &'static Operation, received: Received) -> Self {
        let mut error =
            Self::new(ErrorKind::UnexpectedStatus).in_operation(operation).attempted().received(received);
        error.0.outcome_unknown = true;
        error
    }

    /// A success whose body is not what the operation declares.
    pub(crate) fn undecodable(operation: &'static Operation, place: Place, received: Received) -> Self {
        let mut error = Self::new(ErrorKind::Decode).in_operation(operation).attempted().received(received);
        error.0.place = Some(place);
        error.0.outcome_unknown = true;
        error
    }

    /// A list that does not say properly where it goes on.
    pub(crate) fn pagination(operation: &'static Operation, reason: &'static str) -> Self {
        let mut error = Self::new(ErrorKind::Pagination).in_operation(operation).attempted();
        error.0.reason = Some(reason.into());
        error
    }

    /// Says which operation it happened to.
    pub(crate) fn in_operation(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }

    fn attempted(mut self) -> Self {
        self.0.attempts = 1;
        self
    }

    fn received(mut self, received: Received) -> Self {
        self.0.status = received.status;
        self.0.request_id = received.request_id;
        self.0.attempts = self.0.attempts.max(received.attempts);
        self
    }
}

/// The id by which GitHub finds the request again.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    clean::request_id(headers.get("x-github-request-id")?.to_str().ok()?)
}

/// Whether GitHub's own words speak of a rate limit; its secondary limits often come without any
/// header that would say so. `None` where it says nothing at all.
fn words_of_a_limit(explained: &Explanation) -> Option<bool> {
    let message = explained.message.as_ref().map(|message| message.to_ascii_lowercase());
    let link = explained.documentation_url.as_deref().unwrap_or_default();
    if link.contains("rate-limit") {
        return Some(true);
    }
    message.map(|message| message.contains("rate limit") || message.contains("abuse detection"))
}

fn documented_permissions(operation: &Operation) -> Option<String> {
    let permissions = &operation.permissions;
    let fine_grained = permissions.fine_grained.join(",");
    let classic = permissions.classic.join(" or ");
    match (fine_grained.is_empty(), classic.is_empty()) {
        (false, false) => Some(format!("{fine_grained} (classic: {classic})")),
        (false, true) => Some(fine_grained),
        (true, false) => Some(format!("classic {classic}")),
        (true, true) => None,
    }
}

/// Host and port of an address; nothing else of it is fit to be said.
fn server(url: &url::Url) -> Option<String> {
    let host = url.host_str()?;
    Some(url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
