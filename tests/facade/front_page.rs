//! What README.md and the front page promise, against the code: tables, numbers, versions.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::calls::operations;
use crate::support::document;

const ENDPOINTS: &str = include_str!("../../src/generated/endpoints.md");
const FRONT_PAGE: &str = include_str!("../../src/lib.rs");
const README: &str = include_str!("../../README.md");

/// The rows of the table of endpoints, from the second column on.
fn rows(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with("| ") && line.contains("}/"))
        .filter_map(|line| line.split_once(" | "))
        .map(|(_call, rest)| rest.to_owned())
        .collect()
}

fn expected() -> BTreeSet<String> {
    let code = |texts: &[&str], separator: &str, none: &str| match texts {
        [] => none.to_owned(),
        texts => texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(separator),
    };
    operations()
        .map(|operation| {
            let fine_grained = code(operation.permissions.fine_grained, " and ", "not supported");
            let classic = code(operation.permissions.classic, " or ", "not documented");
            let app = if operation.permissions.installation { "yes" } else { "no" };
            format!("`{} {}` | {fine_grained} | {classic} | {app} |", operation.method, operation.path)
        })
        .collect()
}

#[test]
fn tables_of_endpoints_contain_every_operation_with_its_permissions() {
    assert_eq!(rows(ENDPOINTS), expected());
    assert_eq!(rows(README), expected());
}

/// The text of a file of the repository.
fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The servers on which the operations of a family whose path begins with `scope` are available.
fn availability(family: &str, scope: &str) -> Vec<BTreeSet<String>> {
    let document = document::read();
    let paths = document["paths"].as_object().unwrap().iter();
    let in_scope = paths.filter(|(path, _)| path.starts_with(scope));
    let operations = in_scope.flat_map(|(_, methods)| methods.as_object().unwrap().values());
    let of_family = operations.filter(|operation| operation["x-family"] == family);
    of_family.map(|operation| serde_json::from_value(operation["x-availability"].clone()).unwrap()).collect()
}

#[test]
fn rust_version_has_one_source_and_both_texts_repeat_it() {
    let promised = format!("Rust {} and later.", env!("CARGO_PKG_RUST_VERSION"));
    assert!(README.contains(&promised) && FRONT_PAGE.contains(&promised), "{promised}");
    assert!(README.contains(&format!("a Rust toolchain ({} or later)", env!("CARGO_PKG_RUST_VERSION"))));
    for member in ["codegen", "fake", "generated", "soak", "test-kit", "xtask"] {
        let manifest = file(&format!("{member}/Cargo.toml"));
        assert!(manifest.contains("rust-version.workspace = true"), "{member}");
    }
    // The job installs the version that it reads there.
    assert!(file(".github/workflows/ci.yml").contains(".rust_version"));
    assert!(!file(".github/workflows/ci.yml").contains(env!("CARGO_PKG_RUST_VERSION")));
}

#[test]
fn installation_names_the_version_of_the_package() {
    let version = env!("CARGO_PKG_VERSION");
    let (minor, _patch) = version.rsplit_once('.').unwrap();
    assert_eq!(README.matches(&format!("tag = \"v{version}\"")).count(), 2);
    assert!(README.contains(&format!("version = \"{minor}\"")));
}

#[test]
fn features_are_those_of_the_manifest() {
    let manifest = file("Cargo.toml");
    let section = manifest.split("\n[features]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let features: Vec<_> = section
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .collect();
    let default = features.iter().find(|(name, _)| *name == "default").unwrap().1;
    for (name, _) in features.iter().filter(|(name, _)| *name != "default") {
        let row = FRONT_PAGE.lines().find(|line| line.starts_with(&format!("//! | `{name}` |"))).unwrap();
        assert_eq!(row.ends_with("| yes |"), default.contains(&format!("\"{name}\"")), "{row}");
        assert!(README.contains(&format!("`{name}`")), "{name}");
    }
    assert_eq!(default, r#"["app", "cache", "rustls"]"#);
    assert!(README.contains(
        "Features `app` (GitHub App), `cache` (in-memory cache) and `rustls` are enabled by default"
    ));
}

#[test]
fn supported_versions_are_those_of_the_description() {
    let has = |available: &BTreeSet<String>, server: &str| available.contains(server);
    for family in ["alerts", "locations", "secret_bypass_requests", "push_rule_bypass_requests"] {
        for available in availability(family, "/") {
            let servers = available.iter().filter(|server| server.starts_with("ghes-"));
            assert_eq!(servers.collect::<Vec<_>>(), ["ghes-3.17", "ghes-3.18", "ghes-3.19"], "{family}");
            assert!(has(&available, "ghec"), "{family}");
        }
    }
    for available in availability("pattern_configurations", "/") {
        assert!(has(&available, "ghes-3.19") && !has(&available, "ghes-3.18") && has(&available, "ghec"));
    }
    // On github.com: alerts of an organization or a repository, and an organization's configurations.
    for (family, scope, on_github_com) in [
        ("alerts", "/orgs/", true),
        ("alerts", "/repos/", true),
        ("locations", "/repos/", true),
        ("alerts", "/enterprises/", false),
        ("pattern_configurations", "/orgs/", true),
        ("pattern_configurations", "/enterprises/", false),
        ("secret_bypass_requests", "/", false),
        ("push_rule_bypass_requests", "/", false),
    ] {
        let operations = availability(family, scope);
        assert!(!operations.is_empty(), "{family} {scope}");
        let all = operations.iter().all(|available| has(available, "dotcom") == on_github_com);
        assert!(all, "{family} {scope}");
    }
    for (text, rows) in [
        (README, ["| Enterprise Server 3.17 to 3.19 |", "pattern configurations from 3.19"]),
        (
            FRONT_PAGE,
            [
                "Enterprise Server 3.17 to 3.19 (pattern configurations: 3.19)",
                "| Enterprise Cloud: everything |",
            ],
        ),
    ] {
        assert!(rows.iter().all(|row| text.contains(row)));
        assert!(text.contains("alerts, and the pattern configurations of an organization"));
        let version = format!("API version `{}`", github_secret_scanning::raw::operations::API_VERSION);
        assert!(text.contains(&version), "{version}");
    }
}
