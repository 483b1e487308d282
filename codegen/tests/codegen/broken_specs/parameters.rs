//! Parameters: where they stand, and what the client can send there.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const LIST: &str = "operation `keys/list`";
const STATE: &str = "<list>/parameters/2";
const TAGS: &str = "<list>/parameters/3";

#[test]
fn a_path_and_its_parameters_that_disagree_are_refused() {
    assert_refused(&[
        broken(
            "a name in the path that is no parameter",
            &[Replace("keys.yaml", "        - $ref: '#/components/parameters/KeyNumber' # to get\n", "")],
            &[found(
                "keys.yaml",
                "operation `keys/get`",
                "<get>",
                "the path has `{key_number}`, and no parameter names it",
            )],
        ),
        broken(
            "a parameter that the path does not have",
            &[Replace(
                "keys.yaml",
                "        - {name: state,",
                "        - $ref: '#/components/parameters/KeyNumber'\n        - {name: state,",
            )],
            &[found("keys.yaml", LIST, "<list>", "the path has no `{key_number}`")],
        ),
        broken(
            "a parameter that occurs twice",
            &[Replace(
                "keys.yaml",
                "        - {name: state,",
                "        - $ref: '#/components/parameters/PerPage'\n        - {name: state,",
            )],
            &[found("keys.yaml", LIST, "<list>/parameters/5", "the parameter `per_page` occurs twice")],
        ),
        broken(
            "a name of the path in the query too",
            &[
                Replace("keys.yaml", "{name: state, in: query", "{name: owner, in: query"),
                Replace("keys.yaml", "      x-exclusive: [[state, tags]]\n", ""),
            ],
            &[found("keys.yaml", LIST, STATE, "the parameter `owner` occurs twice")],
        ),
        broken(
            "parameters that are no list",
            &[Replace(
                "keys.yaml",
                "      parameters:\n        - $ref: '#/components/parameters/Owner'\n        - $ref: '#/components/parameters/Repo'\n        - $ref: '#/components/parameters/KeyNumber' # to get\n",
                "      parameters: {}\n",
            )],
            &[found("keys.yaml", "operation `keys/get`", "<get>/parameters", "an array is required")],
        ),
    ]);
}

#[test]
fn a_parameter_in_a_place_that_the_client_does_not_send_is_refused() {
    assert_refused(&[
        broken(
            "a header",
            &[Replace("shared.yaml", "{name: per_page, in: query", "{name: per_page, in: header")],
            &[found(
                "shared.yaml",
                "parameter `PerPage`",
                "/components/parameters/PerPage",
                "`per_page` has `in: header`",
            )],
        ),
        broken(
            "a cookie",
            &[Replace(
                "keys.yaml",
                "        - {name: state,",
                "        - {name: session, in: cookie, description: The session., schema: {type: string}}\n        - {name: state,",
            )],
            &[found("keys.yaml", LIST, STATE, "`session` has `in: cookie`")],
        ),
        broken(
            "a query parameter that is required",
            &[Replace("keys.yaml", "{name: state, in: query", "{name: state, required: true, in: query")],
            &[found("keys.yaml", LIST, STATE, "the parameter `state` has a wrong `required`")],
        ),
        broken(
            "a path parameter that is not required",
            &[Replace(
                "shared.yaml",
                "{name: key_number, in: path, required: true",
                "{name: key_number, in: path",
            )],
            &[found(
                "shared.yaml",
                "parameter `KeyNumber`",
                "/components/parameters/KeyNumber",
                "has a wrong `required`",
            )],
        ),
        broken(
            "no description",
            &[Replace(
                "keys.yaml",
                "{name: state, in: query, description: The state to keep.,",
                "{name: state, in: query,",
            )],
            &[found("keys.yaml", LIST, STATE, "`description` is missing")],
        ),
    ]);
}

#[test]
fn a_parameter_of_a_shape_that_no_address_takes_is_refused() {
    assert_refused(&[
        broken(
            "an exploded list",
            &[Replace("keys.yaml", "style: form, explode: false,", "style: form, explode: true,")],
            &[found(
                "keys.yaml",
                LIST,
                TAGS,
                "the parameter `tags` has a shape that the client cannot send there",
            )],
        ),
        broken(
            "a list that does not say how it is joined",
            &[Replace("keys.yaml", "style: form, explode: false,", "")],
            &[found(
                "keys.yaml",
                LIST,
                TAGS,
                "the parameter `tags` has a shape that the client cannot send there",
            )],
        ),
        broken(
            "a list that is joined otherwise",
            &[Replace("keys.yaml", "style: form, explode: false,", "style: pipeDelimited, explode: false,")],
            &[found("keys.yaml", LIST, "<list>/parameters/3/style", "`form` is required")],
        ),
        broken(
            "a list in the path",
            &[Replace(
                "shared.yaml",
                "description: The number of the key., schema: {type: integer, minimum: 1}",
                "description: The number of the key., schema: {type: array, items: {type: string}}",
            )],
            &[found(
                "shared.yaml",
                "parameter `KeyNumber`",
                "/components/parameters/KeyNumber",
                "the client cannot send there",
            )],
        ),
        broken(
            "an object",
            &[Replace(
                "keys.yaml",
                "description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}",
                "description: The state to keep., schema: {$ref: '#/components/schemas/User'}",
            )],
            &[found("keys.yaml", LIST, STATE, "`User` is not an enum, and cannot be a query parameter")],
        ),
        broken(
            "a secret",
            &[Replace(
                "keys.yaml",
                "description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}",
                "description: The state to keep., schema: {type: string, format: password}",
            )],
            &[found("keys.yaml", LIST, STATE, "the client cannot send there")],
        ),
        broken(
            "one that may be null",
            &[Replace(
                "keys.yaml",
                "description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}",
                "description: The state to keep., schema: {type: string, nullable: true}",
            )],
            &[found("keys.yaml", LIST, STATE, "the client cannot send there")],
        ),
        broken(
            "limits that nothing fits",
            &[Replace("shared.yaml", "minimum: 1, maximum: 100", "minimum: 100, maximum: 1")],
            &[found(
                "shared.yaml",
                "parameter `PerPage`",
                "/components/parameters/PerPage/schema",
                "its lower limit is above its upper one",
            )],
        ),
    ]);
}

#[test]
fn what_the_client_could_not_check_is_refused() {
    assert_refused(&[
        broken(
            "a text in the path that no scope holds",
            &[Replace(
                "shared.yaml",
                "description: The number of the key., schema: {type: integer, minimum: 1}}",
                "description: The number of the key., schema: {type: string}}",
            )],
            &[found(
                "shared.yaml",
                "parameter `KeyNumber`",
                "/components/parameters/KeyNumber",
                "the text `key_number` could change the path",
            )],
        ),
        broken(
            "limits of a number that may be negative",
            &[Replace(
                "keys.yaml",
                "{name: state, in: query, description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}}",
                "{name: state, in: query, description: The state to keep., schema: {type: integer, format: int64, maximum: 5}}",
            )],
            &[found(
                "keys.yaml",
                LIST,
                STATE,
                "the limits of `state` are those of a number that may be negative",
            )],
        ),
        broken(
            "limits of the items of a list",
            &[Replace("keys.yaml", "items: {type: string}}", "items: {type: string, maxLength: 3}}")],
            &[found(
                "keys.yaml",
                LIST,
                "<list>/parameters/3/schema/items",
                "the limits of its items are not checked",
            )],
        ),
    ]);
}
