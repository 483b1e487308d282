//! A server on loopback that hands everything on to another one, and holds it against the description.

use std::sync::Arc;

use github_secret_scanning::raw::reqwest;
use http::{HeaderMap, Method, header};
use test_kit::Server;

use super::{Answer, Received};
use crate::conformance::{self, Faults};

/// Stands between clients and a server, and hands on what either side says. A test fails as this is dropped, if
/// anything of it was not as the description has it.
pub(crate) struct Inspector {
    server: Server,
    faults: Arc<Faults>,
}

impl Inspector {
    /// Hands on to the server at this address, which has no slash at its end.
    pub(crate) fn start(server: &str) -> Self {
        let faults = Arc::new(Faults::default());
        let forward = Forward::to(server, &faults);
        let server = Server::builder().start_async(move |received| {
            let forward = forward.clone();
            Box::pin(async move { forward.hand_on(received).await.unwrap_or_else(|_| Answer::hang_up()) })
        });
        Self { server, faults }
    }

    /// Its address, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        self.server.url()
    }

    /// This test means to send or to get something that the description does not know. It is named by a part of
    /// what the [checker](conformance::request) then says, and must come.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.faults.expect(text);
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
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
    async fn hand_on(self, received: Received) -> Result<Answer, reqwest::Error> {
        let Received { method, target, headers, body, .. } = received;
        let operation = conformance::request(&method, &target, &headers, &body);
        // Said before the answer is known, which may not come.
        let operation = operation.map_err(|faults| self.faults.add(faults)).ok();

        let answer = self
            .http
            .request(Method::from_bytes(method.as_bytes()).unwrap(), format!("{}{target}", self.url))
            .headers(end_to_end(headers))
            .body(body)
            .send()
            .await?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer.bytes().await?;
        if let Some(operation) = operation {
            self.faults.add(conformance::response(operation, status, &headers, &body));
        }
        let answer = Answer::status(status).undated().body(body);
        let headers = end_to_end(headers);
        Ok(headers.iter().fold(answer, |answer, (name, value)| {
            answer.header(name.as_str(), String::from_utf8_lossy(value.as_bytes()))
        }))
    }
}

/// Without the headers that belong to one connection.
fn end_to_end(mut headers: HeaderMap) -> HeaderMap {
    for name in [header::HOST, header::CONNECTION, header::CONTENT_LENGTH, header::TRANSFER_ENCODING] {
        headers.remove(name);
    }
    headers
}
