//! A proxy on loopback that checks requests and responses against the description.

use std::sync::Arc;

use github_secret_scanning::raw::reqwest;
use http::{HeaderMap, Method, header};
use test_kit::Server;

use super::{Reply, Request};
use crate::conformance::{self, Faults};

/// A proxy in front of a server. Panics on drop if a request or a response did not match the description.
pub(crate) struct Inspector {
    server: Server,
    faults: Arc<Faults>,
}

impl Inspector {
    /// Starts a proxy for the server at a base URL without a trailing slash.
    pub(crate) fn start(server: &str) -> Self {
        let faults = Arc::new(Faults::default());
        let forward = Forward::to(server, &faults);
        let server = Server::builder().start_async(move |received| {
            let forward = forward.clone();
            Box::pin(async move { forward.forward(received).await.unwrap_or_else(|_| Reply::hang_up()) })
        });
        Self { server, faults }
    }

    /// Returns the base URL of the proxy, without a trailing slash.
    pub(crate) fn url(&self) -> &str {
        self.server.url()
    }

    /// Expects a mismatch with the description, identified by a part of the message of the
    /// [checker](conformance::request). Panics on drop if it did not occur.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.faults.expect(text);
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
        self.faults.judge();
    }
}

/// Forwards requests, and records mismatches.
#[derive(Clone)]
struct Forward {
    http: reqwest::Client,
    url: String,
    faults: Arc<Faults>,
}

impl Forward {
    fn to(server: &str, faults: &Arc<Faults>) -> Self {
        // Without idle connections, a connection that breaks belongs to the current request.
        let http = reqwest::Client::builder()
            .no_proxy()
            .no_gzip()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .pool_max_idle_per_host(0);
        Self { http: http.build().unwrap(), url: server.to_owned(), faults: Arc::clone(faults) }
    }

    /// Forwards a request. Fails if the connection broke; the proxy must close its own then.
    async fn forward(self, received: Request) -> Result<Reply, reqwest::Error> {
        let Request { method, target, headers, body, .. } = received;
        let operation = conformance::request(&method, &target, &headers, &body);
        // Before the response, which may never arrive.
        let operation = operation.map_err(|faults| self.faults.add(faults)).ok();

        let response = self
            .http
            .request(Method::from_bytes(method.as_bytes()).unwrap(), format!("{}{target}", self.url))
            .headers(end_to_end(headers))
            .body(body)
            .send()
            .await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await?;
        if let Some(operation) = operation {
            self.faults.add(conformance::response(operation, status, &headers, &body));
        }
        let reply = Reply::status(status).undated().body(body);
        let headers = end_to_end(headers);
        Ok(headers.iter().fold(reply, |reply, (name, value)| {
            reply.header(name.as_str(), String::from_utf8_lossy(value.as_bytes()))
        }))
    }
}

/// Removes the headers of a single connection.
fn end_to_end(mut headers: HeaderMap) -> HeaderMap {
    for name in [header::HOST, header::CONNECTION, header::CONTENT_LENGTH, header::TRANSFER_ENCODING] {
        headers.remove(name);
    }
    headers
}
