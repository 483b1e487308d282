//! `cargo xtask generate`: the one place that reads `spec/` and writes what comes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use github_secret_scanning_codegen as codegen;
use similar::TextDiff;

/// What mends every difference that `--check` finds.
const REMEDY: &str = "run `cargo xtask generate`, and commit what it writes";

/// Path from the root of the repository → text.
type Files = BTreeMap<String, String>;

/// Writes what changed, and deletes what is stale.
pub(crate) fn write() -> Result<ExitCode, String> {
    let started = Instant::now();
    let root = root()?;
    let (wanted, present) = (generated(&root)?, present(&root)?);
    let (mut written, mut deleted) = (0, 0);
    for (path, text) in &wanted {
        if present.get(path) != Some(text) {
            let file = root.join(path);
            if let Some(directory) = file.parent() {
                fs::create_dir_all(directory)
                    .map_err(|error| format!("cannot make {}: {error}", directory.display()))?;
            }
            fs::write(&file, text).map_err(|error| format!("cannot write {path}: {error}"))?;
            written += 1;
        }
    }
    for path in present.keys().filter(|path| !wanted.contains_key(*path)) {
        fs::remove_file(root.join(path)).map_err(|error| format!("cannot delete {path}: {error}"))?;
        deleted += 1;
    }
    println!(
        "generate: {} files, {written} written, {deleted} deleted, {} unchanged, in {:.2} s",
        wanted.len(),
        wanted.len() - written,
        started.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Prints how the files on disk differ from what the spec gives.
pub(crate) fn check() -> Result<ExitCode, String> {
    let started = Instant::now();
    let root = root()?;
    let (wanted, present) = (generated(&root)?, present(&root)?);
    let differing = differences(&wanted, &present);
    for diff in differing.values() {
        print!("{diff}");
    }
    let seconds = started.elapsed().as_secs_f64();
    if differing.is_empty() {
        println!("generate --check: {} files are as the spec gives them, in {seconds:.2} s", wanted.len());
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

/// Path → unified diff, from what is there to what should be, of every file that differs.
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
    let mut unread = Vec::new();
    walk(&root.join("spec"), "", &mut sources, &mut unread)?;
    sources.retain(|name, _| name.ends_with(".yaml"));
    unread.retain(|name| name.ends_with(".yaml"));
    if let Some(name) = unread.first() {
        return Err(format!("spec/{name} is not UTF-8 text; save it as UTF-8"));
    }
    codegen::generate(&sources).map_err(|problems| problems.to_string())
}

/// What stands in the places that belong to the generator.
fn present(root: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for owned in codegen::OWNED {
        let place = root.join(owned);
        let mut unread = Vec::new();
        if place.is_dir() {
            walk(&place, &format!("{owned}/"), &mut files, &mut unread)?;
        } else if place.is_file() {
            read(&place, (*owned).to_owned(), &mut files, &mut unread)?;
        }
        // What is no text is not ours: it differs from everything, and goes.
        files.extend(unread.into_iter().map(|path| (path, "(not text)\n".to_owned())));
    }
    Ok(files)
}

/// Reads every file below `directory` into `files`, or notes it in `unread` where it is no text.
fn walk(directory: &Path, prefix: &str, files: &mut Files, unread: &mut Vec<String>) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("cannot read {}: {error}", directory.display());
    for entry in fs::read_dir(directory).map_err(problem)? {
        let path = entry.map_err(problem)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            walk(&path, &format!("{prefix}{name}/"), files, unread)?;
        } else {
            read(&path, format!("{prefix}{name}"), files, unread)?;
        }
    }
    Ok(())
}

fn read(path: &Path, name: String, files: &mut Files, unread: &mut Vec<String>) -> Result<(), String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    match String::from_utf8(bytes) {
        Ok(text) => _ = files.insert(name, text),
        Err(_) => unread.push(name),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_changed_a_missing_and_a_stale_file_each_give_a_diff() {
        let wanted = files(&[("changed", "b\n"), ("missing", "m\n"), ("same", "s\n")]);
        let present = files(&[("changed", "a\n"), ("same", "s\n"), ("stale", "x\n")]);
        let differing = differences(&wanted, &present);
        assert_eq!(differing.keys().copied().collect::<Vec<_>>(), ["changed", "missing", "stale"]);
        assert_eq!(differing["changed"], "--- a/changed\n+++ b/changed\n@@ -1 +1 @@\n-a\n+b\n");
        assert!(differing["missing"].starts_with("--- /dev/null\n+++ b/missing\n"));
        assert!(differing["stale"].starts_with("--- a/stale\n+++ /dev/null\n"));
    }

    #[test]
    fn what_is_committed_is_what_the_spec_gives() -> Result<(), String> {
        let root = root()?;
        let differing: Vec<String> =
            differences(&generated(&root)?, &present(&root)?).into_keys().map(str::to_owned).collect();
        assert_eq!(differing, Vec::<String>::new(), "{REMEDY}");
        Ok(())
    }
}
