//! A GitHub on loopback, for the tests of a service and for trying things out without a token.
//!
//! Behind the feature `testing`, to be turned on in `[dev-dependencies]` alone.
//!
//! # Which to use
//!
//! - [`FakeGitHub`] where a test is about what a service does with GitHub: it lists, decides, writes,
//!   and reads again. The fake keeps state, and refuses what GitHub refuses, so that the test says
//!   what there is at first and what there is in the end, and not which requests are sent.
//! - [`mock`] where a test is about one exact request, or about an answer that no GitHub would give.
//!   It has a typed helper for each operation, on top of [`httpmock`], named after GitHub's id of it
//!   ([`Operation::id`]): `secret-scanning/get-alert` is `secret_scanning_get_alert`. It keeps
//!   nothing, and what is not mocked is a 404.
//!
//! The same alert, first by the fake:
//!
//! ```
//! use github_secret_scanning::models::{Alert, Resolution};
//! use github_secret_scanning::testing::FakeGitHub;
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
//! use github_secret_scanning::testing::httpmock::MockServer;
//! use github_secret_scanning::testing::mock::MockServerExt;
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
//! The mocks follow progenitor and httpmock, and are not covered by the semver promise. How closely
//! the fake follows GitHub may change as well: it may come closer.

mod access;
mod answer;
mod answers;
pub(crate) mod app;
mod asked;
mod builder;
mod caller;
mod clock;
mod failure;
mod fake;
mod grant;
mod limits;
mod links;
mod pipeline;
mod received;
mod reply;
mod server;
mod state;
mod world;

pub use builder::FakeGitHubBuilder;
pub use failure::Failure;
pub use fake::{FakeGitHub, TOKEN};
pub use github_secret_scanning_generated::{Operation, Pagination, Permissions, mock, operations};
pub use grant::Grant;
pub use httpmock;
pub use received::Received;
