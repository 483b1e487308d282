//! The tables of the front page and of the README against the operations table.

use std::collections::BTreeSet;

use crate::support::calls::operations;

const FRONT_PAGE: &str = include_str!("../../src/lib.rs");
const README: &str = include_str!("../../README.md");

/// What a row of the table says of an operation, from the second column on.
fn rows(text: &str) -> BTreeSet<String> {
    text.lines()
        .map(|line| line.trim_start_matches("//! "))
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
            let fine_grained = code(operation.permissions.fine_grained, ", ", "none works");
            let classic = code(operation.permissions.classic, " or ", "not said");
            format!("`{} {}` | {fine_grained} | {classic} |", operation.method, operation.path)
        })
        .collect()
}

#[test]
fn the_tables_name_every_operation_with_the_permissions_that_it_needs() {
    assert_eq!(rows(FRONT_PAGE), expected());
    assert_eq!(rows(README), expected());
}
