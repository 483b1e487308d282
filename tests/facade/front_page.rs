//! The tables of endpoints, on the front page and in README.md, against the operations table.

use std::collections::BTreeSet;

use crate::support::calls::operations;

const FRONT_PAGE: &str = include_str!("../../src/generated/endpoints.md");
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
            format!("`{} {}` | {fine_grained} | {classic} |", operation.method, operation.path)
        })
        .collect()
}

#[test]
fn tables_of_endpoints_contain_every_operation_with_its_permissions() {
    assert_eq!(rows(FRONT_PAGE), expected());
    assert_eq!(rows(README), expected());
}
