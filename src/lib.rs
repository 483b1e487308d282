//! Typed client for GitHub's secret-scanning and push-protection endpoints: alerts and their
//! locations, pattern configurations, and bypass requests for secret scanning and push rules.
//!
//! ```no_run
//! use github_secret_scanning::{Client, models::{AlertState, Resolution}};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let github = Client::builder().token(std::env::var("GITHUB_TOKEN")?).build()?;
//! let repo = github.repo("acme", "widgets")?;
//!
//! let mut open = repo.alerts().state(AlertState::Open).stream();
//! while let Some(alert) = open.try_next().await? {
//!     println!("#{} {:?}", alert.number, alert.secret_type);
//! }
//! repo.alert(42).resolve(Resolution::Revoked).comment("rotated").send().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # How it is laid out
//!
//! A [`Client`] speaks for one token to one server. From it come scopes, [`Repo`], [`Org`] and
//! [`Enterprise`], whose names are checked once; from those come requests ([`requests`]), which
//! are sent with `.send().await` or just `.await`. Answers are [`models`]. The runtime must be
//! tokio.
//!
//! # Lists
//!
//! Every list offers the same three: `.page()` asks for one [`Page`], `.pages()` walks them
//! ([`Pages`]), `.stream()` walks the items ([`Items`]). A malformed entry never costs its
//! neighbours: it stands in [`Page::rejected`], and comes as one `Err` in a stream that goes on.
//! [`Resume`] names a place in a list as a string that another process can go on from.
//!
//! # Errors
//!
//! There is one [`Error`]. Branch on its [`kind`](Error::kind); ask it whether the request
//! [may be sent again](Error::is_retryable), [when](Error::retry_after), and whether a write [may
//! have been applied](Error::may_have_been_applied).
//!
//! # Waiting, and trying again
//!
//! A client sends at most [10 requests](ClientBuilder::max_in_flight) at once, and writes one at a
//! time, [a second apart](ClientBuilder::write_spacing). It [waits for rate
//! limits](ClientBuilder::wait_for_limits), and repeats what was refused for one. Reads that fail
//! for a reason that may pass are [tried again](ClientBuilder::retry), three times by default. A
//! write is repeated only where the server has certainly not acted on it. All of that counts towards
//! the [time of a call](ClientBuilder::call_timeout), 10 minutes by default, and ends when its
//! future is dropped.
//!
//! # Logs
//!
//! Every call is a `tracing` span (`github.call`), with an event for each attempt, retry, wait and
//! renewed token, under OpenTelemetry's names for HTTP. No token, header, body or value of a query
//! is in them, and of a path only its template.
//!
//! # Secrets
//!
//! Neither the token nor a detected [`Secret`] is ever in `Debug`, `Display`, an error, or
//! serialised output. [`Secret::expose`] reads one, and [`expose_secrets`] lets them be written
//! out. To keep them out of the process altogether, ask with `.hide_secret(true)`.
//!
//! # What GitHub changes
//!
//! A value of an enum that this version does not know decodes as `Other`, keeps its text
//! ([`UnknownValue`]), and is written back unchanged. Unknown fields are passed over, and almost
//! all known ones are optional, so that older servers decode as well.

mod alerts;
mod auth;
mod cache;
mod call;
mod check;
mod client;
mod decode;
mod error;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
#[rustfmt::skip]
mod generated;
mod if_changed;
mod link;
mod locations;
mod name;
mod pagination;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod rate_limit;
mod scope;
mod secret_bypass_requests;
mod transport;

pub use alerts::AlertScope;
pub use auth::{App, AppKey, TokenProvider};
pub use client::{Client, ClientBuilder};
pub use error::{Error, ErrorDetail, ErrorKind};
pub use github_secret_scanning_generated::{
    Secret, UnknownObject, UnknownValue, expose_secrets, types as models,
};
pub use if_changed::{ETag, IfChanged};
pub use pagination::{Items, Page, Pages, Rejected, Resume};
pub use pattern_configurations::{EnterprisePatternConfigurations, OrgPatternConfigurations};
pub use push_rule_bypass_requests::PushRuleBypassRequestScope;
pub use rate_limit::RateLimit;
pub use scope::{Enterprise, Org, Repo};
pub use secrecy::SecretString;
pub use secret_bypass_requests::SecretBypassRequestScope;
pub use transport::{AtMost, Clock, FailedAttempt, OnlyIf, Retry, RetryPolicy};

/// The request types, one for each operation; made by the methods of the scopes.
pub mod requests {
    pub use crate::generated::*;
}

/// The machine-written crate below this one, for what this one does not offer.
///
/// Not covered by the semver promise. Its errors print whole bodies, detected secrets included:
/// never log them.
pub mod raw {
    pub use github_secret_scanning_generated::*;
    pub use reqwest;

    /// Makes connections by settings of reqwest's own, for what [`ClientBuilder`] has no setter for.
    ///
    /// What this crate relies on is set last: no redirects, no retries and no log of bytes by
    /// reqwest, no `Referer`, the timeouts, and whatever else was set on `builder`. Only one client
    /// can be built with it: of clones of the builder, the first one.
    ///
    /// [`ClientBuilder`]: crate::ClientBuilder
    pub fn with_http(builder: crate::ClientBuilder, http: reqwest::ClientBuilder) -> crate::ClientBuilder {
        builder.with_http(http)
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeSnippets;
