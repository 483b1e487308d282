//! `cargo xtask generate`: reads `spec/` and writes the machine-written files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use github_secret_scanning_codegen as codegen;
use similar::TextDiff;

use crate::regions;

/// Fixes every difference that `--check` finds.
const REMEDY: &str = "run `cargo xtask generate`, and commit what it writes";

/// The content of a symbolic link or a file that is not UTF-8, which the generator never writes.
const NOT_TEXT: &str = "(a link, or not UTF-8)\n";

/// Path from the root of the repository → text.
type Files = BTreeMap<String, String>;

/// Deletes stale files, and writes changed ones.
pub(crate) fn write() -> Result<ExitCode, String> {
    let started = Instant::now();
    let root = root()?;
    let wanted = generated(&root)?;
    let present = present(&root, &wanted)?;
    let (mut written, mut deleted) = (0, 0);
    // First, because a stale file can be at the path of a new directory.
    for (path, text) in &present {
        if text == NOT_TEXT || !wanted.contains_key(path) {
            fs::remove_file(root.join(path)).map_err(|error| format!("cannot delete {path}: {error}"))?;
            deleted += 1;
        }
    }
    for owned in codegen::OWNED {
        remove_empty_directories(&root.join(owned));
    }
    for (path, text) in &wanted {
        if present.get(path) != Some(text) {
            let file = root.join(path);
            if let Some(directory) = file.parent() {
                fs::create_dir_all(directory)
                    .map_err(|error| format!("cannot create {}: {error}", directory.display()))?;
            }
            fs::write(&file, text).map_err(|error| format!("cannot write {path}: {error}"))?;
            written += 1;
        }
    }
    println!(
        "generate: {} files, {written} written, {deleted} deleted, {} unchanged, in {:.2} s",
        wanted.len(),
        wanted.len() - written,
        started.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Prints the differences between the files on disk and those of the spec.
pub(crate) fn check() -> Result<ExitCode, String> {
    let started = Instant::now();
    let root = root()?;
    let wanted = generated(&root)?;
    let present = present(&root, &wanted)?;
    let differing = differences(&wanted, &present);
    for diff in differing.values() {
        print!("{diff}");
    }
    let seconds = started.elapsed().as_secs_f64();
    if differing.is_empty() {
        println!("generate --check: {} files match the spec, in {seconds:.2} s", wanted.len());
        return Ok(ExitCode::SUCCESS);
    }
    let paths: Vec<&str> = differing.keys().copied().collect();
    println!(
        "generate --check: {} of {} files differ, in {seconds:.2} s: {}",
        paths.len(),
        wanted.len(),
        paths.join(", ")
    );
    println!("{REMEDY}");
    Ok(ExitCode::FAILURE)
}

/// Returns path → unified diff of every file that differs.
fn differences<'a>(wanted: &'a Files, present: &'a Files) -> BTreeMap<&'a str, String> {
    let paths: BTreeSet<&String> = wanted.keys().chain(present.keys()).collect();
    paths
        .into_iter()
        .filter(|path| wanted.get(*path) != present.get(*path))
        .map(|path| {
            let (old, new) = (present.get(path), wanted.get(path));
            let name = |side: &str, text: Option<&String>| match text {
                Some(_) => format!("{side}/{path}"),
                None => "/dev/null".to_owned(),
            };
            let (old_text, new_text) = (old.map_or("", String::as_str), new.map_or("", String::as_str));
            let diff = TextDiff::from_lines(old_text, new_text);
            (path.as_str(), diff.unified_diff().header(&name("a", old), &name("b", new)).to_string())
        })
        .collect()
}

fn root() -> Result<PathBuf, String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map(Path::to_owned).ok_or_else(|| format!("{} has no parent", manifest.display()))
}

fn generated(root: &Path) -> Result<Files, String> {
    let mut sources = Files::new();
    visit(&root.join("spec"), "", &mut sources)?;
    // Temporary files of editors.
    sources.retain(|name, _| !name.starts_with('.') && !name.ends_with('~') && name != "README.md");
    if let Some(name) = sources.keys().find(|name| !name.ends_with(".yaml")) {
        return Err(format!("spec/{name} is not read; name it `.yaml`, or move it elsewhere"));
    }
    if let Some((name, _)) = sources.iter().find(|(_, text)| *text == NOT_TEXT) {
        return Err(format!("spec/{name} is not a UTF-8 file; save it as one"));
    }
    let generated = codegen::generate(&sources).map_err(|problems| problems.to_string())?;
    let mut files = generated.files;
    for region in &generated.regions {
        let text = match files.get(&region.path) {
            Some(text) => text.clone(),
            None => region_file(root, &region.path)?,
        };
        files.insert(region.path.clone(), regions::splice(&text, region)?);
    }
    Ok(files)
}

/// Reads the hand-written file around a region.
fn region_file(root: &Path, path: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("cannot read {path}: {error}"))
}

/// Returns the files on disk that the generator owns, and those of `wanted` that it does not own: the
/// ones with a region.
fn present(root: &Path, wanted: &Files) -> Result<Files, String> {
    let mut files = Files::new();
    for path in wanted.keys().filter(|path| !codegen::OWNED.iter().any(|owned| path.starts_with(owned))) {
        files.insert(path.clone(), region_file(root, path)?);
    }
    for owned in codegen::OWNED {
        visit(&root.join(owned), owned, &mut files)?;
    }
    Ok(files)
}

/// Reads the file at `path`, or every file below it. Does not follow symbolic links, whose targets can be outside of the
/// repository.
fn visit(path: &Path, name: &str, files: &mut Files) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("cannot read {}: {error}", path.display());
    let kind = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(problem(error)),
    };
    if kind.is_dir() {
        for entry in fs::read_dir(path).map_err(problem)? {
            let entry = entry.map_err(problem)?;
            let below = entry.file_name().to_string_lossy().into_owned();
            let name = if name.is_empty() { below } else { format!("{name}/{below}") };
            visit(&entry.path(), &name, files)?;
        }
        return Ok(());
    }
    let text = if kind.is_file() { String::from_utf8(fs::read(path).map_err(problem)?).ok() } else { None };
    files.insert(name.to_owned(), text.unwrap_or_else(|| NOT_TEXT.to_owned()));
    Ok(())
}

/// Removes empty directories, which git does not track.
fn remove_empty_directories(directory: &Path) {
    if fs::symlink_metadata(directory).is_ok_and(|metadata| metadata.is_dir()) {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            remove_empty_directories(&entry.path());
        }
        _ = fs::remove_dir(directory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn changed_missing_and_stale_files_have_a_diff() {
        let wanted = files(&[("changed", "b\n"), ("missing", "m\n"), ("same", "s\n")]);
        let present = files(&[("changed", "a\n"), ("same", "s\n"), ("stale", "x\n")]);
        let differing = differences(&wanted, &present);
        assert_eq!(differing.keys().copied().collect::<Vec<_>>(), ["changed", "missing", "stale"]);
        assert_eq!(differing["changed"], "--- a/changed\n+++ b/changed\n@@ -1 +1 @@\n-a\n+b\n");
        assert!(differing["missing"].starts_with("--- /dev/null\n+++ b/missing\n"));
        assert!(differing["stale"].starts_with("--- a/stale\n+++ /dev/null\n"));
    }

    #[test]
    #[cfg(unix)]
    fn symbolic_link_is_not_followed() -> std::io::Result<()> {
        let directory = std::env::temp_dir().join(format!("xtask-link-{}", std::process::id()));
        fs::create_dir_all(directory.join("target"))?;
        fs::write(directory.join("target/notes"), "mine")?;
        fs::create_dir_all(directory.join("owned"))?;
        std::os::unix::fs::symlink(directory.join("target"), directory.join("owned/link"))?;
        let mut found = Files::new();
        let visited = visit(&directory.join("owned"), "owned", &mut found);
        fs::remove_dir_all(&directory)?;
        assert_eq!(visited, Ok(()));
        assert_eq!(found, files(&[("owned/link", NOT_TEXT)]));
        Ok(())
    }

    #[test]
    fn committed_files_match_the_spec() -> Result<(), String> {
        let root = root()?;
        let wanted = generated(&root)?;
        let present = present(&root, &wanted)?;
        let differing: Vec<&str> = differences(&wanted, &present).into_keys().collect();
        assert_eq!(differing, Vec::<&str>::new(), "{REMEDY}");
        Ok(())
    }
}
