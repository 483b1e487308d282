//! The same spec gives the same bytes, however it is written down and whatever else is built with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use github_secret_scanning_codegen::{OWNED, generate};
use serde_json::{Map, Value};

use crate::real_spec;

fn generated(sources: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let generated = generate(sources).unwrap_or_else(|problems| panic!("{problems}"));
    let regions =
        generated.regions.into_iter().map(|region| (format!("{}#{}", region.path, region.name), region.text));
    generated.files.into_iter().chain(regions).collect()
}

/// Fails with the paths alone: the texts are long. Where those on disk are stale, `cargo xtask generate` mends it.
fn assert_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    let differ: Vec<&String> =
        one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).collect();
    assert!(differ.is_empty(), "these differ: {differ:?}");
}

/// `value` as JSON text, with the members of every mapping the other way round.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = ordered(members)
                .rev()
                .map(|(name, member)| format!("{}: {}", Value::from(name.as_str()), reversed(member)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(reversed).collect::<Vec<_>>().join(", "))
        }
        scalar => scalar.to_string(),
    }
}

/// By name, also where serde_json keeps the order of the text.
fn ordered(members: &Map<String, Value>) -> impl DoubleEndedIterator<Item = (&String, &Value)> {
    members.iter().collect::<BTreeMap<_, _>>().into_iter()
}

#[test]
fn the_same_spec_gives_the_same_bytes_twice() {
    let sources = real_spec::sources();
    assert_same(&generated(&sources), &generated(&sources));
}

#[test]
fn the_order_of_members_in_the_spec_says_nothing() {
    let sources = real_spec::sources();
    let backwards = sources.iter().map(|(file, text)| {
        let document: Value = serde_saphyr::from_str(text).expect("the real spec is YAML");
        (file.clone(), reversed(&document))
    });
    assert_same(&generated(&sources), &generated(&backwards.collect()));
}

/// Run once with `--features serde_json/preserve_order` and once without, this shows that the
/// features of other crates in a build have no say in what is written.
#[test]
fn the_bytes_are_those_on_disk_whatever_features_serde_json_has() {
    let mut on_disk = BTreeMap::new();
    for owned in OWNED {
        read(&real_spec::root(), owned, &mut on_disk);
    }
    // Its regions are compared by `cargo xtask generate --check`, which splices them.
    let files =
        generated(&real_spec::sources()).into_iter().filter(|(path, _)| !path.contains('#')).collect();
    assert_same(&files, &on_disk);
}

/// Reads the file at `path`, or every file below it.
fn read(root: &Path, path: &str, files: &mut BTreeMap<String, String>) {
    let place = root.join(path);
    if place.is_file() {
        files.insert(path.to_owned(), fs::read_to_string(&place).expect("a generated file is text"));
        return;
    }
    for entry in fs::read_dir(&place).expect("what is generated stands on disk") {
        let name = entry.expect("a directory can be listed").file_name();
        read(root, &format!("{path}/{}", name.to_str().expect("a generated file has a plain name")), files);
    }
}
