//! The output of a generation: files, and regions of hand-written files.

use std::collections::BTreeMap;

/// The output of [`generate`](crate::generate). Paths start at the root of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Path → text of a file that is machine-written as a whole.
    pub files: BTreeMap<String, String>,
    /// The machine-written regions of hand-written files.
    pub regions: Vec<Region>,
}

/// A part of a hand-written file, between two markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The path of the file.
    pub path: String,
    /// The name that both markers contain: `<!-- generated: name -->` and
    /// `<!-- end of generated: name -->`.
    pub name: String,
    /// The text between the lines of the markers.
    pub text: String,
}
