//! Lists: how they page, and which of their parameters exclude each other.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const LIST: &str = "operation `keys/list`";

#[test]
fn a_list_that_does_not_say_how_it_pages_is_refused() {
    assert_refused(&[
        broken(
            "a list without a pagination style",
            &[Replace("keys.yaml", "      x-pagination: page\n", "")],
            &[found("keys.yaml", LIST, "<list>", "`x-pagination` belongs on lists, and on every list")],
        ),
        broken(
            "an unknown pagination style",
            &[Replace("keys.yaml", "x-pagination: page", "x-pagination: offset")],
            &[found("keys.yaml", LIST, "<list>/x-pagination", "`offset` is not a pagination style")],
        ),
        broken(
            "a pagination style that is a list",
            &[Replace("keys.yaml", "x-pagination: page", "x-pagination: [page]")],
            &[found("keys.yaml", LIST, "<list>/x-pagination", "a string is required")],
        ),
        broken(
            "cursors without parameters for them",
            &[Replace("keys.yaml", "x-pagination: page", "x-pagination: cursor")],
            &[found("keys.yaml", LIST, "<list>", "its parameters do not fit its pagination style")],
        ),
        broken(
            "both ways with the parameters of one",
            &[Replace("keys.yaml", "x-pagination: page", "x-pagination: page-and-cursor")],
            &[found("keys.yaml", LIST, "<list>", "its parameters do not fit its pagination style")],
        ),
        broken(
            "a page number that is a text",
            &[Replace(
                "shared.yaml",
                "description: The page to fetch., schema: {type: integer, minimum: 1}",
                "description: The page to fetch., schema: {type: string}",
            )],
            &[found("keys.yaml", LIST, "<list>", "its parameters do not fit its pagination style")],
        ),
        broken(
            "paging of one object",
            &[Replace(
                "keys.yaml",
                "schema: {type: array, items: {$ref: '#/components/schemas/Key'}}",
                "schema: {$ref: '#/components/schemas/Key'}",
            )],
            &[found("keys.yaml", LIST, "<list>", "`x-pagination` belongs on lists, and on every list")],
        ),
    ]);
}

#[test]
fn an_exclusion_of_what_is_not_there_is_refused() {
    const PAIR: &str = "this is not a pair of its query parameters";
    assert_refused(&[
        broken(
            "an unknown parameter",
            &[Replace("keys.yaml", "x-exclusive: [[state, tags]]", "x-exclusive: [[state, labels]]")],
            &[found("keys.yaml", LIST, "<list>/x-exclusive/0", PAIR)],
        ),
        broken(
            "a parameter of paging",
            &[Replace(
                "keys.yaml",
                "x-exclusive: [[state, tags]]",
                "x-exclusive: [[state, tags], [state, page]]",
            )],
            &[found("keys.yaml", LIST, "<list>/x-exclusive/1", PAIR)],
        ),
        broken(
            "a parameter that excludes itself",
            &[Replace("keys.yaml", "x-exclusive: [[state, tags]]", "x-exclusive: [[state, state]]")],
            &[found("keys.yaml", LIST, "<list>/x-exclusive/0", PAIR)],
        ),
        broken(
            "three at once",
            &[Replace("keys.yaml", "x-exclusive: [[state, tags]]", "x-exclusive: [[state, tags, per_page]]")],
            &[found("keys.yaml", LIST, "<list>/x-exclusive/0", PAIR)],
        ),
        broken(
            "a text",
            &[Replace("keys.yaml", "x-exclusive: [[state, tags]]", "x-exclusive: state")],
            &[found("keys.yaml", LIST, "<list>/x-exclusive", "`x-exclusive` names no pair")],
        ),
    ]);
}
