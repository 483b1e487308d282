//! A stateful fake of GitHub's secret-scanning and push-protection endpoints, for the tests of services and for trying
//! things out without a token.
//!
//! A service uses it as a dev-dependency, beside `github-secret-scanning`.
//!
//! # Which to use
//!
//! - [`FakeGitHub`] for tests of what a service does with GitHub: it lists, decides, writes, and reads again. The fake
//!   keeps state and refuses what GitHub refuses, so that a test states the data before and after the run, not the
//!   requests.
//! - [`mock`] for tests of one exact request, or of a response that GitHub would not send. It has a typed helper for
//!   each operation on top of [`httpmock`], named after GitHub's id of the operation ([`Operation::id`]):
//!   `secret-scanning/get-alert` is `secret_scanning_get_alert`. It keeps no state, and a request that is not mocked
//!   gets a 404.
//!
//! For endpoints that the facade does not model, [`FakeGitHubBuilder::route`] adds routes to the fake.
//!
//! The same alert, first by the fake:
//!
//! ```
//! use github_secret_scanning::models::{Alert, Resolution};
//! use github_secret_scanning_fake::FakeGitHub;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start()?;
//! let alert = fake.client()?.repo("acme", "widgets")?.alert(42);
//!
//! alert.resolve(Resolution::Revoked).await?;
//! assert_eq!(alert.get().await?.resolution, Some(Resolution::Revoked));
//! # Ok(())
//! # }
//! ```
//!
//! and then by a mock:
//!
//! ```
//! use github_secret_scanning::Client;
//! use github_secret_scanning::models::Alert;
//! use github_secret_scanning_fake::httpmock::MockServer;
//! use github_secret_scanning_fake::mock::MockServerExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = MockServer::start_async().await;
//! let mock = server.secret_scanning_get_alert(|when, then| {
//!     when.owner("acme").repo("widgets").alert_number(42).hide_secret(true);
//!     then.ok(&Alert::new(42));
//! });
//! let github = Client::builder().token("any").base_url(server.base_url()).write_spacing(None).build()?;
//!
//! github.repo("acme", "widgets")?.alert(42).get().hide_secret(true).await?;
//! mock.assert_async().await;
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! `app` (on by default): `FakeGitHub::app`, a GitHub App with a key of its own. It turns on the feature of the same
//! name of `github-secret-scanning`.
//!
//! # Stability
//!
//! The mocks follow progenitor and httpmock, and are not covered by the semver promise. Nor is how closely the fake
//! follows GitHub: it may come closer.

#![allow(clippy::result_large_err, reason = "an error is a response too, and as large as a success")]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")
)]

#[cfg(feature = "app")]
mod app;
mod clock;
mod credentials;
mod failure;
mod fake;
mod grant;
mod handlers;
mod names;
mod permissions;
mod pipeline;
mod rate_limit;
mod request;
mod request_log;
mod response;
mod routes;
mod server;
mod state;
mod store;

pub use credentials::TOKEN;
pub use failure::Failure;
pub use fake::{FakeGitHub, FakeGitHubBuilder};
pub use github_secret_scanning::TestClock;
pub use github_secret_scanning_generated::{Operation, Pagination, Permissions, mock, operations};
pub use grant::Grant;
pub use httpmock;
pub use request_log::ReceivedRequest;
pub use routes::{RouteRequest, RouteResponse};
