//! The state of the fake: owners, their repositories and what is in them.

mod alert;
mod bypass_request;
mod ids;
mod patterns;
mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::types::{Actor, Alert, Location, PatternConfiguration};

use self::ids::Ids;
use crate::name;

pub(super) use self::alert::AlertEntry;
pub(super) use self::bypass_request::{BypassRequest, decided, is_waiting};
pub(super) use self::patterns::Patterns;
pub(super) use self::repository::Repository;

/// Who asks for a bypass where a seed does not say.
const REQUESTER: &str = "monalisa";

/// All that there is, changed by writes and read by reads. Its maps go by names in lower case.
#[derive(Debug, Default)]
pub(super) struct World {
    owners: BTreeMap<String, Owner>,
    enterprises: BTreeMap<String, Enterprise>,
    /// The ids of all accounts that were ever named, owners among them.
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

/// Seeding.
impl World {
    /// A repository, `owner/name`, made if it is not there.
    pub(super) fn add_repo(&mut self, repo: &str) -> io::Result<&mut Repository> {
        let Some((owner, name)) = repo.split_once('/').filter(|(_, name)| !name.contains('/')) else {
            return Err(wrong(format!("{repo:?} is not a repository: it is written owner/name")));
        };
        check("repository", repo, name)?;
        // Before the owner is borrowed.
        let id = self.ids.next();
        let owner = self.owner_to_seed("repository", repo, owner)?;
        let new = || Repository::new(id, owner.id, &owner.login, name);
        Ok(owner.repositories.entry(name.to_ascii_lowercase()).or_insert_with(new))
    }

    pub(super) fn add_org(&mut self, org: &str) -> io::Result<()> {
        self.owner_to_seed("organization", org, org).map(|_| ())
    }

    /// An enterprise, and organizations that belong to it from now on.
    pub(super) fn add_enterprise(&mut self, enterprise: &str, orgs: &[String]) -> io::Result<()> {
        self.enterprise_to_seed(enterprise)?;
        for org in orgs {
            self.add_org(org)?;
            self.enterprise_to_seed(enterprise)?.orgs.insert(org.to_ascii_lowercase());
        }
        Ok(())
    }

    /// Gives the number of the alert.
    pub(super) fn add_alert(&mut self, now: DateTime<Utc>, repo: &str, alert: Alert) -> io::Result<u64> {
        for user in [&alert.assigned_to, &alert.resolved_by].into_iter().flatten() {
            self.remember(&user.login, user.id);
        }
        self.add_repo(repo)?.add_alert(now, alert)
    }

    pub(super) fn add_locations(&mut self, repo: &str, number: u64, places: Vec<Location>) -> io::Result<()> {
        let no_alert = || wrong(format!("the locations of alert {number} of {repo}: there is no such alert"));
        self.add_repo(repo)?.alerts.get_mut(&number).ok_or_else(no_alert)?.add_locations(places);
        Ok(())
    }

    /// Gives the number of the request.
    pub(super) fn add_request<R: BypassRequest>(
        &mut self,
        now: DateTime<Utc>,
        repo: &str,
        mut request: R,
    ) -> io::Result<u64> {
        // A wrong name must not use up ids.
        self.add_repo(repo)?;
        let parts = request.parts();
        *parts.id = self.ids.claim(*parts.id);
        for response in parts.responses.iter_mut().flatten() {
            response.id = self.ids.claim(response.id);
        }
        let requester = parts.requester.get_or_insert_default();
        let name = requester.actor_name.get_or_insert_with(|| REQUESTER.to_owned());
        let known = requester.actor_id.map(|id| self.remember(name, id));
        requester.actor_id = known.or(Some(self.account(name)));
        self.add_repo(repo)?.add_request(now, request)
    }

    pub(super) fn set_org_patterns(
        &mut self,
        org: &str,
        configuration: PatternConfiguration,
    ) -> io::Result<()> {
        let version = self.new_version();
        self.owner_to_seed("organization", org, org)?.patterns = Patterns::new(configuration, version);
        Ok(())
    }

    pub(super) fn set_enterprise_patterns(
        &mut self,
        enterprise: &str,
        configuration: PatternConfiguration,
    ) -> io::Result<()> {
        let version = self.new_version();
        self.enterprise_to_seed(enterprise)?.patterns = Patterns::new(configuration, version);
        Ok(())
    }

    fn owner_to_seed(&mut self, kind: &str, seed: &str, login: &str) -> io::Result<&mut Owner> {
        check(kind, seed, login)?;
        let (id, version) = (self.account(login), self.new_version());
        let new = || Owner {
            id,
            login: login.to_owned(),
            patterns: Patterns::new(PatternConfiguration::default(), version),
            repositories: BTreeMap::new(),
        };
        Ok(self.owners.entry(login.to_ascii_lowercase()).or_insert_with(new))
    }

    fn enterprise_to_seed(&mut self, slug: &str) -> io::Result<&mut Enterprise> {
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

/// Reading and changing, by names in any case of letters.
impl World {
    pub(super) fn repository(&self, owner: &str, name: &str) -> Option<&Repository> {
        self.owner(owner)?.repositories.get(&name.to_ascii_lowercase())
    }

    pub(super) fn repository_mut(&mut self, owner: &str, name: &str) -> Option<&mut Repository> {
        let owner = self.owners.get_mut(&owner.to_ascii_lowercase())?;
        owner.repositories.get_mut(&name.to_ascii_lowercase())
    }

    pub(super) fn repositories_of_org(&self, org: &str) -> Option<impl Iterator<Item = &Repository>> {
        self.owner(org).map(|owner| owner.repositories.values())
    }

    pub(super) fn repositories_of_enterprise(&self, slug: &str) -> Option<impl Iterator<Item = &Repository>> {
        let enterprise = self.enterprises.get(&self.enterprise_key(slug)?)?;
        let owners = enterprise.orgs.iter().filter_map(|org| self.owners.get(org));
        Some(owners.flat_map(|owner| owner.repositories.values()))
    }

    pub(super) fn patterns_of_org(&mut self, org: &str) -> Option<&mut Patterns> {
        self.owners.get_mut(&org.to_ascii_lowercase()).map(|owner| &mut owner.patterns)
    }

    pub(super) fn patterns_of_enterprise(&mut self, slug: &str) -> Option<&mut Patterns> {
        let key = self.enterprise_key(slug)?;
        self.enterprises.get_mut(&key).map(|enterprise| &mut enterprise.patterns)
    }

    pub(super) fn installation_of_org(&self, org: &str) -> Option<i64> {
        self.owner(org).map(|owner| owner.id)
    }

    pub(super) fn installation_of_repo(&self, owner: &str, repo: &str) -> Option<i64> {
        self.repository(owner, repo).map(|repository| repository.owner_id)
    }

    /// In lower case.
    pub(super) fn owner_of_installation(&self, id: i64) -> Option<String> {
        self.owners.iter().find(|(_, owner)| owner.id == id).map(|(login, _)| login.clone())
    }

    /// The id of an account that a seed names with its id. The first seed that does counts.
    fn remember(&mut self, login: &str, id: i64) -> i64 {
        self.accounts.entry(login.to_ascii_lowercase()).or_insert(id);
        id
    }

    /// The id of an account, which is always the same; every account that is named exists.
    pub(super) fn account(&mut self, login: &str) -> i64 {
        *self.accounts.entry(login.to_ascii_lowercase()).or_insert_with(|| self.ids.next())
    }

    pub(super) fn actor(&mut self, login: &str) -> Actor {
        let mut actor = Actor::default();
        actor.actor_id = Some(self.account(login));
        actor.actor_name = Some(login.to_owned());
        actor
    }

    /// An id that nothing has.
    pub(super) fn new_id(&mut self) -> i64 {
        self.ids.next()
    }

    /// A version of a pattern configuration that was not there before.
    pub(super) fn new_version(&mut self) -> String {
        format!("version-{}", self.ids.next())
    }

    fn owner(&self, login: &str) -> Option<&Owner> {
        self.owners.get(&login.to_ascii_lowercase())
    }

    /// An enterprise goes by its slug, or by its id.
    fn enterprise_key(&self, name: &str) -> Option<String> {
        let key = name.to_ascii_lowercase();
        if self.enterprises.contains_key(&key) {
            return Some(key);
        }
        let id: i64 = name.parse().ok()?;
        self.enterprises.iter().find(|(_, enterprise)| enterprise.id == id).map(|(key, _)| key.clone())
    }
}

/// Refuses a name that no client could ask for, as part of a seed.
fn check(kind: &str, seed: &str, name: &str) -> io::Result<()> {
    let rule = "a name has 1 to 100 ASCII letters, digits, `-`, `_` and `.`, and is neither `.` nor `..`";
    let wrong = |_| wrong(format!("{seed:?} cannot be the name of the {kind}: {rule}"));
    name::checked("name", name).map(|_| ()).map_err(wrong)
}

/// What is said about a seed that cannot be.
fn wrong(text: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, text)
}
