//! The client: whom a request speaks for, and to which server.

mod base_url;
mod builder;
mod connection;
mod pace;

use std::fmt;
use std::sync::Arc;

use http::HeaderMap;
use http::header::{ACCEPT, AUTHORIZATION, HeaderName, HeaderValue, USER_AGENT};

pub use builder::ClientBuilder;

use crate::auth::Credentials;
use crate::transport::Transport;

/// GitHub's own media type, which promises the shapes that the models have.
const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/vnd.github+json");

/// The version of the API that the models are of.
const API_VERSION: HeaderValue =
    HeaderValue::from_static(github_secret_scanning_generated::operations::API_VERSION);

const API_VERSION_NAME: HeaderName = HeaderName::from_static("x-github-api-version");

/// What progenitor calls its version header; GitHub knows no such name.
const FOREIGN_VERSION_NAME: HeaderName = HeaderName::from_static("api-version");

/// A client of one GitHub server on behalf of one token.
///
/// Cloning is cheap, and all clones share one pool of connections, one queue, and what is known of
/// rate limits. Redirects are followed on the same scheme, host and port alone, so that the token
/// goes to no other server than the one that was named.
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
    base_url: String,
    credentials: Credentials,
    user_agent: HeaderValue,
    transport: Transport,
}

impl Client {
    /// Begins to build a client; only the token must be given.
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

    /// Where requests go, without a slash at the end, for example `https://api.github.com`.
    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.0.transport
    }

    /// Whom calls speak for, unless they say otherwise.
    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    /// Puts on a request what is the same for all of them.
    pub(crate) fn sign(&self, headers: &mut HeaderMap, authorization: HeaderValue) {
        headers.remove(FOREIGN_VERSION_NAME);
        headers.insert(ACCEPT, MEDIA_TYPE);
        headers.insert(API_VERSION_NAME, API_VERSION);
        headers.insert(USER_AGENT, self.0.user_agent.clone());
        headers.insert(AUTHORIZATION, authorization);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.0.base_url).finish_non_exhaustive()
    }
}
