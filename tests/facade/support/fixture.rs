//! The payloads of GitHub in `tests/fixtures`.

use std::path::{Path, PathBuf};

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Reads the fixture at a path below `tests/fixtures`, without its extension.
pub(crate) fn read(name: &str) -> Value {
    let path = folder().join(name).with_extension("json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// Returns the sorted names of all fixtures, for [`read`].
pub(crate) fn names() -> Vec<String> {
    let mut names = Vec::new();
    for family in std::fs::read_dir(folder()).unwrap().map(Result::unwrap) {
        if !family.path().is_dir() {
            continue;
        }
        let family_name = family.file_name().into_string().unwrap();
        for file in std::fs::read_dir(family.path()).unwrap().map(Result::unwrap) {
            let stem = file.path().file_stem().unwrap().to_str().unwrap().to_owned();
            names.push(format!("{family_name}/{stem}"));
        }
    }
    names.sort();
    names
}

/// Removes the properties that are null: in a response, null equals absent.
pub(crate) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        scalar => scalar,
    }
}
