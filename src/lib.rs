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
//! have been applied](Error::may_have_been_applied). Nothing is sent again by itself.
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
mod call;
mod check;
mod client;
mod decode;
mod error;
#[rustfmt::skip]
mod generated;
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
pub use client::{Client, ClientBuilder};
pub use error::{Error, ErrorDetail, ErrorKind};
pub use github_secret_scanning_generated::{
    Secret, UnknownObject, UnknownValue, expose_secrets, types as models,
};
pub use pagination::{Items, Page, Pages, Rejected, Resume};
pub use pattern_configurations::{EnterprisePatternConfigurations, OrgPatternConfigurations};
pub use push_rule_bypass_requests::PushRuleBypassRequestScope;
pub use rate_limit::RateLimit;
pub use scope::{Enterprise, Org, Repo};
pub use secrecy::SecretString;
pub use secret_bypass_requests::SecretBypassRequestScope;

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
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeSnippets;
