//! One request as it came over the wire.

use std::io;
use std::time::Duration;

use super::line::Line;
use super::traffic::{Exchange, Traffic};

/// More than this is no request of this client's.
const LONGEST: usize = 256 * 1024;

/// One request, exactly as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Which one it is for its server, from 0.
    pub nth: usize,
    /// Which connection of the server it came on, from 0.
    pub connection: usize,
    /// When it came, by the clock of the case.
    pub at: Duration,
    pub method: String,
    /// The raw path and query, as they stood on the request line.
    pub target: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    /// The value of a header, by its name in small letters; the values, if it came more than once.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> =
            self.headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(" | "))
    }

    /// The credential that it carries.
    pub(crate) fn token(&self) -> Option<String> {
        let value = self.header("authorization")?;
        Some(value.strip_prefix("Bearer ").unwrap_or(&value).to_owned())
    }

    /// Reads the next request of a connection; `None` when the client is done with it.
    pub(crate) async fn read(line: &mut Line, traffic: &Traffic) -> io::Result<Option<(Self, Exchange)>> {
        let mut bytes = Vec::new();
        let mut exchange = None;
        loop {
            if let Some(request) = Self::parse(&bytes) {
                return Ok(exchange.map(|exchange| (request, exchange)));
            }
            if line.read(&mut bytes).await? == 0 {
                return Ok(None);
            }
            if bytes.len() > LONGEST || !bytes[0].is_ascii_uppercase() {
                return Err(io::Error::other("this is not HTTP"));
            }
            // From its first byte on the server is at work on it.
            exchange.get_or_insert_with(|| traffic.begin());
        }
    }

    /// `None` as long as it is not complete.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]);
        let mut lines = head.split("\r\n");
        let mut start = lines.next().unwrap_or_default().split(' ');
        let mut request = Self {
            nth: 0,
            connection: 0,
            at: Duration::ZERO,
            method: start.next().unwrap_or_default().to_owned(),
            target: start.next().unwrap_or_default().to_owned(),
            headers: Vec::new(),
            body: String::new(),
        };
        for line in lines {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let length = match request.header("content-length") {
            Some(length) => length.parse().ok()?,
            None => 0,
        };
        let body = bytes.get(end + 4..)?;
        request.body = String::from_utf8_lossy(body.get(..length)?).into_owned();
        Some(request)
    }
}
