//! Sends requests: permits, rate limits, retries, redirects, deadlines, and the cache.
//!
//! For each attempt, in this order: the deadline of the call, the token, the rate limits of the
//! credential, the write lane, a permit, the rate limits once more, and then the network. The response
//! decides about another attempt.

mod attempt;
mod deadline;
mod observe;
mod outcome;
mod permits;
mod pipeline;
mod pools;
mod rate_limits;
mod redirect;
mod retry;
mod settings;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::{RequestBuilders, operations};
use http::HeaderMap;
use http::header::{ACCEPT, AUTHORIZATION, HeaderName, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};
use tracing::Instrument;

#[cfg(test)]
pub(crate) use attempt::ERROR_BODY_TIME;
pub(crate) use observe::malformed_items;
pub(crate) use pools::Pools;
pub use retry::{AtMost, FailedAttempt, OnlyIf, Retry, RetryPolicy};
pub(crate) use settings::Settings;

use crate::cache::Cache;
use crate::error::Error;
use crate::exchange::{Condition, CredentialKey, RequestHead, Response};
use crate::panics::{UNKNOWN, contain_future};
use crate::text::Redaction;
use crate::time::Clock;
use deadline::Deadline;
use permits::Permits;
use pipeline::Pipeline;
use rate_limits::RateLimits;

/// GitHub's media type, which guarantees the documented response bodies.
const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/vnd.github+json");

const API_VERSION: HeaderValue = HeaderValue::from_static(operations::API_VERSION);
const API_VERSION_NAME: HeaderName = HeaderName::from_static("x-github-api-version");

/// The longest token, in bytes: servers accept about as much in all headers together, and masking takes many times as much
/// memory.
const LONGEST_TOKEN: usize = 16 * 1024;

/// Supplies the token of each request.
///
/// The transport is an argument, because fetching a token can itself be a request.
pub(crate) trait TokenSource: Send + Sync {
    /// Returns the identity that rate limits and the cache are keyed by.
    fn credential_key(&self) -> &CredentialKey;

    /// Returns the token to send with.
    fn token<'a>(&'a self, transport: &'a Arc<Transport>) -> BoxFuture<'a, Result<SecretString, Error>>;

    /// Returns another token than `refused`; `None` if there is no other.
    fn refresh<'a>(
        &'a self,
        transport: &'a Arc<Transport>,
        refused: &'a SecretString,
    ) -> BoxFuture<'a, Result<Option<SecretString>, Error>>;

    /// Returns the error of a call whose deadline passed while it waited for a token.
    fn deadline_exceeded(&self) -> Error;

    /// Records what a request with a token of this source waits for, after `sent` attempts, and the failure of the last
    /// one if it is known. For the error of another call that waits for the result.
    fn request_waits(&self, awaited: &'static str, sent: u32, failed: Option<&Error>) {
        let _ = (awaited, sent, failed);
    }
}

/// The connections to one server, and the state that all requests to it share.
pub(crate) struct Transport {
    pools: Pools,
    base_url: String,
    request_builders: RequestBuilders,
    /// The headers of every request but `Authorization`.
    headers: HeaderMap,
    clock: Arc<dyn Clock>,
    permits: Permits,
    rate_limits: RateLimits,
    cache: Option<Cache>,
    /// That of the last token: most requests have the same, and its preparation is kept.
    redaction: Mutex<Redaction>,
    retry: Arc<dyn RetryPolicy>,
    attempt_timeout: Duration,
    call_timeout: Duration,
    max_body_bytes: usize,
    wait_for_limits: bool,
}

impl Transport {
    /// `pools` must neither follow redirects nor retry, and `base_url` has no slash at its end.
    pub(crate) fn new(
        pools: Pools,
        base_url: String,
        user_agent: HeaderValue,
        settings: Settings,
        cache: Option<Cache>,
    ) -> Arc<Self> {
        let Settings { clock, retry, attempt_timeout, call_timeout, .. } = settings;
        let permits = Permits::new(Arc::clone(&clock), settings.max_in_flight, settings.write_spacing);
        let headers = [(ACCEPT, MEDIA_TYPE), (API_VERSION_NAME, API_VERSION), (USER_AGENT, user_agent)];
        Arc::new(Self {
            request_builders: RequestBuilders::new(&base_url, pools.builder().clone()),
            pools,
            base_url,
            headers: headers.into_iter().collect(),
            clock,
            permits,
            rate_limits: RateLimits::default(),
            cache,
            redaction: Mutex::default(),
            retry,
            attempt_timeout,
            call_timeout,
            max_body_bytes: settings.max_body_bytes,
            wait_for_limits: settings.wait_for_limits,
        })
    }

    /// Returns the base URL of the API, without a slash at its end.
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    pub(crate) fn request_builders(&self) -> &RequestBuilders {
        &self.request_builders
    }

    /// Returns the builder of requests that are not generated.
    pub(crate) fn http(&self) -> &reqwest::Client {
        self.pools.builder()
    }

    #[cfg(feature = "app")]
    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Sends `request` with the tokens of `tokens`, in as many attempts as allowed, and returns a
    /// success, or a 304 to a conditional request.
    ///
    /// Dropping the future ends everything: nothing continues in the background, and its permits are
    /// released.
    pub(crate) async fn send(
        self: &Arc<Self>,
        head: RequestHead,
        request: reqwest::Request,
        condition: Condition,
        tokens: &dyn TokenSource,
    ) -> Result<Response, Error> {
        let span = observe::call_span(head, request.url().host_str().unwrap_or_default());
        let mut pipeline = None;
        let run = async {
            let deadline = Deadline::after(&self.clock, self.call_timeout);
            pipeline.insert(Pipeline::new(self, tokens, head, request, condition, deadline)).run().await
        };
        let result = match contain_future(UNKNOWN, run.instrument(span.clone())).await {
            Ok(result) => result,
            Err(panicked) => Err(match &pipeline {
                Some(pipeline) => pipeline.panicked(panicked),
                None => Error::panicked(panicked).in_operation(head),
            }),
        };
        observe::call_ended(&span, &result);
        result
    }

    /// Returns what masks `token` in the response to a request with it.
    fn redaction(&self, token: &SecretString) -> Redaction {
        let mut last = self.redaction.lock().unwrap_or_else(PoisonError::into_inner);
        if !last.is_of(token) {
            *last = last.followed_by(token);
        }
        last.clone()
    }

    /// Sets the headers that every request has.
    fn set_headers(&self, headers: &mut HeaderMap, authorization: HeaderValue) {
        headers.extend(self.headers.clone());
        headers.insert(AUTHORIZATION, authorization);
    }
}

/// Returns the value of `Authorization` for `token`, or the reason why there is none.
pub(crate) fn authorization(token: &SecretString) -> Result<HeaderValue, &'static str> {
    let token = token.expose_secret();
    if token.is_empty() {
        return Err("must not be empty");
    }
    if token.len() > LONGEST_TOKEN {
        return Err("must have at most 16,384 characters");
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("must be visible ASCII without spaces (is there a line break at its end?)");
    }
    let mut value =
        HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| "must be valid in a header")?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // reqwest's own form shows default headers and proxies.
        f.debug_struct("Transport").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
