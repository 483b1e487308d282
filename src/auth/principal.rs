//! The party behind the tokens of a client, which stays the same while they change.

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::digest;
use secrecy::{ExposeSecret, SecretString};

/// What rate limits are kept for and stored answers belong to. Holds no token.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Principal {
    /// The SHA-256 of a fixed token.
    Token([u8; 32]),
    /// A service's provider, by the name that it gives itself.
    Provider(Arc<str>),
    /// A GitHub App where it is installed; its token changes hourly.
    Installation(Arc<str>, Installation),
    /// A GitHub App that speaks for itself, to be given a token.
    App(Arc<str>),
}

/// Where a GitHub App is installed, as the service author says it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Installation {
    Id(u64),
    Org(String),
    Repo(String, String),
}

impl Principal {
    pub(super) fn of_token(token: &SecretString) -> Self {
        let hash = digest::digest(&digest::SHA256, token.expose_secret().as_bytes());
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(hash.as_ref()).for_each(|(byte, of_hash)| *byte = *of_hash);
        Self::Token(bytes)
    }
}

impl fmt::Debug for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Enough to tell two tokens in one log apart.
            Self::Token([a, b, c, d, ..]) => write!(f, "Token({a:02x}{b:02x}{c:02x}{d:02x})"),
            Self::Provider(name) => f.debug_tuple("Provider").field(name).finish(),
            Self::Installation(id, place) => f.debug_tuple("Installation").field(id).field(place).finish(),
            Self::App(id) => f.debug_tuple("App").field(id).finish(),
        }
    }
}

impl fmt::Debug for Installation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Org(org) => write!(f, "of {org}"),
            Self::Repo(owner, repo) => write!(f, "of {owner}/{repo}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_by_its_hash_and_not_shown() {
        let principal = |token: &str| Principal::of_token(&token.into());
        assert_eq!(principal("hunter2"), principal("hunter2"));
        assert_ne!(principal("hunter2"), principal("hunter3"));
        assert_eq!(format!("{:?}", principal("hunter2")), "Token(f52fbd32)");
    }
}
