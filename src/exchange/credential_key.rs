//! The identity that rate limits and the cache are keyed by.

use std::fmt;
use std::sync::Arc;

/// Names the identity behind the tokens of a request, and stays the same while they change.
///
/// It contains no token, and is shown in logs.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct CredentialKey(Arc<str>);

impl CredentialKey {
    /// `name` begins with the kind of the credential, so that two kinds never share a key.
    pub(crate) fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }
}

impl fmt::Debug for CredentialKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
