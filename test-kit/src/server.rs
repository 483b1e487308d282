//! The server: accepts connections, records requests, and sends what the test replies to each.

use std::collections::VecDeque;
use std::future::ready;
use std::io;
use std::net::TcpListener as StdListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use futures_core::future::BoxFuture;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Handle};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::connection::Connection;
use crate::reply::Reply;
use crate::request::Request;
use crate::tls::Certificates;
use crate::traffic::Traffic;

/// The longest that a connection stays open, and that a test waits for a request.
const PATIENCE: Duration = Duration::from_secs(90);

type Respond = dyn Fn(Request) -> BoxFuture<'static, Reply> + Send + Sync;

/// A server on a port of its own. On drop it closes the port and all connections.
pub struct Server {
    url: String,
    shared: Arc<Shared>,
    _end: oneshot::Sender<()>,
}

/// Settings of a [`Server`].
pub struct ServerBuilder {
    listener: Option<StdListener>,
    tls: Option<TlsAcceptor>,
    traffic: Traffic,
    now: Box<dyn Fn() -> SystemTime + Send + Sync>,
    records: bool,
}

struct Shared {
    settings: ServerBuilder,
    started: SystemTime,
    respond: Box<Respond>,
    requests: Mutex<Vec<Request>>,
    received: watch::Sender<usize>,
    connections: AtomicUsize,
    open: AtomicUsize,
    most_at_once: AtomicUsize,
    abandoned: AtomicUsize,
    endless: AtomicUsize,
}

/// Binds a free port of loopback.
pub fn listener() -> StdListener {
    StdListener::bind("127.0.0.1:0").unwrap()
}

/// Replies to the first requests with `replies` in their order, and to all others with a 418.
pub fn script(
    replies: impl IntoIterator<Item = Reply>,
) -> impl Fn(&Request) -> Reply + Send + Sync + 'static {
    let replies = Mutex::new(replies.into_iter().collect::<VecDeque<_>>());
    move |_| {
        let next = replies.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        next.unwrap_or_else(|| Reply::refusal(418, "the script has no response to this request"))
    }
}

impl ServerBuilder {
    /// Sets the listener. Default: a free port.
    pub fn listener(self, listener: StdListener) -> Self {
        Self { listener: Some(listener), ..self }
    }

    /// Accepts TLS alone.
    pub fn tls(self, certificates: &Certificates) -> Self {
        Self { tls: Some(certificates.acceptor(&[])), ..self }
    }

    /// Sets the clock of `date` and of [`Request::at`]. Default: the system's.
    pub fn clock(self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { now: Box::new(now), ..self }
    }

    /// Counts its traffic there.
    pub fn traffic(self, traffic: &Traffic) -> Self {
        Self { traffic: traffic.clone(), ..self }
    }

    /// Records no requests, for tests that send too many.
    pub fn unrecorded(self) -> Self {
        Self { records: false, ..self }
    }

    /// Starts a server that replies to each request as `respond` does.
    pub fn start(self, respond: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Server {
        self.start_async(move |request| Box::pin(ready(respond(&request))))
    }

    /// Starts a server whose replies may take their time. It runs on the current runtime, or, where there is none, on
    /// a thread of its own.
    pub fn start_async(
        mut self,
        respond: impl Fn(Request) -> BoxFuture<'static, Reply> + Send + Sync + 'static,
    ) -> Server {
        let listener = self.listener.take().unwrap_or_else(listener);
        listener.set_nonblocking(true).unwrap();
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            started: (self.now)(),
            settings: self,
            respond: Box::new(respond),
            requests: Mutex::default(),
            received: watch::Sender::new(0),
            connections: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
            abandoned: AtomicUsize::new(0),
            endless: AtomicUsize::new(0),
        });
        let (end, ended) = oneshot::channel::<()>();
        let accepting = Arc::clone(&shared).accept(listener);
        let serving = async {
            tokio::select! {
                () = accepting => {}
                _ = ended => {}
            }
        };
        match Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(serving)),
            Err(_) => {
                let runtime = Builder::new_current_thread().enable_all().build().unwrap();
                std::thread::spawn(move || runtime.block_on(serving));
            }
        }
        Server { url, shared, _end: end }
    }
}

impl Server {
    /// Returns the settings of a server over plain HTTP on a free port.
    pub fn builder() -> ServerBuilder {
        ServerBuilder {
            listener: None,
            tls: None,
            traffic: Traffic::default(),
            now: Box::new(SystemTime::now),
            records: true,
        }
    }

    /// Starts a server with a [`script`].
    pub fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self::builder().start(script(replies))
    }

    /// Starts a server that replies to each request as `respond` does.
    pub fn start(respond: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        Self::builder().start(respond)
    }

    /// Returns its address, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns all requests so far, in the order in which they were complete.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests().clone()
    }

    /// Returns the only request. Panics unless there is exactly one.
    pub fn only(&self) -> Request {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }

    /// Returns the number of requests so far.
    pub fn count(&self) -> usize {
        *self.shared.received.borrow()
    }

    /// Returns the credentials of all requests so far, in their order.
    pub fn tokens(&self) -> Vec<String> {
        self.shared.requests().iter().map(|request| request.token().unwrap_or_default()).collect()
    }

    /// Returns the number of connections so far.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Returns the largest number of requests that were in progress at one time.
    pub fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }

    /// Returns how many requests the client abandoned before their response began.
    pub fn abandoned(&self) -> usize {
        self.shared.abandoned.load(Ordering::SeqCst)
    }

    /// Returns how many bytes of endless bodies were sent, those in the buffers of sockets included.
    pub fn endless_bytes(&self) -> usize {
        self.shared.endless.load(Ordering::SeqCst)
    }

    /// Waits until this number of requests was received.
    pub async fn arrived(&self, count: usize) {
        let mut received = self.shared.received.subscribe();
        let wait = tokio::time::timeout(PATIENCE, received.wait_for(|received| *received >= count));
        let is_received = wait.await.is_ok();
        assert!(is_received, "{} requests were received, not {count}", self.count());
    }
}

impl Shared {
    fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn accept(self: Arc<Self>, listener: StdListener) {
        let listener = TcpListener::from_std(listener).unwrap();
        // Dropped with this future, and its connections with it.
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            self.settings.traffic.stir();
            let nth = self.connections.fetch_add(1, Ordering::SeqCst);
            connections.spawn(tokio::time::timeout(PATIENCE, Arc::clone(&self).serve(stream, nth)));
            while connections.try_join_next().is_some() {}
        }
    }

    /// Serves one connection. An error means that the client closed it, or that it does not use HTTP.
    async fn serve(self: Arc<Self>, stream: TcpStream, nth: usize) -> io::Result<()> {
        let mut connection = Connection::accept(stream, self.settings.tls.as_ref()).await?;
        loop {
            let read = Request::read(&mut connection, &self.settings.traffic).await;
            let (request, _exchange) = match read {
                Ok(Some(read)) => read,
                Err(error) if error.kind() == io::ErrorKind::Other => return refuse(connection).await,
                ended => return ended.map(|_| ()),
            };
            let _at_once = AtOnce::new(&self);
            let reply = self.record(Request { connection: nth, ..request });
            let mut more = Vec::new();
            let reply = tokio::select! {
                reply = async { let reply = reply.await; reply.due().await; reply } => reply,
                _ = connection.read(&mut more) => {
                    self.abandoned.fetch_add(1, Ordering::SeqCst);
                    return Ok(());
                }
            };
            match connection.send(&reply, (self.settings.now)(), &self.endless).await? {
                Some(kept) => connection = kept,
                None => return Ok(()),
            }
        }
    }

    /// Records a request, and computes the reply under the same lock, so that a script keeps the recorded order.
    fn record(&self, request: Request) -> BoxFuture<'static, Reply> {
        let mut requests = self.requests();
        let nth = self.count();
        let at = (self.settings.now)().duration_since(self.started).unwrap_or_default();
        let request = Request { nth, at, ..request };
        if self.settings.records {
            requests.push(request.clone());
        }
        let reply = (self.respond)(request);
        self.received.send_modify(|count| *count += 1);
        reply
    }

    fn count(&self) -> usize {
        *self.received.borrow()
    }
}

/// Refuses bytes that are not HTTP as web servers do.
async fn refuse(mut connection: Connection) -> io::Result<()> {
    connection.write(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await?;
    connection.close().await;
    Ok(())
}

/// A request in progress.
struct AtOnce<'s>(&'s AtomicUsize);

impl<'s> AtOnce<'s> {
    fn new(shared: &'s Shared) -> Self {
        let now = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
        shared.most_at_once.fetch_max(now, Ordering::SeqCst);
        Self(&shared.open)
    }
}

impl Drop for AtOnce<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
