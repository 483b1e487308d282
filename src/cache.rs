//! Responses kept in memory, which are revalidated before each use.
//!
//! Each stored response is sent along as `If-None-Match`, and served when the server responds with
//! 304 about it. One that turns out to be faulty is not served again: [`Reuse`](crate::exchange::Reuse). Nothing is
//! written to disk, because bodies contain secrets.

#[cfg(feature = "cache")]
mod freshness;
#[cfg(feature = "cache")]
mod store;
#[cfg(test)]
#[cfg(feature = "cache")]
mod tests;

#[cfg(feature = "cache")]
pub(crate) use store::{Cache, CacheKey, Lookup};

#[cfg(not(feature = "cache"))]
pub(crate) use disabled::{Cache, CacheKey, Lookup};

/// The same types without a value, so that a build without the feature has no branch for them.
#[cfg(not(feature = "cache"))]
mod disabled {
    use http::HeaderMap;
    use url::Url;

    use crate::exchange::{CredentialKey, ETag, Response};

    pub(crate) enum Cache {}
    pub(crate) enum CacheKey {}
    pub(crate) enum Stored {}

    pub(crate) struct Lookup {
        pub(crate) stored: Option<Stored>,
    }

    impl CacheKey {
        pub(crate) fn of(_request: &reqwest::Request, _credential: &CredentialKey) -> Option<Self> {
            None
        }
    }

    impl Stored {
        pub(crate) fn validator(&self) -> &ETag {
            match *self {}
        }

        pub(crate) fn forget(&self) {
            match *self {}
        }

        pub(crate) fn revalidated(&self, _not_modified: &HeaderMap) -> Response {
            match *self {}
        }
    }

    impl Cache {
        pub(crate) fn lookup(&self, _key: CacheKey) -> Lookup {
            match *self {}
        }

        pub(crate) fn store(&self, _lookup: Lookup, _response: &mut Response) {
            match *self {}
        }

        pub(crate) fn invalidate(&self, _url: &Url) {
            match *self {}
        }
    }
}
