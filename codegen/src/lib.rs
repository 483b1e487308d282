//! Turns the curated OpenAPI slice into the generated crate and the facade's request types.
//!
//! A pure function from text to text: [`generate`] takes the files of `spec/` and gives every
//! machine-written file. It reads no disk, reaches no network, and panics on no input.

mod doc_comment;
mod document;
mod emit;
mod load;
mod naming;
mod normalize;
mod problem;
mod read;
mod render;
mod requests;
mod rewrite;
mod table;
#[cfg(test)]
mod test_slice;

use std::collections::BTreeMap;

pub use problem::{Problem, Problems};

/// The directories and the file that are wholly written by [`generate`], from the root of the
/// repository. Whatever else stands in them is stale.
pub const OWNED: &[&str] = &["generated/openapi.json", "generated/src/generated", "src/generated"];

/// Generates every machine-written file: path from the root of the repository → text.
///
/// `sources` are the files of `spec/`: name (`alerts.yaml`) → text. The same sources and the same
/// lock file give the same bytes.
///
/// # Errors
///
/// Everything that is wrong with the sources, each with its file, the operation or schema, the
/// JSON pointer into the merged document, and what to do.
pub fn generate(sources: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, Problems> {
    let document = load::load(sources)?;
    let slice = read::read(&document)?;
    requests::check_names(&slice)?;
    let bodies = read::body_schemas(&slice);
    let normalized = normalize::normalize(&document.root, &bodies);
    let emitted = emit::emit(&normalized)?;
    let rewritten = rewrite::rewrite(emitted, &slice, &bodies)?;
    let requests = requests::requests(&slice, &rewritten.builders)?;
    Ok(render::render(&slice, &document.root, rewritten, requests)?)
}
