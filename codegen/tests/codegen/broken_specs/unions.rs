//! Unions: their kinds can be told apart, by a tag or by what they require.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const ORIGIN: &str = "        - {$ref: '#/components/schemas/CommitPlace'}\n        - {$ref: '#/components/schemas/WikiPlace'}\n";
const WIKI: &str = "{type: {type: string, enum: [wiki]}, details: {$ref: '#/components/schemas/WikiPlace'}}";

#[test]
fn a_union_whose_shapes_cannot_be_told_apart_is_refused() {
    const ORIGIN_SCHEMA: &str = "schema `Origin`";
    const PLACE: &str = "/components/schemas/Origin/oneOf";
    assert_refused(&[
        broken(
            "a shape that requires less than another",
            &[Replace("keys.yaml", "      required: [page]\n", "")],
            &[found(
                "keys.yaml",
                ORIGIN_SCHEMA,
                PLACE,
                "`CommitPlace` and `WikiPlace` have no required property that tells them apart",
            )],
        ),
        broken(
            "the same shape twice",
            &[Replace(
                "keys.yaml",
                ORIGIN,
                "        - {$ref: '#/components/schemas/CommitPlace'}\n        - {$ref: '#/components/schemas/CommitPlace'}\n",
            )],
            &[found("keys.yaml", ORIGIN_SCHEMA, "/components/schemas/Origin", "`CommitPlace` occurs twice")],
        ),
        broken(
            "one shape alone",
            &[Replace("keys.yaml", ORIGIN, "        - {$ref: '#/components/schemas/CommitPlace'}\n")],
            &[found("keys.yaml", ORIGIN_SCHEMA, PLACE, "a union has at least two parts")],
        ),
        broken(
            "an enum among the shapes",
            &[Replace(
                "keys.yaml",
                ORIGIN,
                "        - {$ref: '#/components/schemas/CommitPlace'}\n        - {$ref: '#/components/schemas/KeyState'}\n",
            )],
            &[found("keys.yaml", ORIGIN_SCHEMA, PLACE, "`KeyState` is not an object")],
        ),
        broken(
            "no list",
            &[Replace("keys.yaml", ORIGIN, "        {$ref: '#/components/schemas/CommitPlace'}\n")],
            &[found("keys.yaml", ORIGIN_SCHEMA, PLACE, "`oneOf` is a list")],
        ),
    ]);
}

#[test]
fn a_tagged_union_of_another_form_is_refused() {
    const PLACE_SCHEMA: &str = "schema `Place`";
    const PLACE: &str = "/components/schemas/Place/oneOf";
    const FORM: &str =
        "a union is a list of references, or of objects with a one-value `type` and a referenced `details`";
    assert_refused(&[
        broken(
            "a kind that occurs twice",
            &[Replace(
                "keys.yaml",
                WIKI,
                "{type: {type: string, enum: [commit]}, details: {$ref: '#/components/schemas/WikiPlace'}}",
            )],
            &[found("keys.yaml", PLACE_SCHEMA, "/components/schemas/Place", "`commit` occurs twice")],
        ),
        broken(
            "a tag of two values",
            &[Replace(
                "keys.yaml",
                WIKI,
                "{type: {type: string, enum: [wiki, page]}, details: {$ref: '#/components/schemas/WikiPlace'}}",
            )],
            &[found("keys.yaml", PLACE_SCHEMA, PLACE, FORM)],
        ),
        broken(
            "inline details",
            &[Replace("keys.yaml", WIKI, "{type: {type: string, enum: [wiki]}, details: {type: string}}")],
            &[found("keys.yaml", PLACE_SCHEMA, PLACE, FORM)],
        ),
        broken(
            "a discriminator",
            &[Replace(
                "keys.yaml",
                "      description: Where a key is used, by its kind.\n",
                "      description: Where a key is used, by its kind.\n      discriminator: {propertyName: type}\n",
            )],
            &[found(
                "keys.yaml",
                PLACE_SCHEMA,
                "/components/schemas/Place/discriminator",
                "`discriminator` is outside",
            )],
        ),
        broken(
            "a kind that is called like the catch-all",
            &[Replace("keys.yaml", "enum: [wiki]", "enum: [other]")],
            &[found(
                "keys.yaml",
                PLACE_SCHEMA,
                "/components/schemas/Place",
                "`other` collides with the variant `Other`",
            )],
        ),
        broken(
            "details that are an enum",
            &[Replace(
                "keys.yaml",
                WIKI,
                "{type: {type: string, enum: [wiki]}, details: {$ref: '#/components/schemas/KeyState'}}",
            )],
            &[found("keys.yaml", PLACE_SCHEMA, PLACE, "`KeyState` is not an object")],
        ),
    ]);
}
