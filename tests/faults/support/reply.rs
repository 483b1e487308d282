//! What the server does with one request: an answer, and the way in which it goes wrong.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use tokio::sync::watch;

/// One answer. Unless something else is said it is well formed and keeps the connection.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) manner: Manner,
    gate: Option<Gate>,
    pause: Duration,
    /// By how many seconds its `Date` is ahead of the case's clock; `None` for no `Date`.
    pub(super) date: Option<i64>,
}

/// How it is sent.
#[derive(Clone, Debug)]
pub(super) enum Manner {
    Whole,
    /// The connection is reset after so many bytes of the answer.
    ResetAfter(usize),
    /// The connection is closed after so many bytes of the answer.
    CloseAfter(usize),
    /// From this byte on it comes one byte at a time, with a pause before each.
    Drip(usize, Duration),
    /// After the head comes the body again and again, until the client leaves.
    Endless,
}

/// Keeps answers back until it is opened.
#[derive(Clone, Debug)]
pub(crate) struct Gate(watch::Sender<bool>);

impl Gate {
    pub(crate) fn closed() -> Self {
        Self(watch::Sender::new(false))
    }

    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }

    async fn passed(&self) {
        let _ = self.0.subscribe().wait_for(|open| *open).await;
    }
}

impl Reply {
    /// An answer without a body.
    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            manner: Manner::Whole,
            gate: None,
            pause: Duration::ZERO,
            date: Some(0),
        }
    }

    /// A success with this body.
    pub(crate) fn ok(body: &Value) -> Self {
        Self::status(200).json(body)
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json; charset=utf-8").body(body.to_string())
    }

    /// A failed answer as GitHub words it.
    pub(crate) fn refusal(status: u16, message: &str) -> Self {
        let link = "https://docs.github.com/rest";
        Self::status(status).json(&serde_json::json!({ "message": message, "documentation_url": link }))
    }

    pub(crate) fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Adds a header. `content-length` and `date` take the place of those that it has by itself.
    pub(crate) fn header(mut self, name: &str, value: impl ToString) -> Self {
        self.headers.push((name.to_owned(), value.to_string()));
        self
    }

    /// Compresses the body that it has.
    pub(crate) fn gzip(mut self) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&self.body).unwrap();
        self.body = encoder.finish().unwrap();
        self.header("content-encoding", "gzip")
    }

    /// Leaves out so many bytes at the end of the body, and says nothing about it.
    pub(crate) fn without_its_last(mut self, bytes: usize) -> Self {
        self.body.truncate(self.body.len() - bytes);
        self
    }

    /// Its `Date` is of a clock that is so many seconds ahead.
    pub(crate) fn dated(mut self, later_by: i64) -> Self {
        self.date = Some(later_by);
        self
    }

    pub(crate) fn undated(mut self) -> Self {
        self.date = None;
        self
    }

    /// Begins only when the gate is open.
    pub(crate) fn behind(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }

    /// Begins only after this time.
    pub(crate) fn after(mut self, pause: Duration) -> Self {
        self.pause = pause;
        self
    }

    /// Says nothing and waits for the client to leave.
    pub(crate) fn silence() -> Self {
        Self::status(200).behind(&Gate::closed())
    }

    /// Resets the connection in answer to the request.
    pub(crate) fn reset() -> Self {
        Self { manner: Manner::ResetAfter(0), ..Self::status(200) }
    }

    /// Closes the connection in answer to the request.
    pub(crate) fn hang_up() -> Self {
        Self { manner: Manner::CloseAfter(0), ..Self::status(200) }
    }

    /// Resets the connection when so many bytes of the body are still missing.
    pub(crate) fn reset_before_the_last(mut self, bytes: usize) -> Self {
        self.manner = Manner::ResetAfter(self.head("").len() + self.body.len() - bytes);
        self
    }

    /// Sends all of it and then closes the connection.
    pub(crate) fn and_hang_up(mut self) -> Self {
        self.manner = Manner::CloseAfter(usize::MAX);
        self
    }

    /// Sends the head as it should be, and the body one byte at a time.
    pub(crate) fn dripping(mut self, pause: Duration) -> Self {
        self.manner = Manner::Drip(self.head("").len(), pause);
        self
    }

    /// Sends everything one byte at a time, from the first byte of the status line.
    pub(crate) fn dripping_from_the_start(mut self, pause: Duration) -> Self {
        self.manner = Manner::Drip(0, pause);
        self
    }

    /// Sends the body again and again without end.
    pub(crate) fn endless(mut self) -> Self {
        self.manner = Manner::Endless;
        self
    }

    /// What comes before its first byte.
    pub(super) async fn delay(&self) {
        if let Some(gate) = &self.gate {
            gate.passed().await;
        }
        tokio::time::sleep(self.pause).await;
    }

    /// Status line and headers. The clock's date has always the same length, so that the length of
    /// the head can be known before.
    pub(super) fn head(&self, date: &str) -> String {
        let has = |name: &str| self.headers.iter().any(|(n, _)| n == name);
        let mut head = format!("HTTP/1.1 {} Whatever\r\n", self.status);
        let mut add = |name: &str, value: &str| {
            let _ = write!(head, "{name}: {value}\r\n");
        };
        if !has("date") && self.date.is_some() {
            let date = if date.is_empty() { "Sun, 06 Nov 1994 08:49:37 GMT" } else { date };
            add("date", date);
        }
        if !has("content-length") && !has("transfer-encoding") && !matches!(self.manner, Manner::Endless) {
            add("content-length", &self.body.len().to_string());
        }
        for (name, value) in &self.headers {
            add(name, value);
        }
        head.push_str("\r\n");
        head
    }
}
