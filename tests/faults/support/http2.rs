//! A faulty server for HTTP/2 over TLS. It writes its frames itself, because a library sends none that contradict each
//! other.
//!
//! It runs on a thread without a transcript, so that its own events are not searched for leaks.

use std::collections::VecDeque;
use std::future::pending;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use test_kit::Certificates;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::planted;

const PREFACE: usize = 24;
const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;

/// Flags of frames.
const ACK: u8 = 1;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// The text of each `GOAWAY`. Not planted: h2 itself logs it.
pub(crate) const DEBUG_DATA: &str = "debugDataOfTheServer0y6d2";

pub(crate) const NO_ERROR: u32 = 0;
pub(crate) const INTERNAL_ERROR: u32 = 2;
pub(crate) const REFUSED_STREAM: u32 = 7;

/// How the server handles one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behavior {
    Respond,
    /// Resets the stream with this code.
    Reset(u32),
    /// Resets the stream with this code after the first bytes of the body.
    BreakBody(u32),
    /// Announces with this code that the request was processed, and closes the connection before a response.
    GoAway(u32),
    /// Announces with this code that no request from this one on was processed, and keeps the connection open.
    GoAwayBelow(u32),
    /// Announces that no request was processed, after the first bytes of the body.
    GoAwayWithinBody,
    /// Reads and writes no more on this connection.
    Silence,
    /// Responds to no more requests on this connection, but to each PING.
    Ignore,
}

/// A server; stops on drop.
pub(crate) struct Http2 {
    pub(crate) url: String,
    log: Arc<Mutex<Log>>,
    _end: oneshot::Sender<()>,
}

#[derive(Default)]
struct Log {
    behaviors: VecDeque<Behavior>,
    requests: Vec<&'static str>,
    connections: usize,
}

impl Http2 {
    /// Starts a server that handles the first requests as in `behaviors`, and responds to all others.
    pub(crate) fn start(certificates: &Certificates, behaviors: &[Behavior]) -> Self {
        let listener = test_kit::listener();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let log =
            Arc::new(Mutex::new(Log { behaviors: behaviors.iter().copied().collect(), ..Log::default() }));
        let (end, ended) = oneshot::channel();
        let tls = certificates.acceptor(&["h2"]);
        let shared = Arc::clone(&log);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                let accept = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        lock(&shared).connections += 1;
                        tokio::spawn(serve(stream, tls.clone(), Arc::clone(&shared)));
                    }
                };
                tokio::select! {
                    () = accept => {}
                    _ = ended => {}
                }
            });
        });
        Self { url, log, _end: end }
    }

    /// Returns all requests so far: a `read` has no body, and a `write` has one.
    pub(crate) fn requests(&self) -> Vec<&'static str> {
        lock(&self.log).requests.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        lock(&self.log).connections
    }
}

fn lock(log: &Mutex<Log>) -> MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Serves a connection until the client closes it, which is an error.
async fn serve(stream: TcpStream, tls: TlsAcceptor, log: Arc<Mutex<Log>>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut connection = Connection(tls.accept(stream).await?);
    connection.0.read_exact(&mut [0; PREFACE]).await?;
    connection.write(SETTINGS, 0, 0, &[]).await?;
    let mut ignores = false;
    loop {
        let (kind, flags, stream, payload) = connection.read().await?;
        let request = match kind {
            SETTINGS if flags & ACK == 0 => {
                connection.write(SETTINGS, ACK, 0, &[]).await?;
                continue;
            }
            PING if flags & ACK == 0 => {
                connection.write(PING, ACK, 0, &payload).await?;
                continue;
            }
            HEADERS if flags & END_STREAM != 0 => "read",
            DATA if flags & END_STREAM != 0 => "write",
            _ => continue,
        };
        let behavior = {
            let mut log = lock(&log);
            log.requests.push(request);
            if ignores { Behavior::Ignore } else { log.behaviors.pop_front().unwrap_or(Behavior::Respond) }
        };
        match behavior {
            Behavior::Respond => {
                connection.head(stream).await?;
                connection.write(DATA, END_STREAM, stream, planted::alert(42).to_string().as_bytes()).await?;
            }
            Behavior::Reset(code) => connection.write(RST_STREAM, 0, stream, &code.to_be_bytes()).await?,
            Behavior::BreakBody(code) => {
                connection.begin_body(stream).await?;
                connection.write(RST_STREAM, 0, stream, &code.to_be_bytes()).await?;
            }
            Behavior::GoAway(code) => {
                connection.go_away(stream, code).await?;
                return connection.0.shutdown().await;
            }
            Behavior::GoAwayBelow(code) => connection.go_away(stream.saturating_sub(2), code).await?,
            Behavior::GoAwayWithinBody => {
                connection.begin_body(stream).await?;
                connection.go_away(stream.saturating_sub(2), INTERNAL_ERROR).await?;
            }
            Behavior::Silence => pending().await,
            Behavior::Ignore => ignores = true,
        }
    }
}

struct Connection(TlsStream<TcpStream>);

impl Connection {
    /// Returns the type, the flags, the stream and the payload of the next frame.
    async fn read(&mut self) -> io::Result<(u8, u8, u32, Vec<u8>)> {
        let mut head = [0; 9];
        self.0.read_exact(&mut head).await?;
        let [a, b, c, kind, flags, stream @ ..] = head;
        let length = u32::from_be_bytes([0, a, b, c]);
        let mut payload = vec![0; usize::try_from(length).unwrap()];
        self.0.read_exact(&mut payload).await?;
        Ok((kind, flags, u32::from_be_bytes(stream), payload))
    }

    async fn write(&mut self, kind: u8, flags: u8, stream: u32, payload: &[u8]) -> io::Result<()> {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        let mut frame = length[1..].to_vec();
        frame.extend([kind, flags]);
        frame.extend(stream.to_be_bytes());
        frame.extend(payload);
        self.0.write_all(&frame).await?;
        self.0.flush().await
    }

    /// Sends the status 200, and a header.
    async fn head(&mut self, stream: u32) -> io::Result<()> {
        // An entry of HPACK's static table, and a literal that is not indexed.
        let mut block = vec![0x88, 0];
        for text in ["x-planted", planted::HEADER] {
            block.push(u8::try_from(text.len()).unwrap());
            block.extend(text.as_bytes());
        }
        self.write(HEADERS, END_HEADERS, stream, &block).await
    }

    /// Sends a response up to the first bytes of its body, and waits until the client has read it.
    async fn begin_body(&mut self, stream: u32) -> io::Result<()> {
        self.head(stream).await?;
        self.write(DATA, 0, stream, format!("{{\"secret\":\"{}", planted::SECRET).as_bytes()).await?;
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok(())
    }

    async fn go_away(&mut self, last: u32, code: u32) -> io::Result<()> {
        let payload = [&last.to_be_bytes(), &code.to_be_bytes(), DEBUG_DATA.as_bytes()].concat();
        self.write(GOAWAY, 0, 0, &payload).await
    }
}
