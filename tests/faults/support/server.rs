//! The server that misbehaves as it is told, on a port of its own, and records what it was asked.

use std::collections::VecDeque;
use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use super::line::Line;
use super::reply::Reply;
use super::request::Request;
use super::world::World;

/// After this time the server lets go of a connection, whatever the client does. No case takes that
/// long, so that none is disturbed by it.
const PATIENCE: Duration = Duration::from_secs(90);

/// A server on loopback; it ends when this is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    scheme: &'static str,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

struct Shared {
    world: World,
    answer: Box<dyn Fn(&Request) -> Reply + Send + Sync>,
    requests: Mutex<Vec<Request>>,
    arrived: watch::Sender<usize>,
    connections: AtomicUsize,
    open: AtomicUsize,
    most_at_once: AtomicUsize,
    abandoned: AtomicUsize,
    endless: AtomicUsize,
}

impl Server {
    /// Answers the requests in their order with `replies`, and any further one with a 418.
    pub(crate) fn script(world: &World, replies: Vec<Reply>) -> Self {
        let replies = Mutex::new(VecDeque::from(replies));
        let answer = move |_: &Request| {
            let next = replies.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            next.unwrap_or_else(|| Reply::refusal(418, "the case has no answer for this request"))
        };
        Self::start(world, Self::port(), None, answer)
    }

    /// A port of its own.
    pub(crate) fn port() -> StdListener {
        StdListener::bind("127.0.0.1:0").unwrap()
    }

    /// Answers each request with what `answer` says.
    pub(crate) fn start(
        world: &World,
        listener: StdListener,
        tls: Option<TlsAcceptor>,
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Self {
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            world: world.clone(),
            answer: Box::new(answer),
            requests: Mutex::default(),
            arrived: watch::Sender::new(0),
            connections: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
            abandoned: AtomicUsize::new(0),
            endless: AtomicUsize::new(0),
        });
        let scheme = if tls.is_some() { "https" } else { "http" };
        let accepting = tokio::spawn(Arc::clone(&shared).accept(listener, tls));
        Self { address, scheme, shared, accepting }
    }

    pub(crate) fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.address)
    }

    /// All requests until now, in the order in which they were complete.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared.requests().clone()
    }

    pub(crate) fn count(&self) -> usize {
        self.shared.requests().len()
    }

    /// The credentials of all requests until now, in their order.
    pub(crate) fn tokens(&self) -> Vec<String> {
        self.requests().iter().map(|request| request.token().unwrap_or_default()).collect()
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The most requests that were being answered at one time.
    pub(crate) fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }

    /// How many requests the client left before their answer began.
    pub(crate) fn abandoned(&self) -> usize {
        self.shared.abandoned.load(Ordering::SeqCst)
    }

    /// How many bytes of endless bodies the client let come, those that lie in sockets included.
    pub(crate) fn endless_bytes(&self) -> usize {
        self.shared.endless.load(Ordering::SeqCst)
    }

    /// Waits until so many requests have come.
    pub(crate) async fn arrived(&self, count: usize) {
        let mut arrived = self.shared.arrived.subscribe();
        let wait = arrived.wait_for(|seen| *seen >= count);
        let seen = tokio::time::timeout(PATIENCE, wait).await;
        assert!(seen.is_ok(), "{} requests came, and {count} were waited for", self.count());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Shared {
    fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn accept(self: Arc<Self>, listener: StdListener, tls: Option<TlsAcceptor>) {
        let listener = TcpListener::from_std(listener).unwrap();
        // Dropped with this task, and its connections with it.
        let mut lines = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            self.world.traffic.stir();
            let connection = self.connections.fetch_add(1, Ordering::SeqCst);
            let serving = Arc::clone(&self).serve(stream, connection, tls.clone());
            lines.spawn(tokio::time::timeout(PATIENCE, serving));
            while lines.try_join_next().is_some() {}
        }
    }

    /// Serves one connection; an error means that the client is gone, or that it speaks no HTTP.
    async fn serve(
        self: Arc<Self>,
        stream: TcpStream,
        connection: usize,
        tls: Option<TlsAcceptor>,
    ) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut line = match tls {
            Some(tls) => Line::Tls(Box::new(tls.accept(stream).await?)),
            None => Line::Plain(stream),
        };
        while let Some((mut request, _exchange)) = match Request::read(&mut line, &self.world.traffic).await {
            Err(error) if error.kind() == io::ErrorKind::Other => return self.refuse(line).await,
            read => read?,
        } {
            let _at_once = self.count_in();
            let reply = {
                let mut requests = self.requests();
                request.nth = requests.len();
                request.connection = connection;
                request.at = self.world.clock.elapsed();
                self.world.saw(request.token().unwrap_or_default());
                requests.push(request.clone());
                (self.answer)(&request)
            };
            self.arrived.send_modify(|count| *count += 1);
            match self.send(line, reply).await? {
                Some(kept) => line = kept,
                None => return Ok(()),
            }
        }
        Ok(())
    }

    /// Answers what is no HTTP as web servers do.
    async fn refuse(&self, mut line: Line) -> io::Result<()> {
        line.write(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await?;
        line.close().await;
        Ok(())
    }

    /// Sends a reply, if the client waits for it; the connection if it can go on.
    async fn send(&self, mut line: Line, reply: Reply) -> io::Result<Option<Line>> {
        let mut more = Vec::new();
        tokio::select! {
            () = reply.delay() => {}
            _ = line.read(&mut more) => {
                self.abandoned.fetch_add(1, Ordering::SeqCst);
                return Ok(None);
            }
        }
        let date = reply.date.map(|later_by| self.world.clock.http_date(later_by)).unwrap_or_default();
        reply.send(line, &date, &self.endless).await
    }

    fn count_in(&self) -> AtOnce<'_> {
        let now = self.open.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_at_once.fetch_max(now, Ordering::SeqCst);
        AtOnce(&self.open)
    }
}

/// One request that is being answered.
struct AtOnce<'s>(&'s AtomicUsize);

impl Drop for AtOnce<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
