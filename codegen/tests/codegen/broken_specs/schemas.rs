//! Named schemas: objects, enums, and nothing else.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const KEY: &str = "schema `Key`";
const STATE: &str = "{$ref: '#/components/schemas/KeyState'} # of a key";
const ENUM: &str = "      enum: [active, revoked]\n";

#[test]
fn a_named_schema_that_is_neither_an_object_nor_an_enum_is_refused() {
    const WHAT: &str = "a named schema is an object, a string enum, an integer, or a `oneOf`";
    const USER: &str = "      type: object\n      description: An account.\n      required: [id]\n      properties:\n        id: {type: integer, format: int64, description: The number of the account.}\n        login: {type: string, description: The handle of the account.}\n";
    assert_refused(&[
        broken(
            "a named text",
            &[Replace("shared.yaml", USER, "      {type: string, description: A login.}\n")],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User", WHAT)],
        ),
        broken(
            "a named list",
            &[Replace(
                "shared.yaml",
                USER,
                "      {type: array, description: Logins., items: {type: string}}\n",
            )],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User", WHAT)],
        ),
        broken(
            "an `allOf`",
            &[Replace(
                "shared.yaml",
                USER,
                "      {allOf: [{$ref: '#/components/schemas/KeyState'}], description: Parts.}\n",
            )],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User", WHAT)],
        ),
        broken(
            "an enum of numbers",
            &[Replace("keys.yaml", ENUM, "      enum: [1, 2]\n")],
            &[found(
                "keys.yaml",
                "schema `KeyState`",
                "/components/schemas/KeyState/enum",
                "an array of strings is required",
            )],
        ),
        broken(
            "an enum of nothing",
            &[
                Replace("keys.yaml", ENUM, "      enum: []\n"),
                Replace("keys.yaml", "      x-when: [{property: state, is: revoked, absent: [title]}]\n", ""),
            ],
            &[found(
                "keys.yaml",
                "schema `KeyState`",
                "/components/schemas/KeyState/enum",
                "an enum has at least one value",
            )],
        ),
        broken(
            "an object without properties",
            &[Replace(
                "keys.yaml",
                "      properties: {page: {type: string, description: The name of the page.}}\n",
                "",
            )],
            &[found(
                "keys.yaml",
                "schema `WikiPlace`",
                "/components/schemas/WikiPlace/properties",
                "an object is required",
            )],
        ),
        broken(
            "a schema that may be null",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked]\n      nullable: true\n")],
            &[found(
                "keys.yaml",
                "schema `KeyState`",
                "/components/schemas/KeyState/nullable",
                "`nullable` is outside of the accepted subset",
            )],
        ),
    ]);
}

#[test]
fn a_schema_with_words_outside_of_the_subset_is_refused() {
    assert_refused(&[
        broken(
            "an unknown extension",
            &[Replace(
                "shared.yaml",
                "      description: An account.\n",
                "      description: An account.\n      x-origin: old\n",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/x-origin",
                "the extension `x-origin` is not in the vocabulary",
            )],
        ),
        broken(
            "an extension of typify's",
            &[Replace(
                "shared.yaml",
                "{type: string, description: The handle of the account.}",
                "{type: string, description: The handle of the account., x-rust-type: String}",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/properties/login/x-rust-type",
                "the extension `x-rust-type` is not in",
            )],
        ),
        broken(
            "a title",
            &[Replace(
                "shared.yaml",
                "      description: An account.\n",
                "      description: An account.\n      title: Account\n",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/title",
                "`title` is outside of the accepted subset",
            )],
        ),
        broken(
            "additional properties",
            &[Replace(
                "shared.yaml",
                "      description: An account.\n",
                "      description: An account.\n      additionalProperties: false\n",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/additionalProperties",
                "is outside of the accepted subset",
            )],
        ),
        broken(
            "no description",
            &[Replace("shared.yaml", "      description: An account.\n", "")],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User", "`description` is missing")],
        ),
        broken(
            "a description that is a list",
            &[Replace(
                "shared.yaml",
                "      description: An account.\n",
                "      description: [An account.]\n",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/description",
                "a string is required",
            )],
        ),
        broken(
            "a required property that does not exist",
            &[Replace("shared.yaml", "required: [id]", "required: [id, name]")],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User",
                "`name` is not one of its properties",
            )],
        ),
        broken(
            "a property without a description",
            &[Replace(
                "shared.yaml",
                "login: {type: string, description: The handle of the account.}",
                "login: {type: string}",
            )],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/properties/login",
                "`description` is missing",
            )],
        ),
        broken(
            "a property that is null",
            &[Replace("keys.yaml", STATE, "null")],
            &[found("keys.yaml", KEY, "/components/schemas/Key/properties/state", "an object is required")],
        ),
    ]);
}
