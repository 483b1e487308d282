//! A server that speaks HTTP/2 over TLS, as GitHub does, and breaks it.
//!
//! It has a thread of its own that writes to no transcript: what HTTP/2 says on the server's side
//! is not the client's doing.

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

use super::planted;
use super::world::World;

/// What the server does with one request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Turn {
    Answer,
    /// Refuses it, and says that it has done nothing about it.
    Refuse,
    /// Breaks it off after the first bytes of the body.
    BreakBody,
    /// Gives up the whole connection.
    GoAway,
}

/// Ends when this is dropped.
pub(crate) struct Http2 {
    pub(crate) url: String,
    seen: Arc<Mutex<Seen>>,
    _end: oneshot::Sender<()>,
}

#[derive(Default)]
struct Seen {
    turns: VecDeque<Turn>,
    methods: Vec<String>,
    connections: usize,
}

impl Http2 {
    /// Takes these turns with its first requests, and answers all others.
    pub(crate) fn start(world: &World, certificates: &Certificates, turns: &[Turn]) -> Self {
        let listener = test_kit::listener();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Seen { turns: turns.iter().copied().collect(), ..Seen::default() }));
        let (end, ended) = oneshot::channel();
        let tls = certificates.acceptor(&["h2"]);
        let (shared, world) = (Arc::clone(&seen), world.clone());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                let accept = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        lock(&shared).connections += 1;
                        tokio::spawn(serve(stream, tls.clone(), Arc::clone(&shared), world.clone()));
                    }
                };
                tokio::select! {
                    () = accept => {}
                    _ = ended => {}
                }
            });
        });
        Self { url, seen, _end: end }
    }

    /// The methods of all requests until now.
    pub(crate) fn methods(&self) -> Vec<String> {
        lock(&self.seen).methods.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        lock(&self.seen).connections
    }
}

fn lock(seen: &Mutex<Seen>) -> std::sync::MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `None` when the client is gone.
async fn serve(stream: TcpStream, tls: TlsAcceptor, seen: Arc<Mutex<Seen>>, world: World) -> Option<()> {
    let stream = tls.accept(stream).await.ok()?;
    let mut connection = h2::server::handshake(stream).await.ok()?;
    while let Some(request) = connection.accept().await {
        let (request, mut respond) = request.ok()?;
        let turn = {
            let mut seen = lock(&seen);
            seen.methods.push(request.method().to_string());
            seen.turns.pop_front().unwrap_or(Turn::Answer)
        };
        match turn {
            Turn::Answer => answer(&request, &mut respond, &world)?,
            Turn::Refuse => respond.send_reset(Reason::REFUSED_STREAM),
            Turn::BreakBody => {
                let mut body = respond.send_response(Response::new(()), false).ok()?;
                body.send_data(Bytes::from(format!("{{\"secret\":\"{}", planted::SECRET)), false).ok()?;
                // What was sent goes out only while the connection is asked for more.
                tokio::spawn(async move {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                    body.send_reset(Reason::INTERNAL_ERROR);
                });
            }
            Turn::GoAway => connection.abrupt_shutdown(Reason::INTERNAL_ERROR),
        }
    }
    Some(())
}

fn answer(request: &Request<RecvStream>, respond: &mut SendResponse<Bytes>, world: &World) -> Option<()> {
    let token = request.headers().get("authorization")?.to_str().ok()?;
    world.saw(token.trim_start_matches("Bearer ").to_owned());
    let head = Response::builder().header("x-planted", planted::HEADER).body(()).ok()?;
    let mut body = respond.send_response(head, false).ok()?;
    body.send_data(Bytes::from(planted::alert(42).to_string()), true).ok()
}
