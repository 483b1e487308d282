//! Holds the imports of each crate against the layers that ARCHITECTURE.md lists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cfg;
mod crates;
mod layers;
mod paths;
mod resolve;
mod tables;

use std::path::Path;

use tables::Table;

/// The crates whose layers ARCHITECTURE.md must list.
const LAYERED: [&str; 3] = ["codegen/src", "fake/src", "src"];

/// A module's path from the root of its crate, which is empty for the root itself.
type ModulePath = Vec<String>;

fn tables(base: &Path) -> Vec<Table> {
    let document = std::fs::read_to_string(base.join("ARCHITECTURE.md")).unwrap();
    tables::read(&document)
}

fn violations(base: &Path) -> Vec<String> {
    tables(base).iter().flat_map(|table| layers::violations(base, table)).collect()
}

#[test]
fn imports_follow_the_layers_of_the_architecture() {
    let violations = violations(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

#[test]
fn architecture_lists_the_layers_of_each_crate() {
    let tables = tables(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let mut sources: Vec<_> = tables.iter().map(|table| table.sources.as_str()).collect();
    sources.sort_unstable();
    assert_eq!(sources, LAYERED);
}

/// Of the fixture's modules `cache` imports in each way that there is, and `transport` in none that is forbidden.
#[test]
fn each_kind_of_violation_is_found_with_its_line() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/architecture/fixture");
    let expected = [
        "ARCHITECTURE.md:14: lists gone, which src does not have",
        "src/orphan.rs: no row lists orphan",
        "src/cache/store.rs:3: cache::store imports crate::transport::Response, of the later layer transport",
        "src/cache.rs:4: cache imports crate::transport::Response, of the later layer transport",
        "src/cache.rs:6: cache imports crate::client, of the later layer client",
        "src/cache.rs:6: cache imports crate::transport::Limit, of the later layer transport",
        "src/cache.rs:6: cache imports crate::transport::queue::Permit, of the later layer transport",
        "src/cache.rs:7: cache imports crate::Client, of the later layer client",
        "src/cache.rs:8: cache imports crate::transport::*, of the later layer transport",
        "src/cache.rs:9: cache imports crate::error::Renamed, of the later layer client",
        "src/cache.rs:10: cache imports crate::Helper, of the later layer lib",
        "src/cache.rs:11: cache imports crate::decode::decode, of the same rank",
        "src/cache.rs:12: cache imports crate::prelude::Client, of the later layer client",
        "src/cache.rs:15: cache imports crate::transport::Response, of the later layer transport",
        "src/cache.rs:16: cache imports crate::client::Client, of the later layer client",
        "src/cache.rs:17: cache imports crate::client::connect, of the later layer client",
        "src/cache.rs:20: cache imports crate::client::connect, of the later layer client",
        "src/cache.rs:21: cache imports crate::client::Client::NUMBER, of the later layer client",
        "src/cache.rs:25: cache imports crate::transport::queue, of the later layer transport",
        "src/cache.rs:29: cache imports crate::client::Client, of the later layer client",
        "src/cache.rs:33: cache imports crate::transport::serialize, of the later layer transport",
        "src/cache.rs:39: cache::platform imports crate::client::Client, of the later layer client",
        "src/error.rs:3: error imports crate::client::Client, of the later layer client",
        "src/generated/requests.rs:4: generated::requests imports crate::generated::Repo, of the later layer \
         generated::scopes",
    ];
    let found = violations(&fixture);
    assert_eq!(found, expected, "\n{}\n", found.join("\n"));
}
