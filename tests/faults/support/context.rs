//! The context of a case: clock, servers, clients and transcript.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::Debug;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};

use github_secret_scanning::{Client, ClientBuilder, Clock, Error, Repo};
use test_kit::{Certificates, Reply, Request, Server, ServerBuilder, Traffic};
use tokio::runtime::Builder;

use super::clock::IdleClock;
use super::planted;
use super::transcript::Transcript;

/// The context of a case. Clones share it.
#[derive(Clone)]
pub(crate) struct Context {
    pub clock: IdleClock,
    traffic: Traffic,
    transcript: Transcript,
    tokens: Arc<Mutex<BTreeSet<String>>>,
}

impl Context {
    /// Creates a context on the current runtime.
    pub(super) fn new(transcript: Transcript) -> Self {
        let traffic = Traffic::default();
        Self { clock: IdleClock::start(&traffic), traffic, transcript, tokens: Arc::default() }
    }

    /// Starts a server that sends these replies in order.
    pub(crate) fn script(&self, replies: impl IntoIterator<Item = Reply>) -> Server {
        self.server(test_kit::script(replies))
    }

    /// Starts a server with a function from request to reply.
    pub(crate) fn server(&self, reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Server {
        self.start(Server::builder(), reply)
    }

    /// Starts a server on an existing listener.
    pub(crate) fn server_on(
        &self,
        listener: TcpListener,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        self.start(Server::builder().listener(listener), reply)
    }

    /// Starts a server with TLS.
    pub(crate) fn tls_server(
        &self,
        certificates: &Certificates,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        self.start(Server::builder().tls(certificates), reply)
    }

    fn start(
        &self,
        server: ServerBuilder,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        let (clock, tokens) = (self.clock.clone(), self.clone());
        server.clock(move || clock.now()).traffic(&self.traffic).start(move |request| {
            tokens.add_token(request.token().unwrap_or_default());
            reply(request)
        })
    }

    /// Returns a builder for `server` with the clock of the case and `planted::TOKEN`.
    pub(crate) fn client(&self, server: &Server) -> ClientBuilder {
        self.client_for_url(server.url())
    }

    pub(crate) fn client_for_url(&self, url: &str) -> ClientBuilder {
        Client::builder().token(planted::TOKEN).base_url(url).clock(self.clock.clone())
    }

    /// Returns the repository that most cases use, of a client with default settings.
    pub(crate) fn repo(&self, server: &Server) -> Repo {
        self.build(self.client(server))
    }

    /// Returns that repository of another client.
    pub(crate) fn build(&self, builder: ClientBuilder) -> Repo {
        self.record(&builder);
        let client = self.value(builder.build());
        self.value(client.repo("acme", "widgets"))
    }

    /// Runs `work` on a runtime with four threads and the same transcript. The clock cannot detect idleness there, so
    /// clients must use the system clock.
    pub(crate) fn on_many_threads<F>(&self, work: impl FnOnce(Context) -> F + Send)
    where
        F: Future<Output = ()>,
    {
        let on_start = self.transcript.clone();
        let runtime = Builder::new_multi_thread()
            .worker_threads(4)
            .enable_all()
            .on_thread_start(move || on_start.record_thread())
            .build()
            .unwrap();
        let transcript = self.transcript.clone();
        let tokens = Arc::clone(&self.tokens);
        let run = move || {
            transcript.record_thread();
            let _guard = runtime.enter();
            let context = Self { tokens, ..Self::new(transcript) };
            runtime.block_on(work(context));
        };
        // A thread of a runtime cannot block on a second one.
        std::thread::scope(|scope| scope.spawn(run).join()).unwrap();
    }

    /// Records both `Debug` forms of a value.
    pub(crate) fn record(&self, value: &impl Debug) {
        self.transcript.add(&format!("{value:?}\n{value:#?}"));
    }

    /// Records all forms of an error and its sources.
    pub(crate) fn record_error(&self, error: &Error) {
        self.record(error);
        self.transcript.add(&format!("{error}\n{error:#}\n{:?}", error.documentation_url()));
        let mut source = error.source();
        while let Some(error) = source {
            self.transcript.add(&format!("{error}\n{error:#}\n{error:?}\n{error:#?}"));
            source = error.source();
        }
    }

    /// Records and returns the error of a call.
    pub(crate) fn error<T: Debug>(&self, result: Result<T, Error>) -> Error {
        match result {
            Ok(value) => panic!("expected an error, got {value:?}"),
            Err(error) => {
                self.record_error(&error);
                error
            }
        }
    }

    /// Records and returns the value of a call.
    pub(crate) fn value<T: Debug>(&self, result: Result<T, Error>) -> T {
        match result {
            Err(error) => panic!("unexpected error: {error}\n{error:#?}"),
            Ok(value) => {
                self.record(&value);
                value
            }
        }
    }

    /// Returns the output of the case so far.
    #[allow(dead_code, reason = "for the suite of hostile servers")]
    pub(crate) fn output(&self) -> String {
        self.transcript.text()
    }

    /// Records a credential that a server received.
    pub(super) fn add_token(&self, token: String) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).insert(token);
    }

    pub(super) fn tokens(&self) -> Vec<String> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
