//! What was answered before, kept in memory for as long as the server says that it still holds.
//!
//! Nothing is served without asking: each stored answer is sent along as `If-None-Match`, and
//! served when the server says 304. Nothing is ever written to disk, because bodies hold secrets.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CACHE_CONTROL, ETAG};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

use crate::auth::Principal;
use crate::transport::Answer;

/// What an entry costs beside its own bytes, about.
const OVERHEAD: usize = 512;

/// Answers of reads, bounded by their bytes. Clones share one store.
#[derive(Clone)]
pub(crate) struct Cache(moka::sync::Cache<Key, Stored>);

/// What an answer belongs to. Two callers never share one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    url: Url,
    media_type: Option<HeaderValue>,
    api_version: Option<HeaderValue>,
    principal: Principal,
}

/// An answer that can be asked about.
#[derive(Clone)]
pub(crate) struct Stored(Arc<Parts>);

struct Parts {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    validator: HeaderValue,
}

impl Key {
    /// `None` for what is never stored: everything but a GET.
    pub(crate) fn of(request: &reqwest::Request, principal: &Principal) -> Option<Self> {
        let header = |name: &str| request.headers().get(name).cloned();
        (request.method() == Method::GET).then(|| Self {
            url: request.url().clone(),
            media_type: header(ACCEPT.as_str()),
            api_version: header("x-github-api-version"),
            principal: principal.clone(),
        })
    }

    fn weight(&self) -> usize {
        let header = |value: &Option<HeaderValue>| value.as_ref().map_or(0, HeaderValue::len);
        self.url.as_str().len() + header(&self.media_type) + header(&self.api_version)
    }
}

impl Stored {
    /// What `If-None-Match` is to say.
    pub(crate) fn validator(&self) -> &HeaderValue {
        &self.0.validator
    }

    fn weight(&self) -> usize {
        let headers = self.0.headers.iter().map(|(name, value)| name.as_str().len() + value.len());
        headers.sum::<usize>() + self.0.body.len() + OVERHEAD
    }
}

impl Cache {
    /// A store of at most `max_bytes`: bodies, headers and addresses. An answer that is larger by
    /// itself is not kept.
    pub(crate) fn new(max_bytes: u64) -> Self {
        let weigher =
            |key: &Key, stored: &Stored| u32::try_from(key.weight() + stored.weight()).unwrap_or(u32::MAX);
        Self(moka::sync::Cache::builder().max_capacity(max_bytes).weigher(weigher).build())
    }

    /// What is stored, to be asked about.
    pub(crate) fn find(&self, key: &Key) -> Option<Stored> {
        self.0.get(key)
    }

    /// Keeps `answer`, where it can be asked about: a 200 with an `ETag`, and no `no-store`.
    pub(crate) fn store(&self, key: Key, answer: &Answer) {
        let Some(validator) = answer.headers.get(ETAG) else { return };
        if answer.status != StatusCode::OK || forbids_storing(&answer.headers) {
            return;
        }
        let mut headers = answer.headers.clone();
        let passing: Vec<_> = headers.keys().filter(|name| is_of_one_answer(name)).cloned().collect();
        for name in passing {
            headers.remove(name);
        }
        let parts = Parts {
            status: answer.status,
            headers,
            // A copy, because the bytes at hand may be a small part of a large buffer.
            body: Bytes::copy_from_slice(&answer.body),
            validator: validator.clone(),
        };
        self.0.insert(key, Stored(Arc::new(parts)));
        // The bound holds now, and not at the next maintenance.
        self.0.run_pending_tasks();
    }

    /// The stored answer once more, with the headers that came with the 304: those replace what
    /// is stored, so that limits and request id are of this answer, and `Link` of the stored one.
    pub(crate) fn refreshed(&self, stored: &Stored, not_modified: &HeaderMap) -> Answer {
        let mut headers = stored.0.headers.clone();
        for name in not_modified.keys().filter(|name| !describes_a_body(name)) {
            headers.remove(name);
            for value in not_modified.get_all(name) {
                headers.append(name.clone(), value.clone());
            }
        }
        Answer { status: stored.0.status, headers, body: stored.0.body.clone() }
    }

    /// Drops what is stored for the path of `url` and below it, whoever it belongs to.
    pub(crate) fn forget(&self, url: &Url) {
        for (key, _) in &self.0 {
            if is_at_or_below(key.url.path(), url.path()) {
                self.0.invalidate(&*key);
            }
        }
        self.0.run_pending_tasks();
    }
}

/// GitHub takes names of owners and repositories in any case of letters.
fn is_at_or_below(path: &str, root: &str) -> bool {
    let Some((start, rest)) = path.split_at_checked(root.len()) else { return false };
    start.eq_ignore_ascii_case(root) && (rest.is_empty() || rest.starts_with('/'))
}

fn forbids_storing(headers: &HeaderMap) -> bool {
    let values = headers.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| part.trim().eq_ignore_ascii_case("no-store"))
}

/// Headers that say something of one exchange, and would be false later.
fn is_of_one_answer(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.starts_with("x-ratelimit-")
        || matches!(name, "date" | "age" | "retry-after" | "x-github-request-id" | "set-cookie")
        || matches!(name, "connection" | "keep-alive" | "transfer-encoding")
}

/// Headers that in a 304 speak of its own empty body.
fn describes_a_body(name: &HeaderName) -> bool {
    matches!(name.as_str(), "content-length" | "content-encoding" | "content-type" | "transfer-encoding")
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache")
            .field("entries", &self.0.entry_count())
            .field("bytes", &self.0.weighted_size())
            .finish_non_exhaustive()
    }
}
