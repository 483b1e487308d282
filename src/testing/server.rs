//! The thread that serves a fake, and its connections.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request};
use axum::http::{Method, Response};
use axum::routing::{MethodFilter, on};
use futures_util::TryStreamExt;
use futures_util::future::select;
use github_secret_scanning_generated::operations;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

use super::pipeline::{Arrived, Outcome, Route};
use super::state::Shared;

/// How much of a body is kept. No request of the API comes near.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// How long to wait where no connection can be taken, for want of file descriptors mostly.
const ACCEPT_PAUSE: Duration = Duration::from_millis(10);

/// A port of loopback, before anything serves it.
pub(super) struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

/// A thread that serves, until this is dropped. Then the port is closed, and every connection.
pub(super) struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Port {
    /// Takes a free one.
    pub(super) fn open() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    pub(super) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves it on a thread of its own, with a runtime of its own, so that it does not matter what the caller's
    /// runtime does, or whether there is one.
    pub(super) fn serve(self, state: Shared) -> io::Result<Server> {
        let (stop, stopped) = oneshot::channel();
        let (ready, begun) = mpsc::channel();
        let thread = std::thread::Builder::new().name("fake-github".to_owned()).spawn(move || {
            let result = serve(self.listener, &state, stopped, || _ = ready.send(Ok(())));
            if let Err(error) = result {
                let _ = ready.send(Err(error));
            }
        })?;
        let server = Server { stop: Some(stop), thread: Some(thread) };
        begun.recv().map_err(io::Error::other)??;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been printed already.
            let _ = thread.join();
        }
    }
}

/// Serves until it is `stopped`. What is still under way then ends with the runtime.
fn serve(
    listener: TcpListener,
    state: &Shared,
    stopped: oneshot::Receiver<()>,
    ready: impl FnOnce(),
) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        ready();
        select(pin!(accept(listener, router(state))), stopped).await;
        Ok(())
    })
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => _ = tokio::spawn(connection(stream, router.clone())),
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
}

async fn connection(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let answer = service_fn(|request| {
        let answering = router.call(request);
        async {
            let Ok(response) = answering.await;
            // hyper then closes the connection without a word.
            if response.extensions().get::<Cut>().is_some() { Err(Cut) } else { Ok(response) }
        }
    });
    // It ends when either side closes it; nobody asks how.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
}

/// The routes of all operations; whatever else is asked for is found nowhere.
fn router(state: &Shared) -> Router {
    let mut router = Router::new();
    for operation in operations::ALL.iter().copied() {
        let method = Method::from_bytes(operation.method.as_bytes()).ok();
        let Some(method) = method.and_then(|method| MethodFilter::try_from(method).ok()) else { continue };
        let state = state.clone();
        let answer = move |path: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
            let decoded = |path: RawPathParams| {
                path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
            };
            // What cannot be decoded is the name of nothing.
            let route = path.ok().map(|path| Route { operation, path: decoded(path) });
            receive(state.clone(), route, request)
        };
        router = router.route(operation.path, on(method, answer));
    }
    let state = state.clone();
    let nothing = move |request: Request| receive(state.clone(), None, request);
    router.fallback(nothing.clone()).method_not_allowed_fallback(nothing)
}

async fn receive(state: Shared, route: Option<Route>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    // Broken off by the caller, who waits for nothing any more.
    let Ok(body) = read(body).await else { return cut() };
    let request = Arrived { route, method: head.method, uri: head.uri, headers: head.headers, body };
    let outcome = state.lock().receive(request);
    match outcome {
        Outcome::Answered(response) => response,
        Outcome::Late(response, delay) => {
            tokio::time::sleep(delay).await;
            response
        }
        Outcome::Cut => cut(),
    }
}

/// The whole body; `None` where it is too large. It is read to its end even so, or the caller would be stopped in
/// the middle and might never see the answer.
async fn read(body: Body) -> Result<Option<Vec<u8>>, axum::Error> {
    let mut stream = body.into_data_stream();
    let mut kept = Some(Vec::new());
    while let Some(chunk) = stream.try_next().await? {
        kept = kept.filter(|kept| kept.len() + chunk.len() <= MAX_BODY_BYTES);
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(&chunk);
        }
    }
    Ok(kept)
}

/// Marks a response that is never sent.
#[derive(Clone, Copy, Debug)]
struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is cut on purpose")
    }
}

impl std::error::Error for Cut {}

fn cut() -> Response<Body> {
    let mut response = Response::default();
    response.extensions_mut().insert(Cut);
    response
}
