//! The settings of a transport; the setters of `ClientBuilder` document each.

use std::sync::Arc;
use std::time::Duration;

use super::{Retry, RetryPolicy};
use crate::time::{Clock, SystemClock};

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

impl Default for Settings {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock::new()),
            retry: Arc::new(Retry::default()),
            attempt_timeout: Duration::from_secs(30),
            call_timeout: Duration::from_secs(10 * 60),
            max_body_bytes: 8 * 1024 * 1024,
            // The number that octokit uses; GitHub's own bound is 100.
            max_in_flight: Some(10),
            // GitHub's recommendation.
            write_spacing: Some(Duration::from_secs(1)),
            wait_for_limits: true,
        }
    }
}
