//! `anyOf` and `x-when`: what a body must hold, and what one value asks of the others.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const UPDATE: &str = "schema `KeyUpdate`";
const PLACE: &str = "/components/schemas/KeyUpdate";
const ANY_OF: &str = "anyOf: [{required: [state]}, {required: [title]}]";
const WHEN: &str = "x-when: [{property: state, is: revoked, absent: [title]}]";

#[test]
fn an_any_of_that_says_anything_else_is_refused() {
    const FORM: &str = "`anyOf` can only require one of several properties";
    assert_refused(&[
        broken(
            "an `anyOf` of schemas",
            &[Replace("keys.yaml", ANY_OF, "anyOf: [{type: object}, {required: [title]}]")],
            &[found("keys.yaml", UPDATE, "/components/schemas/KeyUpdate/anyOf", FORM)],
        ),
        broken(
            "two properties in one part",
            &[Replace("keys.yaml", ANY_OF, "anyOf: [{required: [state, title]}]")],
            &[found("keys.yaml", UPDATE, "/components/schemas/KeyUpdate/anyOf", FORM)],
        ),
        broken(
            "nothing",
            &[Replace("keys.yaml", ANY_OF, "anyOf: []")],
            &[found("keys.yaml", UPDATE, "/components/schemas/KeyUpdate/anyOf", FORM)],
        ),
        broken(
            "a property that is not there",
            &[Replace("keys.yaml", ANY_OF, "anyOf: [{required: [state]}, {required: [name]}]")],
            &[found("keys.yaml", UPDATE, PLACE, "`name` is not one of its properties")],
        ),
        broken(
            "an `anyOf` on what nothing sends",
            &[Replace(
                "shared.yaml",
                "      required: [id]\n",
                "      required: [id]\n      anyOf: [{required: [login]}]\n",
            )],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User", "nothing sends this")],
        ),
    ]);
}

#[test]
fn a_condition_that_could_not_be_checked_is_refused() {
    const RULE: &str = "/components/schemas/KeyUpdate/x-when/0";
    assert_refused(&[
        broken(
            "a condition on an unknown property",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: status, is: revoked, absent: [title]}]")],
            &[found("keys.yaml", UPDATE, PLACE, "`status` is not one of its properties")],
        ),
        broken(
            "an unknown property that must be absent",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: state, is: revoked, absent: [name]}]")],
            &[found("keys.yaml", UPDATE, PLACE, "`name` is not one of its properties")],
        ),
        broken(
            "a value that the property does not have",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: state, is: lost, absent: [title]}]")],
            &[found("keys.yaml", UPDATE, RULE, "`state` is never `lost`")],
        ),
        broken(
            "a condition on what may be null",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: title, is: none, required: [state]}]")],
            &[found("keys.yaml", UPDATE, RULE, "`title` is not an enum that a caller may leave out")],
        ),
        broken(
            "a condition that asks for nothing",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: state, is: revoked}]")],
            &[found("keys.yaml", UPDATE, RULE, "it has no effect")],
        ),
        broken(
            "a condition without a value",
            &[Replace("keys.yaml", WHEN, "x-when: [{property: state, absent: [title]}]")],
            &[found("keys.yaml", UPDATE, RULE, "`is` is missing")],
        ),
        broken(
            "one condition, not in a list",
            &[Replace("keys.yaml", WHEN, "x-when: {property: state, is: revoked, absent: [title]}")],
            &[found(
                "keys.yaml",
                UPDATE,
                "/components/schemas/KeyUpdate/x-when",
                "`x-when` is a list of conditions",
            )],
        ),
        broken(
            "a condition on a property that is always there",
            &[Replace(
                "keys.yaml",
                "      description: What to change of a key.\n",
                "      description: What to change of a key.\n      required: [state]\n",
            )],
            &[
                found(
                    "keys.yaml",
                    UPDATE,
                    PLACE,
                    "`state` is required, so `anyOf` and `x-when` do not apply to it",
                ),
                found("keys.yaml", UPDATE, RULE, "`state` is not an enum that a caller may leave out"),
            ],
        ),
        broken(
            "a list that must be there",
            &[Replace(
                "keys.yaml",
                "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}",
                "title: {type: array, items: {type: string}, description: What the key is called.}",
            )],
            &[found("keys.yaml", UPDATE, PLACE, "`title` is a list, which is never left out")],
        ),
    ]);
}
