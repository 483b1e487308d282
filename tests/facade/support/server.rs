//! A small HTTP server on loopback that records what arrives and answers as it is told.
//!
//! Every request that it gets must be one of the description, or the test fails as the server is dropped.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::connections;
use crate::conformance::{self, Faults};

/// One request, exactly as it came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) method: String,
    /// The raw path and query, as they stood on the request line.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Received {
    pub(crate) fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }

    /// The raw query without its question mark; empty when there is none.
    pub(crate) fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The names of the parameters in the query, in their order.
    pub(crate) fn parameters(&self) -> Vec<String> {
        url::form_urlencoded::parse(self.query().as_bytes()).map(|(name, _)| name.into_owned()).collect()
    }

    /// The one value of a header, or `None`; a header that came twice is a failure.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert!(values.len() < 2, "{name} came {} times", values.len());
        values.first().map(|value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// What the server says to one request.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// An answer without a body.
    pub(crate) fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap();
        Self { status, headers: HeaderMap::new(), body: Bytes::new() }
    }

    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::status(status).header("content-type", "application/json").body(body.to_string())
    }

    pub(crate) fn ok(body: &Value) -> Self {
        Self::json(200, body)
    }

    pub(crate) fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers
            .append(HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap());
        self
    }

    pub(crate) fn status_code(&self) -> u16 {
        self.status.as_u16()
    }

    pub(crate) fn body_bytes(&self) -> &[u8] {
        &self.body
    }

    fn into_response(self) -> http::Response<Full<Bytes>> {
        let mut response = http::Response::new(Full::new(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

type Respond = dyn Fn(&Received) -> Answer + Send + Sync;

struct Shared {
    received: Mutex<Vec<Received>>,
    respond: Mutex<Arc<Respond>>,
    base_path: Mutex<String>,
    faults: Faults,
}

impl Shared {
    fn base_path(&self) -> MutexGuard<'_, String> {
        self.base_path.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check(&self, received: &Received) {
        let base_path = self.base_path().clone();
        let Some(target) = received.target.strip_prefix(&base_path) else {
            return self.faults.add([format!("a request that is not below {base_path}")]);
        };
        let checked = conformance::request(&received.method, target, &received.headers, &received.body);
        self.faults.add(checked.err().into_iter().flatten());
    }
}

/// It listens until it is dropped; then its port is closed and its connections are cut.
pub(crate) struct Server {
    url: String,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Gives these answers, one after the other, and then 599 with a message that says so.
    pub(crate) async fn script(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers = Mutex::new(answers.into_iter().collect::<VecDeque<_>>());
        Self::start(move |_| {
            let next = answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            next.unwrap_or_else(|| {
                Answer::json(599, &serde_json::json!({ "message": "the script has ended" }))
            })
        })
        .await
    }

    /// Gives whatever `respond` makes of each request.
    pub(crate) async fn start(respond: impl Fn(&Received) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let respond = Mutex::new(Arc::new(respond) as Arc<Respond>);
        let shared = Arc::new(Shared {
            received: Mutex::default(),
            respond,
            base_path: Mutex::default(),
            faults: Faults::default(),
        });
        let answering = Arc::clone(&shared);
        let answer = move |request| self::respond(request, Arc::clone(&answering));
        let accepting = tokio::spawn(connections::serve(listener, answer));
        Self { url, shared, accepting }
    }

    /// From now on gives this answer to every request.
    pub(crate) fn say(&self, answer: Answer) {
        let respond = Arc::new(move |_: &Received| answer.clone());
        *self.shared.respond.lock().unwrap_or_else(PoisonError::into_inner) = respond;
    }

    /// The API begins at this path here.
    pub(crate) fn set_base_path(&self, path: &str) {
        path.trim_end_matches('/').clone_into(&mut self.shared.base_path());
    }

    /// This test means to send something that the description does not know. It is named by a part of what
    /// the [checker](conformance::request) then says, and must come.
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.shared.faults.expect(text);
    }

    /// Its address, without a slash at the end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// All requests so far, in the order in which they came.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.shared.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The one request that came; any other number is a failure.
    pub(crate) fn only(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "{received:#?}");
        received.remove(0)
    }

    /// The raw queries of all requests so far.
    pub(crate) fn queries(&self) -> Vec<String> {
        self.received().iter().map(|received| received.query().to_owned()).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
        self.shared.faults.judge();
    }
}

async fn respond(
    request: http::Request<Incoming>,
    shared: Arc<Shared>,
) -> Result<http::Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let received = Received {
        method: head.method.to_string(),
        target: head.uri.to_string(),
        headers: head.headers,
        body: body.collect().await.map(|body| body.to_bytes()).unwrap_or_default(),
    };
    shared.check(&received);
    shared.received.lock().unwrap_or_else(PoisonError::into_inner).push(received.clone());
    let respond = Arc::clone(&shared.respond.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(respond(&received).into_response())
}
