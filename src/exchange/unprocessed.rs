//! Requests that the server has certainly not processed, although they were sent.

use std::error::Error;

use super::connection_failure::sources;

/// Returns whether the request of `error`, for which no part of a response arrived, was certainly not processed.
pub(crate) fn is_unprocessed(error: &reqwest::Error) -> bool {
    sources(error).any(|source| is_refused_stream(source) || is_canceled(source))
}

/// Returns whether the server refused the stream of an HTTP/2 request.
///
/// h2 reports a `GOAWAY` of the server only to streams above its last id, which the server has not processed and never
/// will, and to requests that would be the next stream. A stream up to the last id fails with the connection, as any
/// other. Source: RFC 9113, sections 6.8 and 8.7.
fn is_refused_stream(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<h2::Error>().is_some_and(|error| {
        let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        error.is_remote() && (refused || error.is_go_away())
    })
}

/// Returns whether the connection closed before it took the request.
fn is_canceled(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_canceled)
}

#[cfg(test)]
mod tests {
    use hyper_util::rt::TokioIo;
    use tokio::io::duplex;

    use super::*;

    #[tokio::test]
    async fn a_request_that_its_connection_did_not_take_is_unprocessed() {
        let (client, server) = duplex(1024);
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake::<_, String>(TokioIo::new(client)).await.unwrap();
        let request = || hyper::Request::new(String::new());
        drop(connection);
        let error = sender.send_request(request()).await.unwrap_err();
        assert!(is_canceled(&error), "{error:?}");

        let (client, ours) = duplex(1024);
        drop(server);
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake::<_, String>(TokioIo::new(client)).await.unwrap();
        let sent = sender.send_request(request());
        let closes = async {
            tokio::task::yield_now().await;
            drop(ours);
        };
        let (sent, _, ()) = tokio::join!(sent, connection, closes);
        let error = sent.unwrap_err();
        assert!(!is_canceled(&error), "{error:?}");
    }
}
