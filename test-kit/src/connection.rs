//! A connection, plain or over TLS, as the server holds it.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::reply::{Part, Reply, Sending};

/// Where an endless response ends if the client never closes the connection.
const ENDLESS: usize = 256 * 1024 * 1024;

pub(crate) enum Connection {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Connection {
    pub(crate) async fn accept(stream: TcpStream, tls: Option<&TlsAcceptor>) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        match tls {
            Some(tls) => Ok(Self::Tls(Box::new(tls.accept(stream).await?))),
            None => Ok(Self::Plain(stream)),
        }
    }

    /// Appends the next bytes and returns their number, which is 0 once the client closed the connection.
    pub(crate) async fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read_buf(bytes).await,
            Self::Tls(stream) => stream.read_buf(bytes).await,
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.write_all(bytes).await,
            Self::Tls(stream) => {
                stream.write_all(bytes).await?;
                stream.flush().await
            }
        }
    }

    pub(crate) async fn close(mut self) {
        // The client may have closed it before.
        let _ = match &mut self {
            Self::Plain(stream) => stream.shutdown().await,
            Self::Tls(stream) => stream.shutdown().await,
        };
    }

    fn reset(self) {
        let stream = match &self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => stream.get_ref().0,
        };
        let _ = stream.set_zero_linger();
    }

    /// Sends a response with its fault, and returns the connection if that keeps it open. Counts the bytes of endless
    /// bodies.
    pub(crate) async fn send(
        mut self,
        reply: &Reply,
        now: SystemTime,
        endless: &AtomicUsize,
    ) -> io::Result<Option<Self>> {
        let mut bytes = reply.head(now).into_bytes();
        let head = bytes.len();
        bytes.extend_from_slice(&reply.body);
        let split = |part: Part| match part {
            Part::Nothing => 0,
            Part::Head => head,
            Part::AllBut(rest) => bytes.len() - rest,
        };
        match reply.sending {
            Sending::Whole => self.write(&bytes).await?,
            Sending::Reset(part) => {
                let sent = split(part);
                self.write(&bytes[..sent]).await?;
                if sent > 0 {
                    // A reset discards what the client has not read.
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                self.reset();
                return Ok(None);
            }
            Sending::Close(part) => {
                self.write(&bytes[..split(part)]).await?;
                self.close().await;
                return Ok(None);
            }
            Sending::Drip(part, delay) => {
                let (first, rest) = bytes.split_at(split(part));
                self.write(first).await?;
                for byte in rest {
                    tokio::time::sleep(delay).await;
                    self.write(&[*byte]).await?;
                }
            }
            Sending::Raw => {
                self.write(&reply.body).await?;
                self.close().await;
                return Ok(None);
            }
            Sending::Endless => {
                self.write(&bytes).await?;
                for _ in 0..ENDLESS / reply.body.len() {
                    self.write(&reply.body).await?;
                    endless.fetch_add(reply.body.len(), Ordering::SeqCst);
                }
                return Ok(None);
            }
        }
        Ok(Some(self))
    }
}
