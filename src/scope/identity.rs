//! Equality of scopes: by server and names, not by client.

use std::hash::{Hash, Hasher};

use super::{Enterprise, Org, Repo};

/// The server and the names of a scope. GitHub's names are case-insensitive.
struct Identity<'a> {
    base_url: &'a str,
    names: [&'a str; 2],
}

impl PartialEq for Identity<'_> {
    fn eq(&self, other: &Self) -> bool {
        let mut names = self.names.iter().zip(other.names);
        self.base_url == other.base_url && names.all(|(name, other)| name.eq_ignore_ascii_case(other))
    }
}

impl Hash for Identity<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.base_url.hash(state);
        for name in self.names {
            name.to_ascii_lowercase().hash(state);
        }
    }
}

impl Repo {
    fn identity(&self) -> Identity<'_> {
        Identity { base_url: self.client.base_url(), names: [&self.owner, &self.name] }
    }
}

impl Org {
    fn identity(&self) -> Identity<'_> {
        Identity { base_url: self.client.base_url(), names: [&self.login, ""] }
    }
}

impl Enterprise {
    fn identity(&self) -> Identity<'_> {
        Identity { base_url: self.client.base_url(), names: [&self.slug, ""] }
    }
}

macro_rules! equal_by_identity {
    ($($scope:ident),*) => {$(
        /// Compares the base URL of the server and the names, ASCII case-insensitively; not the client.
        impl PartialEq for $scope {
            fn eq(&self, other: &Self) -> bool {
                self.identity() == other.identity()
            }
        }

        impl Eq for $scope {}

        impl Hash for $scope {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.identity().hash(state);
            }
        }
    )*};
}
equal_by_identity!(Repo, Org, Enterprise);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::{Client, Error};

    fn client(base_url: &str) -> Result<Client, Error> {
        Client::builder().token("t").base_url(base_url).build()
    }

    #[test]
    fn scopes_of_two_clients_of_one_server_are_equal_in_any_case() -> Result<(), Error> {
        let (one, two) = (client("https://a.example/")?, client("https://A.example")?);
        let repos = [one.repo("Acme", "Widgets")?, two.repo("acme", "widgets")?];
        let orgs = [one.org("Acme")?, two.org("acme")?];
        let enterprises = [one.enterprise("Acme")?, two.enterprise("acme")?];
        assert_eq!(repos.into_iter().collect::<HashSet<_>>().len(), 1);
        assert_eq!(orgs.into_iter().collect::<HashSet<_>>().len(), 1);
        assert_eq!(enterprises.into_iter().collect::<HashSet<_>>().len(), 1);
        Ok(())
    }

    #[test]
    fn scopes_of_other_names_or_of_another_server_differ() -> Result<(), Error> {
        let (one, two) = (client("https://a.example")?, client("https://b.example")?);
        let repo = one.repo("acme", "widgets")?;
        for other in
            [one.repo("acme", "gadgets")?, one.repo("other", "widgets")?, two.repo("acme", "widgets")?]
        {
            assert_ne!(repo, other);
        }
        assert_ne!(one.org("acme")?, two.org("acme")?);
        assert_ne!(one.enterprise("acme")?, one.enterprise("acme-inc")?);
        Ok(())
    }
}
