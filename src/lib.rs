//! Typed client for GitHub's secret-scanning and push-protection endpoints: alerts and their
//! locations, pattern configurations, and bypass requests for secret scanning and push rules.
//!
//! - **Nothing leaks.** A detected secret and the token are redacted in `Debug`, in errors and in
//!   serialised output. Reading a secret, and writing one out, is an explicit call by name.
//! - **Nothing breaks tomorrow.** An enum value or a kind of location that GitHub adds decodes, keeps
//!   its text, and writes back unchanged. One malformed item never loses a page.
//! - **Errors for the person on call.** Which operation, which status, GitHub's own message and link,
//!   the request id, which permission is missing, and whether it is safe to send it again.
//! - **A fake for tests.** The crate `github-secret-scanning-fake` has a stateful fake of every
//!   operation on loopback, so that a service's tests need no token and no network.
//!
//! # Quickstart
//!
//! ```no_run
//! use github_secret_scanning::Client;
//! use github_secret_scanning::models::{AlertState, Resolution};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let github = Client::builder().token(std::env::var("GITHUB_TOKEN")?).build()?;
//! let repo = github.repo("acme", "widgets")?;                  // or repo_by_full_name("acme/widgets")
//!
//! let mut open = repo.alerts().state(AlertState::Open).stream();
//! while let Some(alert) = open.try_next().await? {
//!     let place = alert.first_location_detected.map(|place| place.to_string());   // src/main.rs:12
//!     println!("#{} {:?} {place:?}", alert.number, alert.secret_type_display_name);
//! }
//! repo.alert(42).resolve(Resolution::Revoked).comment("rotated").send().await?;      // a write
//! # Ok(())
//! # }
//! ```
//!
//! A [`Client`] speaks for one identity to one server, and is cheap to clone. From it come scopes:
//! [`Repo`], [`Org`] and [`Enterprise`]. Their names are checked there, once; no name can change the
//! path of a request. From those come [`requests`], which are sent with `.send().await`, or just
//! `.await`. Answers are [`models`]. The runtime must be tokio.
//!
//! # Which call for which endpoint
//!
//! `repo` is `github.repo(owner, name)?`, `org` is `github.org(name)?`, and `enterprise` is
//! `github.enterprise(slug)?`.
//!
//! | call | endpoint | fine-grained permission | classic scope |
//! | --- | --- | --- | --- |
//! | [`enterprise.alerts()`](Enterprise::alerts) | `GET /enterprises/{enterprise}/secret-scanning/alerts` | none works | `repo` or `security_events` |
//! | [`org.alerts()`](Org::alerts) | `GET /orgs/{org}/secret-scanning/alerts` | `secret_scanning_alerts=read` | `repo` or `security_events` |
//! | [`repo.alerts()`](Repo::alerts) | `GET /repos/{owner}/{repo}/secret-scanning/alerts` | `secret_scanning_alerts=read` | `repo` or `security_events` |
//! | [`repo.alert(n).get()`](AlertScope::get) | `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}` | `secret_scanning_alerts=read` | `repo` or `security_events` |
//! | [`repo.alert(n).update()`](AlertScope::update), `.resolve(…)`, `.reopen()`, `.assign(…)`, `.unassign()` | `PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}` | `secret_scanning_alerts=write` | `repo` or `security_events` |
//! | [`repo.alert(n).locations()`](AlertScope::locations) | `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations` | `secret_scanning_alerts=read` | `repo` or `security_events` |
//! | [`org.pattern_configurations().get()`](OrgPatternConfigurations::get) | `GET /orgs/{org}/secret-scanning/pattern-configurations` | `organization_administration=write` | `write:org` |
//! | [`org.pattern_configurations().update()`](OrgPatternConfigurations::update), `.change(…)` | `PATCH /orgs/{org}/secret-scanning/pattern-configurations` | `organization_administration=write` | `write:org` |
//! | [`enterprise.pattern_configurations().get()`](EnterprisePatternConfigurations::get) | `GET /enterprises/{enterprise}/secret-scanning/pattern-configurations` | none works | `admin:enterprise` |
//! | [`enterprise.pattern_configurations().update()`](EnterprisePatternConfigurations::update), `.change(…)` | `PATCH /enterprises/{enterprise}/secret-scanning/pattern-configurations` | none works | `admin:enterprise` |
//! | [`org.secret_bypass_requests()`](Org::secret_bypass_requests) | `GET /orgs/{org}/bypass-requests/secret-scanning` | `secret_scanning_alerts=read` | `security_events` |
//! | [`repo.secret_bypass_requests()`](Repo::secret_bypass_requests) | `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning` | `secret_scanning_alerts=read` | `security_events` |
//! | [`repo.secret_bypass_request(n).get()`](SecretBypassRequestScope::get) | `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}` | `secret_scanning_alerts=read` | `security_events` |
//! | [`repo.secret_bypass_request(n).approve(…)`](SecretBypassRequestScope::review), `.deny(…)`, `.review(…)` | `PATCH /repos/{owner}/{repo}/bypass-requests/secret-scanning/{bypass_request_number}` | `secret_scanning_alerts=read` | `security_events` |
//! | [`repo.dismiss_secret_bypass_response(id)`](Repo::dismiss_secret_bypass_response) | `DELETE /repos/{owner}/{repo}/bypass-responses/secret-scanning/{bypass_response_id}` | `secret_scanning_alerts=read` | `security_events` |
//! | [`repo.push_rule_bypass_requests()`](Repo::push_rule_bypass_requests) | `GET /repos/{owner}/{repo}/bypass-requests/push-rules` | `contents=write` | not said |
//! | [`repo.push_rule_bypass_request(n).get()`](PushRuleBypassRequestScope::get) | `GET /repos/{owner}/{repo}/bypass-requests/push-rules/{bypass_request_number}` | `contents=write` | not said |
//!
//! Fine-grained permissions are written as GitHub's `X-Accepted-GitHub-Permissions` header has them.
//! Each request's page says more: the filters, the checks, and the versions that know it.
//!
//! # Pages, streams, and what a rejected item is
//!
//! Every list offers the same three: `.page()` asks for one [`Page`], `.pages()` walks them
//! ([`Pages`]), `.stream()` walks the items ([`Items`]). Nothing is asked for before it is polled for.
//!
//! - A **malformed entry** never costs its neighbours. It stands in [`Page::rejected`] with its index
//!   and the path of what was wrong, and comes as one `Err` in a stream, which then goes on. An `Err`
//!   of a failed request ends the stream.
//! - [`Page::next`], and `resume()` of a walk, name the place to go on from as a [`ResumeToken`]: a string
//!   that another process can keep and hand to `.resume(…)`.
//! - Where a list is changed while it is walked, numbered pages shift. Against entries that come, sort
//!   by creation, oldest first. Against entries that leave, also by your own writes, ask
//!   `.by_cursor()` where a list has cursors; else read the whole list first, and write then.
//!
//! ```no_run
//! # async fn example(org: github_secret_scanning::Org) -> Result<(), github_secret_scanning::Error> {
//! let mut pages = org.alerts().per_page(100).pages();
//! while let Some(page) = pages.try_next().await? {
//!     for alert in &page.items {
//!         println!("#{}", alert.number);
//!     }
//!     for rejected in page.malformed {
//!         eprintln!("left out: {}", github_secret_scanning::Error::from(rejected));
//!     }
//!     println!("kept for next time: {:?}", page.next.map(|next| next.to_string()));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Other endpoints
//!
//! [`Client::request`] sends a request to an endpoint that this crate does not model, like every other
//! call: with the same credentials, rate limits, cache, write lane, retries and redirects. Errors and
//! spans contain the path template, never the values in it. Switching secret scanning on:
//!
//! ```no_run
//! use github_secret_scanning::Method;
//! use serde_json::json;
//!
//! # async fn example(github: github_secret_scanning::Client) -> Result<(), github_secret_scanning::Error> {
//! github
//!     .request(Method::PATCH, "/repos/{owner}/{repo}")
//!     .path("owner", "acme")
//!     .path("repo", "widgets")
//!     .json(&json!({ "security_and_analysis": { "secret_scanning": { "status": "enabled" } } }))
//!     .idempotent()                           // retried also after a failure with an unknown outcome
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! The [response](CustomResponse) has the status, headers and bytes, and decodes into a caller's type;
//! [`list`](CustomRequest::list) follows `Link` headers, by page and by item.
//!
//! # Errors
//!
//! There is one [`Error`], one word wide. Branch on its [`kind`](Error::kind); its `Display` is one
//! line for a log.
//!
//! ```no_run
//! # async fn example(repo: github_secret_scanning::Repo) {
//! use github_secret_scanning::ErrorKind;
//! use github_secret_scanning::models::Resolution;
//!
//! match repo.alert(42).resolve(Resolution::Revoked).send().await {
//!     Ok(alert) => println!("now {:?}", alert.state),
//!     // The server may have acted: look before sending a write again.
//!     Err(error) if error.outcome_unknown() => println!("in doubt, read it first: {error}"),
//!     // It has not, and the same request may fare better later.
//!     Err(error) if error.is_retryable() => println!("again in {:?}: {error}", error.retry_after()),
//!     // All of these come out the same the next time.
//!     Err(error) => match error.kind() {
//!         ErrorKind::NotFound => println!("no such alert, or secret scanning is off, or not for this token"),
//!         ErrorKind::Forbidden => println!("needs {:?}", error.needed_permissions()),
//!         ErrorKind::Validation => println!("refused: {:?}", error.details()),
//!         _ => println!("{error} (request {:?})", error.request_id()),
//!     },
//! }
//! # }
//! ```
//!
//! # Testing your service
//!
//! `FakeGitHub` of the crate `github-secret-scanning-fake`, a dev-dependency, is a fake on a free port of
//! loopback: it filters, sorts and pages, refuses what GitHub refuses, keeps what a write changes, and
//! fails when a test schedules it. `tests/stale_bypass_bot.rs` in the repository is a whole service
//! with its tests.
//!
//! ```
//! use github_secret_scanning::models::{Alert, AlertState, Resolution};
//! use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start()?;
//! fake.fail_next(1, &operations::GET_ALERT, Failure::status(503));
//!
//! let repo = fake.client()?.repo("acme", "widgets")?;          // a client as a service would have it
//! repo.alert(42).resolve(Resolution::Revoked).await?;
//! assert_eq!(repo.alert(42).get().await?.state, Some(AlertState::Resolved));
//! assert_eq!(fake.received_for(&operations::GET_ALERT).len(), 2);     // the read was tried again
//! # Ok(())
//! # }
//! ```
//!
//! Its module `mock` has typed helpers for `httpmock` instead, one for each operation; the crate's front
//! page has when to use which.
//!
//! # Authentication
//!
//! [`token`](ClientBuilder::token) takes a personal, fine-grained or installation token.
//! [`token_provider`](ClientBuilder::token_provider) asks a service's own vault.
//! [`app`](ClientBuilder::app) is a GitHub App, whose installation tokens are fetched once however
//! many calls wait, renewed before they end, and once after a 401:
//!
#![cfg_attr(feature = "app", doc = "```no_run")]
#![cfg_attr(not(feature = "app"), doc = "```ignore")]
//! use github_secret_scanning::{App, AppKey, Client};
//!
//! # fn example() -> Result<(), github_secret_scanning::Error> {
//! let key = AppKey::file("/run/secrets/app.pem");
//! let app = App::new("Iv1.0123456789abcdef", key).installation_of_org("acme");
//! let github = Client::builder().app(app).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Limits, retries and timeouts
//!
//! All of these hold for a client and its clones, and can be set or switched off on the
//! [builder](ClientBuilder).
//!
//! | what | default | setter |
//! | --- | --- | --- |
//! | requests in flight | 10 | [`max_in_flight`](ClientBuilder::max_in_flight) |
//! | writes | one at a time, 1 s apart | [`write_spacing`](ClientBuilder::write_spacing) |
//! | a rate limit | every request of the credential waits for as long as GitHub says | [`wait_for_limits`](ClientBuilder::wait_for_limits) |
//! | retries, of what is safe to repeat | 3, after random pauses of up to 0.5, 1 and 2 s | [`retry`](ClientBuilder::retry) |
//! | timeouts | 10 s to connect, 30 s an attempt, 10 minutes a call with all its waits | [`connect_timeout`](ClientBuilder::connect_timeout), [`attempt_timeout`](ClientBuilder::attempt_timeout), [`call_timeout`](ClientBuilder::call_timeout) |
//! | the largest answer | 32 MiB, decompressed | [`max_body_bytes`](ClientBuilder::max_body_bytes) |
//! | stored answers, asked for again with `If-None-Match` | none | [`cache`](ClientBuilder::cache) |
//!
//! A write is repeated only where the server has certainly not acted on it. Redirects are followed on
//! the same scheme, host and port. Plain `http` goes to loopback alone, unless
//! [allowed](ClientBuilder::allow_plain_http). All waits count towards the time of the call, and end
//! when its future is dropped.
//!
//! Every call is a `tracing` span (`github.call`), with an event for each attempt, retry, wait and
//! renewed token, under OpenTelemetry's names for HTTP. No token, header, body or value of a query is
//! in them, and of a path only its template.
//!
//! # Secrets
//!
//! Neither the token nor a detected [`Secret`] is ever in `Debug`, `Display`, an error, or serialised
//! output. [`Secret::expose`] reads one, and [`expose_secrets`] lets them be written out. To keep them
//! out of the process altogether, ask with `.hide_secret(true)`.
//!
//! # Features
//!
//! | feature | what | default |
//! | --- | --- | --- |
//! | `app` | authentication as a GitHub App | yes |
//! | `cache` | the in-memory cache of responses | yes |
//! | `rustls` | TLS by rustls, with the platform's certificate verifier | yes |
//! | `native-tls` | TLS by the platform's own library; alone with `default-features = false`, for with both it is rustls | |
//!
//! # Supported versions
//!
//! | server | set by |
//! | --- | --- |
//! | github.com: alerts, and the pattern configurations of an organization | the default |
//! | Enterprise Cloud: all of it | the default |
//! | GHE.com | [`ghe_com("octocorp")`](ClientBuilder::ghe_com) |
//! | Enterprise Server 3.17 to 3.19 (pattern configurations: 3.19) | [`enterprise_server("github.example.com")`](ClientBuilder::enterprise_server) |
//! | anything else | [`base_url("https://…")`](ClientBuilder::base_url), taken as it is |
//!
//! Times are `DateTime<Utc>` of `chrono` 0.4. Rust 1.88 and later. API version `2022-11-28`. Older
//! payloads decode too; a call that a server does not know gives [`NotFound`](ErrorKind::NotFound).
//! Switching secret scanning on or off is a property of a repository: see [Other
//! endpoints](#other-endpoints).
//!
//! # What stays stable
//!
//! This crate follows semver. A new operation, filter, optional property, enum value or kind of
//! location is a minor change: models and enums are `#[non_exhaustive]`. The models of bodies are not,
//! so that they can be built anywhere: build them by `new` and set their fields, for a literal of
//! every field is not covered.
//!
//! Not covered either: [`raw`], which follows progenitor; and the texts of `Display` and `Debug`.

mod alerts;
mod auth;
mod cache;
mod call;
mod check;
mod client;
mod conditional;
mod custom_request;
mod decode;
mod error;
mod exchange;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
#[rustfmt::skip]
mod generated;
mod link;
mod locations;
mod names;
mod pagination;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod rate_limit;
mod scope;
mod secret_bypass_requests;
mod text;
mod time;
mod transport;

pub use alerts::AlertScope;
pub use auth::TokenProvider;
#[cfg(feature = "app")]
pub use auth::{App, AppKey};
pub use client::{Client, ClientBuilder};
pub use conditional::IfChanged;
pub use custom_request::{CustomList, CustomRequest, CustomResponse};
pub use error::{Error, ErrorDetail, ErrorKind};
pub use exchange::ETag;
pub use github_secret_scanning_generated::{
    Secret, UnknownObject, UnknownValue, expose_secrets, types as models,
};
pub use http::{HeaderMap, Method};
pub use pagination::{Items, MalformedItem, Page, Pages, ResumeToken};
pub use pattern_configurations::{EnterprisePatternConfigurations, OrgPatternConfigurations};
pub use push_rule_bypass_requests::PushRuleBypassRequestScope;
pub use rate_limit::RateLimit;
pub use scope::{Enterprise, Org, Repo};
pub use secrecy::SecretString;
pub use secret_bypass_requests::SecretBypassRequestScope;
pub use text::printable;
pub use time::{Clock, TestClock};
pub use transport::{AtMost, FailedAttempt, OnlyIf, Retry, RetryPolicy};

/// The request types, one for each operation; created by the methods of the scopes.
pub mod requests {
    pub use crate::generated::*;
}

/// The generated crate: models, request builders and the operations table.
///
/// Not covered by the semver promise.
pub mod raw {
    pub use github_secret_scanning_generated::*;
    pub use reqwest;
}

// Its snippets use what the default features have.
#[cfg(all(doctest, feature = "app"))]
#[doc = include_str!("../README.md")]
struct ReadmeSnippets;

/// ```compile_fail,E0432
/// use github_secret_scanning::{App, AppKey};
/// ```
///
/// ```compile_fail,E0599
/// fn take<A>(app: A) {
///     let _ = github_secret_scanning::Client::builder().app(app);
/// }
/// ```
#[cfg(all(doctest, not(feature = "app")))]
struct NoAppWithoutItsFeature;
