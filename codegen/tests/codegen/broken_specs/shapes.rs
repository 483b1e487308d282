//! Shapes of properties: what a value may be, and what may stand beside it.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const KEY: &str = "schema `Key`";
const STATE: &str = "{$ref: '#/components/schemas/KeyState'} # of a key";
const PLACE: &str = "/components/schemas/Key/properties/state";

#[test]
fn a_shape_that_has_no_rust_type_is_refused() {
    assert_refused(&[
        broken(
            "an inline enum",
            &[Replace("keys.yaml", STATE, "{type: string, enum: [a, b], description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "an inline enum has no name")],
        ),
        broken(
            "an inline object",
            &[Replace("keys.yaml", STATE, "{type: object, properties: {}, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "an inline object has no name")],
        ),
        broken(
            "an inline object in a list",
            &[Replace("keys.yaml", STATE, "{type: array, items: {type: object}, description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/items",
                "an inline object has no name",
            )],
        ),
        broken(
            "a number that need not be whole",
            &[Replace("keys.yaml", STATE, "{type: number, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "the type \"number\" is not taken")],
        ),
        broken(
            "two types at once, as 3.1 has it",
            &[Replace("keys.yaml", STATE, "{type: [string, 'null'], description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/type",
                "a string is required",
            )],
        ),
        broken(
            "an unknown format of a text",
            &[Replace("keys.yaml", STATE, "{type: string, format: uri, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "the format `uri` is not taken")],
        ),
        broken(
            "an unknown format of a number",
            &[Replace("keys.yaml", STATE, "{type: integer, format: int32, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "the format `int32` is not taken")],
        ),
        broken(
            "an integer without a width",
            &[Replace("keys.yaml", STATE, "{type: integer, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "this integer has no range and no format")],
        ),
        broken(
            "an integer from below zero",
            &[Replace("keys.yaml", STATE, "{type: integer, minimum: -1, description: The state.}")],
            &[found("keys.yaml", KEY, PLACE, "this integer has no range and no format")],
        ),
        broken(
            "a list of lists",
            &[Replace(
                "keys.yaml",
                STATE,
                "{type: array, items: {type: array, items: {type: string}}, description: The state.}",
            )],
            &[found("keys.yaml", KEY, PLACE, "lists of lists, of nulls and of secrets are not taken")],
        ),
        broken(
            "a list of anything",
            &[Replace("keys.yaml", STATE, "{type: array, description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/items",
                "an object is required",
            )],
        ),
        broken(
            "two parts that all hold",
            &[Replace(
                "keys.yaml",
                STATE,
                "{allOf: [{$ref: '#/components/schemas/KeyState'}, {type: string}]}",
            )],
            &[found("keys.yaml", KEY, PLACE, "`allOf` holds more than one `$ref`")],
        ),
        broken(
            "a null that is said otherwise",
            &[Replace(
                "keys.yaml",
                STATE,
                "{nullable: true, allOf: [{$ref: '#/components/schemas/KeyState'}]}",
            )],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/nullable",
                "`nullable` is outside of the accepted subset",
            )],
        ),
        broken(
            "a union in a property",
            &[Replace(
                "keys.yaml",
                STATE,
                "{oneOf: [{$ref: '#/components/schemas/KeyState'}, {$ref: '#/components/schemas/User'}], description: The state.}",
            )],
            &[found("keys.yaml", KEY, PLACE, "an inline `oneOf` can only make a `$ref` nullable")],
        ),
        broken(
            "a pattern",
            &[Replace("keys.yaml", STATE, "{type: string, pattern: '^a', description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/pattern",
                "`pattern` is outside of the accepted subset",
            )],
        ),
        broken(
            "a length that is a text",
            &[Replace("keys.yaml", STATE, "{type: string, maxLength: '9', description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/maxLength",
                "a non-negative integer is required",
            )],
        ),
        broken(
            "a default outside of the query",
            &[Replace("keys.yaml", STATE, "{type: string, default: a, description: The state.}")],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/state/default",
                "`default` is allowed at query parameters only",
            )],
        ),
    ]);
}

#[test]
fn a_secret_that_would_become_a_plain_string_is_refused() {
    const TOKEN: &str = "token: {type: string, format: password, description: The key itself.}";
    assert_refused(&[
        broken(
            "a length beside its format",
            &[Replace(
                "keys.yaml",
                TOKEN,
                "token: {type: string, format: password, maxLength: 40, description: The key itself.}",
            )],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/token/maxLength",
                "a secret with `maxLength` beside its format",
            )],
        ),
        broken(
            "a secret that may be null",
            &[Replace(
                "keys.yaml",
                TOKEN,
                "token: {type: string, format: password, nullable: true, description: The key itself.}",
            )],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/token/nullable",
                "a secret with `nullable` beside its format",
            )],
        ),
        broken(
            "an extension",
            &[Replace(
                "keys.yaml",
                TOKEN,
                "token: {type: string, format: password, x-secret: true, description: The key itself.}",
            )],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/token/x-secret",
                "a secret with `x-secret` beside its format",
            )],
        ),
        broken(
            "a list of secrets",
            &[Replace(
                "keys.yaml",
                TOKEN,
                "token: {type: array, items: {type: string, format: password}, description: The key itself.}",
            )],
            &[found(
                "keys.yaml",
                KEY,
                "/components/schemas/Key/properties/token",
                "lists of lists, of nulls and of secrets",
            )],
        ),
    ]);
}
