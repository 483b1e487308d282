//! How responses and failed connections become errors, and their text.

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations::{GET_ALERT, UPDATE_ALERT};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;
use crate::exchange::{AttemptFailure, Response, ResponseSummary};
use crate::text::Redaction;

const TOKEN: &str = "hunter2";

fn response(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Response {
    let header = |(name, value): &(&'static str, &'static str)| {
        (HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let body = Bytes::copy_from_slice(body.as_bytes());
    let headers = headers.iter().map(header).collect::<HeaderMap>();
    Response::new(StatusCode::from_u16(status).unwrap(), headers, body, Redaction::of(&TOKEN.into()))
}

fn refused(
    operation: &'static Operation,
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &str,
) -> Error {
    Error::refused(operation.into(), &response(status, headers, body), SystemTime::UNIX_EPOCH)
}

/// Returns reqwest's error for a URL without a server.
async fn unreachable() -> reqwest::Error {
    let url = "http://127.0.0.1:1/?secret_type=hunter2";
    reqwest::Client::new().get(url).send().await.unwrap_err()
}

/// Returns reqwest's error for an HTTP/2 connection that ends with this message.
async fn went_away(message: &str) -> reqwest::Error {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let client = reqwest::Client::builder().no_proxy().http2_prior_knowledge().build().unwrap();
    let serve = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        // SETTINGS, and then GOAWAY with an error code and the message.
        let mut frames =
            vec![0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, u8::try_from(8 + message.len()).unwrap(), 7, 0];
        frames.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
        frames.extend(message.as_bytes());
        stream.write_all(&frames).await.unwrap();
        // Until the client has closed the connection.
        let _ = stream.read_to_end(&mut Vec::new()).await;
    };
    tokio::join!(client.get(url).send(), serve).0.unwrap_err()
}

#[tokio::test]
async fn a_message_of_the_server_is_no_source() {
    for message in ["go away", "hunter2", "\0HUNT\nER2"] {
        let source = went_away(message).await;
        let failure = AttemptFailure::Connection { source, received: ResponseSummary::default() };
        let error = Error::attempt_failed(failure, None, &Redaction::of(&TOKEN.into()));
        assert!(error.source().is_none(), "{error:?}");
        assert!(!format!("{error:?}").to_ascii_lowercase().contains(&message[1..5].to_ascii_lowercase()));
    }
}

#[test]
fn an_error_is_one_pointer_wide_and_send() {
    fn check<E: std::error::Error + Send + Sync + 'static>() {}
    check::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn each_status_has_its_kind_and_keeps_its_number_whatever_the_body() {
    for (status, kind) in [
        (304, ErrorKind::UnexpectedStatus),
        (400, ErrorKind::BadRequest),
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (410, ErrorKind::UnexpectedStatus),
        (422, ErrorKind::Validation),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
        (503, ErrorKind::Server),
    ] {
        for body in ["", "<html>hunter2</html>", "{\"message\":", "{\"message\":\"no\"}"] {
            let error = refused(&GET_ALERT, status, &[], body);
            assert_eq!((error.kind(), error.status()), (kind, Some(status)), "{body}");
            assert!(!format!("{error} {error:?}").contains("hunter2"));
        }
    }
}

#[test]
fn a_403_is_a_rate_limit_only_with_a_header_or_message_about_one() {
    let secondary = r#"{"message":"You have exceeded a secondary rate limit."}"#;
    let link = r#"{"documentation_url":"https://docs.github.com/x#secondary-rate-limits"}"#;
    for (headers, body) in [
        (&[("retry-after", "5")][..], ""),
        (&[("x-ratelimit-remaining", "0")][..], ""),
        (&[][..], secondary),
        (&[][..], link),
    ] {
        let error = refused(&UPDATE_ALERT, 403, headers, body);
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{headers:?} {body}");
        assert!(error.retry_after().is_some());
        assert!(error.is_retryable() && !error.outcome_unknown());
    }
    let left = [("x-ratelimit-remaining", "4999")];
    let error = refused(&GET_ALERT, 403, &left, r#"{"message":"Resource not accessible"}"#);
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Forbidden, None));
    assert!(!error.is_retryable());
}

#[test]
fn a_server_error_is_retryable_on_a_read_and_not_on_a_write() {
    let read = refused(&GET_ALERT, 502, &[("retry-after", "9")], "");
    assert!(read.is_retryable() && !read.outcome_unknown());
    assert_eq!(read.retry_after(), Some(Duration::from_secs(9)));
    let write = refused(&UPDATE_ALERT, 502, &[], "");
    assert!(!write.is_retryable() && write.outcome_unknown());
    assert!(write.to_string().contains("outcome unknown"), "{write}");
}

#[test]
fn a_malformed_response_leaves_the_outcome_of_a_write_unknown() {
    let at = || JsonPath { path: "state".into(), line: Some(1), column: Some(9) };
    let write = Error::undecodable(at(), ResponseSummary::default()).in_operation((&UPDATE_ALERT).into());
    assert!(write.outcome_unknown() && !write.is_retryable());
    let read = Error::undecodable(at(), ResponseSummary::default()).in_operation((&GET_ALERT).into());
    assert!(!read.outcome_unknown() && !read.is_retryable());
    assert!(read.to_string().contains("at state, line 1 column 9"), "{read}");
}

#[tokio::test]
async fn a_failed_connection_is_retryable_and_keeps_its_source() {
    let received = ResponseSummary::default();
    let failure = AttemptFailure::Connection { source: unreachable().await, received };
    let error = Error::attempt_failed(failure, None, &Redaction::none()).in_operation((&UPDATE_ALERT).into());
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_retryable() && !error.outcome_unknown());
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    assert!(!source.is_empty() && !error.to_string().contains(&source), "{error} / {source}");
    assert!(!format!("{error} {error:?} {source}").contains("hunter2"));
}

#[test]
fn permissions_that_are_needed_and_granted_are_shown_side_by_side() {
    let headers = [
        ("x-accepted-github-permissions", "secret_scanning_alerts=write"),
        ("x-oauth-scopes", "public_repo, read:org"),
    ];
    let error = refused(&UPDATE_ALERT, 403, &headers, "");
    assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write"));
    assert_eq!(error.token_scopes(), Some("public_repo, read:org"));
    let line = error.to_string();
    assert!(line.contains("requires secret_scanning_alerts=write; token scopes: public_repo"), "{line}");

    let documented = refused(&UPDATE_ALERT, 404, &[], "");
    let needed = documented.needed_permissions().unwrap_or_default();
    assert!(needed.contains("secret_scanning_alerts=write"), "{needed}");
}

#[test]
fn a_refusal_for_a_rate_limit_shows_neither_permissions_nor_scopes() {
    let headers = [
        ("retry-after", "5"),
        ("x-accepted-github-permissions", "secret_scanning_alerts=write"),
        ("x-oauth-scopes", "public_repo"),
    ];
    let error = refused(&UPDATE_ALERT, 403, &headers, "");
    let beyond = refused(&UPDATE_ALERT, 403, &headers, "");
    let beyond = beyond.beyond_deadline(Duration::from_secs(5), SystemTime::UNIX_EPOCH);
    for error in [error, beyond] {
        assert_eq!((error.needed_permissions(), error.token_scopes()), (None, None));
        let line = error.to_string();
        assert!(!line.contains("requires") && !line.contains("scopes"), "{line}");
        assert!(line.contains("after 5 s"), "{line}");
    }
}

#[test]
fn the_target_follows_the_operation() {
    let error = refused(&GET_ALERT, 404, &[], "").with_target(Some("acme/widgets, alert 42".into()));
    assert!(error.to_string().starts_with("secret-scanning/get-alert (acme/widgets, alert 42): "), "{error}");
    assert!(format!("{error:?}").contains("acme/widgets, alert 42"), "{error:?}");
}

#[test]
fn the_line_contains_operation_status_message_details_and_request_id() {
    let body = r#"{"message":"Validation Failed","errors":[{"field":"state","code":"invalid"}]}"#;
    let error = refused(&UPDATE_ALERT, 422, &[("x-github-request-id", "C0DE:1")], body);
    assert_eq!(
        error.to_string(),
        "secret-scanning/update-alert: GitHub responded with 422 Unprocessable Entity \"Validation \
         Failed\": state invalid; change the request before sending it again (request id C0DE:1)"
    );
}

#[test]
fn a_message_with_the_token_or_a_line_break_contains_neither() {
    let body = r#"{"message":"bad hunter2\nERROR ghp_abc","documentation_url":"https://h/?t=hunter2"}"#;
    let error = refused(&GET_ALERT, 401, &[], body);
    let text = format!("{error} {error:?} {:?}", error.documentation_url());
    assert!(!text.contains("hunter2") && !text.contains("ghp_abc"), "{text}");
    assert_eq!(error.to_string().lines().count(), 1);
    assert_eq!(error.message(), Some("bad [redacted] ERROR [redacted]"));
}

#[test]
fn the_text_of_a_refused_argument_states_that_nothing_was_sent() {
    let error =
        Error::invalid_argument("per_page", "must be between 1 and 100").in_operation((&GET_ALERT).into());
    assert_eq!(
        error.to_string(),
        "secret-scanning/get-alert: `per_page` must be between 1 and 100; nothing was sent"
    );
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(!error.is_retryable() && !error.outcome_unknown());
}

#[test]
fn a_limit_beyond_the_last_date_is_shown_with_that_date() {
    let end = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 53);
    let error =
        Error::rate_limit_applies(Duration::from_secs(7)).beyond_deadline(Duration::from_secs(7), end);
    assert_eq!(error.kind(), ErrorKind::Deadline);
    assert!(error.to_string().contains("until +262142-12-31T23:59:59Z"), "{error}");
}
