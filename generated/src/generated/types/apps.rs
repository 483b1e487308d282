// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models of spec/apps.yaml.

use super::*;

/// A place where an App is installed, such as an organization.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Installation {
    /// Its number, on the whole server.
    pub id: i64,
}

impl Installation {
    /// Builds one from its required properties; the others are left out.
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

/// A token that speaks for an App where it is installed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InstallationToken {
    /// When it ends, in UTC.
    pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
    /// The token itself.
    pub token: crate::Secret,
}

impl InstallationToken {
    /// Builds one from its required properties; the others are left out.
    pub fn new(
        expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        token: crate::Secret,
    ) -> Self {
        Self { expires_at, token }
    }
}
