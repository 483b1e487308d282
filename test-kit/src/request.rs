//! A request as it was received.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::connection::Connection;
use crate::traffic::{Exchange, Traffic};

/// The size of the largest request.
const MAX_BYTES: usize = 256 * 1024;

/// A request as it was received.
#[derive(Clone, Debug)]
pub struct Request {
    /// The number of requests that the server received before.
    pub nth: usize,
    /// The number of connections that the server accepted before this request's.
    pub connection: usize,
    /// The time since the server was started, by its clock.
    pub at: Duration,
    /// The method.
    pub method: String,
    /// The path and query, with their escapes.
    pub target: String,
    /// All headers.
    pub headers: HeaderMap,
    /// The body; empty if there is none.
    pub body: Bytes,
}

impl Request {
    /// Returns the path, with its escapes.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }

    /// Returns the query, with its escapes and without its question mark; empty if there is none.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// Returns the names of the query's parameters, in their order.
    pub fn parameters(&self) -> Vec<String> {
        url::form_urlencoded::parse(self.query().as_bytes()).map(|(name, _)| name.into_owned()).collect()
    }

    /// Returns the value of a header. Panics if there are several.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().unwrap());
        assert!(values.next().is_none(), "several headers {name}: {self:?}");
        value
    }

    /// Returns the credential of the `authorization` header.
    pub fn token(&self) -> Option<String> {
        let value = self.header("authorization")?;
        Some(value.strip_prefix("Bearer ").unwrap_or(value).to_owned())
    }

    /// Returns the body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// Returns the body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Reads the next request of a connection; `None` if the client closed it.
    pub(crate) async fn read(
        connection: &mut Connection,
        traffic: &Traffic,
    ) -> io::Result<Option<(Self, Exchange)>> {
        let mut bytes = Vec::new();
        let mut exchange = None;
        loop {
            if let Some(request) = Self::parse(&bytes) {
                return Ok(exchange.map(|exchange| (request, exchange)));
            }
            if connection.read(&mut bytes).await? == 0 {
                return Ok(None);
            }
            if bytes.len() > MAX_BYTES || !bytes[0].is_ascii_uppercase() {
                return Err(io::Error::other("not HTTP"));
            }
            exchange.get_or_insert_with(|| traffic.begin());
        }
    }

    /// `None` if it is incomplete.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]);
        let mut lines = head.split("\r\n");
        let mut start = lines.next().unwrap_or_default().split(' ').map(str::to_owned);
        let (method, target) = (start.next().unwrap_or_default(), start.next().unwrap_or_default());
        let mut headers = HeaderMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            headers.append(name, HeaderValue::from_str(value.trim()).unwrap());
        }
        let length =
            headers.get("content-length").map_or(Some(0), |length| length.to_str().ok()?.parse().ok())?;
        let body = Bytes::copy_from_slice(bytes.get(end + 4..)?.get(..length)?);
        Some(Self { nth: 0, connection: 0, at: Duration::ZERO, method, target, headers, body })
    }
}
