//! The doc comment of a request type.

use super::Request;
use crate::doc_comment::sentence;

impl Request<'_> {
    /// What it does, where, with which permission, and where the documentation stands.
    pub(super) fn docs(&self) -> String {
        let operation = self.operation;
        let permissions = &operation.permissions;
        let either = |names: &[String], none: &str| match names {
            [] => none.to_owned(),
            names => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        };
        [
            sentence(&operation.summary),
            String::new(),
            operation.description.clone(),
            String::new(),
            format!(
                "`{} {}`, [GitHub's page]({}).",
                operation.method.to_uppercase(),
                operation.path,
                operation.docs
            ),
            String::new(),
            format!(
                "A fine-grained token needs {}; ",
                either(&permissions.fine_grained, "what none can have")
            ),
            format!(
                "a classic one needs one of {}; ",
                either(&permissions.classic, "the scopes that the documentation does not name")
            ),
            format!("installation tokens {}.", if permissions.installation { "work" } else { "do not work" }),
            format!("Stands in the descriptions of {}.", operation.availability.join(", ")),
        ]
        .join("\n")
    }
}
