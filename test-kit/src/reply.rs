//! The response to one request, and the fault with which it is sent.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, SystemTime};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tokio::sync::watch;

/// A response. Without a fault it is well-formed and keeps the connection open.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) sending: Sending,
    gate: Option<Gate>,
    delay: Duration,
    /// By how many seconds `date` is ahead of the server's clock; `None` for no `date`.
    date: Option<i64>,
}

/// How a response is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sending {
    Whole,
    /// Resets the connection after this part of the response.
    Reset(Part),
    /// Closes the connection after this part of the response.
    Close(Part),
    /// Sends what follows this part one byte at a time, with a delay before each.
    Drip(Part, Duration),
    /// Repeats the body until the client closes the connection.
    Endless,
    /// Sends the body alone, in place of a response, and closes the connection.
    Raw,
}

/// The first part of a response.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    Nothing,
    Head,
    AllBut(usize),
}

/// Holds responses back until it is opened. Clones are the same gate.
#[derive(Clone, Debug)]
pub struct Gate(watch::Sender<bool>);

impl Gate {
    /// Creates a closed gate.
    pub fn closed() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Opens it for good.
    pub fn open(&self) {
        self.0.send_replace(true);
    }
}

impl Reply {
    /// Creates a response without a body.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            sending: Sending::Whole,
            gate: None,
            delay: Duration::ZERO,
            date: Some(0),
        }
    }

    /// Creates a response with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::status(status).header("content-type", "application/json; charset=utf-8").body(body.to_string())
    }

    /// Creates a 200 with a JSON body.
    pub fn ok(body: &Value) -> Self {
        Self::json(200, body)
    }

    /// Creates an error response in GitHub's form.
    pub fn refusal(status: u16, message: &str) -> Self {
        let link = "https://docs.github.com/rest";
        Self::json(status, &json!({ "message": message, "documentation_url": link }))
    }

    /// Sends nothing, and waits until the client closes the connection.
    pub fn silence() -> Self {
        Self::status(200).behind(&Gate::closed())
    }

    /// Resets the connection in place of a response.
    pub fn reset() -> Self {
        Self { sending: Sending::Reset(Part::Nothing), ..Self::status(200) }
    }

    /// Closes the connection in place of a response.
    pub fn hang_up() -> Self {
        Self { sending: Sending::Close(Part::Nothing), ..Self::status(200) }
    }

    /// Sends these bytes in place of a response, and closes the connection.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { sending: Sending::Raw, ..Self::status(200) }.body(bytes)
    }

    /// Replaces the status.
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Replaces the body.
    pub fn body(self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..self }
    }

    /// Adds a header. `content-length` and `date` replace the server's own.
    pub fn header(mut self, name: &str, value: impl ToString) -> Self {
        self.headers.push((name.to_owned(), value.to_string()));
        self
    }

    /// Compresses the body.
    pub fn gzip(mut self) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&self.body).unwrap();
        self.body = encoder.finish().unwrap();
        self.header("content-encoding", "gzip")
    }

    /// Leaves out the last bytes of the body, and of its `content-length`.
    pub fn without_its_last(mut self, bytes: usize) -> Self {
        self.body.truncate(self.body.len() - bytes);
        self
    }

    /// Sets `date` this many seconds ahead of the server's clock.
    pub fn dated(self, ahead: i64) -> Self {
        Self { date: Some(ahead), ..self }
    }

    /// Leaves `date` out.
    pub fn undated(self) -> Self {
        Self { date: None, ..self }
    }

    /// Sends it once the gate is open.
    pub fn behind(self, gate: &Gate) -> Self {
        Self { gate: Some(gate.clone()), ..self }
    }

    /// Sends it after a delay in real time.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Resets the connection before the last bytes of the body.
    pub fn reset_before_the_last(self, bytes: usize) -> Self {
        Self { sending: Sending::Reset(Part::AllBut(bytes)), ..self }
    }

    /// Closes the connection before the last bytes of the body.
    pub fn close_before_the_last(self, bytes: usize) -> Self {
        Self { sending: Sending::Close(Part::AllBut(bytes)), ..self }
    }

    /// Closes the connection after the response.
    pub fn and_hang_up(self) -> Self {
        self.close_before_the_last(0)
    }

    /// Sends the body one byte at a time.
    pub fn dripping(self, delay: Duration) -> Self {
        Self { sending: Sending::Drip(Part::Head, delay), ..self }
    }

    /// Sends everything one byte at a time, from the status line on.
    pub fn dripping_from_the_start(self, delay: Duration) -> Self {
        Self { sending: Sending::Drip(Part::Nothing, delay), ..self }
    }

    /// Repeats the body until the client closes the connection.
    pub fn endless(self) -> Self {
        Self { sending: Sending::Endless, ..self }
    }

    /// Returns the status.
    pub fn status_code(&self) -> u16 {
        self.status
    }

    /// Returns the body as it is sent.
    pub fn body_bytes(&self) -> &[u8] {
        &self.body
    }

    /// Waits until it is to be sent.
    pub(crate) async fn due(&self) {
        if let Some(gate) = &self.gate {
            let _ = gate.0.subscribe().wait_for(|open| *open).await;
        }
        tokio::time::sleep(self.delay).await;
    }

    /// Returns the status line and the headers.
    pub(crate) fn head(&self, now: SystemTime) -> String {
        let has = |name: &str| self.headers.iter().any(|(other, _)| other == name);
        let mut head = format!("HTTP/1.1 {} Whatever\r\n", self.status);
        let mut add = |name: &str, value: &str| {
            let _ = write!(head, "{name}: {value}\r\n");
        };
        if let Some(ahead) = self.date.filter(|_| !has("date")) {
            let by = Duration::from_secs(ahead.unsigned_abs());
            add("date", &httpdate::fmt_http_date(if ahead < 0 { now - by } else { now + by }));
        }
        let has_length = !matches!((self.status, self.sending), (204 | 304, _) | (_, Sending::Endless));
        if has_length && !has("content-length") && !has("transfer-encoding") {
            add("content-length", &self.body.len().to_string());
        }
        for (name, value) in &self.headers {
            add(name, value);
        }
        head.push_str("\r\n");
        head
    }
}
