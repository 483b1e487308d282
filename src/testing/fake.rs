//! The fake itself, as a test holds it.

#[cfg(test)]
mod tests;

use std::fmt;
use std::io;
use std::time::Duration;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::types::{Alert, PushRuleBypassRequest, SecretBypassRequest};

use super::app;
use super::grant::Grant;
use super::server::{Port, Server};
use super::state::Shared;
use super::world::World;
use super::{Failure, FakeGitHubBuilder, Received};
use crate::{App, AppKey, Client, ClientBuilder, Error};

/// A token that every [`FakeGitHub`] knows, and that may do everything, as `octocat`.
pub const TOKEN: &str = "fake-token";

/// A GitHub on loopback, with alerts, bypass requests and pattern configurations in it that requests read and
/// change.
///
/// It is served by a thread of its own, so that it can be used from any runtime and from none, and is gone when it
/// is dropped: its port is closed, and every connection to it. Any number of them can run at once.
///
/// A test of a service gives it what there is, lets the service run, and looks at what became of it:
///
/// ```
/// use github_secret_scanning::models::{Alert, AlertState, Resolution, Validity};
/// use github_secret_scanning::testing::{FakeGitHub, Failure, operations};
/// use github_secret_scanning::{Client, Error};
///
/// /// The service: resolves every alert of a secret that no longer opens anything.
/// async fn tidy_up(github: &Client) -> Result<(), Error> {
///     let repo = github.repo("acme", "widgets")?;
///     // By cursor: what is resolved leaves the list, and would shift pages that go by number.
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
/// // The first read breaks off, and the client has to ask again.
/// fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::cut());
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
/// # What it does not know
///
/// Who is a bypass reviewer, or administers what: a token may do what its permissions say. What `public_repo` opens.
/// What an enterprise decided, among the patterns of its organizations. Which servers know which operation.
///
/// # Time
///
/// What ends and what is counted by the hour goes by a clock of its own: the system's, or one that [stands
/// still](FakeGitHubBuilder::now); [`advance`](Self::advance) moves either. The client has [another
/// one](ClientBuilder::clock).
///
/// In a runtime whose time is paused (`#[tokio::test(start_paused = true)]`) tokio [moves time on][paused] whenever
/// all tasks wait, also where they wait for the network: the timeouts of any client then strike at once. A task of
/// `spawn_blocking` that lives as long as the calls keeps it from doing so.
///
/// [paused]: https://docs.rs/tokio/latest/tokio/time/fn.pause.html#auto-advance
pub struct FakeGitHub {
    base_url: String,
    state: Shared,
    /// Only to be dropped.
    _server: Server,
}

/// What a fake is started with.
pub(super) struct Setup {
    pub(super) world: World,
    pub(super) tokens: Vec<(String, Grant)>,
    pub(super) app_permissions: Option<Vec<String>>,
    pub(super) requests_per_hour: u32,
    pub(super) now: Option<DateTime<Utc>>,
}

impl FakeGitHub {
    /// Starts one that is empty, on a free port of loopback.
    ///
    /// # Errors
    ///
    /// Where the system gives no port or no thread.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Starts with what a test needs.
    pub fn builder() -> FakeGitHubBuilder {
        FakeGitHubBuilder::new()
    }

    pub(super) fn launch(setup: Setup) -> io::Result<Self> {
        let port = Port::open()?;
        let base_url = port.base_url();
        let state = Shared::new(setup, &base_url);
        let server = port.serve(state.clone())?;
        Ok(Self { base_url, state, _server: server })
    }

    /// Its address, for [`ClientBuilder::base_url`]; without a slash at its end.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// A client of it with [`TOKEN`], which does not space out its writes.
    ///
    /// # Errors
    ///
    /// [`Connect`](crate::ErrorKind::Connect) if TLS cannot be set up, as of any client.
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().build()
    }

    /// What [`client`](Self::client) is built with, for other settings.
    pub fn client_builder(&self) -> ClientBuilder {
        Client::builder().base_url(&self.base_url).token(TOKEN).write_spacing(None)
    }

    /// The App that is installed wherever something is; the caller says at which installation.
    ///
    /// Its key is made when it is asked for first, which takes part of a second. The tokens that it is given last
    /// an hour by the clock of the fake, and see only what belongs to the owner where it is installed.
    ///
    /// ```
    /// use github_secret_scanning::{models::Alert, testing::FakeGitHub};
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
    pub fn app(&self) -> App {
        App::new(app::ID, AppKey::pem(app::private_key()))
    }

    /// Every request so far, in their order; of more than 10,000 the last ones. What is no whole request of HTTP is
    /// not among them.
    ///
    /// Those that the client sends for itself, as an [App](Self::app), are among them.
    pub fn received(&self) -> Vec<Received> {
        self.state.lock().log.which(|_| true)
    }

    /// The requests for one operation, of those that [`received`](Self::received) gives.
    pub fn received_for(&self, operation: &Operation) -> Vec<Received> {
        self.state.lock().log.which(|received| received.operation == Some(operation))
    }

    /// Makes the next `times` requests for an operation fail.
    ///
    /// Called again for the same operation, the new failures come after those that are still to come. Requests that
    /// fail are [received](Self::received) like others. What they would have been refused for matters to those alone
    /// that are answered properly, late or into a connection that is cut.
    pub fn fail_next(&self, times: usize, operation: &'static Operation, failure: Failure) {
        self.state.lock().failures.plan(times, operation, failure);
    }

    /// A new alert, as after a push. Gives its number.
    ///
    /// As with [`FakeGitHubBuilder::alert`], the number 0 stands for the next free one, and the repository is made
    /// if there is none.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not written `owner/name`, in characters that names
    /// have, or if no number is left.
    pub fn add_alert(&self, repo: &str, alert: Alert) -> io::Result<u64> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.world.add_alert(now, repo, alert)
    }

    /// A new bypass request for a secret. Gives its number.
    ///
    /// As with [`FakeGitHubBuilder::bypass_request`], the number 0 stands for the next free one, and the repository
    /// is made if there is none.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not written `owner/name`, in characters that names
    /// have, or if no number is left.
    pub fn add_bypass_request(&self, repo: &str, request: SecretBypassRequest) -> io::Result<u64> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.world.add_request(now, repo, request)
    }

    /// A new bypass request for push rules. Gives its number.
    ///
    /// As with [`FakeGitHubBuilder::push_rule_bypass_request`], the number 0 stands for the next free one, and the
    /// repository is made if there is none.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if `repo` is not written `owner/name`, in characters that names
    /// have, or if no number is left.
    pub fn add_push_rule_bypass_request(
        &self,
        repo: &str,
        request: PushRuleBypassRequest,
    ) -> io::Result<u64> {
        let mut state = self.state.lock();
        let now = state.clock.now();
        state.world.add_request(now, repo, request)
    }

    /// What time it is there.
    pub fn now(&self) -> DateTime<Utc> {
        self.state.lock().clock.now()
    }

    /// Moves its clock on, and nothing else: no [delay](Failure::delay) ends by it, and the client has its own.
    ///
    /// Bypass requests run out, tokens of installations end, hourly limits begin anew.
    pub fn advance(&self, by: Duration) {
        self.state.lock().clock.advance(by);
    }
}

impl fmt::Debug for FakeGitHub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeGitHub").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
