//! What is said of a call while it goes on: one span for it, and an event for each step.
//!
//! Names are OpenTelemetry's where it has one. No value of a query, a header or a body is ever
//! said, nor a path with its names filled in: what the server sends is cut down to identifiers.

use std::time::Duration;

use github_secret_scanning_generated::Operation;
use http::HeaderMap;
use tracing::field::Empty;
use tracing::{Span, debug, info, info_span};

use super::Delivered;
use crate::error::{Error, request_id};

/// The span of one call of `operation`, retries, waits and all.
pub(super) fn call(operation: &'static Operation, server: &str) -> Span {
    info_span!(
        "github.call",
        otel.kind = "client",
        http.request.method = operation.method,
        url.template = operation.path,
        server.address = server,
        github.operation = operation.id,
        http.response.status_code = Empty,
        http.request.resend_count = Empty,
        github.request_id = Empty,
        error.type = Empty,
    )
}

/// How the call ended; said in its span.
pub(super) fn ended(span: &Span, result: &Result<Delivered, Error>) {
    let (attempts, status, request_id) = match result {
        Ok(delivered) => {
            let answer = &delivered.answer;
            (delivered.attempts, Some(answer.status.as_u16()), request_id(&answer.headers))
        }
        Err(error) => {
            span.record("error.type", tracing::field::debug(error.kind()));
            (error.attempts(), error.status(), error.request_id().map(str::to_owned))
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

/// An answer came, whatever it says.
pub(super) fn answered(sent: u32, status: http::StatusCode, headers: &HeaderMap) {
    debug!(
        http.request.resend_count = sent.saturating_sub(1),
        http.response.status_code = status.as_u16(),
        github.request_id = request_id(headers),
        "attempt answered"
    );
}

/// No whole answer came.
pub(super) fn unanswered(sent: u32, error: &Error) {
    debug!(
        http.request.resend_count = sent.saturating_sub(1),
        http.response.status_code = error.status(),
        github.request_id = error.request_id(),
        error.type = ?error.kind(),
        "attempt failed"
    );
}

/// The request is sent again after a pause.
pub(super) fn retry(retries: u32, pause: Duration, error: &Error) {
    info!(
        github.retry = retries,
        github.wait_ms = millis(pause),
        http.response.status_code = error.status(),
        error.type = ?error.kind(),
        "trying again"
    );
}

/// The request waits for a rate limit.
pub(super) fn wait(wait: Duration) {
    info!(github.wait_ms = millis(wait), "waiting for a rate limit");
}

/// The request is sent to another address of the same server.
pub(super) fn redirect(status: http::StatusCode) {
    debug!(http.response.status_code = status.as_u16(), "following a redirect");
}

/// The token was refused, and there is another one.
pub(super) fn renewal() {
    info!("the token was refused, and renewed");
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use github_secret_scanning_generated::operations::GET_ALERT;
    use http::{HeaderValue, StatusCode};
    use tracing_subscriber::fmt::format::FmtSpan;

    use super::super::Answer;
    use super::*;

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl Write for Log {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// What is logged of what is done, with spans as they are when they close.
    fn logged(act: impl FnOnce()) -> String {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::CLOSE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, act);
        String::from_utf8(log.0.lock().unwrap().clone()).unwrap()
    }

    fn assert_says(text: &str, parts: &[&str]) {
        for part in parts {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    fn headers() -> HeaderMap {
        HeaderMap::from_iter([
            ("x-github-request-id".parse().unwrap(), HeaderValue::from_static("A:1")),
            ("etag".parse().unwrap(), HeaderValue::from_static("hunter2")),
        ])
    }

    #[test]
    fn a_call_is_one_span_under_opentelemetrys_names() {
        let text = logged(|| {
            let span = call(&GET_ALERT, "api.github.com");
            let answer = Answer { status: StatusCode::OK, headers: headers(), body: "hunter2".into() };
            ended(&span, &Ok(Delivered { answer, attempts: 3 }));
        });
        assert_eq!(text.lines().count(), 1, "{text}");
        assert_says(
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
    fn a_failed_call_says_its_kind_and_nothing_of_what_is_not_known() {
        let error = Error::overdue(&GET_ALERT);
        let text = logged(|| ended(&call(&GET_ALERT, "h"), &Err(error)));
        assert_says(&text, &["error.type=Deadline"]);
        assert!(!text.contains("status_code") && !text.contains("resend_count"), "{text}");
    }

    #[test]
    fn each_step_is_an_event() {
        let error = Error::overdue(&GET_ALERT);
        let text = logged(|| {
            answered(2, StatusCode::BAD_GATEWAY, &headers());
            unanswered(3, &error);
            retry(1, Duration::from_millis(250), &error);
            wait(Duration::from_secs(60));
            redirect(StatusCode::FOUND);
            renewal();
        });
        assert_eq!(text.lines().count(), 6, "{text}");
        assert_says(&text, &["status_code=502", "A:1", "resend_count=2", "wait_ms=250", "wait_ms=60000"]);
        assert!(!text.contains("hunter2"));
    }
}
