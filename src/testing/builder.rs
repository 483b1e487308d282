//! What a fake is started with.

use std::fmt;
use std::io;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{
    Alert, Location, PatternConfiguration, PushRuleBypassRequest, SecretBypassRequest,
};

use super::clock::FakeClock;
use super::fake::Setup;
use super::world::World;
use super::{FakeGitHub, Grant};

/// How many requests an hour a token may send, unless it is said otherwise.
const REQUESTS_PER_HOUR: u32 = 5_000;

/// Something to put into the world when the fake starts, at that time by its clock.
type Seed = Box<dyn FnOnce(&mut World, DateTime<Utc>) -> io::Result<()> + Send>;

/// Builds a [`FakeGitHub`]; made by [`FakeGitHub::builder`].
///
/// Seeds are models with as much in them as a test cares for. What they leave out is filled in, and what they set
/// is never changed. Names of owners, repositories, organizations and enterprises are found in any case of letters,
/// and an owner is there as soon as something of it is seeded.
///
/// A seed that cannot be is reported by [`start`](Self::start).
#[must_use = "a builder does nothing until it starts the fake"]
pub struct FakeGitHubBuilder {
    seeds: Vec<Seed>,
    /// These wait until all alerts are there.
    locations: Vec<Seed>,
    tokens: Vec<(String, Grant)>,
    app_permissions: Option<Vec<String>>,
    requests_per_hour: u32,
    now: Option<DateTime<Utc>>,
}

impl FakeGitHubBuilder {
    pub(super) fn new() -> Self {
        Self {
            seeds: Vec::new(),
            locations: Vec::new(),
            tokens: Vec::new(),
            app_permissions: None,
            requests_per_hour: REQUESTS_PER_HOUR,
            now: None,
        }
    }

    /// A repository, `owner/name`, that needs nothing in it. Seeding anything in a repository makes it as well.
    pub fn repo(self, repo: &str) -> Self {
        let repo = repo.to_owned();
        self.seed(move |world, _| world.add_repo(&repo).map(|_| ()))
    }

    /// An organization without repositories.
    pub fn org(self, org: &str) -> Self {
        let org = org.to_owned();
        self.seed(move |world, _| world.add_org(&org))
    }

    /// An enterprise, and the organizations in it. Called again, it adds organizations.
    pub fn enterprise<I>(self, enterprise: &str, orgs: I) -> Self
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let enterprise = enterprise.to_owned();
        let orgs: Vec<String> = orgs.into_iter().map(|org| org.as_ref().to_owned()).collect();
        self.seed(move |world, _| world.add_enterprise(&enterprise, &orgs))
    }

    /// An alert in a repository, `owner/name`.
    ///
    /// Number 0 stands for the one after the highest so far; a number that is there already replaces its alert. By
    /// default the alert is open, or resolved where it has a resolution, was created and updated now, has the
    /// validity `unknown`, and a made-up secret of a made-up type. As on GitHub, generic types such as `password` are
    /// listed only where `secret_type` names them.
    pub fn alert(self, repo: &str, alert: Alert) -> Self {
        let repo = repo.to_owned();
        self.seed(move |world, now| world.add_alert(now, &repo, alert).map(|_| ()))
    }

    /// The places in which the secret of an alert was found, after those of earlier calls. The alert may be seeded
    /// before or after them; its `first_location_detected` and `has_more_locations` follow them, unless they are set.
    ///
    /// Without this an alert has the one place that its `first_location_detected` names, or none.
    pub fn locations(
        mut self,
        repo: &str,
        alert_number: u64,
        locations: impl IntoIterator<Item = Location>,
    ) -> Self {
        let (repo, locations) = (repo.to_owned(), locations.into_iter().collect::<Vec<_>>());
        self.locations.push(Box::new(move |world, _| world.add_locations(&repo, alert_number, locations)));
        self
    }

    /// A bypass request for a secret, in a repository, `owner/name`.
    ///
    /// Number 0 stands for the one after the highest so far, and id 0, here and in its responses, for a new one. By
    /// default it is open, or what the last of its responses has decided, was made now by `monalisa`, and runs out 7
    /// days after it was made. One that waits when its time is up becomes `expired`. As on GitHub, lists go one day
    /// back unless `time_period` says otherwise.
    ///
    /// Where a response is dismissed and no other stands, its request is open again if it was approved or denied.
    /// That is an assumption of this crate: GitHub does not say what becomes of the request.
    pub fn bypass_request(self, repo: &str, request: SecretBypassRequest) -> Self {
        let repo = repo.to_owned();
        self.seed(move |world, now| world.add_request(now, &repo, request).map(|_| ()))
    }

    /// A bypass request for push rules, in a repository, `owner/name`, filled in like
    /// [one for a secret](Self::bypass_request).
    pub fn push_rule_bypass_request(self, repo: &str, request: PushRuleBypassRequest) -> Self {
        let repo = repo.to_owned();
        self.seed(move |world, now| world.add_request(now, &repo, request).map(|_| ()))
    }

    /// The pattern configuration of an organization, in place of an empty one. It gets a version if it has none.
    pub fn org_pattern_configuration(self, org: &str, configuration: PatternConfiguration) -> Self {
        let org = org.to_owned();
        self.seed(move |world, _| world.set_org_patterns(&org, configuration))
    }

    /// The pattern configuration of an enterprise, in place of an empty one. It gets a version if it has none.
    pub fn enterprise_pattern_configuration(
        self,
        enterprise: &str,
        configuration: PatternConfiguration,
    ) -> Self {
        let enterprise = enterprise.to_owned();
        self.seed(move |world, _| world.set_enterprise_patterns(&enterprise, configuration))
    }

    /// One more token, beside [`TOKEN`](super::TOKEN).
    pub fn token(mut self, token: &str, grant: Grant) -> Self {
        self.tokens.push((token.to_owned(), grant));
        self
    }

    /// What the installation tokens of the App may do, written as for [`Grant::fine_grained`]; everything by
    /// default.
    pub fn app_permissions<I>(mut self, permissions: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        self.app_permissions = Some(permissions.into_iter().map(Into::into).collect());
        self
    }

    /// How many requests an hour a token may send; 5,000 by default.
    pub fn requests_per_hour(mut self, requests: u32) -> Self {
        self.requests_per_hour = requests;
        self
    }

    /// Lets its clock stand still at this time, until it is [moved on](FakeGitHub::advance). By default it goes by
    /// the clock of the machine.
    pub fn now(mut self, now: DateTime<Utc>) -> Self {
        self.now = Some(now);
        self
    }

    /// Starts it, on a free port of loopback.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) for a seed that cannot be, such as a repository that is not
    /// written `owner/name`, or locations of an alert that is not there. Other kinds if no port or no thread is to
    /// be had.
    pub fn start(self) -> io::Result<FakeGitHub> {
        let now = FakeClock::new(self.now).now();
        let mut world = World::default();
        for seed in self.seeds.into_iter().chain(self.locations) {
            seed(&mut world, now)?;
        }
        FakeGitHub::launch(Setup {
            world,
            tokens: self.tokens,
            app_permissions: self.app_permissions,
            requests_per_hour: self.requests_per_hour,
            now: self.now,
        })
    }

    fn seed(
        mut self,
        seed: impl FnOnce(&mut World, DateTime<Utc>) -> io::Result<()> + Send + 'static,
    ) -> Self {
        self.seeds.push(Box::new(seed));
        self
    }
}

/// Says how much there is of what must not be shown.
impl fmt::Debug for FakeGitHubBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeGitHubBuilder")
            .field("seeds", &(self.seeds.len() + self.locations.len()))
            .field("tokens", &self.tokens.len())
            .field("app_permissions", &self.app_permissions)
            .field("requests_per_hour", &self.requests_per_hour)
            .field("now", &self.now)
            .finish_non_exhaustive()
    }
}
