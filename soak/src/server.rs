//! A server on loopback that carries out what it is asked, and fails as it is fated to.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::tally::{self, Tally};
use crate::trouble::{Fate, Trouble, WAYS};

/// The longest silence; the client has let go before.
const SILENCE: Duration = Duration::from_secs(20);

pub(crate) struct Server {
    address: SocketAddr,
}

impl Server {
    /// It runs for as long as the process does.
    pub(crate) async fn start(tally: Arc<Tally>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let connection = Connection { stream, bytes: Vec::new(), tally: Arc::clone(&tally) };
                tokio::spawn(connection.serve());
            }
        });
        Ok(Self { address })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

struct Connection {
    stream: TcpStream,
    /// What came and was not read yet.
    bytes: Vec<u8>,
    tally: Arc<Tally>,
}

impl Connection {
    async fn serve(mut self) {
        // A client that goes away ends it, as does a failure.
        while let Ok(Some(request)) = self.read().await {
            match self.answer(request).await {
                Ok(true) => {}
                Ok(false) | Err(_) => return,
            }
        }
    }

    /// The next request, once all of it has come; `None` when the client is done.
    async fn read(&mut self) -> io::Result<Option<Request>> {
        loop {
            if let Some((request, length)) = Request::parse(&self.bytes) {
                self.bytes.drain(..length);
                return Ok(Some(request));
            }
            if self.stream.read_buf(&mut self.bytes).await? == 0 {
                return Ok(None);
            }
        }
    }

    /// Whether the connection can be used again.
    async fn answer(&mut self, Request { is_write, call }: Request) -> io::Result<bool> {
        let fate = Fate::of(self.tally.arrived());
        if let Some(way) = fate.way {
            self.tally.trouble(way);
        }
        let Some(call) = call.filter(|call| *call < self.tally.calls()) else {
            self.tally.stray();
            return self.send(404, "", "").await.map(|()| true);
        };
        if is_write && fate.acts {
            self.tally.applied(call);
        }
        match fate.way.map(|way| WAYS[way].1) {
            None => {
                let headers = format!("content-type: application/json\r\netag: \"{call}\"\r\n");
                // Before it goes out: the last call of all ends as soon as it is there.
                self.tally.served(call);
                self.send(200, &headers, &alert(call)).await?;
                Ok(true)
            }
            Some(Trouble::Status(status, headers, body)) => {
                self.send(status, headers, body).await?;
                Ok(true)
            }
            Some(Trouble::Reset) => {
                self.stream.set_zero_linger()?;
                Ok(false)
            }
            Some(Trouble::HalfBody) => {
                let body = alert(call);
                let whole = message(200, "", &body);
                let sent = whole.len() - body.len() / 2;
                self.stream.write_all(whole.as_bytes().get(..sent).unwrap_or_default()).await?;
                Ok(false)
            }
            Some(Trouble::Silence) => {
                // Until the client closes the connection.
                let read = self.stream.read_buf(&mut self.bytes);
                let _ = tokio::time::timeout(SILENCE, read).await;
                Ok(false)
            }
        }
    }

    async fn send(&mut self, status: u16, headers: &str, body: &str) -> io::Result<()> {
        self.stream.write_all(message(status, headers, body).as_bytes()).await
    }
}

fn message(status: u16, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} Whatever\r\ncontent-length: {}\r\nx-ratelimit-limit: 5000\r\n\
         x-ratelimit-remaining: 4999\r\nx-ratelimit-reset: 4102444800\r\nx-ratelimit-resource: core\r\n\
         {headers}\r\n{body}",
        body.len()
    )
}

fn alert(call: usize) -> String {
    let number = tally::number(call);
    let page = "https://github.com/acme/widgets/security/secret-scanning";
    format!(
        r#"{{"number":{number},"state":"open","secret_type":"mailchimp_api_key","secret":"not-a-real-one-us2",
        "html_url":"{page}/{number}","created_at":"2020-11-06T18:18:30Z","validity":"unknown",
        "first_location_detected":{{"path":"a/b.env","start_line":1,"end_line":1,"start_column":1,"end_column":64,
        "blob_sha":"af5626b4","blob_url":"{page}","commit_sha":"f14d7deb","commit_url":"{page}"}},
        "resolved_by":null,"push_protection_bypassed":false,"locations_url":"{page}/{number}/locations"}}"#
    )
}

/// What the server needs to know of a request.
struct Request {
    is_write: bool,
    /// Which call it belongs to, by the number of the alert.
    call: Option<usize>,
}

impl Request {
    /// The request that `bytes` begin with, and its length, if all of it is there.
    fn parse(bytes: &[u8]) -> Option<(Self, usize)> {
        let head = bytes.windows(4).position(|end| end == b"\r\n\r\n")?;
        let text = std::str::from_utf8(bytes.get(..head)?).ok()?;
        let mut lines = text.lines();
        let (method, rest) = lines.next()?.split_once(' ')?;
        let path = rest.split(' ').next()?;
        let length = lines
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, length)| length.trim().parse::<usize>().ok())
            .unwrap_or(0);
        let whole = head + 4 + length;
        let number = path.strip_prefix("/repos/acme/widgets/secret-scanning/alerts/");
        let call = number.and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        let request = Self { is_write: method == "PATCH", call };
        (bytes.len() >= whole).then_some((request, whole))
    }
}
