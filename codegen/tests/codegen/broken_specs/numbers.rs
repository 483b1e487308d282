//! Named integers: numbers that are types of their own.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{self, Replace};
use crate::small_spec::changed;

const COMPONENT: &str = "    KeyUpdate:\n";
const PROPERTY: &str = "number: {type: integer, minimum: 1, description: The number of the key.}";
const PARAMETER: &str = "description: The number of the key., schema: {type: integer, minimum: 1}}";

/// Uses the component in a property and in the path.
const USES: [Change; 2] = [
    Replace("keys.yaml", PROPERTY, "number: {$ref: '#/components/schemas/KeyNumber'}"),
    Replace(
        "shared.yaml",
        PARAMETER,
        "description: The number of the key., schema: {$ref: '#/components/schemas/KeyNumber'}}",
    ),
];

const fn component(with: &'static str) -> [Change; 3] {
    let [property, parameter] = USES;
    [Replace("keys.yaml", COMPONENT, with), property, parameter]
}

#[test]
fn a_number_that_is_no_unsigned_integer_is_refused() {
    const SUBJECT: &str = "schema `KeyNumber`";
    const POINTER: &str = "/components/schemas/KeyNumber";
    const LIMIT: &str = "a number of its own type has no lower limit, or a negative one";
    assert_refused(&[
        broken(
            "no lower limit",
            &component(
                "    KeyNumber: {type: integer, format: int64, description: A number.}\n    KeyUpdate:\n",
            ),
            &[found("keys.yaml", SUBJECT, POINTER, LIMIT)],
        ),
        broken(
            "a negative lower limit",
            &component(
                "    KeyNumber: {type: integer, minimum: -1, description: A number.}\n    KeyUpdate:\n",
            ),
            &[found("keys.yaml", SUBJECT, POINTER, LIMIT)],
        ),
        broken(
            "an upper limit",
            &component(
                "    KeyNumber: {type: integer, minimum: 1, maximum: 9, description: A number.}\n    KeyUpdate:\n",
            ),
            &[found(
                "keys.yaml",
                SUBJECT,
                "/components/schemas/KeyNumber/maximum",
                "`maximum` is outside of the accepted subset",
            )],
        ),
        broken(
            "a format of 32 bits",
            &component(
                "    KeyNumber: {type: integer, minimum: 1, format: int32, description: A number.}\n    KeyUpdate:\n",
            ),
            &[found("keys.yaml", SUBJECT, "/components/schemas/KeyNumber/format", "the format is not taken")],
        ),
        broken(
            "no description",
            &component("    KeyNumber: {type: integer, minimum: 1}\n    KeyUpdate:\n"),
            &[found("keys.yaml", SUBJECT, POINTER, "`description` is missing")],
        ),
    ]);
}

#[test]
fn a_number_that_could_not_be_sent_is_refused() {
    const NUMBER: &str =
        "    KeyNumber: {type: integer, minimum: 1, description: A number.}\n    KeyUpdate:\n";
    assert_refused(&[
        broken(
            "a query parameter",
            &[
                Replace("keys.yaml", COMPONENT, NUMBER),
                Replace(
                    "keys.yaml",
                    "{name: state, in: query, description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}}",
                    "{name: state, in: query, description: The number to keep., schema: {$ref: '#/components/schemas/KeyNumber'}}",
                ),
                Replace("keys.yaml", "      x-exclusive: [[state, tags]]\n", ""),
            ],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                "<list>/parameters/2",
                "the parameter `state` has a shape that the client cannot send there",
            )],
        ),
        broken(
            "a response",
            &[
                Replace("keys.yaml", COMPONENT, NUMBER),
                Replace(
                    "keys.yaml",
                    "'200': {description: The key., content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}",
                    "'200': {description: The key., content: {application/json: {schema: {$ref: '#/components/schemas/KeyNumber'}}}}",
                ),
            ],
            &[found(
                "keys.yaml",
                "operation `keys/get`",
                "<get>/responses/200/content/application~1json/schema",
                "a body is a number",
            )],
        ),
        broken(
            "a property of a body",
            &[
                Replace("keys.yaml", COMPONENT, NUMBER),
                Replace(
                    "keys.yaml",
                    "        title: {type: string, nullable: true, maxLength: 40,",
                    "        next: {$ref: '#/components/schemas/KeyNumber'}\n        title: {type: string, nullable: true, maxLength: 40,",
                ),
            ],
            &[found(
                "keys.yaml",
                "schema `KeyUpdate`",
                "/components/schemas/KeyUpdate/properties/next",
                "its limits are not checked before sending",
            )],
        ),
    ]);
}

#[test]
fn a_named_number_is_a_type_of_its_own_in_models_and_scopes() {
    let changes =
        component("    KeyNumber: {type: integer, minimum: 1, description: A number.}\n    KeyUpdate:\n");
    let files = github_secret_scanning_codegen::generate(&changed(&changes)).expect("it is a number").files;
    let models = &files["generated/src/generated/types/keys.rs"];
    assert!(models.contains("pub struct KeyNumber(u64);"), "{models}");
    assert!(models.contains("pub number: KeyNumber,"), "{models}");
    assert!(models.contains("pub fn new(number: impl ::std::convert::Into<KeyNumber>)"), "{models}");
    let scope = &files["src/generated/scopes/repo.rs"];
    assert!(scope.contains("key_number: impl Into<types::KeyNumber>"), "{scope}");
    let request = &files["src/generated/requests/get_key.rs"];
    let check = "check::range(\"key_number\", Some(self.key_number.get()), 1u64, ";
    assert!(request.split_whitespace().collect::<String>().contains(&check.replace(' ', "")), "{request}");
}
