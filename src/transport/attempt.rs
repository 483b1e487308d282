//! Sends a request once and reads its answer to the end.

use bytes::{Bytes, BytesMut};

use super::Answer;
use crate::error::Received;

/// How much of a failed answer is read; what goes beyond is left, and the status still counts.
const FAILURE_LIMIT: usize = 64 * 1024;

/// Why there is no answer.
pub(crate) enum Failure {
    /// It could not be sent, or broke off; `received` is empty when no status arrived.
    Broken { source: reqwest::Error, received: Received },
    /// A success that is larger than the client is ready to read.
    TooLarge { limit: usize, received: Received },
}

/// Sends `request`, and reads at most `limit` bytes of a success.
///
/// The body belongs to the attempt: its time and its size, after decompression, are bounded here,
/// and one that breaks off is a failure of the attempt and not of what comes after.
pub(super) async fn send(
    http: &reqwest::Client,
    request: reqwest::Request,
    limit: usize,
) -> Result<Answer, Failure> {
    let mut response = match http.execute(request).await {
        Ok(response) => response,
        Err(source) => return Err(Failure::Broken { source, received: Received::default() }),
    };
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let body = if status.is_success() {
        read_whole(&mut response, limit, || Received::new(status.as_u16(), &headers)).await?
    } else {
        read_start(&mut response).await
    };
    Ok(Answer { status, headers, body })
}

async fn read_whole(
    response: &mut reqwest::Response,
    limit: usize,
    received: impl Fn() -> Received,
) -> Result<Bytes, Failure> {
    let mut first = Bytes::new();
    let mut body = BytesMut::new();
    loop {
        match response.chunk().await {
            Ok(None) if body.is_empty() => return Ok(first),
            Ok(None) => return Ok(body.freeze()),
            Ok(Some(chunk)) if body.len() + first.len() + chunk.len() > limit => {
                return Err(Failure::TooLarge { limit, received: received() });
            }
            // Most answers are one chunk, which need not be copied.
            Ok(Some(chunk)) if first.is_empty() && body.is_empty() => first = chunk,
            Ok(Some(chunk)) => {
                body.extend_from_slice(&std::mem::take(&mut first));
                body.extend_from_slice(&chunk);
            }
            Err(source) => return Err(Failure::Broken { source, received: received() }),
        }
    }
}

/// Reads what there is: the status of a failed answer is worth more than its whole text.
async fn read_start(response: &mut reqwest::Response) -> Bytes {
    let mut body = BytesMut::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        if body.len() + chunk.len() > FAILURE_LIMIT {
            break;
        }
        body.extend_from_slice(&chunk);
    }
    body.freeze()
}
