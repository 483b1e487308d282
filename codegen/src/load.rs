//! Reads the files of the spec and merges them into one document.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::document::{Document, join, sorted};
use crate::naming;
use crate::problem::{Problem, Problems};

/// The file that holds what belongs to the document as a whole.
const ROOT: &str = "openapi.yaml";

/// A module of the mocks, whose name no family can have.
const MOCK_MODULE: &str = "operations";

const ROOT_KEYS: &[&str] = &["components", "externalDocs", "info", "openapi", "security", "servers", "tags"];
const FAMILY_KEYS: &[&str] = &["components", "paths"];

/// Merges `sources` (file name → YAML text): the root file gives the frame, every other file its
/// paths and components.
pub(crate) fn load(sources: &BTreeMap<String, String>) -> Result<Document, Problems> {
    let mut found = Vec::new();
    let mut document = Document { root: Value::Object(Map::new()), origins: BTreeMap::new() };
    if !sources.contains_key(ROOT) {
        found.push(Problem {
            file: None,
            subject: None,
            pointer: String::new(),
            what: format!("there is no `{ROOT}`"),
            help: format!("write `spec/{ROOT}` with `openapi`, `info`, `servers` and `tags`"),
        });
    }
    for (file, text) in sources {
        let stem = file.strip_suffix(".yaml");
        if !stem.is_some_and(naming::is_module_name) || stem == Some(MOCK_MODULE) {
            let what = "its name cannot name a module".to_owned();
            let help = "call it `family_name.yaml`, in small letters and underscores".to_owned();
            found.push(problem_in(file, "", what, help));
        }
        match parse(file, text) {
            Ok(part) => merge(&mut document, file, part, &mut found),
            Err(problem) => found.push(problem),
        }
    }
    Problems::none_in(found)?;
    document.root = sorted(document.root);
    check_version(&document)?;
    Ok(document)
}

fn parse(file: &str, text: &str) -> Result<Map<String, Value>, Problem> {
    let problem = |what: String, help: &str| Problem {
        file: Some(file.to_owned()),
        subject: None,
        pointer: String::new(),
        what,
        help: help.to_owned(),
    };
    // YAML 1.1 would take `no` and `on` for booleans, in a key or a description alike.
    // The spec is a dozen levels deep. The reader takes 20 kB of stack a level in a debug build, so
    // that the 2,000 levels that it would take by itself end the process.
    let budget = serde_saphyr::budget! { max_depth: 32 };
    let options = serde_saphyr::options! { strict_booleans: true, budget: budget };
    let value: Value = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let error = error.render_with_formatter(&serde_saphyr::UserMessageFormatter);
        problem(format!("it is not valid YAML: {error}"), "correct the syntax")
    })?;
    match value {
        Value::Object(members) => Ok(members),
        Value::Null => Err(problem("it is empty".into(), "write its paths or components, or delete it")),
        _ => Err(problem("it is not a mapping".into(), "begin it with `paths:` or `components:`")),
    }
}

fn merge(document: &mut Document, file: &str, part: Map<String, Value>, found: &mut Vec<Problem>) {
    let allowed = if file == ROOT { ROOT_KEYS } else { FAMILY_KEYS };
    for (key, value) in part {
        let pointer = join("", &key);
        if !allowed.contains(&key.as_str()) {
            found.push(problem_in(
                file,
                &pointer,
                format!("`{key}` does not belong in this file"),
                format!(
                    "`{ROOT}` takes {}; every other file takes {}",
                    ROOT_KEYS.join(", "),
                    FAMILY_KEYS.join(" and ")
                ),
            ));
            continue;
        }
        match (key.as_str(), value) {
            ("paths", Value::Object(paths)) => add(document, file, &["paths"], paths, found),
            ("components", Value::Object(kinds)) => {
                for (kind, components) in kinds {
                    match components {
                        Value::Object(components) => {
                            add(document, file, &["components", &kind], components, found)
                        }
                        _ => found.push(not_a_mapping(file, &join("/components", &kind))),
                    }
                }
            }
            ("paths" | "components", _) => found.push(not_a_mapping(file, &pointer)),
            (_, value) => {
                document.origins.insert(pointer.clone(), file.to_owned());
                document.root[key] = value;
            }
        }
    }
}

/// Adds the members of one section, each of which may be in one file only.
fn add(
    document: &mut Document,
    file: &str,
    section: &[&str],
    members: Map<String, Value>,
    found: &mut Vec<Problem>,
) {
    let section_pointer = section.iter().fold(String::new(), |pointer, step| join(&pointer, step));
    for (name, member) in members {
        let pointer = join(&section_pointer, &name);
        if let Some(first) = document.origins.get(&pointer) {
            let what = format!("`{name}` is in `{first}` already");
            found.push(problem_in(file, &pointer, what, "keep one of the two".into()));
        } else {
            document.origins.insert(pointer, file.to_owned());
            // Indexing makes an object of what is missing; all parents are objects.
            section.iter().fold(&mut document.root, |at, step| &mut at[*step])[name] = member;
        }
    }
}

fn not_a_mapping(file: &str, pointer: &str) -> Problem {
    problem_in(file, pointer, "it is not a mapping".into(), "write a mapping of names to values".into())
}

fn problem_in(file: &str, pointer: &str, what: String, help: String) -> Problem {
    Problem { file: Some(file.to_owned()), subject: None, pointer: pointer.to_owned(), what, help }
}

fn check_version(document: &Document) -> Result<(), Problem> {
    let version = document.root.get("openapi").and_then(Value::as_str).unwrap_or_default();
    if version.starts_with("3.0.") {
        return Ok(());
    }
    Err(document.problem(
        "/openapi",
        "",
        format!("the generator reads OpenAPI 3.0, and this is {version:?}"),
        "write `openapi: 3.0.3`; 3.1 changes what `nullable` and `type` mean",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn parts_of_several_files_become_one_document_that_remembers_them() {
        let sources = files(&[
            ("openapi.yaml", "openapi: 3.0.3\ninfo: {title: t, version: '1'}"),
            ("a.yaml", "components: {schemas: {A: {type: object}}}"),
            ("b.yaml", "components: {schemas: {B: {type: object}}}\npaths: {/b: {}}"),
        ]);
        let document = load(&sources).expect("these files merge");
        assert_eq!(document.members("/components/schemas").count(), 2);
        assert_eq!(document.file("/components/schemas/B/type"), Some("b.yaml"));
        assert_eq!(document.file("/paths/~1b"), Some("b.yaml"));
    }

    #[test]
    fn a_schema_that_stands_in_two_files_is_a_problem_of_the_second() {
        let sources = files(&[
            ("openapi.yaml", "openapi: 3.0.3"),
            ("a.yaml", "components: {schemas: {A: {type: object}}}"),
            ("b.yaml", "components: {schemas: {A: {type: object}}}"),
        ]);
        let problems = load(&sources).expect_err("A occurs twice");
        assert_eq!(problems.to_string().lines().next(), Some("spec/b.yaml: `A` is in `a.yaml` already"));
    }

    #[test]
    fn a_word_that_yaml_once_took_for_a_boolean_stays_a_word() {
        let sources = files(&[("openapi.yaml", "openapi: 3.0.3\ninfo: {title: no, version: on}")]);
        let document = load(&sources).expect("this is a document");
        assert_eq!(document.root["info"]["title"], "no");
    }
}
