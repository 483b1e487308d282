//! Sends one attempt and reads its answer to the end.

use std::fmt;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};

use crate::error::Received;

/// The largest success that is read, in bytes after decompression. A page of a hundred alerts is
/// well below one mebibyte.
const SUCCESS_LIMIT: usize = 64 * 1024 * 1024;

/// How much of a failed answer is read; what goes beyond is left, and the status still counts.
const FAILURE_LIMIT: usize = 64 * 1024;

/// The connection pool.
#[derive(Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Why there is no answer.
pub(crate) enum Failure {
    /// It could not be sent, or broke off; `received` is empty when no status arrived.
    Broken { source: reqwest::Error, received: Received },
    /// A success that is larger than this crate is ready to hold.
    TooLarge { limit: usize, received: Received },
}

impl Transport {
    pub(crate) fn new(http: reqwest::Client) -> Self {
        Self { http }
    }

    /// The client that the generated code builds its requests with.
    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// Sends `request` once. The body belongs to the attempt: its time and its size are bounded
    /// here, and one that breaks off is a failure of the attempt and not of what comes after.
    pub(crate) async fn send(&self, request: reqwest::Request) -> Result<Answer, Failure> {
        let mut response = match self.http.execute(request).await {
            Ok(response) => response,
            Err(source) => return Err(Failure::Broken { source, received: Received::default() }),
        };
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let body = if status.is_success() {
            read_whole(&mut response, || Received::new(status.as_u16(), &headers)).await?
        } else {
            read_start(&mut response).await
        };
        Ok(Answer { status, headers, body })
    }
}

async fn read_whole(
    response: &mut reqwest::Response,
    received: impl Fn() -> Received,
) -> Result<Bytes, Failure> {
    let mut first = Bytes::new();
    let mut body = BytesMut::new();
    loop {
        match response.chunk().await {
            Ok(None) if body.is_empty() => return Ok(first),
            Ok(None) => return Ok(body.freeze()),
            Ok(Some(chunk)) if body.len() + first.len() + chunk.len() > SUCCESS_LIMIT => {
                return Err(Failure::TooLarge { limit: SUCCESS_LIMIT, received: received() });
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

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // reqwest's own shows default headers and proxies.
        f.debug_struct("Transport").finish_non_exhaustive()
    }
}
