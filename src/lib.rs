//! Typed client for GitHub's secret-scanning and push-protection endpoints: alerts and their
//! locations, pattern configurations, and bypass requests for secret scanning and push rules.
//!
//! - **Secrets stay secret.** The secret of an alert and the token are redacted in `Debug`, in errors and in
//!   serialised output, the token also where a server repeats it. Reading a secret, or serialising one, is an
//!   explicit call. In messages of a server, credentials of known shapes are masked.
//! - **Forward compatible.** An enum value or a kind of location that GitHub adds decodes, keeps its
//!   text, and serialises unchanged. An unknown property is ignored. A malformed item does not fail the rest of
//!   its list.
//! - **Errors for the person on call.** The operation and its target, the status, GitHub's message and link, the
//!   request id, the missing permission, and whether it is safe to retry.
//! - **A fake for tests.** The crate `github-secret-scanning-fake` has a stateful fake of every
//!   operation on loopback: the tests of a service need no token and no network.
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
//!     let location = alert.first_location_detected.map(|location| location.to_string()); // src/main.rs:12
//!     println!("#{} {:?} {location:?}", alert.number, alert.secret_type_display_name);
//! }
//! repo.alert(42).resolve(Resolution::Revoked).comment("rotated").send().await?;      // a write
//! # Ok(())
//! # }
//! ```
//!
//! A [`Client`] sends requests to one server with one set of credentials, and is cheap to clone. It
//! creates scopes: [`Repo`], [`Org`] and [`Enterprise`], whose names are checked, so that no name can
//! change the path of a request. Scopes create [`requests`], which are sent by `.send().await` or
//! `.await`, and return [`models`]. The runtime must be tokio; see [blocking programs](#blocking-programs).
//!
//! # Endpoints
//!
//! `repo` is `github.repo(owner, name)?`, `org` is `github.org(login)?`, and `enterprise` is
//! `github.enterprise(slug)?`.
//!
#![doc = include_str!("generated/endpoints.md")]
//!
//! An alert also has [`resolve`](AlertScope::resolve), [`reopen`](AlertScope::reopen),
//! [`assign`](AlertScope::assign) and [`unassign`](AlertScope::unassign), a bypass request
//! [`approve`](SecretBypassRequestScope::approve) and [`deny`](SecretBypassRequestScope::deny), and
//! pattern configurations [`change`](PatternConfigurationsScope::change). From an item of an organization's list
//! to its scope: [`Client::alert_scope`], [`Client::secret_bypass_request_scope`].
//!
//! Fine-grained permissions are in the notation of GitHub's header `X-Accepted-GitHub-Permissions`.
//! The page of each request has its parameters, their limits, and the servers that have the endpoint.
//!
//! # Pages, streams, and malformed items
//!
//! Every list has five methods. A page is requested when it is polled for.
//!
//! | method | returns | malformed items |
//! | --- | --- | --- |
//! | `.page()` | one [`Page`] | in [`Page::malformed`] |
//! | `.pages()` | all of them: [`Pages`] | in [`Page::malformed`] of each |
//! | `.stream()` | all items: [`Items`] | passed over, and named by one `Err` after the last item |
//! | `.entries()` | items and malformed items: [`Entries`] | each in its place |
//! | `.collect_all()` | the whole list: [`Collected`] | in [`Collected::malformed`] |
//!
//! - A **malformed item** does not fail the rest of its list: `while let Some(alert) = alerts.try_next().await?` sees
//!   every good item. The `Err` after the last one is of kind [`MalformedItems`](ErrorKind::MalformedItems), with their
//!   count and the first hundred. A [`MalformedItem`] has the JSON path of the fault, and the number, id, URL and
//!   repository of the item where its JSON still has them. Each is also a `tracing` event of level `WARN`, so that a loop
//!   that stops early does not hide it. An `Err` of any other kind is a failed request, and ends the list.
//! - [`Page::next`], and `resume()` of [`Pages`], [`Items`] and [`Entries`], return a [`ResumeToken`]: text that
//!   another process can pass to `.resume(…)`. It is that of the first entry that was not passed; `None` after the last.
//! - If a list changes while it is read, page numbers shift. Against new items, sort by creation, oldest
//!   first. Against removed items, also by your own writes, use `.by_cursor()` where a list has
//!   cursors, or read the whole list before you write.
//!
//! ```no_run
//! # async fn example(org: github_secret_scanning::Org) -> Result<(), github_secret_scanning::Error> {
//! let mut pages = org.alerts().per_page(100).pages();
//! while let Some(page) = pages.try_next().await? {
//!     for alert in &page.items {
//!         println!("#{}", alert.number);
//!     }
//!     for malformed in &page.malformed {
//!         eprintln!("left out: {malformed}");     // item 3 (number 42, acme/widgets): cannot decode …
//!     }
//!     println!("resume with: {:?}", page.next.map(|next| next.to_string()));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Lists of several scopes are one type, for example [`requests::ListAlerts`]: a function over all of
//! them is `async fn count<S>(alerts: ListAlerts<S>)`, without a bound.
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
//! There is one [`Error`], one pointer wide. A rate limit that lasts beyond the deadline of the call, as an
//! hourly one with the defaults, is a [`Deadline`](ErrorKind::Deadline) with
//! [`retry_after`](Error::retry_after). Branch on its [`kind`](Error::kind); its `Display` is one
//! line for a log, with the cause, the operation and its [target](Error::target): names of owners, repositories,
//! organizations and enterprises, and numbers may appear in it, and GitHub's message; see [secrets](#secrets) for what never
//! does.
//!
//! ```no_run
//! # async fn example(repo: github_secret_scanning::Repo) {
//! use github_secret_scanning::ErrorKind;
//! use github_secret_scanning::models::Resolution;
//!
//! match repo.alert(42).resolve(Resolution::Revoked).send().await {
//!     Ok(alert) => println!("now {:?}", alert.state),
//!     // The server may have acted on the write: do not send it again blindly.
//!     Err(error) if error.outcome_unknown() => println!("read the current state first: {error}"),
//!     // It has not, and the same request may succeed later: rate limits, deadlines, connections, servers.
//!     Err(error) if error.is_retryable() => println!("retry later: {error}"),
//!     // The same request fails again.
//!     Err(error) => match error.kind() {
//!         // The request.
//!         ErrorKind::InvalidArgument => println!("nothing was sent: check {:?}", error.argument()),
//!         ErrorKind::NoRuntime => println!("call it within a tokio runtime"),
//!         ErrorKind::Validation | ErrorKind::BadRequest => println!("refused: {:?}", error.details()),
//!         ErrorKind::Conflict => println!("changed meanwhile: read it, and decide again"),
//!         ErrorKind::NotFound => println!("no such alert, or secret scanning is disabled, or no access"),
//!         // The credentials.
//!         ErrorKind::Unauthenticated => println!("the token is missing, expired or revoked"),
//!         ErrorKind::Forbidden => println!("requires {:?}", error.needed_permissions()),
//!         ErrorKind::TokenUnavailable => println!("no token, for the reason named: {error}"),
//!         ErrorKind::AppUnauthenticated => println!("check the id and the key of the App: {error}"),
//!         ErrorKind::InstallationUnavailable => println!("not installed, or suspended: {error}"),
//!         // The response.
//!         ErrorKind::Decode | ErrorKind::UnexpectedStatus => println!("update this crate? {error}"),
//!         ErrorKind::Redirect | ErrorKind::TooLarge => println!("check the settings: {error}"),
//!         // Of lists alone: all other items were returned; the pages so far were.
//!         ErrorKind::MalformedItems => println!("left out: {:?}", error.malformed_items()),
//!         ErrorKind::Pagination => println!("the list cannot continue: {error}"),
//!         _ => println!("{error} (request {:?})", error.request_id()),
//!     },
//! }
//! # }
//! ```
//!
//! # Testing your service
//!
//! `FakeGitHub` of the crate `github-secret-scanning-fake`, a dev-dependency, is a fake on a free port of
//! loopback: it filters, sorts and pages, refuses what GitHub refuses, keeps the effect of writes, and
//! fails when a test schedules it; `raw_properties` makes an alert malformed. `tests/stale_bypass_bot.rs` in the
//! repository is a whole service with its tests. [`TestClock`] moves the time of a client.
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
//! let repo = fake.client()?.repo("acme", "widgets")?;          // with the fake's URL and token
//! repo.alert(42).resolve(Resolution::Revoked).await?;
//! assert_eq!(repo.alert(42).get().await?.state, Some(AlertState::Resolved));
//! assert_eq!(fake.received_for(&operations::GET_ALERT).len(), 2);     // one retry
//! # Ok(())
//! # }
//! ```
//!
//! Its module `mock` has typed helpers for `httpmock` instead, one for each operation; its documentation
//! compares the two.
//!
//! # Blocking programs
//!
//! Every call is made in a tokio runtime, with its timer and I/O driver enabled. Outside of one, every
//! asynchronous method fails with [`NoRuntime`](ErrorKind::NoRuntime). A program without a runtime
//! builds one, keeps it, and blocks on each call:
//!
//! ```
//! use github_secret_scanning::Client;
//! # use github_secret_scanning::models::Alert;
//! # use github_secret_scanning_fake::FakeGitHub;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start()?;
//! # let (url, token) = (fake.base_url(), github_secret_scanning_fake::TOKEN);
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! let github = Client::builder().base_url(url).token(token).build()?;
//! let repo = github.repo("acme", "widgets")?;
//!
//! let alert = runtime.block_on(repo.alert(42).get().send())?;
//! let mut open = repo.alerts().stream();
//! while let Some(alert) = runtime.block_on(open.try_next())? {
//!     println!("#{} {:?}", alert.number, alert.state);
//! }
//! # assert_eq!(alert.number, 42);
//! # Ok(())
//! # }
//! ```
//!
//! A client can be used on several runtimes, with a connection pool for each.
//!
//! # Authentication
//!
//! [`token`](ClientBuilder::token) sets a personal access token or an installation access token.
//! [`token_provider`](ClientBuilder::token_provider) calls a service's own vault. `ClientBuilder::app`
//! (feature `app`) sets a GitHub App, whose installation access token is fetched once for all waiting
//! calls, and refreshed before it expires and once after a 401:
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
//! These apply to a client and its clones, and can be changed on the [builder](ClientBuilder).
//!
//! | setting | default | setter |
//! | --- | --- | --- |
//! | requests in flight | 10 | [`max_in_flight`](ClientBuilder::max_in_flight) |
//! | writes | one at a time, 1 s apart | [`write_spacing`](ClientBuilder::write_spacing) |
//! | rate limits | all requests of the credentials wait as long as GitHub requires | [`wait_for_limits`](ClientBuilder::wait_for_limits) |
//! | retries, where they are safe | 3, with a random backoff of up to 0.5, 1 and 2 s | [`retry`](ClientBuilder::retry) |
//! | timeout of connecting | 10 s | [`connect_timeout`](ClientBuilder::connect_timeout) |
//! | timeout of an attempt | 30 s | [`attempt_timeout`](ClientBuilder::attempt_timeout) |
//! | deadline of a call, with all its waits | 600 s | [`call_timeout`](ClientBuilder::call_timeout) |
//! | time for the body of an error | 5 s | fixed |
//! | largest response body | 8 MiB, decompressed | [`max_body_bytes`](ClientBuilder::max_body_bytes) |
//! | items of a page, and JSON values of a response | 1,000 and 131,072 | fixed |
//! | cache of responses, revalidated before use | none | `cache` |
//!
//! A call is one request of an operation, with its retries and redirects. A list makes one for each page, as long as the server
//! names a next one, so reading a list to its end has no deadline and no limit of its own. Within these limits, one
//! call grows the process by at most 200 MiB, whatever a server sends; a custom request that decodes into a type of
//! your own can take more.
//!
//! A write is sent again only if the server has certainly not acted on it. Redirects are followed on the
//! same scheme, host and port, below the path of the base URL, five at most. Plain `http` is refused except for loopback, unless
//! [allowed](ClientBuilder::allow_plain_http). All waits count towards the deadline of the call, and end
//! when its future is dropped.
//!
//! Every call has a `tracing` span (`github.call`), with an event for each attempt, retry, wait and
//! refreshed token, with OpenTelemetry's names for HTTP. They contain no token, header, body or query
//! value, and of a path only its template; an event about a malformed item has its number, id, URL and repository.
//!
//! # Secrets
//!
//! The token and a property of type [`Secret`] are never in `Debug`, `Display`, an error, or serialised output. The token
//! of a request is also masked in what an error, a page or an event contains of its response, encoded or in pieces of
//! eight characters or more. In texts of a server, credentials of well-known shapes are masked as well; a secret of
//! another shape that GitHub quotes in a message cannot be recognised. `SECURITY.md` in the package lists the encodings
//! and shapes.
//!
//! [`Secret::expose`] returns a secret, and [`Exposed`] serialises a value with those in it. A model that was stored
//! without its secret reads back with a [redacted](Secret::is_redacted) one. To keep them out of the process, set
//! `.hide_secret(true)`: the property is then absent.
//!
//! # Features
//!
//! | feature | content | default |
//! | --- | --- | --- |
//! | `app` | authentication as a GitHub App | yes |
//! | `cache` | the in-memory cache of responses | yes |
//! | `rustls` | TLS by rustls, with the platform's certificate verifier | yes |
//! | `native-tls` | TLS by the platform; use it with `default-features = false`, because with both rustls is used | |
//!
//! A server with `https` needs one of the last two.
//!
//! # Supported versions
//!
//! | server | set by |
//! | --- | --- |
//! | github.com: alerts, and the pattern configurations of an organization | the default |
//! | Enterprise Cloud: everything | the default |
//! | GHE.com | [`ghe_com("octocorp")`](ClientBuilder::ghe_com) |
//! | Enterprise Server 3.17 to 3.19 (pattern configurations: 3.19) | [`enterprise_server("github.example.com")`](ClientBuilder::enterprise_server) |
//! | any other | [`base_url("https://…")`](ClientBuilder::base_url) |
//!
//! Times are `DateTime<Utc>` of `chrono` 0.4. Rust 1.95 and later. API version `2022-11-28`. Older
//! payloads decode too; a call to an endpoint that a server lacks returns
//! [`NotFound`](ErrorKind::NotFound).
//!
//! # Stability
//!
//! This crate follows semver. A new operation, filter, optional property, enum value or kind of
//! location is a minor change: models and enums are `#[non_exhaustive]`. The models of bodies are not,
//! so that they can be built anywhere: build them by `new` and set their fields; a literal of every field
//! is not covered.
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
mod names;
mod pagination;
mod panics;
mod pattern_configurations;
mod rate_limit;
mod scope;
mod secret_bypass_requests;
mod text;
mod time;
mod transport;

pub use auth::TokenProvider;
#[cfg(feature = "app")]
pub use auth::{App, AppKey};
pub use client::{Client, ClientBuilder};
pub use conditional::IfChanged;
pub use custom_request::{CustomList, CustomRequest, CustomResponse};
pub use error::{Error, ErrorDetail, ErrorKind, MalformedItem};
pub use exchange::ETag;
pub use futures_core::future::BoxFuture;
pub use generated::scopes::{
    AlertScope, PatternConfigurationsScope, PushRuleBypassRequestScope, SecretBypassRequestScope,
};
pub use github_secret_scanning_generated::{
    Exposed, InvalidNumber, Secret, UnknownObject, UnknownValue, types as models,
};
pub use http::{HeaderMap, Method};
pub use pagination::{Collected, Entries, Items, Page, Pages, ResumeToken};
pub use rate_limit::RateLimit;
pub use scope::{Enterprise, Org, Repo};
pub use secrecy::SecretString;
pub use text::printable;
pub use time::{Clock, TestClock};
pub use transport::{AtMost, FailedAttempt, OnlyIf, Retry, RetryPolicy};

/// The request types; created by the methods of the scopes.
pub mod requests {
    pub use crate::generated::requests::*;
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

/// ```
/// use github_secret_scanning::models::Alert;
/// ```
///
/// ```compile_fail,E0432
/// use github_secret_scanning::models::InstallationToken;
/// ```
///
/// ```compile_fail,E0432
/// use github_secret_scanning::models::Installation;
/// ```
#[cfg(doctest)]
struct ModelsHaveNoneOfInternalOperations;

/// ```no_run
/// # async fn example(repo: github_secret_scanning::Repo) -> Result<(), Box<dyn std::error::Error>> {
/// let variable: u64 = 42;
/// let alert = repo.alert(42).get().await?;
/// let same = [repo.alert(variable), repo.alert(alert.number), repo.alert("42".parse::<u64>()?)];
/// assert!(same.iter().all(|alert| alert.alert_number() == 42));
/// # Ok(())
/// # }
/// ```
///
/// ```compile_fail,E0277
/// # async fn example(repo: github_secret_scanning::Repo) -> Result<(), github_secret_scanning::Error> {
/// let request = repo.secret_bypass_request(42).get().await?;
/// repo.alert(request.number);
/// # Ok(())
/// # }
/// ```
///
/// ```compile_fail,E0277
/// # async fn example(repo: github_secret_scanning::Repo) -> Result<(), github_secret_scanning::Error> {
/// let request = repo.secret_bypass_request(42).get().await?;
/// repo.dismiss_secret_bypass_response(request.number);
/// # Ok(())
/// # }
/// ```
#[cfg(doctest)]
struct OneNumberIsNotAnother;
