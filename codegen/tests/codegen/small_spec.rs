//! A spec that is as small as can be and still has one of everything, and changes to it.

use std::collections::BTreeMap;

/// One change to the small spec.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    /// In this file, this text, which stands there exactly once, gives way to that one.
    Replace(&'static str, &'static str, &'static str),
    /// One more file, or another text in the place of one.
    Write(&'static str, &'static str),
    Remove(&'static str),
}

/// The small spec: file name → text.
pub(crate) fn sources() -> BTreeMap<String, String> {
    let files = [
        ("openapi.yaml", include_str!("small_spec/openapi.yaml")),
        ("shared.yaml", include_str!("small_spec/shared.yaml")),
        ("keys.yaml", include_str!("small_spec/keys.yaml")),
    ];
    files.map(|(name, text)| (name.to_owned(), text.to_owned())).into()
}

/// The small spec with `changes`.
pub(crate) fn changed(changes: &[Change]) -> BTreeMap<String, String> {
    let mut sources = sources();
    for change in changes {
        match *change {
            Change::Replace(file, old, new) => {
                let text = sources.get_mut(file).unwrap_or_else(|| panic!("there is no {file}"));
                let count = text.matches(old).count();
                assert_eq!(count, 1, "in {file}, this stands {count} times, and not once: {old}");
                *text = text.replace(old, new);
            }
            Change::Write(file, text) => drop(sources.insert(file.to_owned(), text.to_owned())),
            Change::Remove(file) => {
                drop(sources.remove(file).unwrap_or_else(|| panic!("there is no {file}")))
            }
        }
    }
    sources
}

#[test]
fn the_small_spec_is_a_valid_one() {
    let files = github_secret_scanning_codegen::generate(&sources())
        .unwrap_or_else(|problems| panic!("{problems}"))
        .files;
    for path in [
        "generated/openapi.json",
        "generated/src/generated/types/keys.rs",
        "src/generated/requests/update_key.rs",
        "src/generated/scopes/key.rs",
    ] {
        assert!(files.contains_key(path), "{path} is missing from {:?}", files.keys());
    }
}
