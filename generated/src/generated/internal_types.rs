// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The models that internal operations alone use.

use super::types::*;

/// An installation of an App, for example in an organization.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Installation {
    /// The id of the installation.
    pub id: i64,
}

impl Installation {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `id`: The id of the installation.
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

/// An installation access token.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InstallationToken {
    /// When the token expires (UTC).
    pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
    /// The token.
    pub token: crate::Secret,
}

impl InstallationToken {
    /// Builds one from its required properties; the others are left out.
    ///
    /// - `token`: The token.
    /// - `expires_at`: When the token expires (UTC).
    pub fn new(
        token: crate::Secret,
        expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        Self { token, expires_at }
    }
}
