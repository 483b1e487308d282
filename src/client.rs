//! The client: whom a request speaks for, and to which server.

mod base_url;
mod builder;

use std::fmt;
use std::sync::Arc;

use http::HeaderMap;
use http::header::{ACCEPT, AUTHORIZATION, HeaderName, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};

pub use builder::ClientBuilder;

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
/// Cloning is cheap, and all clones share one pool of connections. Redirects are never followed,
/// so that the token goes to no other host than the one that was named.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    base_url: String,
    token: SecretString,
    authorization: HeaderValue,
    user_agent: HeaderValue,
    transport: Transport,
}

impl Client {
    /// Begins to build a client; only the token must be given.
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

    /// For masking alone: nothing but the `Authorization` header may carry it.
    pub(crate) fn token(&self) -> &str {
        self.0.token.expose_secret()
    }

    /// Puts on a request what is the same for all of them.
    pub(crate) fn sign(&self, headers: &mut HeaderMap) {
        headers.remove(FOREIGN_VERSION_NAME);
        headers.insert(ACCEPT, MEDIA_TYPE);
        headers.insert(API_VERSION_NAME, API_VERSION);
        headers.insert(USER_AGENT, self.0.user_agent.clone());
        headers.insert(AUTHORIZATION, self.0.authorization.clone());
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.0.base_url).finish_non_exhaustive()
    }
}
