//! A request to one operation, as its handler receives it.

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;

/// A request that is authenticated and authorized, with its parameters decoded.
pub(crate) struct OperationRequest<'a> {
    pub(crate) operation: &'static Operation,
    /// The parameters of the path, decoded, by their names in the template.
    pub(crate) path_parameters: &'a [(String, String)],
    /// The parameters of the query, decoded, in their order.
    pub(crate) query: &'a [(String, String)],
    pub(crate) body: &'a [u8],
    /// The login of the account that the credential belongs to.
    pub(crate) login: &'a str,
    pub(crate) now: DateTime<Utc>,
    /// The base URL of the server, without a trailing slash. With `path` it makes the URLs of `Link` headers.
    pub(crate) base_url: &'a str,
    /// The path of the request, as it was sent.
    pub(crate) path: &'a str,
}

impl<'a> OperationRequest<'a> {
    /// Returns a parameter of the path; empty if the template has none of that name.
    pub(crate) fn path_parameter(&self, name: &str) -> &'a str {
        let found = self.path_parameters.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}
