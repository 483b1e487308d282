//! Installations of the App: it is installed for every owner, and the owner's id is the installation's.

use super::Store;

impl Store {
    pub(crate) fn installation_of_org(&self, org: &str) -> Option<i64> {
        self.owner(org).map(|owner| owner.id)
    }

    pub(crate) fn installation_of_repo(&self, owner: &str, repo: &str) -> Option<i64> {
        self.repository(owner, repo).map(|repository| repository.owner_id)
    }

    /// Returns the login of an installation's owner, in lower case.
    pub(crate) fn owner_of_installation(&self, id: i64) -> Option<String> {
        self.owners.iter().find(|(_, owner)| owner.id == id).map(|(login, _)| login.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn installation_has_the_id_of_its_owner() {
        let mut store = Store::default();
        for repo in ["acme/widgets", "Acme/gadgets"] {
            store.add_repo(repo).unwrap();
        }
        store.add_org("Other").unwrap();
        let id = store.installation_of_org("ACME").unwrap();
        assert_eq!(store.installation_of_repo("acme", "GADGETS"), Some(id));
        assert_eq!(store.owner_of_installation(id).as_deref(), Some("acme"));
        let other = store.installation_of_org("other").unwrap();
        assert_eq!(store.owner_of_installation(other).as_deref(), Some("other"));
        assert_ne!(id, other);
        assert_eq!(store.installation_of_repo("acme", "nothing"), None);
        assert_eq!((store.installation_of_org("nobody"), store.owner_of_installation(1)), (None, None));
    }
}
