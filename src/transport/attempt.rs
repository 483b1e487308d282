//! Sends a request once and reads the whole body of its response.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};

use crate::exchange::{AttemptFailure, Response, ResponseSummary};
use crate::text::Redaction;

/// The part of an error body that is read, in bytes; the status counts whatever follows.
const ERROR_BODY_LIMIT: usize = 64 * 1024;

/// The time that an error body may take, in real time: the attempt holds its permit until then.
pub(crate) const ERROR_BODY_TIME: Duration = Duration::from_secs(5);

/// Sends `request`, and reads at most `limit` bytes of the body of a success, after decompression. Calls `arrived` with the
/// headers of a response before it reads the body, and returns its result as well. `redaction` masks the token.
///
/// The body belongs to the attempt: its time and size are bounded here, and a connection that closes
/// within it is a failure of the attempt.
pub(super) async fn send<A>(
    http: &reqwest::Client,
    request: reqwest::Request,
    limit: usize,
    redaction: &Redaction,
    arrived: impl FnOnce(StatusCode, &HeaderMap) -> A,
) -> Result<(Response, A), AttemptFailure> {
    let mut response = match http.execute(request).await {
        Ok(response) => response,
        Err(source) => {
            return Err(AttemptFailure::Connection { source, received: ResponseSummary::default() });
        }
    };
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let arrival = arrived(status, &headers);
    let body = if status.is_success() {
        read_whole(&mut response, limit, || ResponseSummary::new(status, &headers, redaction)).await?
    } else if status.is_redirection() {
        // It has nothing to tell, and a stalled one would hold a permit.
        Bytes::new()
    } else {
        read_start(&mut response).await
    };
    Ok((Response::new(status, headers, body, redaction.clone()), arrival))
}

async fn read_whole(
    response: &mut reqwest::Response,
    limit: usize,
    received: impl Fn() -> ResponseSummary,
) -> Result<Bytes, AttemptFailure> {
    let mut first = Bytes::new();
    let mut body = BytesMut::new();
    loop {
        match response.chunk().await {
            Ok(None) if body.is_empty() => return Ok(first),
            Ok(None) => return Ok(body.freeze()),
            Ok(Some(chunk)) if body.len() + first.len() + chunk.len() > limit => {
                return Err(AttemptFailure::TooLarge { limit, received: received() });
            }
            // Most responses are one chunk, which need not be copied.
            Ok(Some(chunk)) if first.is_empty() && body.is_empty() => first = chunk,
            Ok(Some(chunk)) => {
                body.extend_from_slice(&std::mem::take(&mut first));
                body.extend_from_slice(&chunk);
            }
            Err(source) => return Err(AttemptFailure::Connection { source, received: received() }),
        }
    }
}

/// Reads as much as arrives: the status of an error matters more than its whole body.
async fn read_start(response: &mut reqwest::Response) -> Bytes {
    let mut body = BytesMut::new();
    let read = async {
        while let Ok(Some(chunk)) = response.chunk().await {
            if body.len() + chunk.len() > ERROR_BODY_LIMIT {
                break;
            }
            body.extend_from_slice(&chunk);
        }
    };
    // What arrived until then counts.
    let _ = tokio::time::timeout(ERROR_BODY_TIME, read).await;
    body.freeze()
}
