//! What a case has at hand: a clock, servers, clients for them, and a place to print to.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::Debug;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};

use github_secret_scanning::{Client, ClientBuilder, Clock, Error, Repo};
use test_kit::{Certificates, Reply, Request, Server, ServerBuilder, Traffic};
use tokio::runtime::Builder;

use super::clock::ManualClock;
use super::planted;
use super::transcript::Transcript;

/// Clones are of the same case.
#[derive(Clone)]
pub(crate) struct World {
    pub clock: ManualClock,
    traffic: Traffic,
    transcript: Transcript,
    tokens: Arc<Mutex<BTreeSet<String>>>,
}

impl World {
    /// Must be called within a runtime.
    pub(super) fn new(transcript: Transcript) -> Self {
        let traffic = Traffic::default();
        Self { clock: ManualClock::start(&traffic), traffic, transcript, tokens: Arc::default() }
    }

    /// A server that answers the requests in their order with `replies`.
    pub(crate) fn server(&self, replies: impl IntoIterator<Item = Reply>) -> Server {
        self.answering(test_kit::script(replies))
    }

    /// A server that answers each request with what `answer` says.
    pub(crate) fn answering(&self, answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Server {
        self.start(Server::builder(), answer)
    }

    /// The same on a port that is taken already.
    pub(crate) fn answering_on(
        &self,
        listener: TcpListener,
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        self.start(Server::builder().listener(listener), answer)
    }

    /// The same over TLS.
    pub(crate) fn over_tls(
        &self,
        certificates: &Certificates,
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        self.start(Server::builder().tls(certificates), answer)
    }

    fn start(
        &self,
        server: ServerBuilder,
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Server {
        let (clock, tokens) = (self.clock.clone(), self.clone());
        server.clock(move || clock.now()).traffic(&self.traffic).start(move |request| {
            tokens.saw(request.token().unwrap_or_default());
            answer(request)
        })
    }

    /// A client for `server` with the clock of the case and the first token, to go on with.
    pub(crate) fn client(&self, server: &Server) -> ClientBuilder {
        self.client_of(server.url())
    }

    pub(crate) fn client_of(&self, url: &str) -> ClientBuilder {
        Client::builder().token(planted::TOKEN).base_url(url).clock(self.clock.clone())
    }

    /// The repository that most cases are about, of a client with nothing but defaults.
    pub(crate) fn repo(&self, server: &Server) -> Repo {
        self.build(self.client(server))
    }

    /// The same of a client of one's own.
    pub(crate) fn build(&self, builder: ClientBuilder) -> Repo {
        self.print(&builder);
        let client = self.value(builder.build());
        self.value(client.repo("acme", "widgets"))
    }

    /// Runs `work` on a runtime of four threads, in a world of the same transcript. The clock there
    /// cannot tell when nothing is going on, so clients must keep to the system's.
    pub(crate) fn on_many_threads<F>(&self, work: impl FnOnce(World) -> F + Send)
    where
        F: Future<Output = ()>,
    {
        let on_start = self.transcript.clone();
        let runtime = Builder::new_multi_thread()
            .worker_threads(4)
            .enable_all()
            .on_thread_start(move || on_start.write_here())
            .build()
            .unwrap();
        let transcript = self.transcript.clone();
        let tokens = Arc::clone(&self.tokens);
        let run = move || {
            transcript.write_here();
            let _guard = runtime.enter();
            let world = Self { tokens, ..Self::new(transcript) };
            runtime.block_on(work(world));
        };
        // A thread that has a runtime cannot wait for a second one.
        std::thread::scope(|scope| scope.spawn(run).join()).unwrap();
    }

    /// Prints a value in all ways that it has.
    pub(crate) fn print(&self, value: &impl Debug) {
        self.transcript.add(&format!("{value:?}\n{value:#?}"));
    }

    /// Prints an error and its sources in all ways that they have.
    pub(crate) fn print_error(&self, error: &Error) {
        self.print(error);
        self.transcript.add(&format!("{error}\n{error:#}\n{:?}", error.documentation_url()));
        let mut source = error.source();
        while let Some(error) = source {
            self.transcript.add(&format!("{error}\n{error:#}\n{error:?}\n{error:#?}"));
            source = error.source();
        }
    }

    /// The error of a call, after printing it.
    pub(crate) fn error<T: Debug>(&self, result: Result<T, Error>) -> Error {
        match result {
            Ok(value) => panic!("this was to fail, and gave {value:?}"),
            Err(error) => {
                self.print_error(&error);
                error
            }
        }
    }

    /// The value of a call, after printing it.
    pub(crate) fn value<T: Debug>(&self, result: Result<T, Error>) -> T {
        match result {
            Err(error) => panic!("this was to succeed: {error}\n{error:#?}"),
            Ok(value) => {
                self.print(&value);
                value
            }
        }
    }

    /// A server saw this credential.
    pub(super) fn saw(&self, token: String) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).insert(token);
    }

    pub(super) fn tokens(&self) -> Vec<String> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
