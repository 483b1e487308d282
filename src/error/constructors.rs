//! How each kind of error is made.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use chrono::SecondsFormat;
use github_secret_scanning_generated::Permissions;
use http::StatusCode;

use super::body::Explanation;
use super::{Error, ErrorKind, Inner, MalformedItems};
use crate::exchange::{
    AttemptFailure, ConnectionFailure, RequestHead, Response, ResponseSummary, Target, is_decompression,
    is_unprocessed,
};
use crate::rate_limit::{self, LimitHit};
use crate::text::{self, Redaction};
use crate::time;

impl Error {
    pub(super) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            head: None,
            target: None,
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
            token_scopes: None,
            json_path: None,
            malformed: MalformedItems::default(),
            limit_hit: None,
            outcome_unknown: false,
            source: None,
        }))
    }

    pub(super) fn with_reason(kind: ErrorKind, reason: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(kind);
        error.0.reason = Some(reason.into());
        error
    }

    /// A refused argument. `reason` follows the name («must not be empty») and never contains the
    /// value.
    pub(crate) fn invalid_argument(argument: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::with_reason(ErrorKind::InvalidArgument, reason);
        error.0.argument = Some(argument);
        error
    }

    /// The arguments cannot be written as an HTTP request. The reason may quote them.
    pub(crate) fn unwritable(_reason: impl std::error::Error) -> Self {
        Self::invalid_argument("request", "cannot be written as an HTTP request")
    }

    /// The call was not polled in a tokio runtime.
    pub(crate) fn no_runtime() -> Self {
        Self::new(ErrorKind::NoRuntime)
    }

    /// The HTTP client cannot be set up, mostly for lack of TLS.
    pub(crate) fn no_http_client(source: reqwest::Error) -> Self {
        let mut error = Self::with_reason(ErrorKind::Connect, "the HTTP client cannot be set up");
        error.0.source = Some(Arc::new(source.without_url()));
        error
    }

    /// A response that is no success and arrived at `now`.
    pub(crate) fn refused(head: RequestHead, response: &Response, now: SystemTime) -> Self {
        let (status, headers) = (response.status.as_u16(), &response.headers);
        let explained = Explanation::read(&response.body, &response.redaction);
        let limit_hit = LimitHit::of_headers(response.status, headers, now).or_else(|| match status {
            403 => LimitHit::read(headers, explained.names_limit(), now),
            _ => None,
        });
        let kind = if limit_hit.is_some() { ErrorKind::RateLimited } else { ErrorKind::of_status(status) };

        let mut error = Self::new(kind).in_operation(head).received(response.summary());
        error.0.date = rate_limit::date(headers);
        error.0.limit_hit = limit_hit;
        error.0.retry_after = match limit_hit {
            Some(limit) => Some(limit.wait()),
            None => rate_limit::retry_after(headers, now),
        };
        // A status that is no refusal, such as 304 to a write, is no promise that nothing was done.
        error.0.outcome_unknown = kind == ErrorKind::Server || status < 400;
        // A limit applies whatever the permissions.
        if matches!(status, 401 | 403 | 404) && limit_hit.is_none() {
            let listed = |name| text::permissions(headers.get(name)?.to_str().ok()?, &response.redaction);
            error.0.needed_permissions =
                listed("x-accepted-github-permissions").or_else(|| documented(head.permissions?));
            error.0.token_scopes = listed("x-oauth-scopes");
        }
        error.0.message = explained.message;
        error.0.documentation_url = explained.documentation_url;
        error.0.details = explained.details;
        error
    }

    /// An attempt without a complete response, through `proxy` (host and port).
    pub(crate) fn attempt_failed(
        failure: AttemptFailure,
        proxy: Option<&str>,
        redaction: &Redaction,
    ) -> Self {
        match failure {
            AttemptFailure::Connection { source, received } => {
                let kind = match () {
                    () if source.is_builder() => return Self::unwritable(source),
                    () if source.is_connect() => ErrorKind::Connect,
                    () if source.is_timeout() => ErrorKind::Timeout,
                    () => ErrorKind::Transport,
                };
                let is_refused = is_unprocessed(&source);
                // A server that has begun to respond has processed the request, whatever it announces.
                let is_unprocessed = is_refused && received.status.is_none();
                let mut error = Self::new(kind).received(received);
                error.0.outcome_unknown = kind != ErrorKind::Connect && !is_unprocessed;
                let reason = match kind {
                    ErrorKind::Transport if is_unprocessed => "the server did not process the request".into(),
                    _ => connection_failed(kind, &source, proxy, redaction).into(),
                };
                error.0.reason = Some(reason);
                let source = source.without_url();
                // Its text can be one of the server: of a `GOAWAY`, or a name in a certificate.
                let is_hidden = is_refused || redaction.touches(&format!("{source:?}"));
                error.0.source = (!is_hidden).then(|| Arc::new(source) as _);
                error
            }
            AttemptFailure::TooLarge { limit, received } => {
                let reason = format!("the response is larger than {limit} bytes (`max_body_bytes`)");
                Self::too_large(reason, received)
            }
        }
    }

    /// A redirect that is not followed. `reason` contains the target without its query.
    pub(crate) fn redirected(reason: String, response: &Response) -> Self {
        let mut error = Self::with_reason(ErrorKind::Redirect, reason).received(response.summary());
        // With 303 a server reports that it has processed the request.
        error.0.outcome_unknown = response.status == StatusCode::SEE_OTHER;
        error
    }

    /// The request was not sent, because a rate limit applies for `wait`.
    pub(crate) fn rate_limit_applies(wait: Duration) -> Self {
        let mut error = Self::new(ErrorKind::RateLimited);
        error.0.retry_after = Some(wait);
        error
    }

    /// The deadline of the call passed while it waited for `awaited`.
    pub(crate) fn deadline_exceeded(awaited: &'static str) -> Self {
        let reason = format!("deadline exceeded before the request was sent (waiting for {awaited})");
        Self::with_reason(ErrorKind::Deadline, reason)
    }

    /// Turns a rate limit into a deadline error: the wait ends at `end`, after the deadline of the
    /// call. Keeps what is known of the response.
    pub(crate) fn beyond_deadline(mut self, wait: Duration, end: SystemTime) -> Self {
        self.0.kind = ErrorKind::Deadline;
        let end = time::date(end).to_rfc3339_opts(SecondsFormat::Secs, true);
        self.0.reason = Some(format!("a rate limit applies until {end}, beyond the call's deadline").into());
        self.0.retry_after = Some(wait);
        self
    }

    pub(crate) fn in_operation(mut self, head: RequestHead) -> Self {
        self.0.head = Some(head);
        self
    }

    pub(crate) fn with_target(mut self, target: Option<Target>) -> Self {
        self.0.target = target;
        self
    }

    pub(crate) fn after_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Adds whether an earlier attempt may have had an effect.
    pub(crate) fn with_outcome_unknown(mut self, unknown: bool) -> Self {
        self.0.outcome_unknown |= unknown;
        self
    }

    /// Replaces the wait, where more is known than the response contains.
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    pub(super) fn received(mut self, received: ResponseSummary) -> Self {
        self.0.status = received.status;
        self.0.request_id = received.request_id;
        self.0.attempts = received.attempts.max(1);
        self.0.target = received.target;
        self
    }
}

fn documented(permissions: &Permissions) -> Option<String> {
    let fine_grained = permissions.fine_grained.join(",");
    let classic = permissions.classic.join(" or ");
    let needed = match (fine_grained.is_empty(), classic.is_empty()) {
        (false, false) => format!("{fine_grained} (classic: {classic})"),
        (false, true) => fine_grained,
        (true, false) => format!("classic {classic}"),
        (true, true) => return None,
    };
    let refusal =
        if permissions.installation { "" } else { " (installation access tokens are not supported)" };
    Some(format!("{needed}{refusal}"))
}

/// Returns what failed, through which proxy, and its cause.
fn connection_failed(
    kind: ErrorKind,
    source: &reqwest::Error,
    proxy: Option<&str>,
    redaction: &Redaction,
) -> String {
    let mut reason = match (kind, source.url().and_then(server)) {
        (ErrorKind::Connect, Some(server)) => format!("cannot connect to {server}"),
        (ErrorKind::Connect, None) => "cannot connect".to_owned(),
        (ErrorKind::Timeout, _) => "no complete response within the timeout of the attempt".to_owned(),
        _ if is_decompression(source) => "the response cannot be decompressed".to_owned(),
        _ => "connection closed before the response was complete".to_owned(),
    };
    if let Some(proxy) = proxy {
        reason.push_str(&format!(" through the proxy {proxy}"));
    }
    match ConnectionFailure::of(source, redaction) {
        // The reason contains it.
        Some(ConnectionFailure::TimedOut) if kind == ErrorKind::Timeout => reason,
        Some(failure) => format!("{reason}: {failure}"),
        None => reason,
    }
}

/// Returns host and port; no other part of a URL is fit to be shown.
fn server(url: &url::Url) -> Option<String> {
    let host = url.host_str()?;
    Some(url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
