//! The models of internal operations are none of the public models.

use std::collections::BTreeMap;

use github_secret_scanning_codegen::generate;

use crate::{real_spec, small_spec};

const INTERNAL: &str = "generated/src/generated/internal_types.rs";

fn generated(sources: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    generate(sources).unwrap_or_else(|problems| panic!("{problems}")).files
}

/// The names of the structs in the files below `path`.
fn structs(files: &BTreeMap<String, String>, path: &str) -> Vec<String> {
    let lines = files.iter().filter(|(name, _)| name.starts_with(path)).flat_map(|(_, text)| text.lines());
    let names = lines.filter_map(|line| line.strip_prefix("pub struct "));
    names.map(|rest| rest.split([' ', '(']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_model_of_internal_operations_alone_is_in_the_hidden_module_and_nowhere_else() {
    let files = generated(&real_spec::sources());
    let internal = structs(&files, INTERNAL);
    assert_eq!(internal, ["Installation", "InstallationToken"]);
    let public = structs(&files, "generated/src/generated/types/");
    assert!(public.contains(&"Alert".to_owned()) && public.contains(&"ErrorBody".to_owned()), "{public:?}");
    assert!(!public.iter().any(|name| internal.contains(name)), "{public:?}");
    let root = &files["generated/src/generated/mod.rs"];
    assert!(root.contains("#[doc(hidden)]\npub mod internal_types;"), "{root}");
}

#[test]
fn a_spec_without_internal_operations_has_no_such_module() {
    let files = generated(&small_spec::sources());
    assert!(!files.contains_key(INTERNAL));
    assert!(!files["generated/src/generated/mod.rs"].contains("internal_types"));
}
