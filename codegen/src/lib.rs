//! Turns the curated spec into the generated crate and the facade's request types.
//!
//! A pure function from text to text: [`generate`] takes the files of `spec/` and returns every
//! machine-written file. It reads no disk, reaches no network, and panics on no input.

mod calls;
mod doc_comment;
mod document;
mod emit;
mod endpoints;
mod imports;
mod load;
mod naming;
mod normalize;
mod operation_docs;
mod output;
mod problem;
mod read;
mod render;
mod requests;
mod rewrite;
mod scopes;
mod sizes;
mod table;
#[cfg(test)]
mod test_slice;

use std::collections::BTreeMap;

pub use output::{Generated, Region};
pub use problem::{Problem, Problems};

/// The directories and the file that are wholly written by [`generate`], from the root of the
/// repository. Every other file in them is stale.
pub const OWNED: &[&str] = &[
    "generated/openapi.json",
    "generated/src/generated",
    "src/generated",
    "tests/consumer/src/generated",
    "tests/facade/generated",
];

/// Generates every machine-written file and region.
///
/// `sources` are the files of `spec/`: name (`alerts.yaml`) → text. The same sources and the same
/// lock file give the same bytes.
///
/// # Errors
///
/// Everything that is wrong with the sources, each with its file, the operation or schema, the
/// JSON pointer into the merged document, and what to do.
pub fn generate(sources: &BTreeMap<String, String>) -> Result<Generated, Problems> {
    let document = load::load(sources)?;
    let slice = read::read(&document)?;
    requests::check_names(&slice)?;
    let bodies = read::body_schemas(&slice);
    let normalized = normalize::normalize(&document.root, &bodies);
    let emitted = emit::emit(&normalized)?;
    let internal = read::internal_schemas(&slice);
    let rewritten = rewrite::rewrite(emitted, &slice, &bodies, &internal)?;
    let types = requests::request_types(&slice, &rewritten.builders)?;
    let facade = render::facade(&slice, &types)?;
    Ok(render::render(&slice, &document.root, &internal, rewritten, facade)?)
}
