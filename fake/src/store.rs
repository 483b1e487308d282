//! The in-memory data: owners, enterprises, repositories and their contents.

mod alert;
mod bypass_request;
mod ids;
#[cfg(feature = "app")]
mod installations;
mod patterns;
mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{
    Actor, Alert, AlertNumber, BypassRequestNumber, BypassResponseId, Location, PatternConfiguration,
};
use serde_json::Value;

use self::ids::Ids;
use crate::names;

pub(crate) use self::alert::AlertEntry;
pub(crate) use self::bypass_request::{BypassRequest, decided_status, is_undecided};
pub(crate) use self::patterns::Patterns;
pub(crate) use self::repository::{Repository, RepositoryBypassRequest};

/// The default requester of a bypass.
const REQUESTER: &str = "monalisa";

/// The data that requests read and change. Keys of its maps are names in lower case.
#[derive(Debug, Default)]
pub(crate) struct Store {
    owners: BTreeMap<String, Owner>,
    enterprises: BTreeMap<String, Enterprise>,
    /// The ids of all accounts that a seed or a request has named.
    accounts: BTreeMap<String, i64>,
    ids: Ids,
}

#[derive(Debug)]
struct Owner {
    id: i64,
    login: String,
    patterns: Patterns,
    repositories: BTreeMap<String, Repository>,
}

#[derive(Debug)]
struct Enterprise {
    id: i64,
    orgs: BTreeSet<String>,
    patterns: Patterns,
}

/// Seeds.
impl Store {
    /// Returns a repository, `owner/name`; creates it if it does not exist.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) for an invalid name, here and in the other methods.
    pub(crate) fn add_repo(&mut self, repo: &str) -> io::Result<&mut Repository> {
        let Some((owner, name)) = repo.split_once('/').filter(|(_, name)| !name.contains('/')) else {
            return Err(invalid_seed(format!("{repo:?} is not a repository: it is written owner/name")));
        };
        check("repository", repo, name)?;
        // Before the owner is borrowed.
        let id = self.ids.next();
        let owner = self.owner_or_new("repository", repo, owner)?;
        let new = || Repository::new(id, owner.id, &owner.login, name);
        Ok(owner.repositories.entry(name.to_ascii_lowercase()).or_insert_with(new))
    }

    pub(crate) fn add_org(&mut self, org: &str) -> io::Result<()> {
        self.owner_or_new("organization", org, org).map(|_| ())
    }

    /// Adds organizations to an enterprise, and creates what does not exist.
    pub(crate) fn add_enterprise(&mut self, enterprise: &str, orgs: &[String]) -> io::Result<()> {
        self.enterprise_or_new(enterprise)?;
        for org in orgs {
            self.add_org(org)?;
            self.enterprise_or_new(enterprise)?.orgs.insert(org.to_ascii_lowercase());
        }
        Ok(())
    }

    /// Returns the number of the alert.
    pub(crate) fn add_alert(
        &mut self,
        now: DateTime<Utc>,
        repo: &str,
        alert: Alert,
    ) -> io::Result<AlertNumber> {
        for user in [&alert.assigned_to, &alert.resolved_by].into_iter().flatten() {
            self.record_account_id(&user.login, user.id);
        }
        self.add_repo(repo)?.add_alert(now, alert)
    }

    pub(crate) fn add_locations(
        &mut self,
        repo: &str,
        number: impl Into<AlertNumber>,
        locations: Vec<Location>,
    ) -> io::Result<()> {
        self.seeded_alert(repo, number.into(), "locations")?.add_locations(locations);
        Ok(())
    }

    pub(crate) fn set_raw_properties(
        &mut self,
        repo: &str,
        number: AlertNumber,
        properties: Value,
    ) -> io::Result<()> {
        let alert = self.seeded_alert(repo, number, "raw properties")?;
        let Value::Object(properties) = properties else {
            return Err(invalid_seed(format!(
                "the raw properties of alert {number} of {repo}: no JSON object"
            )));
        };
        alert.raw_properties.extend(properties);
        Ok(())
    }

    /// Returns the alert that a seed completes with `what`.
    fn seeded_alert(&mut self, repo: &str, number: AlertNumber, what: &str) -> io::Result<&mut AlertEntry> {
        let no_alert =
            || invalid_seed(format!("the {what} of alert {number} of {repo}: there is no such alert"));
        self.add_repo(repo)?.alerts.get_mut(&number).ok_or_else(no_alert)
    }

    /// Returns the number of the request.
    pub(crate) fn add_bypass_request<R: RepositoryBypassRequest>(
        &mut self,
        now: DateTime<Utc>,
        repo: &str,
        mut request: R,
    ) -> io::Result<BypassRequestNumber> {
        // First, because an invalid name must not use up ids.
        self.add_repo(repo)?;
        let fields = request.fields_mut();
        *fields.id = self.ids.reserve(*fields.id);
        for response in fields.responses.iter_mut().flatten() {
            response.id = self.ids.reserve_response(response.id);
        }
        let requester = fields.requester.get_or_insert_default();
        let name = requester.actor_name.get_or_insert_with(|| REQUESTER.to_owned());
        let seeded = requester.actor_id.map(|id| self.record_account_id(name, id));
        requester.actor_id = seeded.or(Some(self.account_id(name)));
        self.add_repo(repo)?.add_bypass_request(now, request)
    }

    pub(crate) fn set_org_patterns(
        &mut self,
        org: &str,
        configuration: PatternConfiguration,
    ) -> io::Result<()> {
        let version = self.new_version();
        self.owner_or_new("organization", org, org)?.patterns = Patterns::new(configuration, version);
        Ok(())
    }

    pub(crate) fn set_enterprise_patterns(
        &mut self,
        enterprise: &str,
        configuration: PatternConfiguration,
    ) -> io::Result<()> {
        let version = self.new_version();
        self.enterprise_or_new(enterprise)?.patterns = Patterns::new(configuration, version);
        Ok(())
    }

    fn owner_or_new(&mut self, kind: &str, seed: &str, login: &str) -> io::Result<&mut Owner> {
        check(kind, seed, login)?;
        let (id, version) = (self.account_id(login), self.new_version());
        let new = || Owner {
            id,
            login: login.to_owned(),
            patterns: Patterns::new(PatternConfiguration::default(), version),
            repositories: BTreeMap::new(),
        };
        Ok(self.owners.entry(login.to_ascii_lowercase()).or_insert_with(new))
    }

    fn enterprise_or_new(&mut self, slug: &str) -> io::Result<&mut Enterprise> {
        check("enterprise", slug, slug)?;
        let (id, version) = (self.ids.next(), self.new_version());
        let new = || Enterprise {
            id,
            orgs: BTreeSet::new(),
            patterns: Patterns::new(PatternConfiguration::default(), version),
        };
        Ok(self.enterprises.entry(slug.to_ascii_lowercase()).or_insert_with(new))
    }
}

/// Reads and writes, by case-insensitive names.
impl Store {
    pub(crate) fn repository(&self, owner: &str, name: &str) -> Option<&Repository> {
        self.owner(owner)?.repositories.get(&name.to_ascii_lowercase())
    }

    pub(crate) fn repository_mut(&mut self, owner: &str, name: &str) -> Option<&mut Repository> {
        let owner = self.owners.get_mut(&owner.to_ascii_lowercase())?;
        owner.repositories.get_mut(&name.to_ascii_lowercase())
    }

    pub(crate) fn repositories_of_org(&self, org: &str) -> Option<impl Iterator<Item = &Repository>> {
        self.owner(org).map(|owner| owner.repositories.values())
    }

    pub(crate) fn repositories_of_enterprise(&self, slug: &str) -> Option<impl Iterator<Item = &Repository>> {
        let enterprise = self.enterprises.get(&self.enterprise_key(slug)?)?;
        let owners = enterprise.orgs.iter().filter_map(|org| self.owners.get(org));
        Some(owners.flat_map(|owner| owner.repositories.values()))
    }

    pub(crate) fn patterns_of_org(&mut self, org: &str) -> Option<&mut Patterns> {
        self.owners.get_mut(&org.to_ascii_lowercase()).map(|owner| &mut owner.patterns)
    }

    pub(crate) fn patterns_of_enterprise(&mut self, slug: &str) -> Option<&mut Patterns> {
        let key = self.enterprise_key(slug)?;
        self.enterprises.get_mut(&key).map(|enterprise| &mut enterprise.patterns)
    }

    /// Records the id that a seed gives an account, unless the account has one.
    fn record_account_id(&mut self, login: &str, id: i64) -> i64 {
        self.accounts.entry(login.to_ascii_lowercase()).or_insert(id);
        id
    }

    /// Returns the id of an account; any login exists.
    pub(crate) fn account_id(&mut self, login: &str) -> i64 {
        *self.accounts.entry(login.to_ascii_lowercase()).or_insert_with(|| self.ids.next())
    }

    pub(crate) fn actor(&mut self, login: &str) -> Actor {
        let mut actor = Actor::default();
        actor.actor_id = Some(self.account_id(login));
        actor.actor_name = Some(login.to_owned());
        actor
    }

    /// Returns an unused id of a response to a bypass request.
    pub(crate) fn new_response_id(&mut self) -> BypassResponseId {
        self.ids.next_response()
    }

    /// Returns a new version of a pattern configuration.
    pub(crate) fn new_version(&mut self) -> String {
        format!("version-{}", self.ids.next())
    }

    fn owner(&self, login: &str) -> Option<&Owner> {
        self.owners.get(&login.to_ascii_lowercase())
    }

    /// Returns the key of an enterprise by its slug or id.
    fn enterprise_key(&self, name: &str) -> Option<String> {
        let key = name.to_ascii_lowercase();
        if self.enterprises.contains_key(&key) {
            return Some(key);
        }
        let id: i64 = name.parse().ok()?;
        self.enterprises.iter().find(|(_, enterprise)| enterprise.id == id).map(|(key, _)| key.clone())
    }
}

/// Checks a name in a seed.
fn check(kind: &str, seed: &str, name: &str) -> io::Result<()> {
    let invalid = || invalid_seed(format!("{seed:?} cannot be the name of the {kind}: {}", names::RULE));
    names::is_valid(name).then_some(()).ok_or_else(invalid)
}

fn invalid_seed(text: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, text)
}
