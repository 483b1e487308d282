//! The table of endpoints: how each operation is called, and which token may call it.

use crate::naming;
use crate::operation_docs::{endpoint, listed};
use crate::read::{Call, Slice};

/// The document of a table, which decides how its calls are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The documentation of the crate: calls are links to methods.
    FrontPage,
    Readme,
}

/// Returns the table as Markdown.
pub(crate) fn table(slice: &Slice, place: Place) -> String {
    let mut table =
        "| call | endpoint | fine-grained permission | classic scope | GitHub App |\n| --- | --- | --- | --- | --- |\n"
            .to_owned();
    for operation in &slice.operations {
        let Some(call) = &operation.call else { continue };
        let permissions = &operation.permissions;
        table += &format!(
            "| {} | {} | {} | {} | {} |\n",
            link(call, place),
            endpoint(operation),
            code(&permissions.fine_grained, "and", "not supported"),
            code(&permissions.classic, "or", "not documented"),
            if permissions.installation { "yes" } else { "no" },
        );
    }
    table
}

fn code(names: &[String], word: &str, none: &str) -> String {
    if names.is_empty() {
        return none.to_owned();
    }
    listed(names.iter().map(|name| format!("`{name}`")), word)
}

fn link(call: &Call, place: Place) -> String {
    let mut text = call.root.variable().to_owned();
    for segment in call.sub_scope.iter().chain([&call.method]) {
        text += &format!(".{}({})", segment.name, segment.arguments.join(", "));
    }
    match place {
        Place::Readme => format!("`{text}`"),
        Place::FrontPage => {
            let ty = match &call.sub_scope {
                None => call.root.type_name().to_owned(),
                Some(segment) => naming::sub_scope(&segment.name),
            };
            format!("[`{text}`]({ty}::{})", call.method.name)
        }
    }
}
