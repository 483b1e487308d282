//! Every third-party tool and action has one version: a commit, an exact version, or a lock file with hashes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Commands that install the latest version of what they name, or whatever a URL serves.
const UNPINNED: [&str; 8] =
    ["npx ", "npm install", "npm i ", "pipx ", "uvx ", "curl ", "wget ", "cargo binstall"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: PathBuf| (path.display().to_string(), fs::read_to_string(path).unwrap());
    entries.filter(|path| path.is_file()).map(text).collect()
}

/// Returns why an action or a command of a line is not pinned.
fn problem(line: &str) -> Option<&'static str> {
    let line = line.trim().trim_start_matches("- ");
    if let Some(action) = line.strip_prefix("uses:") {
        let (action, version) = action.split_once(" # v").unwrap_or((action, ""));
        let commit = action.rsplit_once('@').map_or("", |(_, commit)| commit);
        let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        return (!is_commit || version.is_empty()).then_some("needs a commit, and its version as a comment");
    }
    if line.contains("cargo install") && !(line.contains("--locked") && line.contains("--version")) {
        return Some("needs --locked and --version");
    }
    if line.contains("pip") && line.contains(" install ") && !line.contains("--require-hashes") {
        return Some("needs --require-hashes");
    }
    let is_unpinned = UNPINNED.iter().any(|command| line.contains(command));
    // Writes a lock file, and installs nothing.
    (is_unpinned && !line.contains("--package-lock-only")).then_some("has no lock file")
}

#[test]
fn tools_and_actions_are_pinned() {
    let mut lines = 0;
    let mut scripts = [files(".ci"), files(".github/workflows")].concat();
    scripts.retain(|(path, _)| !path.ends_with(".json") && !path.ends_with(".txt"));
    scripts.push(("CONTRIBUTING.md".to_owned(), fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap()));
    for (path, text) in scripts {
        // A command may continue on the next line.
        for line in text.replace("\\\n", " ").lines().filter(|line| !line.trim_start().starts_with('#')) {
            lines += usize::from(line.contains("uses:") || line.contains(" install "));
            assert_eq!(problem(line), None, "{path}: {line}");
        }
    }
    assert!(lines >= 5, "the actions and installations were not found");
    for line in [
        "- uses: actions/checkout@v5",
        "- uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8",
        "cargo install --locked cargo-deny",
        "\"$tools/bin/pip\" install 'openapi-spec-validator==0.9.0'",
        "npx --yes @redocly/cli@2.77.0 lint",
    ] {
        assert!(problem(line).is_some(), "{line}");
    }
}

#[test]
fn checkouts_keep_no_credentials_and_workflows_can_only_read() {
    for (path, text) in files(".github/workflows") {
        let count = |part: &str| text.matches(part).count();
        assert_eq!(count("actions/checkout@"), count("persist-credentials: false"), "{path}");
        assert!(text.contains("\npermissions:\n  contents: read\n") && count("permissions:") == 1, "{path}");
        assert_eq!(count("pull_request_target") + count(": write"), 0, "{path}");
    }
}

#[test]
fn lock_files_have_hashes_and_name_no_registry() {
    let read = |name: &str| fs::read_to_string(root().join(".ci").join(name)).unwrap();
    let (node, python) = (read("package-lock.json"), read("requirements.txt"));
    let packages = node.matches("\"node_modules/").count();
    assert!(
        packages > 0 && node.matches("\"integrity\": \"sha512-").count() == packages,
        "package-lock.json"
    );
    let requirements: Vec<_> =
        python.split("\n").filter(|line| line.starts_with(char::is_alphanumeric)).collect();
    assert!(
        !requirements.is_empty()
            && requirements.iter().all(|line| line.contains("==") && line.ends_with('\\'))
    );
    for text in [node, python] {
        assert!(!text.contains("\"resolved\"") && !text.contains("index-url"));
    }
}
