//! Lays the items out in files, and writes each as text.

mod facade;
mod generated;

pub(crate) use facade::facade;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use serde_json::Value;

use crate::endpoints::{self, Place};
use crate::output::{Generated, Region};
use crate::problem::Problem;
use crate::read::Slice;
use crate::rewrite::Rewritten;

/// The first lines of every generated file of Rust.
const HEADER: &str = "// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.\n\n";

/// Path from the root of the repository → text.
pub(crate) type Files = BTreeMap<String, String>;

/// Every machine-written file and region; `internal` are the schemas that internal operations alone use,
/// `facade` the files of the facade and of its tests.
pub(crate) fn render(
    slice: &Slice,
    document: &Value,
    internal: &BTreeSet<String>,
    rewritten: Rewritten,
    facade: Files,
) -> Result<Generated, Problem> {
    let mut files = facade;
    let json =
        serde_json::to_string_pretty(document).map_err(|error| not_rust("generated/openapi.json", &error))?;
    files.insert("generated/openapi.json".to_owned(), json + "\n");
    generated::render(&mut files, slice, internal, rewritten)?;
    let region = Region {
        path: "README.md".to_owned(),
        name: "endpoints".to_owned(),
        text: endpoints::table(slice, Place::Readme),
    };
    Ok(Generated { files, regions: vec![region] })
}

/// Adds one file of Rust.
fn add(files: &mut Files, path: String, docs: &str, tokens: TokenStream) -> Result<(), Problem> {
    let file: syn::File = syn::parse2(tokens).map_err(|error| not_rust(&path, &error))?;
    let docs: String = docs.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect();
    let text = format!("{HEADER}{docs}\n{}", spaced(&prettyplease::unparse(&file)));
    files.insert(path, text);
    Ok(())
}

/// Sets the items of a file and of its impls apart by an empty line, as a person would.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut previous = "";
    for line in text.lines() {
        let ends_item = matches!(previous, "}" | "    }" | "};" | ");");
        let opens_more = !line.is_empty() && !line.trim_start().starts_with(['}', ')']);
        let same_depth = indent(line) == indent(previous);
        let ends_imports = is_import(previous) && !is_import(line) && !line.starts_with("#[cfg");
        let ends_statement =
            previous.ends_with(';') && !previous.starts_with("///") && line.starts_with("///");
        if opens_more && same_depth && (ends_item || ends_imports || ends_statement) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}

fn is_import(line: &str) -> bool {
    ["use ", "pub use ", "mod ", "pub mod "].iter().any(|start| line.starts_with(start))
        && line.ends_with(';')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn not_rust(path: &str, error: &impl std::fmt::Display) -> Problem {
    Problem {
        file: None,
        subject: None,
        pointer: String::new(),
        what: format!("the generated {path} is not well-formed: {error}"),
        help: "find the name in spec/ that leads to it, and refuse it in codegen/src/read".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_and_methods_stand_apart() {
        let text =
            "struct A {}\nimpl A {\n    fn a() {\n    }\n    fn b() {\n    }\n}\nstruct B {\n}\nstruct C;\n";
        let expected = "struct A {}\nimpl A {\n    fn a() {\n    }\n\n    fn b() {\n    }\n}\n\nstruct B {\n}\n\nstruct C;\n";
        assert_eq!(spaced(text), expected);
    }
}
