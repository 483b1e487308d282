//! What every request goes through on its way: when it may go, when it goes again, and what is
//! said of it.
//!
//! For each attempt, in this order: the deadline of the call, the token, the limits of the caller,
//! the turn of a write, a place among the requests on their way, the limits once more, and then the
//! network. What came back decides what comes next.

mod attempt;
mod clock;
mod deadline;
mod limits;
mod observe;
mod outcome;
mod pipeline;
mod queue;
mod redirect;
mod retry;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use github_secret_scanning_generated::Operation;
use http::{HeaderMap, HeaderValue, StatusCode};
use tracing::Instrument;

pub(crate) use attempt::Failure;
pub use clock::Clock;
#[cfg(test)]
pub(crate) use clock::manual::ManualClock;
pub(crate) use clock::{SystemClock, date};
pub use retry::{AtMost, FailedAttempt, OnlyIf, Retry, RetryPolicy};

use crate::auth::Credentials;
use crate::cache::Cache;
use crate::client::Client;
use crate::error::Error;
use deadline::Deadline;
use limits::Limits;
use pipeline::{Pipeline, Progress};
use queue::Queue;

/// The way to one server, with all that its requests share.
pub(crate) struct Transport {
    http: reqwest::Client,
    clock: Arc<dyn Clock>,
    queue: Queue,
    limits: Limits,
    cache: Option<Cache>,
    retry: Arc<dyn RetryPolicy>,
    attempt_timeout: Duration,
    call_timeout: Duration,
    max_body_bytes: usize,
    wait_for_limits: bool,
}

/// How a transport behaves; the builder's setters say what each means.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retry: Arc<dyn RetryPolicy>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) call_timeout: Duration,
    pub(crate) max_body_bytes: usize,
    pub(crate) max_in_flight: Option<usize>,
    pub(crate) write_spacing: Option<Duration>,
    pub(crate) wait_for_limits: bool,
}

/// Under which condition a call wants a body.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    /// Always; whether it is stored here already is not the caller's business.
    None,
    /// Only if it is no longer what has this validator. The call goes past the cache.
    IfNoneMatch(HeaderValue),
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// What a call came to: a success, or a 304 that the caller's condition asked for.
pub(crate) struct Delivered {
    pub(crate) answer: Answer,
    /// How many requests it took.
    pub(crate) attempts: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock::new()),
            retry: Arc::new(Retry::default()),
            attempt_timeout: Duration::from_secs(30),
            call_timeout: Duration::from_secs(10 * 60),
            max_body_bytes: 32 * 1024 * 1024,
            // octokit's number; GitHub's own bound is a hundred.
            max_in_flight: Some(10),
            // GitHub's advice.
            write_spacing: Some(Duration::from_secs(1)),
            wait_for_limits: true,
        }
    }
}

impl Transport {
    /// `http` must follow no redirects and repeat nothing by itself.
    pub(crate) fn new(http: reqwest::Client, settings: Settings, cache: Option<Cache>) -> Self {
        let Settings { clock, retry, attempt_timeout, call_timeout, .. } = settings;
        let queue = Queue::new(Arc::clone(&clock), settings.max_in_flight, settings.write_spacing);
        Self {
            http,
            clock,
            queue,
            limits: Limits::default(),
            cache,
            retry,
            attempt_timeout,
            call_timeout,
            max_body_bytes: settings.max_body_bytes,
            wait_for_limits: settings.wait_for_limits,
        }
    }

    /// The client that the generated code builds its requests with.
    pub(crate) fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// The clock that all of this crate's own waits go by.
    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Sends `request` on behalf of `credentials`, as often as it takes.
    ///
    /// Dropping the future ends all of it: nothing goes on in the background, and its place in the
    /// queue is the next one's.
    pub(crate) async fn run(
        &self,
        client: &Client,
        credentials: &Credentials,
        request: reqwest::Request,
        operation: &'static Operation,
        condition: Condition,
    ) -> Result<Delivered, Error> {
        let span = observe::call(operation, request.url().host_str().unwrap_or_default());
        let pipeline = Pipeline {
            transport: self,
            client,
            credentials,
            operation,
            condition,
            request,
            deadline: Deadline::after(&self.clock, self.call_timeout),
            progress: Progress::default(),
        };
        let result = pipeline.run().instrument(span.clone()).await;
        observe::ended(&span, &result);
        result
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // reqwest's own shows default headers and proxies.
        f.debug_struct("Transport").finish_non_exhaustive()
    }
}
