//! A server on loopback that hands everything on to another one, and holds it against the description.

use std::sync::Arc;

use bytes::Bytes;
use github_secret_scanning::raw::reqwest;
use http::{HeaderMap, Request, Response, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::connections;
use crate::conformance::{self, Faults};

/// Stands between clients and a server, and hands on what either side says. A test fails as this is dropped, if
/// anything of it was not as the description has it.
pub(crate) struct Inspector {
    url: String,
    faults: Arc<Faults>,
    accepting: JoinHandle<()>,
}

impl Inspector {
    /// Hands on to the server at this address, which has no slash at its end.
    pub(crate) async fn start(server: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let faults = Arc::new(Faults::default());
        let forward = Forward::to(server, &faults);
        let answer = move |request| forward.clone().hand_on(request);
        let accepting = tokio::spawn(connections::serve(listener, answer));
        Self { url, faults, accepting }
    }

    /// Its address, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// This test means to send or to get something that the description does not know. It is named by a part of
    /// what the [checker](conformance::request) then says, and must come.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.faults.expect(text);
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
        self.accepting.abort();
        self.faults.judge();
    }
}

/// Where requests are handed on to, and what is noted on the way.
#[derive(Clone)]
struct Forward {
    http: reqwest::Client,
    url: String,
    faults: Arc<Faults>,
}

impl Forward {
    fn to(server: &str, faults: &Arc<Faults>) -> Self {
        // Without a connection kept from before, one that is cut is cut by the request that is on it.
        let http = reqwest::Client::builder()
            .no_proxy()
            .no_gzip()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .pool_max_idle_per_host(0);
        Self { http: http.build().unwrap(), url: server.to_owned(), faults: Arc::clone(faults) }
    }

    /// An error is a connection that was cut, and is to be cut here as well.
    async fn hand_on(self, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, reqwest::Error> {
        let (head, body) = request.into_parts();
        let target = head.uri.to_string();
        let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
        let operation = conformance::request(head.method.as_str(), &target, &head.headers, &body);
        // Said before the answer is known, which may not come.
        let operation = operation.map_err(|faults| self.faults.add(faults)).ok();

        let answer = self
            .http
            .request(head.method, format!("{}{target}", self.url))
            .headers(end_to_end(head.headers))
            .body(body)
            .send()
            .await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.bytes().await?;
        if let Some(operation) = operation {
            self.faults.add(conformance::response(operation, status.as_u16(), &headers, &body));
        }

        let mut response = Response::new(Full::new(body));
        *response.status_mut() = status;
        *response.headers_mut() = end_to_end(headers);
        Ok(response)
    }
}

/// Without the headers that belong to one connection.
fn end_to_end(mut headers: HeaderMap) -> HeaderMap {
    for name in [header::HOST, header::CONNECTION, header::CONTENT_LENGTH, header::TRANSFER_ENCODING] {
        headers.remove(name);
    }
    headers
}
