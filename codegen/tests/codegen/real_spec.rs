//! The spec of the project, as it stands on disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// File name → text.
pub(crate) fn sources() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("spec")).expect("spec/ is readable");
    files
        .map(|file| file.expect("spec/ is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| (name(&path), fs::read_to_string(&path).expect("a spec file is text")))
        .collect()
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().expect("the crate stands in a workspace").to_owned()
}

fn name(path: &Path) -> String {
    path.file_name().and_then(|name| name.to_str()).expect("a spec file has a plain name").to_owned()
}
