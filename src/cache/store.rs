//! The store: bounded by bytes, keyed by request and credential.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::header::{ACCEPT, CACHE_CONTROL, VARY};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use quick_cache::Weighter;
use quick_cache::unsync::Cache as Entries;
use url::Url;

use super::freshness::{Version, Writes};
use crate::exchange::{CredentialKey, ETag, Response, Reuse};
use crate::text::Redaction;

/// The approximate cost of an entry besides its own bytes.
const OVERHEAD: usize = 512;

/// The expected size of an entry, in bytes; only for the initial size of tables.
const EXPECTED_ENTRY: u64 = 64 * 1024;

/// Responses of reads, bounded by their bytes.
pub(crate) struct Cache(Mutex<State>);

struct State {
    entries: Entries<CacheKey, Stored, Weigh>,
    writes: Writes,
}

/// The request that a response belongs to. Two credentials never share one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct CacheKey {
    url: Url,
    media_type: Option<HeaderValue>,
    api_version: Option<HeaderValue>,
    credential: CredentialKey,
}

/// The cache's view of a request before it is sent.
pub(crate) struct Lookup {
    key: CacheKey,
    /// A response to a request that a later write overtakes is not stored.
    version: Version,
    pub(crate) stored: Option<Stored>,
}

/// A response that can be revalidated.
#[derive(Clone)]
pub(crate) struct Stored(Arc<Parts>);

struct Parts {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    validator: ETag,
    version: Version,
    reuse: Reuse,
    /// In bytes, with its key.
    weight: u64,
}

#[derive(Clone)]
struct Weigh;

impl Weighter<CacheKey, Stored> for Weigh {
    fn weight(&self, _key: &CacheKey, stored: &Stored) -> u64 {
        stored.0.weight
    }
}

impl CacheKey {
    /// `None` for a request whose response is never stored: any but a GET.
    pub(crate) fn of(request: &reqwest::Request, credential: &CredentialKey) -> Option<Self> {
        let header = |name: &str| request.headers().get(name).cloned();
        (request.method() == Method::GET).then(|| Self {
            url: request.url().clone(),
            media_type: header(ACCEPT.as_str()),
            api_version: header("x-github-api-version"),
            credential: credential.clone(),
        })
    }

    fn weight(&self) -> usize {
        let header = |value: &Option<HeaderValue>| value.as_ref().map_or(0, HeaderValue::len);
        self.url.as_str().len() + header(&self.media_type) + header(&self.api_version)
    }
}

impl Stored {
    /// Returns the value for `If-None-Match`.
    pub(crate) fn validator(&self) -> &ETag {
        &self.0.validator
    }

    /// Makes it unusable: it is not what the server has, or not what the operation returns.
    pub(crate) fn forget(&self) {
        self.0.reuse.forbid();
    }

    /// Returns the stored response with the headers of the 304, which replace stored ones: limits and
    /// request id are of this exchange, and `Link` is of the stored one.
    pub(crate) fn revalidated(&self, not_modified: &HeaderMap) -> Response {
        if forbids_storing(not_modified) {
            self.forget();
        }
        let mut headers = self.0.headers.clone();
        for name in not_modified.keys().filter(|name| !describes_a_body(name)) {
            headers.remove(name);
            for value in not_modified.get_all(name) {
                headers.append(name.clone(), value.clone());
            }
        }
        let reuse = self.0.reuse.clone();
        Response { reuse, ..Response::new(self.0.status, headers, self.0.body.clone(), Redaction::none()) }
    }
}

impl Cache {
    /// A store of at most `max_bytes`: bodies, headers and URLs. A larger response is not kept.
    pub(crate) fn new(max_bytes: u64) -> Self {
        let expected = usize::try_from(max_bytes / EXPECTED_ENTRY).unwrap_or(usize::MAX).clamp(1, 1 << 16);
        let entries = Entries::with_weighter(expected, max_bytes, Weigh);
        Self(Mutex::new(State { entries, writes: Writes::default() }))
    }

    /// Looks up the stored response to a request that is about to be sent; none if a write affected it, or its reuse was
    /// forbidden.
    pub(crate) fn lookup(&self, key: CacheKey) -> Lookup {
        let state = self.state();
        let is_usable = |stored: &&Stored| {
            stored.0.reuse.is_allowed() && state.writes.is_fresh(key.url.path(), stored.0.version)
        };
        let stored = state.entries.get(&key).filter(is_usable).cloned();
        Lookup { version: state.writes.now(), stored, key }
    }

    /// Stores `response` if it can be revalidated (a 200 with one valid `ETag`, and without `no-store` and `Vary: *`),
    /// and no write affected it since the lookup.
    pub(crate) fn store(&self, lookup: Lookup, response: &mut Response) {
        let Lookup { key, version, .. } = lookup;
        let Some(validator) = ETag::of(&response.headers) else { return };
        if response.status != StatusCode::OK || forbids_storing(&response.headers) {
            return;
        }
        let mut headers = response.headers.clone();
        let transient: Vec<_> = headers.keys().filter(|name| is_transient(name)).cloned().collect();
        for name in transient {
            headers.remove(name);
        }
        let bytes = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum::<usize>()
            + response.body.len()
            + key.weight()
            + OVERHEAD;
        let mut state = self.state();
        if !state.writes.is_fresh(key.url.path(), version) {
            return;
        }
        response.reuse = Reuse::allowed();
        let parts = Parts {
            status: response.status,
            headers,
            // A copy: the bytes at hand may be a small part of a large buffer.
            body: Bytes::copy_from_slice(&response.body),
            validator,
            version,
            reuse: response.reuse.clone(),
            weight: u64::try_from(bytes).unwrap_or(u64::MAX),
        };
        state.entries.insert(key, Stored(Arc::new(parts)));
    }

    /// Makes the responses for the path of `url` and below it unusable, of all credentials.
    pub(crate) fn invalidate(&self, url: &Url) {
        self.state().writes.record(url.path());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many bytes are stored.
    #[cfg(test)]
    pub(super) fn weight(&self) -> u64 {
        self.state().entries.weight()
    }
}

fn forbids_storing(headers: &HeaderMap) -> bool {
    let contains = |name: HeaderName, member: &str| {
        let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).any(|part| part.trim().eq_ignore_ascii_case(member))
    };
    contains(CACHE_CONTROL, "no-store") || contains(VARY, "*")
}

/// Returns whether a header is about one exchange, and would be false for a later one.
fn is_transient(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.starts_with("x-ratelimit-")
        || matches!(name, "date" | "age" | "retry-after" | "x-github-request-id" | "set-cookie")
        || matches!(name, "connection" | "keep-alive" | "transfer-encoding")
}

/// Returns whether a header of a 304 describes its own empty body.
fn describes_a_body(name: &HeaderName) -> bool {
    matches!(name.as_str(), "content-length" | "content-encoding" | "content-type" | "transfer-encoding")
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Cache")
            .field("entries", &state.entries.len())
            .field("bytes", &state.entries.weight())
            .finish_non_exhaustive()
    }
}
