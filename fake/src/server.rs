//! The thread that serves a fake, its routes, and its connections.

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

use crate::pipeline::{IncomingRequest, Outcome, Route, Target};
use crate::state::SharedState;

/// The largest body that is kept, in bytes. No request of the API comes near.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// The delay after a connection could not be accepted, mostly for want of file descriptors.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(10);

/// A bound port of loopback that is not served yet.
pub(crate) struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

/// A thread that serves a port. Dropping it closes the port and every connection.
pub(crate) struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Port {
    /// Binds a free port.
    pub(crate) fn bind() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves it on a new thread with its own runtime, so that the fake is independent of the caller's runtime.
    pub(crate) fn serve(self, state: SharedState) -> io::Result<Server> {
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
            // The panic hook has reported a panic of the thread.
            let _ = thread.join();
        }
    }
}

/// Serves until it is `stopped`. Requests in flight end with the runtime.
fn serve(
    listener: TcpListener,
    state: &SharedState,
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
            Ok((stream, _)) => _ = tokio::spawn(serve_connection(stream, router.clone())),
            Err(_) => tokio::time::sleep(ACCEPT_BACKOFF).await,
        }
    }
}

async fn serve_connection(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let service = service_fn(|request| {
        let response = router.call(request);
        async {
            let Ok(response) = response.await;
            // An error makes hyper close the connection without a response.
            if response.extensions().get::<Disconnect>().is_some() { Err(Disconnect) } else { Ok(response) }
        }
    });
    // Either side may close the connection at any time: no error to report.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

/// Returns the routes of all operations. Everything else is received without a route.
fn router(state: &SharedState) -> Router {
    let mut router = Router::new();
    for operation in operations::ALL.iter().copied() {
        let method = Method::from_bytes(operation.method.as_bytes()).ok();
        let Some(method) = method.and_then(|method| MethodFilter::try_from(method).ok()) else { continue };
        let state = state.clone();
        let receive_operation = move |parameters: Result<RawPathParams, RawPathParamsRejection>,
                                      request: Request| {
            let decoded = |parameters: RawPathParams| {
                parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
            };
            // A path that is not UTF-8 exists nowhere.
            let route = parameters.ok().map(decoded);
            let route =
                route.map(|path_parameters| Route { target: Target::Operation(operation), path_parameters });
            receive(state.clone(), route, request)
        };
        router = router.route(operation.path, on(method, receive_operation));
    }
    let state = state.clone();
    let without_route = move |request: Request| receive(state.clone(), None, request);
    router.fallback(without_route.clone()).method_not_allowed_fallback(without_route)
}

async fn receive(state: SharedState, route: Option<Route>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    // The client has closed the connection before the body was complete.
    let Ok(body) = read_body(body).await else { return disconnect() };
    let request = IncomingRequest { route, method: head.method, uri: head.uri, headers: head.headers, body };
    let outcome = state.lock().process(request);
    match outcome {
        Outcome::Respond(response) => response,
        Outcome::RespondAfter(delay, response) => {
            tokio::time::sleep(delay).await;
            response
        }
        Outcome::Disconnect => disconnect(),
    }
}

/// Reads the whole body; `None` if it is too large. It is read to its end even so: a client whose upload is
/// interrupted may never read the response.
async fn read_body(body: Body) -> Result<Option<Vec<u8>>, axum::Error> {
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

/// Marks a response that is not sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
struct Disconnect;

impl fmt::Display for Disconnect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("connection closed by a scheduled failure")
    }
}

impl std::error::Error for Disconnect {}

fn disconnect() -> Response<Body> {
    let mut response = Response::default();
    response.extensions_mut().insert(Disconnect);
    response
}
