//! The builder of a fake: seeds, routes, tokens, limits, clock.

mod routes;

use std::fmt;
use std::io;

use axum::http::Method;
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{
    Alert, AlertNumber, Location, PatternConfiguration, PushRuleBypassRequest, SecretBypassRequest,
};

use super::FakeGitHub;
#[cfg(feature = "app")]
use crate::app::FakeApp;
use crate::clock::FakeClock;
use crate::credentials::Credentials;
use crate::grant::Grant;
use crate::rate_limit::HourlyLimits;
use crate::routes::{RouteHandler, Routes};
use crate::state::InitialState;
use crate::store::Store;

/// The default hourly limit of a token.
const REQUESTS_PER_HOUR: u32 = 5_000;

/// A change to the store before the fake starts, at that time by its clock.
type Seed = Box<dyn FnOnce(&mut Store, DateTime<Utc>) -> io::Result<()> + Send>;

/// Builds a [`FakeGitHub`]; returned by [`FakeGitHub::builder`].
///
/// Seeds are models in which a test sets what it needs. The fake fills in fields that are not set, and never changes
/// those that are. Names of owners, repositories, organizations and enterprises are case-insensitive, and seeding a
/// repository creates its owner.
///
/// [`start`](Self::start) reports invalid seeds.
#[must_use = "a builder does nothing until it starts the fake"]
pub struct FakeGitHubBuilder {
    seeds: Vec<Seed>,
    /// Applied after all alerts, which they complete.
    completions: Vec<Seed>,
    routes: Vec<(Method, String, RouteHandler)>,
    credentials: Credentials,
    requests_per_hour: u32,
    now: Option<DateTime<Utc>>,
}

impl FakeGitHubBuilder {
    pub(super) fn new() -> Self {
        Self {
            seeds: Vec::new(),
            completions: Vec::new(),
            routes: Vec::new(),
            credentials: Credentials::new(),
            requests_per_hour: REQUESTS_PER_HOUR,
            now: None,
        }
    }

    /// Adds an empty repository, `owner/name`. Other seeds create the repositories that they name.
    pub fn repo(self, repo: &str) -> Self {
        let repo = repo.to_owned();
        self.seed(move |store, _| store.add_repo(&repo).map(|_| ()))
    }

    /// Adds an organization without repositories.
    pub fn org(self, org: &str) -> Self {
        let org = org.to_owned();
        self.seed(move |store, _| store.add_org(&org))
    }

    /// Adds an enterprise and its organizations. Further calls add organizations.
    pub fn enterprise<I>(self, enterprise: &str, orgs: I) -> Self
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let enterprise = enterprise.to_owned();
        let orgs: Vec<String> = orgs.into_iter().map(|org| org.as_ref().to_owned()).collect();
        self.seed(move |store, _| store.add_enterprise(&enterprise, &orgs))
    }

    /// Adds an alert to a repository, `owner/name`.
    ///
    /// Number 0 is replaced by the one after the highest so far; a number that exists replaces its alert. By default
    /// the alert is open, or resolved if it has a resolution, was created and updated now, has the validity
    /// `unknown`, and has a made-up secret of a made-up type. As on GitHub, lists contain generic types such as
    /// `password` only if `secret_type` names them.
    pub fn alert(self, repo: &str, alert: Alert) -> Self {
        let repo = repo.to_owned();
        self.seed(move |store, now| store.add_alert(now, &repo, alert).map(|_| ()))
    }

    /// Adds locations to an alert, after those of earlier calls. The alert may be seeded before or after this call;
    /// its `first_location_detected` and `has_more_locations` are derived from them, unless they are set.
    ///
    /// Without this call an alert has one location if its `first_location_detected` is set, otherwise none.
    pub fn locations(
        mut self,
        repo: &str,
        alert_number: impl Into<AlertNumber>,
        locations: impl IntoIterator<Item = Location>,
    ) -> Self {
        let (repo, number) = (repo.to_owned(), alert_number.into());
        let locations = locations.into_iter().collect();
        self.completions.push(Box::new(move |store, _| store.add_locations(&repo, number, locations)));
        self
    }

    /// Replaces properties of an alert in every response with values that its model cannot have, so that it is a
    /// malformed item: `json!({ "created_at": "yesterday" })`. The alert may be seeded before or after this call;
    /// filters, order and writes go by its model.
    ///
    /// ```
    /// use github_secret_scanning::models::Alert;
    /// use github_secret_scanning_fake::FakeGitHub;
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeGitHub::builder()
    ///     .alert("acme/widgets", Alert::new(1))
    ///     .alert("acme/widgets", Alert::new(2))
    ///     .raw_properties("acme/widgets", 1, json!({ "created_at": "yesterday" }))
    ///     .start()?;
    /// let list = fake.client()?.repo("acme", "widgets")?.alerts().collect_all().await?;
    /// assert_eq!((list.items.len(), list.malformed[0].number()), (1, Some(1)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw_properties(
        mut self,
        repo: &str,
        alert_number: impl Into<AlertNumber>,
        properties: serde_json::Value,
    ) -> Self {
        let (repo, number) = (repo.to_owned(), alert_number.into());
        self.completions.push(Box::new(move |store, _| store.set_raw_properties(&repo, number, properties)));
        self
    }

    /// Adds a bypass request for a secret to a repository, `owner/name`.
    ///
    /// Number 0 is replaced by the one after the highest so far, and id 0, also of its responses, by a new one. By
    /// default the request is open, or has the status that its last response decided, was made now by `monalisa`, and
    /// expires 7 days after it was made. An undecided request becomes `expired` at its expiry. As on GitHub, lists
    /// cover one day unless `time_period` is set.
    ///
    /// If its last effective response is dismissed, an approved or denied request becomes open again. That is an
    /// assumption of this crate: GitHub does not document it.
    pub fn bypass_request(self, repo: &str, request: SecretBypassRequest) -> Self {
        let repo = repo.to_owned();
        self.seed(move |store, now| store.add_bypass_request(now, &repo, request).map(|_| ()))
    }

    /// Adds a bypass request for push rules to a repository, `owner/name`, with the defaults of
    /// [`bypass_request`](Self::bypass_request).
    pub fn push_rule_bypass_request(self, repo: &str, request: PushRuleBypassRequest) -> Self {
        let repo = repo.to_owned();
        self.seed(move |store, now| store.add_bypass_request(now, &repo, request).map(|_| ()))
    }

    /// Sets the pattern configuration of an organization. Default: an empty one. A missing version is filled in.
    pub fn org_pattern_configuration(self, org: &str, configuration: PatternConfiguration) -> Self {
        let org = org.to_owned();
        self.seed(move |store, _| store.set_org_patterns(&org, configuration))
    }

    /// Sets the pattern configuration of an enterprise. Default: an empty one. A missing version is filled in.
    pub fn enterprise_pattern_configuration(
        self,
        enterprise: &str,
        configuration: PatternConfiguration,
    ) -> Self {
        let enterprise = enterprise.to_owned();
        self.seed(move |store, _| store.set_enterprise_patterns(&enterprise, configuration))
    }

    /// Adds a token, beside [`TOKEN`](crate::TOKEN).
    pub fn token(mut self, token: &str, grant: Grant) -> Self {
        self.credentials.add_token(token, grant);
        self
    }

    /// Sets the permissions of the App's installation access tokens, written as for [`Grant::fine_grained`]. Default:
    /// everything that is available to GitHub Apps.
    #[cfg(feature = "app")]
    pub fn app_permissions<I>(mut self, permissions: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        let permissions = permissions.into_iter().map(Into::into).collect();
        self.credentials.app = FakeApp::new(Some(permissions));
        self
    }

    /// Sets the hourly limit of each token, in requests. Default: 5,000.
    pub fn requests_per_hour(mut self, requests: u32) -> Self {
        self.requests_per_hour = requests;
        self
    }

    /// Freezes the fake's clock at this time, until it is [advanced](FakeGitHub::advance). Default: the system's
    /// clock.
    pub fn now(mut self, now: DateTime<Utc>) -> Self {
        self.now = Some(now);
        self
    }

    /// Starts the fake on a free port of loopback.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) for an invalid seed, such as a repository that is not a valid
    /// `owner/name`, or locations of an alert that does not exist, and for a route with a malformed path template or
    /// with a path of an operation that the fake implements. Other kinds if the system has no free port or
    /// cannot start a thread.
    pub fn start(self) -> io::Result<FakeGitHub> {
        let clock = FakeClock::new(self.now);
        let now = clock.now();
        let mut store = Store::default();
        for seed in self.seeds.into_iter().chain(self.completions) {
            seed(&mut store, now)?;
        }
        let mut routes = Routes::default();
        for (method, path_template, handler) in self.routes {
            routes.add(method, &path_template, handler)?;
        }
        let limits = HourlyLimits::new(self.requests_per_hour);
        FakeGitHub::launch(InitialState { store, routes, credentials: self.credentials, limits, clock })
    }

    fn seed(
        mut self,
        seed: impl FnOnce(&mut Store, DateTime<Utc>) -> io::Result<()> + Send + 'static,
    ) -> Self {
        self.seeds.push(Box::new(seed));
        self
    }
}

/// Counts seeds and tokens, which may contain secrets, instead of formatting them.
impl fmt::Debug for FakeGitHubBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeGitHubBuilder")
            .field("seeds", &(self.seeds.len() + self.completions.len()))
            .field("routes", &self.routes.len())
            .field("tokens", &self.credentials.len())
            .field("requests_per_hour", &self.requests_per_hour)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
