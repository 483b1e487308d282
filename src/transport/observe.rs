//! The spans and events of a call.
//!
//! Names follow the OpenTelemetry semantic conventions where they define one. No value of a query, a
//! header or a body is recorded, nor a path with its names filled in; of the server's text only
//! identifiers, for a malformed item those of the item.

use std::time::Duration;

use tracing::field::Empty;
use tracing::{Span, debug, info, info_span, warn};

use crate::error::{Error, MalformedItem, NAMED};
use crate::exchange::{RequestHead, Response};

/// Returns the span of one call, with its retries and waits.
pub(super) fn call_span(head: RequestHead, server: &str) -> Span {
    info_span!(
        "github.call",
        otel.kind = "client",
        http.request.method = head.method,
        url.template = head.path_template,
        server.address = server,
        github.operation = head.operation,
        http.response.status_code = Empty,
        http.request.resend_count = Empty,
        github.request_id = Empty,
        error.type = Empty,
    )
}

/// Records the result of a call in its span.
pub(super) fn call_ended(span: &Span, result: &Result<Response, Error>) {
    if span.is_disabled() {
        return;
    }
    let (attempts, status, request_id) = match result {
        Ok(response) => (response.attempts, Some(response.status.as_u16()), response.request_id()),
        Err(error) => {
            span.record("error.type", tracing::field::debug(error.kind()));
            // Those of a token request are in the span of that.
            let own = (!error.kind().lacks_token()).then_some(error);
            let request_id = own.and_then(Error::request_id).map(str::to_owned);
            (error.attempts(), own.and_then(Error::status), request_id)
        }
    };
    if let Some(status) = status {
        span.record("http.response.status_code", status);
    }
    if let Some(request_id) = request_id {
        span.record("github.request_id", request_id);
    }
    if attempts > 1 {
        span.record("http.request.resend_count", attempts - 1);
    }
}

/// An attempt has a response, whatever its status.
pub(super) fn response(sent: u32, response: &Response) {
    debug!(
        http.request.resend_count = sent.saturating_sub(1),
        http.response.status_code = response.status.as_u16(),
        github.request_id = response.request_id(),
        "received a response"
    );
}

/// An attempt has no complete response.
pub(super) fn no_response(sent: u32, error: &Error) {
    debug!(
        http.request.resend_count = sent.saturating_sub(1),
        http.response.status_code = error.status(),
        github.request_id = error.request_id(),
        error.type = ?error.kind(),
        "attempt failed"
    );
}

/// The request is sent again after a backoff.
pub(super) fn retry(retries: u32, backoff: Duration, error: &Error) {
    info!(
        github.retry = retries,
        github.wait_ms = millis(backoff),
        http.response.status_code = error.status(),
        error.type = ?error.kind(),
        "retrying"
    );
}

/// The request waits for a rate limit.
pub(super) fn waiting_for_limit(wait: Duration) {
    info!(github.wait_ms = millis(wait), "waiting for a rate limit");
}

/// The request is sent to another URL of the same server.
pub(super) fn redirect(status: http::StatusCode) {
    debug!(http.response.status_code = status.as_u16(), "following a redirect");
}

/// The server refused the token, and there is another one.
pub(super) fn token_refreshed() {
    info!("token refreshed after a 401");
}

/// A page has malformed items, which its caller receives apart from the others.
pub(crate) fn malformed_items(items: &[MalformedItem]) {
    for item in items.iter().take(NAMED) {
        warn!(
            github.operation = item.operation(),
            github.request_id = item.request_id(),
            github.item.index = item.index(),
            github.item.json_path = item.path(),
            github.item.number = item.number(),
            github.item.id = item.id(),
            github.item.html_url = item.html_url(),
            github.item.repository = item.repository(),
            "malformed item"
        );
    }
    if let (Some(first), rest @ 1..) = (items.first(), items.len().saturating_sub(NAMED)) {
        warn!(
            github.operation = first.operation(),
            github.request_id = first.request_id(),
            github.items = rest,
            "more malformed items"
        );
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::io::Write;
    use std::sync::Once;

    use github_secret_scanning_generated::operations::GET_ALERT;
    use http::{HeaderMap, HeaderValue, StatusCode};
    use tracing_subscriber::fmt::format::FmtSpan;

    use super::*;
    use crate::text::Redaction;

    thread_local! {
        /// The log of this thread while a test collects it.
        static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
    }

    struct Log;

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            LOG.with_borrow_mut(|log| log.as_mut().map(|log| log.extend_from_slice(bytes)));
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// Returns the log of `act`, with each span as it closes.
    ///
    /// The subscriber is global: with one for each thread, a span that another thread enters first may
    /// stay disabled here.
    fn logged(act: impl FnOnce()) -> String {
        static SUBSCRIBER: Once = Once::new();
        SUBSCRIBER.call_once(|| {
            tracing_subscriber::fmt()
                .with_max_level(tracing::Level::TRACE)
                .with_span_events(FmtSpan::CLOSE)
                .with_ansi(false)
                .with_writer(|| Log)
                .init();
        });
        LOG.set(Some(Vec::new()));
        act();
        String::from_utf8(LOG.take().unwrap()).unwrap()
    }

    fn assert_contains(text: &str, parts: &[&str]) {
        for part in parts {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    fn received(status: StatusCode, attempts: u32) -> Response {
        let headers = HeaderMap::from_iter([
            ("x-github-request-id".parse().unwrap(), HeaderValue::from_static("A:1")),
            ("etag".parse().unwrap(), HeaderValue::from_static("hunter2")),
        ]);
        Response { attempts, ..Response::new(status, headers, "hunter2".into(), Redaction::none()) }
    }

    #[test]
    fn a_call_is_one_span_with_the_names_of_opentelemetry() {
        let text = logged(|| {
            let span = call_span((&GET_ALERT).into(), "api.github.com");
            call_ended(&span, &Ok(received(StatusCode::OK, 3)));
        });
        assert_eq!(text.lines().count(), 1, "{text}");
        assert_contains(
            &text,
            &[
                r#"http.request.method="GET""#,
                r#"url.template="/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}""#,
                r#"server.address="api.github.com""#,
                r#"github.operation="secret-scanning/get-alert""#,
                "http.response.status_code=200",
                "http.request.resend_count=2",
                r#"github.request_id="A:1""#,
            ],
        );
        assert!(!text.contains("hunter2"));
    }

    #[test]
    fn a_failed_call_records_its_kind_and_no_unknown_field() {
        let error = Error::deadline_exceeded("a permit");
        let text = logged(|| call_ended(&call_span((&GET_ALERT).into(), "h"), &Err(error)));
        assert_contains(&text, &["error.type=Deadline"]);
        assert!(!text.contains("status_code") && !text.contains("resend_count"), "{text}");
    }

    #[test]
    fn each_step_is_an_event() {
        let error = Error::deadline_exceeded("a permit");
        let text = logged(|| {
            response(2, &received(StatusCode::BAD_GATEWAY, 1));
            no_response(3, &error);
            retry(1, Duration::from_millis(250), &error);
            waiting_for_limit(Duration::from_secs(60));
            redirect(StatusCode::FOUND);
            token_refreshed();
        });
        assert_eq!(text.lines().count(), 6, "{text}");
        assert_contains(&text, &["status_code=502", "A:1", "resend_count=2", "wait_ms=250", "wait_ms=60000"]);
        assert!(!text.contains("hunter2"));
    }
}
