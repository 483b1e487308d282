//! One request, as the answer of an operation sees it: let in, with its parameters told apart.

use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;

use super::answer::Answer;
use super::world::World;

/// How an operation is answered: from the state of the world, which it may change.
pub(super) type Answering = fn(&mut World, &Asked<'_>) -> Result<Answer, Answer>;

/// A request whose caller is known and may do this.
pub(super) struct Asked<'a> {
    pub(super) operation: &'static Operation,
    /// The parameters of the path, decoded, by their names in the template.
    pub(super) path: &'a [(String, String)],
    /// The parameters of the query, decoded, in their order.
    pub(super) query: &'a [(String, String)],
    pub(super) body: &'a [u8],
    /// The login of the account that asks.
    pub(super) login: &'a str,
    pub(super) now: DateTime<Utc>,
    /// The address of the server, without a slash at its end, and the path asked for: what a `Link` is made of.
    pub(super) base_url: &'a str,
    pub(super) url_path: &'a str,
}

impl<'a> Asked<'a> {
    /// A parameter of the path; one that is missing is empty, and leads to nothing.
    pub(super) fn parameter(&self, name: &str) -> &'a str {
        let found = self.path.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}
