//! Extensions of an operation: family, documentation, availability, permissions.

use super::reader::Reader;
use crate::document::join;

#[derive(Clone, Debug, Default)]
pub(crate) struct Permissions {
    pub(crate) fine_grained: Vec<String>,
    pub(crate) classic: Vec<String>,
    pub(crate) installation: bool,
}

/// The family is named in three places, of which the name of the file takes precedence.
pub(super) fn family(reader: &mut Reader, pointer: &str) -> Option<String> {
    let family = reader.text(pointer, "x-family")?;
    let file = reader.document.file(pointer).unwrap_or_default();
    let stem = file.strip_suffix(".yaml").unwrap_or(file);
    if stem != family {
        let what = format!("its `x-family` is `{family}`");
        reader.problem(&join(pointer, "x-family"), what, "let `x-family` be the name of its file");
    }
    if reader.texts(pointer, "tags") != [stem] {
        let help = format!("write `tags: [{stem}]`");
        reader.problem(&join(pointer, "tags"), "its tag is not its family", help);
    }
    Some(family)
}

pub(super) fn docs(reader: &mut Reader, pointer: &str) -> Option<String> {
    reader.object_of(pointer, &["description", "url"])?;
    reader.text(pointer, "url")
}

pub(super) fn availability(reader: &mut Reader, pointer: &str) -> Vec<String> {
    let editions = reader.texts(pointer, "x-availability");
    if editions.is_empty() {
        reader.problem(pointer, "it has no `x-availability`", "write `x-availability: [dotcom, …]`");
    }
    editions
}

/// `true` is the only value: nearly all operations would have to declare `false`.
pub(super) fn internal(reader: &mut Reader, pointer: &str) -> bool {
    let value = reader.get(pointer, "x-internal");
    if value.is_some_and(|value| value != &serde_json::Value::Bool(true)) {
        reader.problem(
            &join(pointer, "x-internal"),
            "`x-internal` is not `true`",
            "write `x-internal: true`, or remove it",
        );
    }
    value.is_some()
}

pub(super) fn permissions(reader: &mut Reader, pointer: &str) -> Option<Permissions> {
    reader.object_of(pointer, &["classic", "fine-grained", "installation"])?;
    Some(Permissions {
        fine_grained: reader.texts(pointer, "fine-grained"),
        classic: reader.texts(pointer, "classic"),
        installation: reader.truth(pointer, "installation"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::Document;

    #[test]
    fn an_operation_is_internal_or_does_not_say_so() {
        for (extensions, internal, problems) in [
            (json!({}), false, 0),
            (json!({"x-internal": true}), true, 0),
            (json!({"x-internal": false}), true, 1),
            (json!({"x-internal": "yes"}), true, 1),
        ] {
            let document =
                Document { root: json!({"paths": {"/a": {"get": extensions}}}), origins: Default::default() };
            let mut reader = Reader::new(&document);
            assert_eq!(super::internal(&mut reader, "/paths/~1a/get"), internal);
            assert_eq!(reader.found.len(), problems);
        }
    }
}
