//! Models with many required properties, which are built from their default.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{self, Replace};

const REQUIRED: &str = "required: [number]\n";

/// Requires four properties of a key.
const fn requiring(with: &'static str) -> Change {
    Replace("keys.yaml", REQUIRED, with)
}

#[test]
fn a_required_property_without_a_default_is_refused_where_there_is_no_new() {
    const WHAT: &str = "it has no default, and its model is built from one";
    assert_refused(&[
        broken(
            "a secret",
            &[requiring("required: [number, token, created_at, added_by]\n")],
            &[found("keys.yaml", "schema `Key`", "/components/schemas/Key/properties/token", WHAT)],
        ),
        broken(
            "an enum and a union",
            &[requiring("required: [number, state, place, created_at]\n")],
            &[
                found("keys.yaml", "schema `Key`", "/components/schemas/Key/properties/state", WHAT),
                found("keys.yaml", "schema `Key`", "/components/schemas/Key/properties/place", WHAT),
            ],
        ),
    ]);
}

#[test]
fn a_required_property_that_would_hide_a_method_is_refused_where_there_is_no_new() {
    const PAGE: &str = "properties: {page: {type: string, description: The name of the page.}}";
    const MANY: &str = "properties: {page: {type: string, description: The name.}, clone: {type: string, description: A copy.}, line: {type: integer, minimum: 0, description: The line.}, sha: {type: string, description: The hash.}}";
    assert_refused(&[broken(
        "clone",
        &[
            Replace("keys.yaml", "required: [page]", "required: [page, line, clone, sha]"),
            Replace("keys.yaml", PAGE, MANY),
            Replace(
                "keys.yaml",
                "        - {$ref: '#/components/schemas/WikiPlace'}\n",
                "        - {$ref: '#/components/schemas/WikiPlace'}\n        - {$ref: '#/components/schemas/User'}\n",
            ),
            Replace("keys.yaml", "        - {$ref: '#/components/schemas/CommitPlace'}\n", ""),
        ],
        &[found(
            "keys.yaml",
            "schema `WikiPlace`",
            "/components/schemas/WikiPlace/properties/clone",
            "`clone` would be a method that every model has already",
        )],
    )]);
}
