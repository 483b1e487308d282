//! No input panics, and nothing that `read` should refuse gets as far as progenitor.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use github_secret_scanning_codegen::{Problem, generate};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::mutation::{Mutation, mutated, mutations};
use crate::{real_spec, small_spec};

/// File → the document in it.
type Documents = Vec<(String, Value)>;

static REAL: LazyLock<Documents> = LazyLock::new(|| documents(real_spec::sources()));
static SMALL: LazyLock<Documents> = LazyLock::new(|| documents(small_spec::sources()));

fn documents(sources: BTreeMap<String, String>) -> Documents {
    let parse = |text: String| serde_saphyr::from_str(&text).expect("an undamaged spec is YAML");
    sources.into_iter().map(|(file, text)| (file, parse(text))).collect()
}

/// What is wrong with `sources`; fails where a problem is one that no place in the spec is named for.
fn refused_by_name(sources: &BTreeMap<String, String>) -> Vec<Problem> {
    let Err(problems) = generate(sources) else { return Vec::new() };
    for problem in problems.iter() {
        let late = ["progenitor", "not OpenAPI", "never applied", "not well-formed"];
        let late = late.into_iter().find(|words| problem.what.contains(words));
        assert_eq!(late, None, "this should have been refused by name, before progenitor: {problem}");
        assert!(
            !problem.help.is_empty() && !problem.help.contains('\n'),
            "the help is not one line: {problem}"
        );
    }
    problems.iter().cloned().collect()
}

/// `documents` as JSON, which is YAML, with one of them damaged.
fn damaged(documents: &Documents, file: Index, mutations: &[Mutation]) -> BTreeMap<String, String> {
    let damaged = file.index(documents.len());
    let text = |index: usize, document: &Value| {
        let document = if index == damaged { &mutated(document, mutations) } else { document };
        document.to_string()
    };
    documents
        .iter()
        .enumerate()
        .map(|(index, (file, document))| (file.clone(), text(index, document)))
        .collect()
}

proptest! {
    // PROPTEST_CASES=20000 looks further; 256 is what a person waits for.
    #[test]
    fn a_damaged_spec_is_generated_from_or_refused_by_name(file: Index, mutations in mutations()) {
        refused_by_name(&damaged(&REAL, file, &mutations));
    }

    /// Here a damage hits what holds the document together far more often than its descriptions.
    #[test]
    fn a_damaged_small_spec_is_generated_from_or_refused_by_name(file: Index, mutations in mutations()) {
        refused_by_name(&damaged(&SMALL, file, &mutations));
    }
}

/// The small spec, with one more file, or another text in the place of one.
fn with(file: &str, text: &str) -> BTreeMap<String, String> {
    let mut sources = small_spec::sources();
    sources.insert(file.to_owned(), text.to_owned());
    sources
}

proptest! {
    #[test]
    fn a_file_of_any_text_is_refused_by_name(file in "(openapi|keys|more)\\.yaml", text in any::<String>()) {
        refused_by_name(&with(&file, &text));
    }

    #[test]
    fn a_file_of_yaml_signs_in_any_order_is_refused_by_name(text in "([-?:,&*!|>'\"%@#{}\\[\\] \n~]|[a-c0]|paths|<<|null){0,60}") {
        refused_by_name(&with("more.yaml", &text));
    }

    #[test]
    fn a_file_of_any_bytes_is_refused_by_name(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        refused_by_name(&with("more.yaml", &String::from_utf8_lossy(&bytes)));
    }

    #[test]
    fn a_file_of_any_name_is_refused_by_name(file in any::<String>()) {
        refused_by_name(&with(&file, "components: {}"));
    }
}

/// The one problem of a file that cannot be read.
fn unreadable(text: &str) -> Problem {
    let problems = refused_by_name(&with("more.yaml", text));
    let [problem] = problems.as_slice() else { panic!("these are not one problem: {problems:?}") };
    assert_eq!(problem.file.as_deref(), Some("more.yaml"));
    assert!(problem.what.starts_with("it is not valid YAML"), "{problem}");
    problem.clone()
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow_of_the_stack() {
    let brackets = format!("paths: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let braces = format!("paths: {}{}", "{a: ".repeat(10_000), "}".repeat(10_000));
    let dashes = format!("paths:\n{}a", "- ".repeat(10_000));
    let indented: String = (0..3_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for text in [&brackets, &braces, &dashes, &indented, &brackets[..10_000], &braces[..10_000]] {
        unreadable(text);
    }
}

#[test]
fn an_alias_that_grows_without_end_is_an_error() {
    let mut bomb = String::from("components:\n  schemas:\n    a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        bomb.push_str(&format!("    a{level}: &a{level} [{before}]\n"));
    }
    unreadable(&bomb);
    unreadable("paths: &all\n  more: *all\n");
}
