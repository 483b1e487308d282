//! A faulty server for HTTP/2 over TLS.
//!
//! It runs on a thread without a transcript, so that its own events are not searched for leaks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, RecvStream};
use http::{Request, Response};
use test_kit::Certificates;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use super::context::Context;
use super::planted;

/// How the server handles one request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Behavior {
    Respond,
    /// Resets the stream with `REFUSED_STREAM`: the request was not processed.
    Refuse,
    /// Resets the stream after the first bytes of the body.
    BreakBody,
    /// Closes the connection with `GOAWAY`.
    GoAway,
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
    methods: Vec<String>,
    connections: usize,
}

impl Http2 {
    /// Starts a server that handles the first requests as in `behaviors`, and responds to all others.
    pub(crate) fn start(context: &Context, certificates: &Certificates, behaviors: &[Behavior]) -> Self {
        let listener = test_kit::listener();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let log =
            Arc::new(Mutex::new(Log { behaviors: behaviors.iter().copied().collect(), ..Log::default() }));
        let (end, ended) = oneshot::channel();
        let tls = certificates.acceptor(&["h2"]);
        let (shared, context) = (Arc::clone(&log), context.clone());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                let accept = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        lock(&shared).connections += 1;
                        tokio::spawn(serve(stream, tls.clone(), Arc::clone(&shared), context.clone()));
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

    /// Returns the methods of all requests so far.
    pub(crate) fn methods(&self) -> Vec<String> {
        lock(&self.log).methods.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        lock(&self.log).connections
    }
}

fn lock(log: &Mutex<Log>) -> std::sync::MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Serves a connection until the client closes it.
async fn serve(stream: TcpStream, tls: TlsAcceptor, log: Arc<Mutex<Log>>, context: Context) -> Option<()> {
    let stream = tls.accept(stream).await.ok()?;
    let mut connection = h2::server::handshake(stream).await.ok()?;
    while let Some(request) = connection.accept().await {
        let (request, mut respond) = request.ok()?;
        let behavior = {
            let mut log = lock(&log);
            log.methods.push(request.method().to_string());
            log.behaviors.pop_front().unwrap_or(Behavior::Respond)
        };
        match behavior {
            Behavior::Respond => send_alert(&request, &mut respond, &context)?,
            Behavior::Refuse => respond.send_reset(Reason::REFUSED_STREAM),
            Behavior::BreakBody => {
                let mut body = respond.send_response(Response::new(()), false).ok()?;
                body.send_data(Bytes::from(format!("{{\"secret\":\"{}", planted::SECRET)), false).ok()?;
                // The connection sends data only while it is polled.
                tokio::spawn(async move {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                    body.send_reset(Reason::INTERNAL_ERROR);
                });
            }
            Behavior::GoAway => connection.abrupt_shutdown(Reason::INTERNAL_ERROR),
        }
    }
    Some(())
}

fn send_alert(
    request: &Request<RecvStream>,
    respond: &mut SendResponse<Bytes>,
    context: &Context,
) -> Option<()> {
    let token = request.headers().get("authorization")?.to_str().ok()?;
    context.add_token(token.trim_start_matches("Bearer ").to_owned());
    let head = Response::builder().header("x-planted", planted::HEADER).body(()).ok()?;
    let mut body = respond.send_response(head, false).ok()?;
    body.send_data(Bytes::from(planted::alert(42).to_string()), true).ok()
}
