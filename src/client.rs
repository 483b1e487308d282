//! The client: credentials and the transport to one server.

mod base_url;
mod builder;
mod connection;
mod proxy;
mod timing;

use std::fmt;
use std::sync::Arc;

use github_secret_scanning_generated::RequestBuilders;

pub use builder::ClientBuilder;

use crate::auth::Credentials;
use crate::error::Error;
use crate::exchange::{Condition, RequestHead, Response};
use crate::transport::Transport;

/// A client of one GitHub server with one set of credentials.
///
/// Cloning is cheap, and all clones share the connections, one set of permits, and the rate-limit
/// state. Redirects are followed only on the same scheme, host and port and below the path of the base
/// URL, so that the token is sent to no other server.
///
/// Calls are made in a tokio runtime, with its timer and I/O driver enabled; outside of one they fail
/// with [`NoRuntime`](crate::ErrorKind::NoRuntime). A client can be used on several runtimes, also one
/// after the other: each has a connection pool of its own, which is dropped when the runtime ends. A
/// call whose runtime is no longer driven keeps its permit, and a write the write lane, until its
/// future is dropped.
///
/// A panic inside of a call is an error of this call alone, of kind [`Panicked`](crate::ErrorKind::Panicked). It is
/// mostly one of the caller's code: a [`RetryPolicy`](crate::RetryPolicy), [`Clock`](crate::Clock) or
/// [`TokenProvider`](crate::TokenProvider). tokio panics in a runtime without its timer or its I/O driver, which cannot be
/// detected: build the runtime with `enable_all()`. So it does where a future that was polled on one runtime is polled again
/// on another after the first has ended. With `panic = "abort"` the process ends.
///
/// # Examples
///
/// ```no_run
/// use github_secret_scanning::Client;
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let github = Client::builder().token(std::env::var("GITHUB_TOKEN")?).build()?;
/// let alert = github.repo("acme", "widgets")?.alert(42).get().await?;
/// println!("{:?}", alert.state);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    credentials: Credentials,
    transport: Arc<Transport>,
}

impl Client {
    /// Creates a builder; only the credentials are required.
    ///
    /// ```no_run
    /// # use github_secret_scanning::Client;
    /// # fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let token = std::env::var("GITHUB_TOKEN")?;
    /// let github = Client::builder().token(token).base_url("https://github.example.com/api/v3").build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    fn new(credentials: Credentials, transport: Arc<Transport>) -> Self {
        Self(Arc::new(Inner { credentials, transport }))
    }

    /// Returns the base URL of the API without a slash at its end, for example
    /// `https://api.github.com`.
    pub fn base_url(&self) -> &str {
        self.0.transport.base_url()
    }

    pub(crate) fn request_builders(&self) -> &RequestBuilders {
        self.0.transport.request_builders()
    }

    /// Returns the builder of requests that are not generated.
    pub(crate) fn http(&self) -> &reqwest::Client {
        self.0.transport.http()
    }

    /// Sends `request`, and returns a success, or a 304 to a conditional request.
    pub(crate) async fn send(
        &self,
        head: RequestHead,
        request: reqwest::Request,
        condition: Condition,
    ) -> Result<Response, Error> {
        self.0.transport.send(head, request, condition, &self.0.credentials).await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("credentials", &self.0.credentials)
            .finish_non_exhaustive()
    }
}
