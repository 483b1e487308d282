//! Checks the public API of the published crates for breaking changes, by `cargo semver-checks`.

use std::process::{Command, ExitCode};

/// The published crates, with their folders and the features to check. The mocks of the generated crate
/// are not covered by the semver promise. The facade re-exports models, which `cargo semver-checks` does
/// not see there, so that the generated crate is checked as well.
const PACKAGES: [(&str, &str, &str); 3] = [
    ("github-secret-scanning-generated", "generated/", "--default-features"),
    ("github-secret-scanning", "", "--all-features"),
    ("github-secret-scanning-fake", "fake/", "--all-features"),
];

/// The files that the public API is made from.
const SOURCES: [&str; 6] =
    ["Cargo.toml", "src", "generated/Cargo.toml", "generated/src", "fake/Cargo.toml", "fake/src"];

/// Compares the working tree with the baseline: the last tag, else the commit that last changed the
/// version.
pub(crate) fn check() -> Result<ExitCode, String> {
    let baseline = baseline()?;
    let unchanged = [["diff", "--quiet", &baseline, "--"].as_slice(), &SOURCES].concat();
    if in_repository("git").args(unchanged).status().is_ok_and(|status| status.success()) {
        println!("semver: no change since the baseline {baseline}");
        return Ok(ExitCode::SUCCESS);
    }
    println!("semver: the baseline is {baseline}");
    let mut broken = Vec::new();
    for (package, folder, features) in PACKAGES {
        let manifest = format!("{baseline}:{folder}src/lib.rs");
        if git(&["cat-file", "-e", &manifest]).is_err() {
            println!("semver: {package} is not in the baseline");
            continue;
        }
        let arguments = ["semver-checks", "--package", package, features, "--baseline-rev", &baseline];
        let status = in_repository("cargo").args(arguments).status();
        if !status.map_err(|error| format!("cannot run cargo: {error}"))?.success() {
            broken.push(package);
        }
    }
    if broken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "semver: {} failed; undo the breaking change, or change the version in Cargo.toml and describe the change in \
         CHANGELOG.md. If nothing was compared, install `cargo-semver-checks`",
        broken.join(", ")
    );
    Ok(ExitCode::FAILURE)
}

/// Returns the commit or tag to compare with, from the full history.
fn baseline() -> Result<String, String> {
    if git(&["rev-parse", "--is-shallow-repository"])? == "true"
        && let Err(reason) = git(&["fetch", "--quiet", "--unshallow", "--tags"])
    {
        // The oldest commit that is here is then the baseline.
        eprintln!("{reason}\nsemver: the history is not complete, so that the baseline may be too young");
    }
    if let Ok(tag) = git(&["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]) {
        return Ok(tag);
    }
    let commit = git(&["log", "-1", "--format=%H", "-G^version = ", "--", "Cargo.toml"])?;
    if commit.is_empty() {
        Err("semver: no commit sets a version in Cargo.toml".to_owned())
    } else {
        Ok(commit)
    }
}

fn git(arguments: &[&str]) -> Result<String, String> {
    let failed = |reason: &str| format!("semver: `git {}` failed: {}", arguments.join(" "), reason.trim());
    let output = in_repository("git").args(arguments).output().map_err(|error| failed(&error.to_string()))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn in_repository(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    command
}
