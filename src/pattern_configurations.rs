//! Which patterns push protection acts on, in an organization or an enterprise.

use crate::requests::{
    GetEnterprisePatternConfigurations, GetOrgPatternConfigurations, UpdateEnterprisePatternConfigurations,
    UpdateOrgPatternConfigurations,
};
use crate::scope::{Enterprise, Org};

impl Enterprise {
    /// The pattern configuration of this enterprise.
    pub fn pattern_configurations(&self) -> EnterprisePatternConfigurations {
        EnterprisePatternConfigurations { enterprise: self.clone() }
    }
}

impl Org {
    /// The pattern configuration of this organization.
    pub fn pattern_configurations(&self) -> OrgPatternConfigurations {
        OrgPatternConfigurations { org: self.clone() }
    }
}

/// The pattern configuration of an enterprise; made by [`Enterprise::pattern_configurations`].
#[derive(Clone, Debug)]
pub struct EnterprisePatternConfigurations {
    enterprise: Enterprise,
}

impl EnterprisePatternConfigurations {
    /// Reads it, with the version that an update should name.
    pub fn get(&self) -> GetEnterprisePatternConfigurations {
        GetEnterprisePatternConfigurations::new(&self.enterprise)
    }

    /// Changes the settings that are named, and leaves the others alone.
    ///
    /// With the version that was read before, a change that somebody else made meanwhile gives
    /// [`Conflict`](crate::ErrorKind::Conflict) instead of being overwritten.
    pub fn update(&self) -> UpdateEnterprisePatternConfigurations {
        UpdateEnterprisePatternConfigurations::new(&self.enterprise)
    }
}

/// The pattern configuration of an organization; made by [`Org::pattern_configurations`].
#[derive(Clone, Debug)]
pub struct OrgPatternConfigurations {
    org: Org,
}

impl OrgPatternConfigurations {
    /// Reads it, with the version that an update should name.
    pub fn get(&self) -> GetOrgPatternConfigurations {
        GetOrgPatternConfigurations::new(&self.org)
    }

    /// Changes the settings that are named, and leaves the others alone.
    ///
    /// With the version that was read before, a change that somebody else made meanwhile gives
    /// [`Conflict`](crate::ErrorKind::Conflict) instead of being overwritten.
    pub fn update(&self) -> UpdateOrgPatternConfigurations {
        UpdateOrgPatternConfigurations::new(&self.org)
    }
}
