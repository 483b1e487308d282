// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The scopes that a request has one of.

use crate::client::Client;
use crate::scope::Enterprise;
use crate::scope::Org;
use crate::scope::Repo;

/// The scope of a request: an enterprise or an organization.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum EnterpriseOrOrg {
    Enterprise(Enterprise),
    Org(Org),
}

impl EnterpriseOrOrg {
    /// Returns the client that the scope was created from.
    pub(crate) fn client(&self) -> &Client {
        match self {
            Self::Enterprise(scope) => scope.client(),
            Self::Org(scope) => scope.client(),
        }
    }
}

/// The scope of a request: an enterprise, an organization, or a repository.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum EnterpriseOrOrgOrRepo {
    Enterprise(Enterprise),
    Org(Org),
    Repo(Repo),
}

impl EnterpriseOrOrgOrRepo {
    /// Returns the client that the scope was created from.
    pub(crate) fn client(&self) -> &Client {
        match self {
            Self::Enterprise(scope) => scope.client(),
            Self::Org(scope) => scope.client(),
            Self::Repo(scope) => scope.client(),
        }
    }
}

/// The scope of a request: an organization or a repository.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum OrgOrRepo {
    Org(Org),
    Repo(Repo),
}

impl OrgOrRepo {
    /// Returns the client that the scope was created from.
    pub(crate) fn client(&self) -> &Client {
        match self {
            Self::Org(scope) => scope.client(),
            Self::Repo(scope) => scope.client(),
        }
    }
}
