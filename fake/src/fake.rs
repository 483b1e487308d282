//! The handle of a running fake.

mod builder;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io;
use std::time::Duration;

use chrono::{DateTime, Utc};
#[cfg(feature = "app")]
use github_secret_scanning::{App, AppKey};
use github_secret_scanning::{Client, ClientBuilder, Error};
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::types::{
    Alert, AlertNumber, BypassRequestNumber, PushRuleBypassRequest, SecretBypassRequest,
};

#[cfg(feature = "app")]
use crate::app;
use crate::credentials::TOKEN;
use crate::failure::Failure;
use crate::request_log::ReceivedRequest;
use crate::server::{Port, Server};
use crate::state::{InitialState, SharedState};

pub use builder::FakeGitHubBuilder;

/// A fake of GitHub on loopback, with alerts, bypass requests and pattern configurations that requests read and
/// change.
///
/// A thread of its own serves it, so that it works with any runtime and with none. Dropping it closes its port and
/// every connection. Any number of fakes can run at once.
///
/// The test of a service seeds it, runs the service, and checks the result:
///
/// ```
/// use github_secret_scanning::models::{Alert, AlertState, Resolution, Validity};
/// use github_secret_scanning::{Client, Error};
/// use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
///
/// /// The service: resolves every alert whose secret is inactive.
/// async fn tidy_up(github: &Client) -> Result<(), Error> {
///     let repo = github.repo("acme", "widgets")?;
///     // By cursor: a resolved alert leaves the list, which would shift numbered pages.
///     let mut open = repo.alerts().state(AlertState::Open).by_cursor().stream();
///     while let Some(alert) = open.try_next().await? {
///         if alert.validity == Some(Validity::Inactive) {
///             repo.alert(alert.number).resolve(Resolution::Revoked).send().await?;
///         }
///     }
///     Ok(())
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let alert = |number, validity| {
///     let mut alert = Alert::new(number);
///     alert.validity = Some(validity);
///     alert
/// };
/// let fake = FakeGitHub::builder()
///     .alert("acme/widgets", alert(1, Validity::Inactive))
///     .alert("acme/widgets", alert(2, Validity::Active))
///     .start()?;
/// // The first read loses its connection, and the client retries.
/// fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::disconnect());
///
/// let github = fake.client()?;
/// tidy_up(&github).await?;
///
/// let repo = github.repo("acme", "widgets")?;
/// assert_eq!(repo.alert(1).get().send().await?.state, Some(AlertState::Resolved));
/// assert_eq!(repo.alert(2).get().send().await?.state, Some(AlertState::Open));
/// let writes = fake.received_for(&operations::UPDATE_ALERT);
/// assert_eq!(writes.len(), 1);
/// assert_eq!(writes[0].body["resolution"], "revoked");
/// # Ok(())
/// # }
/// ```
///
/// # What it does not implement
///
/// Reviewer and administrator roles: only the permissions of a token count. The scope `public_repo` for public
/// repositories. Enterprise settings that override those of organizations. Operations that only some versions of
/// Enterprise Server have.
///
/// # Time
///
/// Expiry and hourly limits use the fake's own clock: the system's, or a [frozen one](FakeGitHubBuilder::now);
/// [`advance`](Self::advance) moves either. The client has a [clock of its own](ClientBuilder::clock).
///
/// In a runtime with paused time (`#[tokio::test(start_paused = true)]`) tokio [advances time][paused] whenever all
/// tasks wait, even if they wait for the network, so that timeouts of any client expire at once. A task of
/// `spawn_blocking` that runs as long as the calls prevents that.
///
/// [paused]: https://docs.rs/tokio/latest/tokio/time/fn.pause.html#auto-advance
pub struct FakeGitHub {
    base_url: String,
    state: SharedState,
    /// Stops the server on drop.
    _server: Server,
}

impl FakeGitHub {
    /// Starts an empty fake on a free port of loopback.
    ///
    /// # Errors
    ///
    /// If the system has no free port or cannot start a thread.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Returns a builder, which seeds the fake before it starts.
    pub fn builder() -> FakeGitHubBuilder {
        FakeGitHubBuilder::new()
    }

    fn launch(initial: InitialState) -> io::Result<Self> {
        let port = Port::bind()?;
        let base_url = port.base_url();
        let state = SharedState::new(initial, &base_url);
        let server = port.serve(state.clone())?;
        Ok(Self { base_url, state, _server: server })
    }

    /// Returns its base URL, for [`ClientBuilder::base_url`]; without a trailing slash.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Returns a client for it, with [`TOKEN`] and without spacing between writes.
    ///
    /// # Errors
    ///
    /// [`Connect`](github_secret_scanning::ErrorKind::Connect) if TLS cannot be set up.
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().build()
    }

    /// Returns the builder of [`client`](Self::client), for other settings.
    pub fn client_builder(&self) -> ClientBuilder {
        Client::builder().base_url(&self.base_url).token(TOKEN).write_spacing(None)
    }

    /// Returns credentials of a GitHub App that is installed for every owner; choose the installation on the result.
    ///
    /// The first call in a process generates the key, which takes part of a second. Installation access tokens expire
    /// after an hour by the fake's clock, and give access to the resources of the installation's owner only.
    ///
    /// ```
    /// use github_secret_scanning::models::Alert;
    /// use github_secret_scanning_fake::FakeGitHub;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(42)).start()?;
    /// let app = fake.app().installation_of_org("acme");
    /// let github = fake.client_builder().app(app).build()?;
    /// assert_eq!(github.repo("acme", "widgets")?.alert(42).get().send().await?.number, 42);
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "app")]
    pub fn app(&self) -> App {
        App::new(app::ID, AppKey::pem(app::private_key()))
    }

    /// Returns all requests so far, oldest first; the last 10,000 if there were more. Incomplete HTTP requests are
    /// not included; requests that the client sends to authenticate as an App are.
    pub fn received(&self) -> Vec<ReceivedRequest> {
        self.state.lock().log.matching(|_| true)
    }

    /// Returns the requests for one operation, among those of [`received`](Self::received).
    pub fn received_for(&self, operation: &Operation) -> Vec<ReceivedRequest> {
        self.state.lock().log.matching(|received| received.operation == Some(operation))
    }

    /// Makes the next `times` requests for an operation fail.
    ///
    /// Further calls for the same operation append to the failures that are still to come. Failed requests are
    /// [logged](Self::received) like others. A failure comes before authentication and all other checks, except for
    /// [`Failure::delay`] and [`Failure::disconnect_after_processing`], which process the request first.
    pub fn fail_next(&self, times: usize, operation: &'static Operation, failure: Failure) {
        self.state.lock().failures.schedule(times, operation, failure);
    }

    /// Adds an alert, as after a push. Returns its number.
    ///
    /// As for [`FakeGitHubBuilder::alert`], number 0 is replaced by the next free one, and a missing repository is
    /// created.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not a valid `owner/name`, or no number is left.
    pub fn add_alert(&self, repo: &str, alert: Alert) -> io::Result<AlertNumber> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.store.add_alert(now, repo, alert)
    }

    /// Adds a bypass request for a secret. Returns its number.
    ///
    /// As for [`FakeGitHubBuilder::bypass_request`], number 0 is replaced by the next free one, and a missing
    /// repository is created.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not a valid `owner/name`, or no number is left.
    pub fn add_bypass_request(
        &self,
        repo: &str,
        request: SecretBypassRequest,
    ) -> io::Result<BypassRequestNumber> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.store.add_bypass_request(now, repo, request)
    }

    /// Adds a bypass request for push rules. Returns its number.
    ///
    /// As for [`FakeGitHubBuilder::push_rule_bypass_request`], number 0 is replaced by the next free one, and a
    /// missing repository is created.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not a valid `owner/name`, or no number is left.
    pub fn add_push_rule_bypass_request(
        &self,
        repo: &str,
        request: PushRuleBypassRequest,
    ) -> io::Result<BypassRequestNumber> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.store.add_bypass_request(now, repo, request)
    }

    /// Returns the time of the fake's clock.
    pub fn now(&self) -> DateTime<Utc> {
        self.state.lock().clock.now()
    }

    /// Advances the fake's clock: bypass requests and installation access tokens expire, hourly limits reset.
    ///
    /// Nothing else advances: [delays](Failure::delay) are real time, and the client has a clock of its own.
    pub fn advance(&self, by: Duration) {
        self.state.lock().clock.advance(by);
    }
}

impl fmt::Debug for FakeGitHub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeGitHub").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
