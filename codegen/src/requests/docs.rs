//! The doc comment of a request type.

use super::RequestType;
use crate::operation_docs::{common_summary, details, listed, summary};

impl RequestType<'_> {
    /// Its summary; of a shared type, that of all its operations.
    pub(crate) fn summary(&self) -> String {
        if self.shared {
            common_summary(self.parts.iter().map(|part| part.operation))
        } else {
            summary(self.model)
        }
    }

    /// Its operation; of a shared type, a section for each scope.
    pub(super) fn docs(&self) -> String {
        if !self.shared {
            return format!("{}\n\n{}", summary(self.model), details(self.model));
        }
        let scopes = self.parts.iter().map(|part| format!("[`{0}`](crate::{0})", part.root.type_name()));
        let mut docs = format!("{}\n\nThe scope `S` is {}.", self.summary(), listed(scopes, "or"));
        for part in &self.parts {
            let operation = part.operation;
            docs += &format!(
                "\n\n# {}\n\n{}\n\n{}",
                part.root.type_name(),
                summary(operation),
                details(operation)
            );
        }
        docs
    }
}
