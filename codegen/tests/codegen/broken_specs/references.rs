//! References that lead nowhere, elsewhere, or round in a circle, and parts that none leads to.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{Replace, Write};

/// The reference to the state in the schema `Key`, and where it stands.
const STATE: &str = "{$ref: '#/components/schemas/KeyState'} # of a key";
const STATE_OF_KEY: &str = "/components/schemas/Key/properties/state/$ref";

#[test]
fn a_reference_that_leads_to_no_component_is_refused() {
    assert_refused(&[
        broken(
            "a schema that is not there",
            &[Replace("keys.yaml", STATE, "{$ref: '#/components/schemas/State'}")],
            &[found(
                "keys.yaml",
                "schema `Key`",
                STATE_OF_KEY,
                "`$ref` \"#/components/schemas/State\" does not resolve",
            )],
        ),
        broken(
            "a parameter that is not there",
            &[Replace(
                "keys.yaml",
                "        - $ref: '#/components/parameters/Page'\n",
                "        - $ref: '#/components/parameters/Side'\n",
            )],
            &[found("keys.yaml", "operation `keys/list`", "<list>/parameters/5/$ref", "does not resolve")],
        ),
        broken(
            "another file",
            &[Replace("keys.yaml", STATE, "{$ref: 'shared.yaml#/components/schemas/KeyState'}")],
            &[found("keys.yaml", "schema `Key`", STATE_OF_KEY, "does not resolve")],
        ),
        broken(
            "a place inside of a component",
            &[Replace("keys.yaml", STATE, "{$ref: '#/components/schemas/KeyUpdate/properties/state'}")],
            &[found("keys.yaml", "schema `Key`", STATE_OF_KEY, "does not resolve")],
        ),
        broken(
            "a number",
            &[Replace("keys.yaml", STATE, "{$ref: 7}")],
            &[found("keys.yaml", "schema `Key`", STATE_OF_KEY, "the `$ref` 7 does not resolve")],
        ),
        broken(
            "another reference",
            &[
                Replace("keys.yaml", STATE, "{$ref: '#/components/schemas/Alias'}"),
                Write("more.yaml", "components: {schemas: {Alias: {$ref: '#/components/schemas/KeyState'}}}"),
            ],
            &[found("keys.yaml", "schema `Key`", STATE_OF_KEY, "leads to another `$ref`")],
        ),
        broken(
            "a component of another kind",
            &[Replace(
                "keys.yaml",
                "        - $ref: '#/components/parameters/Page'\n",
                "        - $ref: '#/components/schemas/User'\n",
            )],
            &[
                found(
                    "keys.yaml",
                    "operation `keys/list`",
                    "<list>/parameters/5",
                    "`#/components/schemas/User` is none of the parameters",
                ),
                found(
                    "shared.yaml",
                    "parameter `Page`",
                    "/components/parameters/Page",
                    "nothing refers to it",
                ),
            ],
        ),
        broken(
            "a description beside it",
            &[Replace(
                "keys.yaml",
                STATE,
                "{$ref: '#/components/schemas/KeyState', description: The state.}",
            )],
            &[found(
                "keys.yaml",
                "schema `Key`",
                "/components/schemas/Key/properties/state",
                "OpenAPI ignores keys beside a `$ref`",
            )],
        ),
    ]);
}

#[test]
fn a_circle_of_references_is_refused() {
    assert_refused(&[
        broken(
            "a schema that holds itself",
            &[Replace(
                "shared.yaml",
                "        login: {type: string, description: The handle of the account.}",
                "        login: {$ref: '#/components/schemas/User'}",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User",
                "its references are circular",
            )],
        ),
        broken(
            "two schemas that hold each other",
            &[Replace(
                "shared.yaml",
                "        login: {type: string, description: The handle of the account.}",
                "        keys: {type: array, description: Keys., items: {$ref: '#/components/schemas/Key'}}",
            )],
            &[
                found("keys.yaml", "schema `Key`", "/components/schemas/Key", "its references are circular"),
                found(
                    "shared.yaml",
                    "schema `User`",
                    "/components/schemas/User",
                    "its references are circular",
                ),
            ],
        ),
    ]);
}

#[test]
fn a_component_that_nothing_uses_is_refused() {
    assert_refused(&[
        broken(
            "a schema",
            &[Write(
                "more.yaml",
                "components: {schemas: {Lock: {type: object, description: A lock., properties: {id: {type: string, description: An id.}}}}}",
            )],
            &[found("more.yaml", "schema `Lock`", "/components/schemas/Lock", "nothing refers to it")],
        ),
        broken(
            "a response",
            &[Write("more.yaml", "components: {responses: {Gone: {description: It is gone.}}}")],
            &[found("more.yaml", "response `Gone`", "/components/responses/Gone", "nothing refers to it")],
        ),
    ]);
}
