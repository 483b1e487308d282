//! Request bodies: named, needed, of JSON, and never shared with an answer.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const UPDATE: &str = "operation `keys/update`";
const BODY: &str = "content: {application/json: {schema: {$ref: '#/components/schemas/KeyUpdate'}}}";
const SCHEMA: &str = "<update>/requestBody/content/application~1json/schema";
const STATE: &str = "{$ref: '#/components/schemas/KeyState'} # to set";
const TITLE: &str =
    "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}";

#[test]
fn a_body_that_the_client_cannot_send_is_refused() {
    assert_refused(&[
        broken(
            "two media types",
            &[Replace(
                "keys.yaml",
                BODY,
                "content: {application/json: {schema: {$ref: '#/components/schemas/KeyUpdate'}}, text/plain: {schema: {type: string}}}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>/requestBody/content",
                "its media types are not `application/json` alone",
            )],
        ),
        broken(
            "an optional body",
            &[Replace("keys.yaml", "        required: true\n", "        required: false\n")],
            &[found("keys.yaml", UPDATE, "<update>/requestBody", "its body is optional")],
        ),
        broken(
            "a body that does not say whether it is needed",
            &[Replace("keys.yaml", "        required: true\n", "")],
            &[found("keys.yaml", UPDATE, "<update>/requestBody", "`required` is missing")],
        ),
        broken(
            "an inline body",
            &[Replace(
                "keys.yaml",
                BODY,
                "content: {application/json: {schema: {type: object, properties: {update: {$ref: '#/components/schemas/KeyUpdate'}}}}}",
            )],
            &[found("keys.yaml", UPDATE, SCHEMA, "the schema of a body needs a name")],
        ),
        broken(
            "an example",
            &[Replace(
                "keys.yaml",
                BODY,
                "content: {application/json: {schema: {$ref: '#/components/schemas/KeyUpdate'}, example: {}}}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>/requestBody/content/application~1json/example",
                "`example` is outside",
            )],
        ),
        broken(
            "a body with query parameters",
            &[Replace(
                "keys.yaml",
                "        - $ref: '#/components/parameters/KeyNumber'\n      requestBody",
                "        - $ref: '#/components/parameters/KeyNumber'\n        - {name: dry_run, in: query, description: Whether to change nothing., schema: {type: boolean}}\n      requestBody",
            )],
            &[found("keys.yaml", UPDATE, "<update>", "it has query parameters and a body")],
        ),
        broken(
            "a body that is an enum",
            &[
                Replace(
                    "keys.yaml",
                    BODY,
                    "content: {application/json: {schema: {$ref: '#/components/schemas/KeyState'}}}",
                ),
                Replace(
                    "keys.yaml",
                    "        place: {$ref: '#/components/schemas/Place'}",
                    "        place: {$ref: '#/components/schemas/Place'}\n        update: {type: array, description: Updates., items: {$ref: '#/components/schemas/KeyUpdate'}}",
                ),
                Replace(
                    "keys.yaml",
                    "      anyOf: [{required: [state]}, {required: [title]}]\n      x-when: [{property: state, is: revoked, absent: [title]}]\n",
                    "",
                ),
            ],
            &[found("keys.yaml", UPDATE, "<update>", "its body is no object")],
        ),
    ]);
}

#[test]
fn a_body_that_would_be_sent_otherwise_than_it_is_meant_is_refused() {
    const USER: &str = "/components/schemas/User";
    assert_refused(&[
        broken(
            "a schema of a body and of an answer",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, nullable: true, description: What the key is called.}\n        new_owner: {$ref: '#/components/schemas/User'}",
            )],
            &[found("shared.yaml", "schema `User`", USER, "a request body and a response share it")],
        ),
        broken(
            "a secret in a body",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, format: password, description: What the key is called.}",
            )],
            &[found(
                "keys.yaml",
                "schema `KeyUpdate`",
                "/components/schemas/KeyUpdate/properties/title",
                "would be sent redacted",
            )],
        ),
        broken(
            "a union in a body",
            &[Replace(
                "keys.yaml",
                STATE,
                "{$ref: '#/components/schemas/KeyState'}\n        place: {$ref: '#/components/schemas/Place'}",
            )],
            &[
                found(
                    "keys.yaml",
                    "schema `Place`",
                    "/components/schemas/Place",
                    "a request body reaches this union",
                ),
                found(
                    "keys.yaml",
                    "schema `CommitPlace`",
                    "/components/schemas/CommitPlace",
                    "a request body and a response share it",
                ),
                found(
                    "keys.yaml",
                    "schema `WikiPlace`",
                    "/components/schemas/WikiPlace",
                    "a request body and a response share it",
                ),
            ],
        ),
        broken(
            "a property that must be there and may be null",
            &[
                Replace(
                    "keys.yaml",
                    "      description: What to change of a key.\n",
                    "      description: What to change of a key.\n      required: [title]\n",
                ),
                Replace(
                    "keys.yaml",
                    "      anyOf: [{required: [state]}, {required: [title]}]\n      x-when: [{property: state, is: revoked, absent: [title]}]\n",
                    "",
                ),
            ],
            &[found(
                "keys.yaml",
                "schema `KeyUpdate`",
                "/components/schemas/KeyUpdate/properties/title",
                "it is required and may be null",
            )],
        ),
        broken(
            "a limit that nothing checks before sending",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, nullable: true, description: What the key is called.}\n        days: {type: integer, minimum: 1, description: How long it lasts.}",
            )],
            &[found(
                "keys.yaml",
                "schema `KeyUpdate`",
                "/components/schemas/KeyUpdate/properties/days",
                "its limits are not checked before sending",
            )],
        ),
    ]);
}

#[test]
fn a_list_that_may_be_null_in_a_body_is_refused() {
    assert_refused(&[broken(
        "a list that may be null",
        &[Replace(
            "keys.yaml",
            TITLE,
            "title: {type: array, nullable: true, items: {type: string}, description: What the key is called.}",
        )],
        &[found(
            "keys.yaml",
            "schema `KeyUpdate`",
            "/components/schemas/KeyUpdate/properties/title",
            "it is a list that may be null",
        )],
    )]);
}
